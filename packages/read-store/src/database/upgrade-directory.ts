import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { createTableLog } from '@whipcount/event-log'
import { Failure } from '@whipcount/events'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { migrate } from '../migrations/migrate.ts'
import { FORMAT, formatOf } from './data-directory.ts'
import { lockDirectory } from './lock.ts'

/** By the Postgres of a data directory, the PGlite that reads it. Source: PGlite's change log. */
const olderPglites: Readonly<Record<number, string>> = { 17: '0.3.16' }

/** Rows carried over at once. */
const AT_ONCE = 500

/** What became of a directory. */
export interface Upgraded {
  readonly directory: string
  readonly outcome: 'upgraded' | 'present'
  /** The Postgres that it had, and has now. */
  readonly from: number
  readonly to: number
  /** Records of its log. */
  readonly records: number
  /** Where the former files are, to be deleted at leisure; null where nothing was done. */
  readonly former: string | null
}

/**
 * Moves a data directory that an older PGlite made to the Postgres of this one, under the directory's lock. The older PGlite is fetched with
 * npm, reads its own files, and every record of the log keeps its place; so do the collector's notes, feeds, dead letters and what was
 * read. Read models are not carried over: the next command builds them from the log. The new files are put in place whole, so that it
 * can be cut short at any moment and called again; the former ones stay beside them.
 *
 * Throws `usage` for an older Postgres than this can read, `data-directory-broken`, and what `openDirectory` throws.
 */
export async function upgradeDirectory(
  directory: string,
  progress?: (done: number, total: number) => void,
): Promise<Upgraded> {
  if (!existsSync(join(directory, 'format.json')))
    throw new Failure('usage', `${directory} is no data directory of whipcount. Name one with --data.`)
  const lock = lockDirectory(directory)
  try {
    const from = formatOf(directory)!.postgres
    const standing = { directory, from, to: FORMAT.postgres }
    if (from === FORMAT.postgres) return { ...standing, outcome: 'present', records: 0, former: null }
    const version = olderPglites[from]
    if (version === undefined) {
      throw new Failure(
        'usage',
        `${directory}: made with Postgres ${from}, which this whipcount cannot read. \`whipcount export\` it with the whipcount that made it, and \`whipcount import\` the file here.`,
      )
    }
    const files = join(directory, 'pglite')
    const former = join(directory, `pglite.postgres${from}`)
    const making = join(directory, `making.${process.pid}`)
    const tools = join(directory, 'making.tools')
    const done = { ...standing, outcome: 'upgraded' as const, former }
    // One that was cut short after the new files were put in place had only this left to do.
    if (existsSync(former) && existsSync(files)) {
      writeFileSync(join(directory, 'format.json'), `${JSON.stringify(FORMAT)}\n`)
      return { ...done, records: 0 }
    }
    // One that was cut short between the two renames below had the former files put aside already.
    if (existsSync(former)) renameSync(former, files)
    for (const name of readdirSync(directory))
      if (name.startsWith('making.')) rmSync(join(directory, name), { recursive: true, force: true })
    try {
      const Older = await fetchPglite(tools, version)
      const records = await carryOver(await Older.create(files), await PGlite.create(making), progress)
      renameSync(files, former)
      renameSync(making, files)
      writeFileSync(join(directory, 'format.json'), `${JSON.stringify(FORMAT)}\n`)
      return { ...done, records }
    } finally {
      for (const made of [making, tools]) rmSync(made, { recursive: true, force: true })
    }
  } finally {
    lock.release()
  }
}

/** Fetches a version of PGlite with npm into a directory of its own. */
async function fetchPglite(into: string, version: string): Promise<typeof PGlite> {
  const wanted = `@electric-sql/pglite@${version}`
  mkdirSync(into)
  // npm looks for the package that a directory belongs to, and would otherwise add it to one further up.
  writeFileSync(join(into, 'package.json'), '{"private":true}\n')
  const args = [
    'install',
    '--prefer-offline',
    '--fetch-retries=5',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    wanted,
  ]
  const said: string[] = []
  const code = await new Promise<number | null>((ended, failed) => {
    const npm = spawn('npm', args, {
      cwd: into,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    })
    npm.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    npm.on('error', failed)
    npm.on('close', ended)
  }).catch((error: Error) => {
    said.push(error.message)
    return null
  })
  if (code !== 0) {
    throw new Failure(
      'usage',
      `npm could not fetch ${wanted}, which reads the former files: ${said.join('').trim().split('\n').at(-1)}. Nothing was changed; try again with npm and a network at hand.`,
    )
  }
  const module = pathToFileURL(
    join(resolve(into), 'node_modules', '@electric-sql', 'pglite', 'dist', 'index.js'),
  )
  return ((await import(module.href)) as { PGlite: typeof PGlite }).PGlite
}

/** Copies the log and what was decided about it into a new database. Resolves to the number of records. */
async function carryOver(
  older: PGlite,
  newer: PGlite,
  progress?: (done: number, total: number) => void,
): Promise<number> {
  const was = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: older }) })
  const is = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: newer }) })
  try {
    await migrate(is)
    await (await createTableLog({ db: is, exclusive: true, partitions: await partitionsOf(was) })).close()
    const { rows } = await sql<{ records: number }>`
      select count(*)::integer as records from whipcount_log.records`.execute(was)
    const { records } = rows[0]!
    await sql`delete from whipcount_log.partitions`.execute(is)
    await copyTable(was, is, 'whipcount_log.partitions')
    await copyTable(was, is, 'whipcount_log.records', (done) => progress?.(done, records))
    for (const table of ['intake', 'erased', 'feeds', 'dead_letters'])
      await copyTable(was, is, `whipcount_control.${table}`)
    await copyTable(was, is, 'whipcount_control.checkpoints')
    await sql`delete from whipcount_control.checkpoints where starts_with(name, 'projector/')`.execute(is)
    return records
  } finally {
    await was.destroy()
    await is.destroy()
  }
}

/** The partitions of each topic of a table log. */
async function partitionsOf(db: Kysely<unknown>): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ topic: string; partitions: number }>`
    select topic, count(*)::integer as partitions from whipcount_log.partitions group by topic`.execute(db)
  return Object.fromEntries(rows.map(({ topic, partitions }) => [topic, partitions]))
}

/** Copies a table into one of the same name; columns that the former lacks are empty. The rows stay JSON text all the way: a number is not read. */
async function copyTable(
  from: Kysely<unknown>,
  to: Kysely<unknown>,
  table: string,
  copied?: (rows: number) => void,
): Promise<void> {
  const name = sql.raw(table)
  const { rows: there } = await sql<{ there: boolean }>`
    select to_regclass(${table}) is not null as there`.execute(from)
  if (!there[0]!.there) return
  let count = 0
  for (let after = '(0,0)'; ; ) {
    const { rows } = await sql<{ rows: string | null; last: string | null; count: number }>`
      select json_agg(r.row)::text as rows, max(r.place)::text as last, count(*)::integer as count
      from (select to_json(t) as row, t.ctid as place from ${name} t where t.ctid > ${after}::text::tid
            order by t.ctid limit ${AT_ONCE}) r`.execute(from)
    const { rows: some, last, count: n } = rows[0]!
    if (last === null) return
    await sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${some}::text::json)`.execute(
      to,
    )
    after = last
    count += n
    copied?.(count)
  }
}
