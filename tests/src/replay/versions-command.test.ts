import { join } from 'node:path'
import { openDatabase } from '@whipcount/read-store'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { emptyHouse, inDirectory, whipcount } from '../house/command.ts'

const articles = [
  { id: 'a', outlet: 'Ledger', published: '2024-10-20', text: 'Sean Casey said Justin Trudeau must resign.' },
  { id: 'b', outlet: 'Courier', published: '2024-10-21', text: 'Wayne Long said Justin Trudeau must go.' },
]

describe('whipcount projections', () => {
  const run = async (data: string, ...args: string[]) => {
    const { code, stdout, stderr } = await whipcount([...args, '--data', data])
    return { code, stdout, stderr }
  }
  const filled = (use: (data: string) => Promise<void>) =>
    inDirectory(async (directory) => {
      const data = join(directory, 'data')
      await emptyHouse(data)
      const lines = articles.map((article) => JSON.stringify(article)).join('\n')
      const { code } = await whipcount(['ingest', '-', '--challenge', 'lpc-2024', '--data', data], {
        input: lines,
      })
      expect(code).toBe(0)
      await use(data)
    })

  it('builds, verifies, moves over and back, and drops, each by one command', {
    timeout: 400_000,
  }, async () => {
    await filled(async (data) => {
      const before = await run(data, 'digest')
      expect((await run(data, 'projections', 'build', '--json')).stdout).toMatch(
        /"version": 2,\s+"outcome": "begun"/,
      )
      const early = await run(data, 'projections', 'cutover')
      expect(early).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('whipcount projections verify 2'),
      })
      expect(await run(data, 'projections', 'verify')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('holds the same as version 1'),
      })
      expect((await run(data, 'projections', 'cutover', '2')).stdout).toContain('version 2 is in use')
      expect((await run(data, 'digest')).stdout).toBe(before.stdout)
      expect((await run(data, 'projections', 'rollback')).stdout).toContain('version 1 is in use again')
      expect(await run(data, 'projections', 'drop', '1')).toMatchObject({ code: 2 })
      expect(await run(data, 'projections', 'drop', '2')).toMatchObject({ code: 0 })
      const { stdout } = await run(data, 'projections', 'list', '--json')
      expect(JSON.parse(stdout)).toMatchObject([{ version: 1, state: 'active', behind: 0, ours: true }])
      expect(await run(data, 'projections', 'rollback')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('nothing to go back to'),
      })
    })
  })

  it('an embedded house that another build left is built anew, without being asked', {
    timeout: 400_000,
  }, async () => {
    await filled(async (data) => {
      const before = await run(data, 'positions', '--json')
      const { db, close } = await openDatabase({ dataDirectory: data })
      await sql`update whipcount_control.projections set tables = 'other'`.execute(db)
      await sql`drop view whipcount_p1.positions`.execute(db).catch(() => {})
      await close()
      const after = await run(data, 'positions', '--json')
      expect(after.stderr).toContain('made by another build')
      expect(after.stdout).toBe(before.stdout)
      expect((await run(data, 'positions')).stderr).toBe('')
    })
  })
})
