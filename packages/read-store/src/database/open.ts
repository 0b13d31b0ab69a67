import { Failure } from '@whipcount/events'
import { Kysely, PGliteDialect, sql } from 'kysely'
import pg from 'pg'
import { copyingDialect } from './copy.ts'
import { openDirectory } from './data-directory.ts'

/** A server by its URL, or an embedded database in a directory. */
export type OpenDatabaseOptions =
  | { readonly url: string; readonly connections?: number }
  | { readonly dataDirectory: string }

/** An open database. */
export interface Database {
  readonly db: Kysely<unknown>
  readonly kind: 'postgres' | 'pglite'
  /** Rejects where it does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a Postgres by its URL, or a PGlite in a data directory of our own that only one process may have open.
 *
 * Throws `config-invalid`, `database-unreachable`, `data-directory-locked`, `data-directory-broken`, `data-directory-newer`,
 * `data-directory-older` or `disk-full`.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  return 'url' in options ? openServer(options) : openEmbedded(options.dataDirectory)
}

async function openEmbedded(dataDirectory: string): Promise<Database> {
  const { pglite, close } = await openDirectory(dataDirectory)
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) })
  return { db, kind: 'pglite', ping: () => ping(db), close }
}

/**
 * How long a transaction may wait for its process, in milliseconds. One that was frozen amid a batch holds the keys that it has
 * inserted, and whoever takes its partition over waits for them.
 */
const FROZEN_MS = 10_000

async function openServer(options: { url: string; connections?: number }): Promise<Database> {
  if (!/^postgres(?:ql)?:\/\//.test(options.url) || !URL.canParse(options.url)) {
    throw new Failure(
      'config-invalid',
      'DATABASE_URL is no address of a Postgres. Write it as postgres://user:password@host/name.',
    )
  }
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 6_000,
    idle_in_transaction_session_timeout: FROZEN_MS,
  })
  // A connection that breaks while idle is replaced at the next query, which is what reports a server that is gone.
  pool.on('error', () => {})
  // One that breaks while somebody has it fails their query; without a listener of its own it would end the process besides.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<unknown>({ dialect: copyingDialect(pool) })
  try {
    await ping(db)
  } catch (cause) {
    await db.destroy()
    const { message, code } = cause as NodeJS.ErrnoException
    // 3D000: there is no such database.
    const todo =
      code === '3D000' ? 'Create it with `whipcount migrate --create-database`' : 'Start the server'
    throw new Failure(
      'database-unreachable',
      `${withoutPassword(options.url)}: ${message || code}. ${todo}, or correct DATABASE_URL.`,
      { fate: 'retry', cause },
    )
  }
  return { db, kind: 'postgres', ping: () => ping(db), close: () => db.destroy() }
}

/** Creates the database that a URL names, where the server does not have it. Throws `database-unreachable`. */
export async function createDatabaseIfMissing(url: string): Promise<void> {
  const server = new URL(url)
  const name = decodeURIComponent(server.pathname.slice(1))
  server.pathname = '/postgres'
  const { db, close } = await openServer({ url: server.href, connections: 1 })
  try {
    const { rows } = await sql`select from pg_database where datname = ${name}`.execute(db)
    if (rows.length === 0) await sql`create database ${sql.id(name)}`.execute(db)
  } catch (error) {
    // Another process that started at the same time was first.
    if (!/^(42P04|23505)$/.test((error as { code?: string }).code ?? '')) throw error
  } finally {
    await close()
  }
}

async function ping(db: Kysely<unknown>): Promise<void> {
  await sql`select 1`.execute(db)
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    parsed.password = ''
    return parsed.href
  } catch {
    return 'DATABASE_URL'
  }
}
