import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { arrayLiteral, createTableLog, type EventLog, type LogRecord } from '@whipcount/event-log'
import { scratchPostgres } from '@whipcount/event-log/scratch'
import { type CloudEvent, decodeEvent } from '@whipcount/events'
import { type Cell, firstVersion, projections, type Row, rowsOf } from '@whipcount/projections'
import { createProjector, projectedTopics } from '@whipcount/projector'
import {
  createApplier,
  createDeadLetterOutbox,
  createDeadLetters,
  type Database,
  migrate,
  openDatabase,
} from '@whipcount/read-store'
import { createLogger } from '@whipcount/service-kit'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import { makeDesk, makeEvents } from './events.ts'

/** A projector that catches up with a log of so many events, beside a bare insert of the rows that it makes. */
export interface CatchUpFigures {
  readonly database: 'pglite' | 'postgres'
  readonly events: number
  readonly rows: number
  readonly perSecond: number
  /** Events a second, if inserting their rows were all there is to do. */
  readonly barePerSecond: number
  /** `perSecond` of `barePerSecond`. */
  readonly share: number
  readonly residentMiB: number
}

/** Records in one transaction, of the projector and of the bare insert alike. */
export const BATCH = 1000

/** @param server where databases of the benchmark's own are made. */
export async function benchCatchUp(
  database: 'pglite' | 'postgres',
  articles: number,
  server: string,
): Promise<CatchUpFigures> {
  const { db, drop } = database === 'pglite' ? await openEmbedded() : await openOnServer(server)
  try {
    await migrate(db)
    const log = await createTableLog({ db, exclusive: database === 'pglite' })
    const events = await fill(log, articles)
    const began = performance.now()
    const projector = await createProjector({
      log,
      applier: createApplier({ db }),
      outbox: createDeadLetterOutbox(log, createDeadLetters(db)),
      logger: createLogger('bench', 'error'),
      batchSize: BATCH,
    })
    while ((await projector.behind()) > 0) await new Promise((resolve) => setTimeout(resolve, 20))
    const seconds = (performance.now() - began) / 1000
    await projector.stop()
    const residentMiB = Math.round(process.memoryUsage.rss() / 1024 / 1024)
    const bare = await insertBare(db, log)
    await log.close()
    const perSecond = events / seconds
    const barePerSecond = events / bare.seconds
    return {
      database,
      events,
      rows: bare.rows,
      perSecond,
      barePerSecond,
      share: perSecond / barePerSecond,
      residentMiB,
    }
  } finally {
    await drop()
  }
}

async function openEmbedded(): Promise<{ db: Kysely<unknown>; drop: () => Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'whipcount-bench-'))
  const opened: Database = await openDatabase({ dataDirectory: join(directory, 'data') })
  return {
    db: opened.db,
    async drop() {
      await opened.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function openOnServer(server: string): Promise<{ db: Kysely<unknown>; drop: () => Promise<void> }> {
  const scratch = await scratchPostgres(server)
  const opened = await openDatabase({ url: scratch.url })
  return {
    db: opened.db,
    async drop() {
      await opened.close()
      await scratch.drop()
    },
  }
}

/** Fills a log with the history of so many articles, one in ten relevant; resolves to the count of events. */
export async function fill(log: EventLog, articles: number): Promise<number> {
  let events = 0
  const append = async (
    topic: 'articles' | 'events' | 'desk',
    some: readonly CloudEvent[],
  ): Promise<void> => {
    events += some.length
    await log.append(
      topic,
      some.map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
    )
  }
  await append('desk', makeDesk())
  let collected: CloudEvent[] = []
  let read: CloudEvent[] = []
  const flush = async (): Promise<void> => {
    await append('articles', collected)
    await append('events', read)
    collected = []
    read = []
  }
  for (const made of makeEvents(articles, 0.1)) {
    collected.push(made.articles)
    read.push(...made.events)
    if (collected.length >= 500) await flush()
  }
  await flush()
  return events
}

/** Inserts the rows of every event into tables of the same shape and keys; only the inserts are timed. */
export async function insertBare(
  db: Kysely<unknown>,
  log: EventLog,
): Promise<{ seconds: number; rows: number }> {
  await sql`create schema bare`.execute(db)
  for (const { table } of projections) {
    await sql
      .raw(`create table bare.${table} (like whipcount_p${firstVersion}.${table} including all)`)
      .execute(db)
  }
  let seconds = 0
  let rows = 0
  const insert = async (records: readonly LogRecord[]): Promise<void> => {
    const sets = new Map<string, Row[]>()
    for (const record of records) {
      for (const { projection, row } of rowsOf(decodeEvent(record.value))) {
        const set = sets.get(projection.table)
        if (set) set.push(row)
        else sets.set(projection.table, [row])
      }
    }
    const statements = projections.flatMap(({ table, columns }) => {
      const set = sets.get(table) ?? []
      rows += set.length
      return set.length === 0 ? [] : [insertOf(table, columns, set)]
    })
    const began = performance.now()
    await db.transaction().execute(async (trx) => {
      for (const statement of statements) await trx.executeQuery(statement)
    })
    seconds += (performance.now() - began) / 1000
  }
  for (const topic of projectedTopics) {
    for (let partition = 0; partition < (await log.partitions(topic)); partition++) {
      for (let from = 0n; ; ) {
        const records = await log.read(topic, partition, from, BATCH)
        if (records.length === 0) break
        from = records.at(-1)!.position + 1n
        await insert(records)
      }
    }
  }
  return { seconds, rows }
}

function insertOf(
  table: string,
  columns: Readonly<Record<string, { readonly type: string }>>,
  rows: readonly Row[],
): CompiledQuery {
  const names = Object.keys(columns)
  const list = names.map((name) => `"${name}"`).join(', ')
  const casts = names.map((name) => `u."${name}"::${columns[name]!.type}`).join(', ')
  const arrays = names.map((_, n) => `$${n + 1}::text::text[]`).join(', ')
  const asText = (cell: Cell) => (typeof cell === 'object' && cell !== null ? arrayLiteral(cell) : cell)
  return CompiledQuery.raw(
    `insert into bare.${table} (${list}) select ${casts} from unnest(${arrays}) u (${list})`,
    names.map((name) => arrayLiteral(rows.map((row) => asText(row[name]!)))),
  )
}
