import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inDirectory, whipcount } from '../house/command.ts'
import { inDatabase } from '../house/database.ts'

describe('a data directory', () => {
  const made = mkdtempSync(join(tmpdir(), 'whipcount-data-'))
  beforeAll(async () => {
    expect((await whipcount(['digest', '--data', join(made, 'whole')])).code).toBe(0)
  })
  afterAll(() => rmSync(made, { recursive: true }))

  /** What is said of a whole directory after something was done to it. */
  const saidOf = (harm: (data: string) => void): Promise<string> =>
    inDirectory(async (directory) => {
      const data = join(directory, 'data')
      cpSync(join(made, 'whole'), data, { recursive: true })
      harm(data)
      const before = readdirSync(data)
      const ended = await whipcount(['digest', '--data', data])
      expect(ended).toMatchObject({ code: 1, stdout: '' })
      // Refused means untouched, and unlocked.
      expect(readdirSync(data)).toEqual(before)
      return ended.stderr.replaceAll(data, 'DATA')
    })
  const RESTORE = 'Restore the directory from a backup, or name another one with --data.\n'

  it.each([
    ['format.json', '{"format":2,"postgres":18}', 'format 2, Postgres 18'],
    ['format.json', '{"format":1,"postgres":19}', 'format 1, Postgres 19'],
  ])('made by a newer program is refused: %s %s', async (file, content, found) => {
    expect(await saidOf((data) => writeFileSync(join(data, file), content))).toBe(
      `whipcount: data-directory-newer: DATA: made by a newer whipcount (${found}; this one knows format 1, Postgres 18). Upgrade whipcount, or name another directory with --data.\n`,
    )
  })

  it.each([
    ['cut o', 'not JSON'],
    ['null', 'not {"format", "postgres"}, two whole numbers'],
    ['{"format":"1"}', 'not {"format", "postgres"}, two whole numbers'],
  ])('whose format.json is %s is refused', async (content, why) => {
    expect(await saidOf((data) => writeFileSync(join(data, 'format.json'), content))).toBe(
      `whipcount: data-directory-broken: DATA/format.json: ${why}. Restore it from a backup.\n`,
    )
  })

  it('that is not one of ours is refused', async () => {
    expect(await saidOf((data) => rmSync(join(data, 'format.json')))).toBe(
      'whipcount: data-directory-broken: DATA: holds pglite but no format.json, so it is no data directory of whipcount. Name another directory with --data, or move what is in it away.\n',
    )
  })

  it.each(['PG_VERSION', 'global/pg_control'])('without %s is refused', async (part) => {
    expect(await saidOf((data) => rmSync(join(data, 'pglite', part)))).toBe(
      `whipcount: data-directory-broken: DATA: pglite/${part} is missing. ${RESTORE}`,
    )
  })

  it('whose PG_VERSION is garbage is refused', async () => {
    expect(await saidOf((data) => writeFileSync(join(data, 'pglite', 'PG_VERSION'), 'garbage\n'))).toBe(
      `whipcount: data-directory-broken: DATA: the embedded database does not start ("/pglite/data" is not a valid data directory). ${RESTORE}`,
    )
  })

  it('whose write-ahead log is missing is refused', async () => {
    const said = await saidOf((data) => {
      const log = join(data, 'pglite', 'pg_wal')
      for (const name of readdirSync(log)) if (/^[0-9A-F]{24}$/.test(name)) rmSync(join(log, name))
    })
    expect(said.replace(/[0-9A-F]+\/[0-9A-F]+/, 'PLACE')).toBe(
      `whipcount: data-directory-broken: DATA: the embedded database does not start (could not locate a valid checkpoint record at PLACE). ${RESTORE}`,
    )
  })

  it('that is a file, or lies beneath one, is refused', async () => {
    await inDirectory(async (directory) => {
      const file = join(directory, 'file')
      writeFileSync(file, '')
      for (const data of [file, join(file, 'data')]) {
        expect(await whipcount(['digest', '--data', data])).toMatchObject({
          code: 1,
          stderr: `whipcount: data-directory-broken: ${data}: cannot be used as a data directory (ENOTDIR: not a directory). Name another directory with --data.\n`,
        })
      }
    })
  })

  it('left half made by a crash is made anew', async () => {
    await inDirectory(async (directory) => {
      const data = join(directory, 'data')
      mkdirSync(join(data, 'making.4711', 'base'), { recursive: true })
      expect(await whipcount(['digest', '--data', data])).toMatchObject({ code: 0, stderr: '' })
      expect(readdirSync(data).sort()).toEqual(['format.json', 'pglite'])
    })
  })
})

describe('a database made by a newer program', () => {
  it.each([
    ['whipcount_control', 'The read store has version 999; this build knows'],
    ['whipcount_log', "The log's tables have version 999; this build knows"],
  ])('is refused by the version in %s', async (schema, said) => {
    await inDatabase(async (url) => {
      const env = { DATABASE_URL: url }
      expect(await whipcount(['migrate'], { env })).toMatchObject({ code: 0, stderr: '' })

      const database = new pg.Client({ connectionString: url })
      await database.connect()
      const { rows } = await database.query(`select max(version) as version from ${schema}.version`)
      await database.query(`update ${schema}.version set version = 999`)
      await database.end()
      expect(await whipcount(['digest'], { env })).toMatchObject({
        code: 1,
        stdout: '',
        stderr: `whipcount: database-newer: ${said} ${rows[0].version}. Upgrade whipcount, or name another database.\n`,
      })
    })
  })
})
