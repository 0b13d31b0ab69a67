import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Failure, sha256Of } from '@whipcount/events'
import {
  type Projection,
  projections,
  projectionVersion,
  sqlFunctions,
  sqlViews,
} from '@whipcount/projections'
import { type Kysely, sql } from 'kysely'

/** Who may read the public views and functions, and nothing else. */
const READER = 'whipcount_reader'

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The statements that make one set table, generated from its projection. */
function tableStatements(schema: string, { table, columns, key, means, indexes = [] }: Projection): string[] {
  const name = `${schema}.${table}`
  const defined = Object.entries(columns).map(
    ([column, { type, nullable }]) => `"${column}" ${type}${nullable ? '' : ' not null'}`,
  )
  const list = (names: readonly string[]): string => names.map((n) => `"${n}"`).join(', ')
  return [
    `create table ${name} (${defined.join(', ')}, primary key (${list(key)}))`,
    `comment on table ${name} is ${literal(means)}`,
    ...Object.entries(columns).map(
      ([column, one]) => `comment on column ${name}."${column}" is ${literal(one.means)}`,
    ),
    ...indexes.map((names) => `create index on ${name} (${list(names)})`),
  ]
}

/** One file of SQL: its head comment says what it answers, and becomes the comment in the database. */
function readSql(
  schema: string,
  folder: 'functions' | 'views',
  name: string,
): { make: string; means: string } {
  const url = import.meta.resolve(`@whipcount/projections/sql/${folder}/${name}.sql`)
  const text = readFileSync(fileURLToPath(url), 'utf8')
  const head = /^(?:--.*\n)+/.exec(text)?.[0] ?? ''
  const make = text.slice(head.length).replace(/\bprojection\./g, `${schema}.`)
  return { make, means: head.replace(/^-- ?/gm, '').trim() }
}

/** What this build installs: the statements, and the hashes by which a database knows them. */
function definition() {
  const version = projectionVersion
  const schema = `whipcount_p${version}`
  const tables = projections.flatMap((projection) => tableStatements(schema, projection))
  const functions = sqlFunctions.map((name) => ({ name, ...readSql(schema, 'functions', name) }))
  const views = sqlViews.map((name) => ({ name, ...readSql(schema, 'views', name) }))
  const tablesHash = sha256Of(JSON.stringify(tables))
  const answersHash = sha256Of(JSON.stringify([functions, views, readerStatements(schema)]))
  return { version, schema, tables, functions, views, tablesHash, answersHash }
}

/** What the database has of this version, or null. Throws `database-newer` where another build made them. */
async function foundProjection(
  db: Kysely<unknown>,
  { version, tablesHash }: { version: number; tablesHash: string },
): Promise<{ readonly answers: string } | null> {
  const { rows } = await sql<{ tables: string; answers: string }>`
    select tables, answers from whipcount_control.projections where version = ${version}`.execute(db)
  const found = rows[0]
  if (found && found.tables !== tablesHash) {
    throw new Failure(
      'database-newer',
      `The read models of version ${version} in this database were made by another build, with other tables. Use the build that made them, or name another database.`,
      { context: { version } },
    )
  }
  return found ?? null
}

/**
 * Whether this build has installed its answers here at some time. Another build may have put its own in their place since: they are
 * only ever appended to, and this build works on with them.
 *
 * Throws `database-newer` where another build has made other tables of the same version.
 */
export async function hasInstalled(db: Kysely<unknown>): Promise<boolean> {
  const ours = definition()
  if ((await foundProjection(db, ours)) === null) return false
  const { rows } = await sql`
    select from whipcount_control.installed
    where version = ${ours.version} and answers = ${ours.answersHash}`.execute(db)
  return rows.length > 0
}

/**
 * Makes the sets of the present projection version, and the functions and views over them where they have changed.
 *
 * Throws `database-newer` where another build has made other tables of the same version.
 */
export async function installProjection(trx: Kysely<unknown>): Promise<void> {
  const { version, schema, tables, functions, views, tablesHash, answersHash } = definition()
  const run = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await sql.raw(statement).execute(trx)
  }
  const found = await foundProjection(trx, { version, tablesHash })
  if (found === null) await run([`create schema ${schema}`, ...tables])
  if (found?.answers === answersHash) return
  await run([
    'drop schema if exists whipcount cascade',
    'create schema whipcount',
    `comment on schema whipcount is ${literal('What Whipcount answers. Only these views and functions are a contract; columns are only ever appended.')}`,
  ])
  for (const { name } of [...functions].reverse()) {
    await sql.raw(`drop function if exists ${schema}.${name} cascade`).execute(trx)
  }
  for (const { name, make, means } of functions) {
    await run([make, `comment on function ${schema}.${name} is ${literal(means)}`])
  }
  for (const { name, make, means } of views) {
    await run([make, `comment on view whipcount.${name} is ${literal(means)}`])
  }
  await run(readerStatements(schema))
  await sql`
    insert into whipcount_control.projections (version, tables, answers) values (${version}, ${tablesHash}, ${answersHash})
    on conflict (version) do update set answers = excluded.answers`.execute(trx)
  await sql`
    insert into whipcount_control.installed (version, answers) values (${version}, ${answersHash})
    on conflict do nothing`.execute(trx)
}

/** The functions that others may call, under the names of the contract, and the rights of the reader role. */
function readerStatements(schema: string): string[] {
  const asOf = (name: string): string[] => [
    `create function whipcount.${name}(challenge text, on_day date default null, known_at timestamptz default null)
       returns setof ${schema}.${name}_row language sql stable as 'select * from ${schema}.${name}($1, $2, $3)'`,
  ]
  return [
    ...asOfRow(schema, 'positions_as_of'),
    ...asOf('positions_as_of'),
    `comment on function whipcount.positions_as_of is ${literal('Where everybody stood: what had been said by the end of on_day, as captured by known_at (null: ever).')}`,
    ...asOfRow(schema, 'whip_count_as_of'),
    ...asOf('whip_count_as_of'),
    `comment on function whipcount.whip_count_as_of is ${literal('Members by position: what had been said by the end of on_day, as captured by known_at (null: ever).')}`,
    // Roles belong to the whole server: another database may have made this one, or be making it now.
    `do $$ begin create role ${READER} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    `grant usage on schema whipcount to ${READER}`,
    `grant select on all tables in schema whipcount to ${READER}`,
    // A function inside a view runs with the rights of who asks, so the reader needs the sets below too.
    `grant usage on schema ${schema} to ${READER}`,
    `grant select on all tables in schema ${schema} to ${READER}`,
  ]
}

/** A named type of a function's rows, so that the contract's function has columns. */
function asOfRow(schema: string, name: string): string[] {
  return [
    `drop view if exists ${schema}.${name}_row cascade`,
    `create view ${schema}.${name}_row as select * from ${schema}.${name}(null, null, null) where false`,
  ]
}
