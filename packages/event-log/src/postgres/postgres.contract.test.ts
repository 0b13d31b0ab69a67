import { expect, it } from 'vitest'
import { eventLogContract } from '../contract.ts'
import { scratchPostgres, whyNoPostgres } from './scratch.ts'
import { createTableLog } from './table-log.ts'

const server = process.env['WHIPCOUNT_TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const missing = await whyNoPostgres(server)

if (missing === null) {
  eventLogContract('The table log on Postgres', async () => {
    const { another, drop } = await scratchPostgres(server)
    return { open: (partitions) => createTableLog({ db: another(), partitions, leaseMs: 3_000 }), drop }
  })
} else {
  it('has a Postgres server to run on', () => {
    console.error(`NOT RUN: the table log on Postgres. ${missing}`)
    expect(process.env['CI']).not.toBe('true')
  })
}
