import { arrayLiteral, type LogRecord } from '@whipcount/event-log'
import { Failure } from '@whipcount/events'
import { type Cell, type Projection, projections, type Row } from '@whipcount/projections'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import { canCopy, copyRows } from './database/copy.ts'
import type { SetAside } from './ports.ts'
import { schemaOf } from './projections/definition.ts'

/** A record with the rows that it adds. */
export interface Decoded {
  readonly record: LogRecord
  readonly rows: readonly { readonly projection: Projection; readonly row: Row }[]
}

/** What became of rows. */
export interface Inserted {
  /** Rows that were there already. */
  readonly repeats: number
  /** Records that the tables refuse; none of their rows was added. */
  readonly failed: readonly SetAside[]
}

/** Adds the rows of records to the sets of a version, within a transaction. */
export interface RowInserter {
  /**
   * Adds the rows that are not there already.
   *
   * @param topic whose records they are: how its batches fared before says how this one is tried first.
   */
  insert(trx: Kysely<unknown>, topic: string, decoded: readonly Decoded[]): Promise<Inserted>
}

interface Insert {
  readonly table: string
  readonly text: string
  readonly columns: readonly string[]
  readonly keyOf: (row: Row) => string
}

/**
 * Three ways to add the same rows, each tried where the one before it fails: `copy`, the fastest, which one row that is there already
 * makes fail; `insert ... on conflict do nothing`, which one row that a table refuses makes fail; each record by itself. A topic's next
 * batch begins with the way that its last one needed, so that nothing is tried in vain again and again.
 */
export function createRowInserter(db: Kysely<unknown>, version: number): RowInserter {
  const inserts = new Map(projections.map((projection) => [projection, insertOf(projection, version)]))
  const copies = canCopy(db)
  /** Topics of whose last batch rows were there already. */
  const repeating = new Set<string>()
  /** Topics of whose last batch records were refused. */
  const stormy = new Set<string>()

  return {
    async insert(trx, topic, decoded) {
      if (decoded.length === 0) return { repeats: 0, failed: [] }
      const sets = setsOf(decoded, inserts)
      const rows = decoded.reduce((sum, one) => sum + one.rows.length, 0)
      let refused = stormy.has(topic)
      if (copies && !refused && !repeating.has(topic)) {
        const copied = await trying(trx, () => copySets(trx, sets, inserts))
        if ('result' in copied) return { repeats: rows - copied.result, failed: [] }
        refused = codeOf(copied.error) !== UNIQUE_VIOLATION
      }
      if (!refused) {
        const inserted = await trying(trx, () => insertSets(trx, sets, inserts))
        if ('result' in inserted) {
          const repeats = rows - inserted.result
          if (repeats > 0) repeating.add(topic)
          else repeating.delete(topic)
          return { repeats, failed: [] }
        }
      }
      const alone = await insertAlone(trx, decoded, inserts)
      if (alone.failed.length > 0) stormy.add(topic)
      else stormy.delete(topic)
      return alone
    },
  }
}

/** The statement that adds rows to a set: one text array for each column. */
function insertOf({ table, columns, key }: Projection, version: number): Insert {
  const names = Object.keys(columns)
  const list = names.map((name) => `"${name}"`).join(', ')
  // In the select list, where the arrays are read in step: `from unnest(a, b, ...)` first writes each of them to a store of its own, which
  // takes a quarter of the statement's time.
  const cells = names.map((name, index) => {
    const { type } = columns[name]!
    const array = `$${index + 1}::text`
    return type.endsWith('[]') ? `unnest(${array}::text[])::${type}` : `unnest(${array}::${type}[])`
  })
  const name = `${schemaOf(version)}.${table}`
  return {
    table: name,
    text: `insert into ${name} (${list}) select ${cells.join(', ')} on conflict do nothing`,
    columns: names,
    // No text in Postgres holds a NUL.
    keyOf:
      key.length === 1 ? (row) => String(row[key[0]!]) : (row) => key.map((name) => row[name]).join('\u0000'),
  }
}

/** Works within a savepoint. Where the data makes it fail, nothing of it was done. */
async function trying<Result>(
  trx: Kysely<unknown>,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result } | { readonly error: unknown }> {
  await sql`savepoint rows`.execute(trx)
  try {
    const result = await work()
    await sql`release savepoint rows`.execute(trx)
    return { result }
  } catch (error) {
    if (!isDataError(error)) throw error
    await sql`rollback to savepoint rows`.execute(trx)
    await sql`release savepoint rows`.execute(trx)
    return { error }
  }
}

