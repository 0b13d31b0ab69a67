import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { createTableLog, importLog, verifyBackup } from '@whipcount/event-log'
import { migrate } from '@whipcount/read-store'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { PGlite as PGlite17 } from 'pglite-postgres-17'
import { describe, expect, it } from 'vitest'
import { inDirectory, whipcount } from '../house/command.ts'

const articles = join('packages', 'cli', 'demonstration', 'articles')
const OLDER = '{"format":1,"postgres":17}\n'

/** Makes a data directory as a whipcount with Postgres 17 would have left it, with the log of a backup. */
async function makeOlder(data: string, backup: string): Promise<void> {
  mkdirSync(data)
  const pglite = (await PGlite17.create(join(data, 'pglite'))) as unknown as PGlite
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) })
  await migrate(db)
  const log = await createTableLog({ db, exclusive: true })
  await importLog(log, backup, await verifyBackup(backup))
  const { rows } = await sql<{
    version: string
  }>`select current_setting('server_version') as version`.execute(db)
  expect(rows[0]!.version).toMatch(/^17\./)
  await log.close()
  await db.destroy()
  writeFileSync(join(data, 'format.json'), OLDER)
}

describe('a data directory of an older PGlite', () => {
  it('is refused with the command that moves it, which carries everything over', {
    timeout: 400_000,
  }, async () => {
    await inDirectory(async (directory) => {
      const run = async (data: string, ...args: string[]): Promise<string> => {
        const ended = await whipcount([...args, '--data', data])
        expect(ended.code, ended.stderr).toBe(0)
        return ended.stdout
      }
      const [present, data, backup] = ['present', 'data', 'backup.jsonl'].map((name) => join(directory, name))
      await run(present!, 'ingest', articles, '--challenge', 'lpc-2024')
      await run(present!, 'export', backup!)
      await makeOlder(data!, backup!)
      const before = readdirSync(data!)
      expect(await whipcount(['digest', '--data', data!])).toMatchObject({
        code: 1,
        stdout: '',
        stderr: `whipcount: data-directory-older: ${data}: made by an older whipcount, with Postgres 17; this one has Postgres 18, which cannot read its files. Move it with \`whipcount upgrade --data ${data}\`.\n`,
      })
      expect(readdirSync(data!)).toEqual(before)
      cpSync(data!, join(directory, 'copy'), { recursive: true })

      expect(await run(data!, 'upgrade')).toMatch(
        / moved from Postgres 17 to 18, \d+ records; the former files are in /,
      )
      expect(readdirSync(data!).sort()).toEqual(['format.json', 'pglite', 'pglite.postgres17'])
      expect(await run(data!, 'upgrade')).toBe(`${data} has Postgres 18 already\n`)
      expect(await run(data!, 'digest')).toBe(await run(present!, 'digest'))
      expect(await run(data!, 'count', '--json')).toBe(await run(present!, 'count', '--json'))

      // Cut short once the new files were in place, or between the one and the other.
      const copy = join(directory, 'copy')
      cpSync(join(data!, 'pglite'), join(copy, 'new'), { recursive: true })
      renameSync(join(copy, 'pglite'), join(copy, 'pglite.postgres17'))
      renameSync(join(copy, 'new'), join(copy, 'making.4711'))
      await run(copy, 'upgrade')
      expect(existsSync(join(copy, 'making.4711'))).toBe(false)
      expect(await run(copy, 'digest')).toBe(await run(present!, 'digest'))
      writeFileSync(join(copy, 'format.json'), OLDER)
      await run(copy, 'upgrade')
      expect(readFileSync(join(copy, 'format.json'), 'utf8')).not.toBe(OLDER)
      expect(await run(copy, 'digest')).toBe(await run(present!, 'digest'))
    })
  })

  it('is left as it is where no PGlite is known that reads it', async () => {
    await inDirectory(async (directory) => {
      const data = join(directory, 'data')
      mkdirSync(join(data, 'pglite'), { recursive: true })
      writeFileSync(join(data, 'format.json'), '{"format":1,"postgres":9}\n')
      expect(await whipcount(['upgrade', '--data', data])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('made with Postgres 9, which this whipcount cannot read'),
      })
      rmSync(join(data, 'format.json'))
      expect(await whipcount(['upgrade', '--data', data])).toMatchObject({ code: 2 })
    })
  })
})
