import { setImmediate as othersTurn } from 'node:timers/promises'
import { arrayLiteral, type LogRecord } from '@whipcount/event-log'
import { decodeEvent, Failure } from '@whipcount/events'
import { type Cell, type Projection, projections, type Row, rowsOf } from '@whipcount/projections'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import { canCopy, copyLine, copyLines, copyRows } from './database/copy.ts'
import { nothingTouched, type Touched, touch } from './moves.ts'
import type { SetAside } from './ports.ts'
import { schemaOf } from './projections/definition.ts'

/** What became of rows. */
export interface Inserted {
  /** Rows that were there already. */
  readonly repeats: number
  /** Records that the tables refuse; none of their rows was added. */
  readonly failed: readonly SetAside[]
}

/** What was made ready of records. */
export interface Offer {
  readonly topic: string
  /** Those that are events; none where there is nothing to add. */
  readonly records: readonly LogRecord[]
  /** Those that are none that this build knows. */
  readonly failed: readonly SetAside[]
  /** What their rows bear on. */
  readonly touched: Touched
  /** Their rows, where they are not to be copied. */
  readonly decoded: readonly Decoded[] | null
  /** Their rows by set, to be copied; null where that would not be tried. */
  readonly copies: { readonly bySet: ReadonlyMap<Projection, Copy>; readonly repeats: number } | null
}

interface Copy {
  readonly rows: Buffer
  readonly count: number
}

/** Adds the rows of records to the sets of a version. */
export interface RowInserter {
  /**
   * Decodes records, and makes ready what can be before the transaction.
   *
   * @param topic whose records they are: how its batches fared before says how this one is tried first.
   */
  offer(topic: string, records: readonly LogRecord[]): Promise<Offer>
  /** Adds the rows that are not there already, within a transaction. */
  insert(trx: Kysely<unknown>, offer: Offer): Promise<Inserted>
}

/** A record with the rows that it adds. */
interface Decoded {
  readonly record: LogRecord
  readonly rows: readonly { readonly projection: Projection; readonly row: Row }[]
}

interface Insert {
  readonly table: string
  readonly text: string
  readonly columns: readonly string[]
  readonly keyOf: (row: Row) => string
}

/** Records decoded at a stretch: with about 10 µs for each, what other batches wait for waits less than a millisecond. */
const STRETCH = 64

/**
 * Three ways to add the same rows, each tried where the one before it fails: `copy`, the fastest, which one row that is there already
 * makes fail; `insert ... on conflict do nothing`, which one row that a table refuses makes fail; each record by itself. A topic's next
 * batch begins with the way that its last one needed, so that nothing is tried in vain again and again.
 */
export function createRowInserter(db: Kysely<unknown>, version: number): RowInserter {
  const inserts = new Map(projections.map((projection) => [projection, insertOf(projection, version)]))
  const canCopyHere = canCopy(db)
  /** Topics of whose last batch rows were there already. */
  const repeating = new Set<string>()
  /** Topics of whose last batch records were refused. */
  const stormy = new Set<string>()

  return {
    async offer(topic, records) {
      const copying = canCopyHere && !stormy.has(topic) && !repeating.has(topic)
      // Lines, not rows: of what a record was decoded to nothing outlives its turn, and the garbage collector has a quarter less to do.
      const lines = new Map<Projection, Map<string, string>>()
      const decoded: Decoded[] = []
      const sound: LogRecord[] = []
      const failed: SetAside[] = []
      const touched = nothingTouched()
      let count = 0
      for (const [index, record] of records.entries()) {
        if (index % STRETCH === STRETCH - 1) await othersTurn()
        try {
          const rows = [...rowsOf(decodeEvent(record.value))]
          for (const { projection, row } of rows) touch(touched, projection, row)
          if (copying) {
            for (const { projection, row } of rows) {
              const { keyOf, columns } = inserts.get(projection)!
              let set = lines.get(projection)
              if (set === undefined) {
                set = new Map()
                lines.set(projection, set)
              }
              set.set(keyOf(row), copyLine(columns, row))
              count++
            }
          } else decoded.push({ record, rows })
          sound.push(record)
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          failed.push({ record, failure: error })
        }
      }
      if (!copying) return { topic, records: sound, failed, touched, decoded, copies: null }
      const bySet = new Map<Projection, Copy>()
      let distinct = 0
      for (const [projection, set] of lines) {
        await othersTurn()
        bySet.set(projection, { rows: copyLines(inOrder(set)), count: set.size })
        distinct += set.size
      }
      return {
        topic,
        records: sound,
        failed,
        touched,
        decoded: null,
        copies: { bySet, repeats: count - distinct },
      }
    },
    async insert(trx, { topic, records, copies, ...offer }) {
      if (records.length === 0) return { repeats: 0, failed: [] }
      let refused = stormy.has(topic)
      if (copies !== null && !refused && !repeating.has(topic)) {
        const copied = await trying(trx, () => copySets(trx, copies.bySet, inserts))
        if ('result' in copied) return { repeats: copies.repeats, failed: [] }
        refused = codeOf(copied.error) !== UNIQUE_VIOLATION
      }
      const decoded =
        offer.decoded ?? records.map((record) => ({ record, rows: [...rowsOf(decodeEvent(record.value))] }))
      if (!refused) {
        const inserted = await trying(trx, () => insertSets(trx, setsOf(decoded, inserts), inserts))
        if ('result' in inserted) {
          const repeats = decoded.reduce((sum, { rows }) => sum + rows.length, 0) - inserted.result
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

/** The rows of many records by set, each once, in order. */
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
  return new Map([...byKey].map(([projection, set]) => [projection, inOrder(set)]))
}

/** Keys in order: two projectors that add the same rows then never wait for each other in a circle. */
function inOrder<Value>(byKey: ReadonlyMap<string, Value>): Value[] {
  return [...byKey.keys()].sort().map((key) => byKey.get(key)!)
}

async function copySets(
  trx: Kysely<unknown>,
  bySet: ReadonlyMap<Projection, Copy>,
  inserts: ReadonlyMap<Projection, Insert>,
): Promise<void> {
  for (const [projection, { table, columns }] of inserts) {
    const copy = bySet.get(projection)
    if (copy !== undefined) await copyRows(trx, table, columns, copy.rows)
  }
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