const UNIQUE_VIOLATION = '23505'

const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** Errors that the data causes: class 22 (data exception) and 23 (integrity). Source: Postgres manual, Appendix A. */
const isDataError = (error: unknown): boolean => /^2[23]/.test(codeOf(error))

/** The rows of many records by set, each once, their keys in order: two projectors that add the same rows then never wait for each other in a circle. */
function setsOf(
  decoded: readonly Decoded[],
  inserts: ReadonlyMap<Projection, Insert>,
): ReadonlyMap<Projection, readonly Row[]> {
  const byKey = new Map<Projection, Map<string, Row>>()
  for (const { rows } of decoded) {
    for (const { projection, row } of rows) {
      let set = byKey.get(projection)
      if (set === undefined) {
        set = new Map()
        byKey.set(projection, set)
      }
      set.set(inserts.get(projection)!.keyOf(row), row)
    }
  }
  const sets = new Map<Projection, readonly Row[]>()
  for (const [projection, set] of byKey)
    sets.set(
      projection,
      [...set.keys()].sort().map((key) => set.get(key)!),
    )
  return sets
}

async function copySets(
  trx: Kysely<unknown>,
  sets: ReadonlyMap<Projection, readonly Row[]>,
  inserts: ReadonlyMap<Projection, Insert>,
): Promise<number> {
  let copied = 0
  for (const [projection, { table, columns }] of inserts) {
    const rows = sets.get(projection)
    if (rows === undefined) continue
    await copyRows(trx, table, columns, rows)
    copied += rows.length
  }
  return copied
}

async function insertSets(
  trx: Kysely<unknown>,
  sets: ReadonlyMap<Projection, readonly Row[]>,
  inserts: ReadonlyMap<Projection, Insert>,
): Promise<number> {
  let inserted = 0
  for (const [projection, { text, columns }] of inserts) {
    const rows = sets.get(projection)
    if (rows === undefined) continue
    const parameters = columns.map((name) => arrayLiteral(rows.map((row) => asText(row[name]!))))
    const { numAffectedRows } = await trx.executeQuery(CompiledQuery.raw(text, parameters))
    inserted += Number(numAffectedRows ?? 0n)
  }
  return inserted
}

function asText(cell: Cell): string | number | boolean | null {
  return typeof cell === 'object' && cell !== null ? arrayLiteral(cell) : cell
}

async function insertAlone(
  trx: Kysely<unknown>,
  decoded: readonly Decoded[],
  inserts: ReadonlyMap<Projection, Insert>,
): Promise<Inserted> {
  const records = decoded.map(({ rows }) => {
    const pairs = rows.map(
      ({ projection, row }) => `["${inserts.get(projection)!.table}",${asJson(projection, row)}]`,
    )
    return `[${pairs.join(',')}]`
  })
  const { rows } = await sql<{ record: number; added: number; problem: string | null }>`
    select record, added, problem from whipcount_control.add_alone(${`[${records.join(',')}]`}::text::json)`.execute(
    trx,
  )
  let repeats = 0
  const failed = rows.flatMap(({ record: index, added, problem }) => {
    const { record, rows: offered } = decoded[index]!
    if (problem === null) {
      repeats += offered.length - added
      return []
    }
    const failure = new Failure(
      'record-poison',
      `The read model refuses the record at ${record.topic}/${record.partition}/${record.position}: ${problem}. Mend what made it, then redrive.`,
      { fate: 'deadLetter' },
    )
    return [{ record, failure }]
  })
  return { repeats, failed }
}

/** A row as JSON; what is JSON already stays as it is, to the last zero of its numbers. */
function asJson({ columns }: Projection, row: Row): string {
  const cells = Object.entries(columns).map(([name, { type }]) => {
    const cell = row[name]!
    const raw = type === 'jsonb' && typeof cell === 'string'
    return `${JSON.stringify(name)}:${raw ? cell : JSON.stringify(cell, wellFormed)}`
  })
  return `{${cells.join(',')}}`
}

/** A lone surrogate goes in as it does with many rows at once: as U+FFFD. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}
