import { afterAll, expect, it } from 'vitest'
import { eventLogContract } from '../contract.ts'
import { type ScratchServer, scratchPostgres, scratchServer } from './scratch.ts'
import { createTableLog } from './table-log.ts'

const found: ScratchServer | Error = await scratchServer(process.env['WHIPCOUNT_TEST_DATABASE_URL']).catch(
  (error: Error) => error,
)

if (found instanceof Error) {
  it('has a Postgres server to run on', () => {
    console.error(`NOT RUN: the table log on Postgres. ${found.message}`)
    expect(process.env['CI']).not.toBe('true')
  })
} else {
  afterAll(() => found.stop())
  eventLogContract('The table log on Postgres', async () => {
    const { another, drop } = await scratchPostgres(found.url)
    return { open: (partitions) => createTableLog({ db: another(), partitions, leaseMs: 3_000 }), drop }
  })
}
