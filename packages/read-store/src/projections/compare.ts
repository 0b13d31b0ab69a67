import { type Kysely, sql } from 'kysely'
import { createDigests } from '../digest.ts'
import { schemaOf } from './definition.ts'
import { viewsOf } from './publish.ts'

/** One answer in which two versions differ. */
export interface AnswerDifference {
  /** The public view. */
  readonly name: string
  /** Columns that the new version adds or lacks, in words; a whole view too. */
  readonly columns: readonly string[]
  /** Rows of the version in use that the other does not have, and the other way round. */
  readonly gone: number
  readonly come: number
  /** The first few of each, of the columns that both have. */
  readonly examples: { readonly gone: readonly unknown[]; readonly come: readonly unknown[] }
}

const EXAMPLES = 3

/** Whether two versions of one definition hold the same, table by table. Resolves to the tables that differ. */
export async function differingTables(trx: Kysely<unknown>, a: number, b: number): Promise<string[]> {
  const [first, second] = [
    await createDigests(trx, a).digestTables(),
    await createDigests(trx, b).digestTables(),
  ]
  const other = new Map(second.map((table) => [table.table, `${table.rows}/${table.digest}`]))
  const sets = first
    .filter(({ table, rows, digest }) => other.get(table) !== `${rows}/${digest}`)
    .map(({ table }) => table)
  return (await movesIn(trx, a)) === (await movesIn(trx, b)) ? sets : [...sets, 'moves']
}

/**
 * The moves of a version that answers rest on, worked out in its table or yet to be, in one figure; for a comparison within one session:
 * how it writes a time is of no account.
 */
async function movesIn(trx: Kysely<unknown>, version: number): Promise<string> {
  const part = (name: string) => sql.raw(`${schemaOf(version)}.${name}`)
  const { rows } = await sql<{ contents: string }>`
    select count(*) || '/' || coalesce(sum(('x' || left(md5(m::text), 16))::bit(64)::bigint::numeric), 0) as contents
    from ${part('current_declarations')}() d cross join lateral ${part('current_moves')}(d.challenge) m`.execute(
    trx,
  )
  return rows[0]!.contents
}

/** In which answers two versions differ, by the columns that both have. */
export async function differingAnswers(
  trx: Kysely<unknown>,
  active: number,
  other: number,
): Promise<AnswerDifference[]> {
  const [present, offered] = [await viewsOf(trx, schemaOf(active)), await viewsOf(trx, schemaOf(other))]
  const differences: AnswerDifference[] = []
  for (const name of [...new Set([...present.keys(), ...offered.keys()])].sort()) {
    const [was, is] = [present.get(name), offered.get(name)]
    if (was === undefined || is === undefined) {
      const columns = [was === undefined ? 'a new view' : 'no longer there']
      differences.push({ name, columns, gone: 0, come: 0, examples: { gone: [], come: [] } })
      continue
    }
    const typeOf = new Map(is.columns.map((column) => [column.name, column.type]))
    const shared = was.columns.filter(({ name, type }) => typeOf.get(name) === type).map((c) => `"${c.name}"`)
    const before = new Set(was.columns.map((column) => column.name))
    const columns = [
      ...was.columns
        .filter((column) => typeOf.get(column.name) !== column.type)
        .map((c) => `${c.name} is no longer ${c.type}`),
      ...is.columns.filter((column) => !before.has(column.name)).map((c) => `${c.name} is new`),
    ]
    const only = async (a: number, b: number) => {
      const { rows } = await sql<{ n: number; examples: unknown[] | null }>`
        with odd as (
          select ${sql.raw(shared.join(', '))} from ${sql.raw(`${schemaOf(a)}.${name}`)}
          except all select ${sql.raw(shared.join(', '))} from ${sql.raw(`${schemaOf(b)}.${name}`)})
        select (select count(*) from odd)::integer as n,
               (select jsonb_agg(to_jsonb(o)) from (select * from odd order by to_jsonb(odd)::text collate "C" limit ${EXAMPLES}) o) as examples`.execute(
        trx,
      )
      return rows[0]!
    }
    const [gone, come] = shared.length === 0 ? [] : [await only(active, other), await only(other, active)]
    if (columns.length === 0 && !gone?.n && !come?.n) continue
    differences.push({
      name,
      columns,
      gone: gone?.n ?? 0,
      come: come?.n ?? 0,
      examples: { gone: gone?.examples ?? [], come: come?.examples ?? [] },
    })
  }
  return differences
}
