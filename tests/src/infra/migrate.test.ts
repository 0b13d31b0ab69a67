import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { scratchPostgres } from '@whipcount/event-log/scratch'
import { demandMigrated, migrate } from '@whipcount/read-store'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { root, whipcount } from '../house/command.ts'
import { noServer as missing, testServer } from '../house/read-model.ts'

it('has a Postgres to look at', () => {
  if (missing !== null) console.error(`NOT RUN: migrating on Postgres. ${missing}`)
  if (process.env['CI'] === 'true') expect(missing).toBeNull()
})

describe.skipIf(missing !== null)('a database that a service finds', () => {
  it('is older until this build has migrated it, and changed by nobody who looks', async () => {
    const { db, drop } = await scratchPostgres(testServer)
    try {
      const older = {
        code: 'database-older',
        fate: 'retry',
        message: expect.stringContaining('whipcount migrate'),
      }
      await expect(demandMigrated(db)).rejects.toMatchObject({ ...older, context: { version: 0 } })
      const { rows } = await sql`select from pg_namespace where nspname like 'whipcount%'`.execute(db)
      expect(rows).toEqual([])
      await migrate(db)
      await demandMigrated(db)
      // Read models of another build, older or newer: a service that asks them for what they lack says so itself.
      await sql`update whipcount_control.projections set tables = 'others', answers = 'others'`.execute(db)
      await demandMigrated(db)
      await sql`delete from whipcount_control.version where version > 1`.execute(db)
      await expect(demandMigrated(db)).rejects.toMatchObject({ ...older, context: { version: 1 } })
    } finally {
      await drop()
    }
  })

  it('is newer where a later build has migrated it', async () => {
    const { db, drop } = await scratchPostgres(testServer)
    try {
      await migrate(db)
      await sql`insert into whipcount_control.version values (99)`.execute(db)
      await expect(demandMigrated(db)).rejects.toMatchObject({
        code: 'database-newer',
        context: { version: 99 },
      })
    } finally {
      await drop()
    }
  })
})

describe.skipIf(missing !== null)('the api', () => {
  const api = (url: string) =>
    spawn(process.execPath, [join(root, 'services', 'api', 'src', 'main.ts')], {
      env: { PATH: process.env['PATH'], DATABASE_URL: url, WHIPCOUNT_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  it('ends with one line on a database that nobody migrated, and then runs as a user who may only read', async () => {
    const database = await scratchPostgres(testServer)
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db)
    const name = rows[0]!.name
    const url = new URL(`/${name}`, testServer)
    const reader = `${name.slice(0, 40)}_reader`
    try {
      const early = api(url.href)
      let said = ''
      early.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
      expect(await once(early, 'close')).toEqual([1, null])
      expect(said).toMatch(/^database-older: .*`whipcount migrate`.*\n$/)

      expect(await whipcount(['migrate'], { env: { DATABASE_URL: url.href } })).toMatchObject({
        code: 0,
        stdout: 'migrated\n',
      })
      for (const statement of [
        `create role ${reader} login in role whipcount_reader`,
        `grant usage on schema whipcount_control to ${reader}`,
        `grant select on all tables in schema whipcount_control to ${reader}`,
      ])
        await sql.raw(statement).execute(database.db)
      const asReader = new URL(url)
      asReader.username = reader
      asReader.password = ''
      const service = api(asReader.href)
      try {
        const [line] = (await once(createInterface({ input: service.stdout }), 'line')) as [string]
        const { url: at } = JSON.parse(line) as { url: string }
        expect(await (await fetch(`${at}/readyz`)).text()).toBe('ok')
        expect(await (await fetch(`${at}/challenges`)).json()).toEqual([])
      } finally {
        service.kill('SIGTERM')
        await once(service, 'close')
      }
    } finally {
      await sql
        .raw(`drop owned by ${reader}; drop role ${reader}`)
        .execute(database.db)
        .catch(() => {})
      await database.drop()
    }
  })
})
