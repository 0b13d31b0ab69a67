import { Failure } from '@whipcount/events'
import { type Kysely, sql } from 'kysely'
import { literal, schemaOf } from './definition.ts'
import { READER } from './install.ts'

interface Column {
  readonly name: string
  readonly type: string
}

/** The views of a schema with their columns in order. */
export async function viewsOf(
  trx: Kysely<unknown>,
  schema: string,
): Promise<Map<string, { readonly columns: readonly Column[]; readonly means: string }>> {
  const { rows } = await sql<{ view: string; columns: Column[]; means: string | null }>`
    select c.relname as view, obj_description(c.oid, 'pg_class') as means,
           jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                     order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = ${schema} and c.relkind = 'v'
    group by c.oid, c.relname
    order by c.relname collate "C"`.execute(trx)
  return new Map(rows.map(({ view, columns, means }) => [view, { columns, means: means ?? '' }]))
}

/** The functions of a version that answer for a day and a time: `NAME_as_of` beside a view `NAME`, with its columns. */
async function asOfFunctions(
  trx: Kysely<unknown>,
  schema: string,
): Promise<Map<string, { readonly columns: readonly string[]; readonly means: string }>> {
  const { rows } = await sql<{ view: string; columns: string[]; means: string | null }>`
    select c.relname as view, obj_description(p.oid, 'pg_proc') as means,
           (select jsonb_agg(a.name order by a.n) from unnest(p.proargnames, p.proargmodes) with ordinality a (name, mode, n)
            where a.mode = 't') as columns
    from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    join pg_class c on c.relnamespace = n.oid and c.relkind = 'v' and p.proname = c.relname || '_as_of'
    where n.nspname = ${schema}`.execute(trx)
  return new Map(rows.map(({ view, columns, means }) => [view, { columns, means: means ?? '' }]))
}

/**
 * Points every public view and function at a projection version, within the caller's transaction. Columns of public views are only
 * ever appended: one that the version lacks stays, empty, and so does a view that it lacks, without rows.
 *
 * Throws `projection-incompatible` where a column would change its type: readers rely on it.
 */
export async function publish(trx: Kysely<unknown>, version: number): Promise<void> {
  const schema = schemaOf(version)
  const run = (statement: string) => sql.raw(statement).execute(trx)
  await run('create schema if not exists whipcount')
  await run(
    `comment on schema whipcount is ${literal('What Whipcount answers. Only these views and functions are a contract; columns are only ever appended.')}`,
  )
  const wanted = await viewsOf(trx, schema)
  const present = await viewsOf(trx, 'whipcount')
  const functions = await asOfFunctions(trx, schema)
  for (const view of new Set([...present.keys(), ...wanted.keys()])) {
    const standing = present.get(view)?.columns ?? []
    const offered = wanted.get(view)?.columns ?? []
    const columns = publicColumns(view, standing, offered)
    const list = listOf(columns, new Set(offered.map(({ name }) => name)))
    const from = wanted.has(view) ? `from ${schema}.${view}` : 'where false'
    await run(`create or replace view whipcount.${view} as select ${list} ${from}`)
    await run(
      `comment on view whipcount.${view} is ${literal(wanted.get(view)?.means ?? 'Not answered by the version in use.')}`,
    )
    const asOf = functions.get(view)
    if (asOf === undefined) continue
    await run(`
      create or replace function whipcount.${view}_as_of(challenge text, on_day date default null, known_at timestamptz default null)
      returns setof whipcount.${view} language sql stable
      as ${literal(`select ${listOf(columns, new Set(asOf.columns))} from ${schema}.${view}_as_of($1, $2, $3)`)}`)
    await run(`comment on function whipcount.${view}_as_of is ${literal(asOf.means)}`)
  }
  await run(`grant usage on schema whipcount to ${READER}`)
  await run(`grant select on all tables in schema whipcount to ${READER}`)
  // The api asks which version is in use, and whether its answers still hold.
  await run(`grant usage on schema whipcount_control to ${READER}`)
  await run(
    `grant select on whipcount_control.projections, whipcount_control.version, whipcount_control.checkpoints to ${READER}`,
  )
  await run(`grant select (redriven_at) on whipcount_control.dead_letters to ${READER}`)
}

/** The columns that a public view has from now on: those it has, then what the version adds. */
function publicColumns(view: string, standing: readonly Column[], offered: readonly Column[]): Column[] {
  const types = new Map(offered.map(({ name, type }) => [name, type]))
  for (const { name, type } of standing) {
    const now = types.get(name)
    if (now === undefined || now === type) continue
    throw new Failure(
      'projection-incompatible',
      `The column ${name} of the public view ${view} is ${type}, and would become ${now}. Give the new meaning a new name: columns are only ever appended.`,
      { context: { view, column: name } },
    )
  }
  const known = new Set(standing.map(({ name }) => name))
  return [...standing, ...offered.filter(({ name }) => !known.has(name))]
}

/** The columns as a select list; what is not there is null. */
function listOf(columns: readonly Column[], there: ReadonlySet<string>): string {
  return columns
    .map(({ name, type }) => (there.has(name) ? `"${name}"` : `null::${type} as "${name}"`))
    .join(', ')
}
