import type { LogRecord } from '@whipcount/event-log'
import { arrayLiteral } from '@whipcount/event-log'
import { decodeEvent, Failure } from '@whipcount/events'
import {
  type Cell,
  firstVersion,
  type Projection,
  projections,
  type Row,
  rowsOf,
} from '@whipcount/projections'
import type { Failpoint } from '@whipcount/service-kit'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import { moveCheckpoint } from './checkpoints.ts'
import { lettersOf, writeLetters } from './dead-letters.ts'
import { type Added, refreshMoves } from './moves.ts'
import type { Applicable, Applier, SetAside } from './ports.ts'
import { schemaOf } from './projections/definition.ts'
import { projectorName } from './projections/versions.ts'

export interface ApplierOptions {
  readonly db: Kysely<unknown>
  /** The projection version that it fills. Default: the one that a new database begins with. */
  readonly version?: number
  /**
   * Whether a batch must outlast a crash of the database once it is applied. Default true. Where a version is built by replay it need not:
   * the checkpoint is lost with the batch, and the building goes on from there.
   */
  readonly durable?: boolean
  readonly now?: () => Date
  readonly failpoint?: Failpoint
}

/** A record with the rows that it adds. */
interface Decoded {
  readonly record: LogRecord
  readonly rows: readonly { readonly projection: Projection; readonly row: Row }[]
}

/** Applies batches of the log to the sets, each in one transaction with its checkpoint. */
export function createApplier(options: ApplierOptions): Applier {
  const { db, version = firstVersion, durable = true, now = () => new Date(), failpoint } = options
  const projector = projectorName(version)
  const inserts = new Map(projections.map((projection) => [projection, insertOf(projection, version)]))
  /** Topics of whose last batch records were refused: the next batch is not tried whole, only to be tried again. */
  const stormy = new Set<string>()

  return {
    async position(topic, partition) {
      const { rows } = await sql<{ position: string }>`
        select position::text as position from whipcount_control.checkpoints
        where name = ${projector} and topic = ${topic} and partition = ${partition}::integer`.execute(db)
      return BigInt(rows[0]?.position ?? 0)
    },
    async apply(batch) {
      const { decoded, failed } = decodeAll(batch.records)
      const at = now()
      failpoint?.('projector/before-apply')
      const applied = await db.transaction().execute(async (trx) => {
        if (!durable) await sql`select set_config('synchronous_commit', 'off', true)`.execute(trx)
        const insert = stormy.has(batch.topic) ? insertAlone : insertAll
        const inserted = await insert(trx, decoded, inserts)
        if (inserted.failed.length > 0) stormy.add(batch.topic)
        else stormy.delete(batch.topic)
        const deadLetters = [...failed, ...inserted.failed]
        await writeLetters(trx, lettersOf('projector', deadLetters, at))
        await refreshMoves(trx, version, addedBy(decoded))
        const { topic, partition, from, next } = batch
        await moveCheckpoint(trx, { name: projector, topic, partition }, from, next)
        failpoint?.('projector/before-commit')
        return { applied: batch.records.length - deadLetters.length, repeats: inserted.repeats, deadLetters }
      })
      failpoint?.('projector/after-commit')
      return applied
    },
    async redrive(records) {
      const { decoded, failed } = decodeAll(records)
      const inserted = await db.transaction().execute(async (trx) => {
        const done = await insertAll(trx, decoded, inserts)
        await refreshMoves(trx, version, addedBy(decoded))
        return done
      })
      return new Map([...failed, ...inserted.failed].map(({ record, failure }) => [record, failure]))
    },
  }
}

function* addedBy(decoded: readonly Decoded[]): Added {
  for (const { rows } of decoded) yield* rows
}

function decodeAll(records: Applicable['records']): { decoded: Decoded[]; failed: SetAside[] } {
  const decoded: Decoded[] = []
  const failed: SetAside[] = []
  for (const record of records) {
    try {
      decoded.push({ record, rows: [...rowsOf(decodeEvent(record.value))] })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failed.push({ record, failure: error })
    }
  }
  return { decoded, failed }
}

interface Insert {
  readonly table: string
  readonly text: string
  readonly columns: readonly string[]
  readonly keyOf: (row: Row) => string
}

/** The statement that adds rows to a set: one text array for each column, cast on the way in. */
function insertOf({ table, columns, key }: Projection, version: number): Insert {
  const names = Object.keys(columns)
  const list = names.map((name) => `"${name}"`).join(', ')
  const casts = names.map((name) => `u."${name}"::${columns[name]!.type}`).join(', ')
  const arrays = names.map((_, index) => `$${index + 1}::text::text[]`).join(', ')
  const name = `${schemaOf(version)}.${table}`
  return {
    table: name,
    text: `insert into ${name} (${list}) select ${casts} from unnest(${arrays}) u (${list}) on conflict do nothing`,
    columns: names,
    keyOf:
      key.length === 1
        ? (row) => String(row[key[0]!])
        : (row) => JSON.stringify(key.map((name) => row[name])),
  }
}

/** Adds the rows of many records at once; where the database refuses them, each record by itself. */
async function insertAll(
  trx: Kysely<unknown>,
  decoded: readonly Decoded[],
  inserts: ReadonlyMap<Projection, Insert>,
): Promise<{ repeats: number; failed: SetAside[] }> {
  if (decoded.length === 0) return { repeats: 0, failed: [] }
  await sql`savepoint rows`.execute(trx)
  try {
    const repeats = await insertRows(trx, decoded, inserts)
    await sql`release savepoint rows`.execute(trx)
    return { repeats, failed: [] }
  } catch (error) {
    if (!isDataError(error)) throw error
    await sql`rollback to savepoint rows`.execute(trx)
    await sql`release savepoint rows`.execute(trx)
    return insertAlone(trx, decoded, inserts)
  }
}

async function insertAlone(
  trx: Kysely<unknown>,
  decoded: readonly Decoded[],
  inserts: ReadonlyMap<Projection, Insert>,
): Promise<{ repeats: number; failed: SetAside[] }> {
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

/** Errors that the data causes: class 22 (data exception) and 23 (integrity). Source: Postgres manual, Appendix A. */
function isDataError(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^2[23]/.test(code)
}

async function insertRows(
  trx: Kysely<unknown>,
  decoded: readonly Decoded[],
  inserts: ReadonlyMap<Projection, Insert>,
): Promise<number> {
  const sets = new Map<Projection, Map<string, Row>>()
  let rows = 0
  for (const one of decoded) {
    for (const { projection, row } of one.rows) {
      rows++
      const set = sets.get(projection) ?? new Map<string, Row>()
      sets.set(projection, set.set(inserts.get(projection)!.keyOf(row), row))
    }
  }
  let inserted = 0
  for (const [projection, insert] of inserts) {
    const set = sets.get(projection)
    if (!set) continue
    // Keys in order: two projectors that add the same rows then never wait for each other in a circle.
    const sorted = [...set].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
    const parameters = insert.columns.map((name) => arrayLiteral(sorted.map((row) => asText(row[name]!))))
    const { numAffectedRows } = await trx.executeQuery(CompiledQuery.raw(insert.text, parameters))
    inserted += Number(numAffectedRows ?? 0n)
  }
  return rows - inserted
}

function asText(cell: Cell): string | number | boolean | null {
  return typeof cell === 'object' && cell !== null ? arrayLiteral(cell) : cell
}
