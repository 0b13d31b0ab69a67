import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import pg from 'pg'

/** A database that a test has to itself. */
export interface ScratchDatabase {
  readonly db: Kysely<unknown>
  /** Another way in, as another process has; PGlite has only the one. */
  another(): Kysely<unknown>
  drop(): Promise<void>
}

/** An empty PGlite in memory. */
export async function scratchPglite(): Promise<ScratchDatabase> {
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) })
  return { db, another: () => db, drop: () => db.destroy() }
}

/** An empty database on a server, dropped afterwards. */
export async function scratchPostgres(server: string): Promise<ScratchDatabase> {
  const name = `whipcount_scratch_${randomUUID().replaceAll('-', '')}`
  const opened: Kysely<unknown>[] = []
  const open = (url: string): Kysely<unknown> =>
    new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) }),
    })
  const admin = open(server)
  await sql.raw(`create database ${name}`).execute(admin)
  const url = new URL(server)
  url.pathname = `/${name}`
  const another = (): Kysely<unknown> => {
    const db = open(url.href)
    opened.push(db)
    return db
  }
  return {
    db: another(),
    another,
    async drop() {
      await Promise.all(opened.map((db) => db.destroy()))
      // Not by force: Postgres waits for the connections that are just closing, and force would end them with an error.
      await sql.raw(`drop database ${name}`).execute(admin)
      await admin.destroy()
    },
  }
}

/** Why no server can be used, or null: a suite that cannot run says so, and fails where `CI=true`. */
export async function whyNoPostgres(server: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    await client.end()
    return null
  } catch (error) {
    return `${server}: ${(error as Error).message}`
  }
}
