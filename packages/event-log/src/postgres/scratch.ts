import { randomUUID } from 'node:crypto'
import { findPart, postgresContainer, startInDocker, withoutPassword } from '@whipcount/real-parts'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { emptyPglite } from './empty-pglite.ts'
import { ownPostgres } from './own-server.ts'

/** A database that a test has to itself. */
export interface ScratchDatabase {
  readonly db: Kysely<unknown>
  /** Another way in, as another process has; PGlite has only the one. */
  another(): Kysely<unknown>
  drop(): Promise<void>
}

/** One on a server, with its address. */
export interface ScratchOnServer extends ScratchDatabase {
  readonly url: string
}

/** A Postgres on which tests make databases of their own, and where it came from. */
export interface ScratchServer {
  readonly url: string
  readonly from: string
  stop(): Promise<void>
}

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres'

/** Finds a Postgres for tests: the one given (`WHIPCOUNT_TEST_DATABASE_URL`), else one in Docker, else the server of this machine, else one out of its binaries. */
export function scratchServer(given: string | undefined): Promise<ScratchServer> {
  const answering = async (url: string, from: string): Promise<ScratchServer> => {
    const why = await whyNoPostgres(url)
    if (why !== null) throw new Error(why)
    return { url, from, stop: async () => {} }
  }
  return findPart<ScratchServer>({
    part: 'Postgres',
    variable: 'WHIPCOUNT_TEST_DATABASE_URL',
    given,
    use: (url) => answering(url, `WHIPCOUNT_TEST_DATABASE_URL=${withoutPassword(url)}`),
    docker: async () => {
      const { address, from, stop } = await startInDocker(postgresContainer)
      return { url: `postgres://postgres@${address}/postgres`, from, stop }
    },
    local: [
      () => answering(LOCAL, `the server of this machine, ${LOCAL}`),
      async () => {
        const { url, stop } = await ownPostgres()
        return { url, from: `binaries of this machine, ${url}`, stop }
      },
    ],
  })
}

/** An empty PGlite in memory. */
export async function scratchPglite(): Promise<ScratchDatabase> {
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: await emptyPglite() }) })
  return { db, another: () => db, drop: () => db.destroy() }
}

/** An empty database on a server, dropped afterwards; `how` it is created in SQL, where not as the server does by itself. */
export async function scratchPostgres(server: string, how = ''): Promise<ScratchOnServer> {
  const name = `whipcount_scratch_${randomUUID().replaceAll('-', '')}`
  const opened: Kysely<unknown>[] = []
  const open = (url: string): Kysely<unknown> => {
    const pool = new pg.Pool({ connectionString: url, max: 10 })
    // A test that restarts its server breaks these connections as well: the next query reports it.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  }
  const admin = open(server)
  await sql.raw(`create database ${name} ${how}`).execute(admin)
  const url = new URL(server)
  url.pathname = `/${name}`
  const another = (): Kysely<unknown> => {
    const db = open(url.href)
    opened.push(db)
    return db
  }
  return {
    url: url.href,
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
    return `${withoutPassword(server)}: ${(error as Error).message || (error as NodeJS.ErrnoException).code}`
  }
}
