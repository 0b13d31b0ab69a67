/**
 * The sets that `replay-run.ts` rebuilds, rebuilt by `@event-driven-io/emmett-postgresql` from the same events.
 * `node replay-emmett.ts fill DATABASE_URL EVENTS` makes its event store and appends so many; `... rebuild DATABASE_URL` is one rebuild, a process of its
 * own, whose last line is JSON of the shape that `replay-run.ts` prints. Its driver parses numbers its own way: keep it out of other processes.
 *
 * The projection is as its documentation shows one: an insert for each row. It is called for each event by itself, so that one with all
 * rows of a batch in a statement has nothing to gather. It does not validate what it reads, nor set anything aside. Batches are as large
 * as ours, and the pause that it makes between two is taken away.
 */
import {
  getPostgreSQLEventStore,
  postgreSQLRawSQLProjection,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql'
import { arrayLiteral } from '@whipcount/event-log'
import type { CloudEvent } from '@whipcount/events'
import { type Cell, projections, rowsOf } from '@whipcount/projections'
import { openDatabase } from '@whipcount/read-store'
import { sql } from 'kysely'
import { makeHistory } from './history.ts'

/** What of an event its store keeps. */
type Stored = {
  readonly type: string
  readonly data: { readonly id: string; readonly data: unknown }
}

const BATCH = 1000
const SCHEMA = 'emmett_sets'

const [what, url = '', count] = process.argv.slice(2)
if (what === 'fill') await fill(Number(count))
else await rebuild()

async function fill(wanted: number): Promise<void> {
  const store = getPostgreSQLEventStore(url)
  let events = 0
  let streams = 0
  for (const some of makeHistory(wanted)) {
    // Many articles to a stream: a rebuild reads them all in order alike, and filling is not what is measured.
    const stored = [...some.desk, ...some.articles, ...some.events].map(storedOf)
    await store.appendToStream(`history-${streams++}`, stored)
    events += stored.length
  }
  await store.close()
  const { db, close } = await openDatabase({ url })
  await sql.raw(`create schema ${SCHEMA}`).execute(db)
  for (const { table } of projections)
    await sql.raw(`create table ${SCHEMA}.${table} (like whipcount_p1.${table} including all)`).execute(db)
  await sql`vacuum analyze emt_messages`.execute(db)
  await close()
  console.log(JSON.stringify({ events }))
}

function storedOf({ id, type, data }: CloudEvent): Stored {
  return { type, data: { id, data } }
}

async function rebuild(): Promise<void> {
  let records = 0
  const projection = postgreSQLRawSQLProjection<Stored>({
    name: 'sets',
    canHandle: [...new Set(projections.flatMap(({ on }) => Object.keys(on)))],
    evolve: ({ type, data }) => {
      records++
      const inserts = [...rowsOf({ type, ...data })].map(({ projection: { table, columns }, row }) => {
        const names = Object.keys(columns)
        const values = names.map((name) => `${literalOf(row[name]!)}::${columns[name]!.type}`)
        return `insert into ${SCHEMA}.${table} (${names.map((name) => `"${name}"`).join(', ')})
                values (${values.join(', ')}) on conflict do nothing`
      })
      // Its type for SQL is a text with a brand, and the maker of it comes with another package.
      return inserts as never
    },
  })
  const began = performance.now()
  const consumer = rebuildPostgreSQLProjections({
    connectionString: url,
    projections: [projection],
    pulling: { batchSize: BATCH, pullingFrequencyInMs: 0 },
  })
  await consumer.start()
  const seconds = (performance.now() - began) / 1000
  await consumer.close()
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const cpuSeconds = (userCPUTime + systemCPUTime) / 1_000_000
  console.log(JSON.stringify({ records, seconds, cpuSeconds, peakMiB: Math.round(maxRSS / 1024) }))
}

function literalOf(cell: Cell): string {
  if (cell === null) return 'null'
  const text = typeof cell === 'object' ? arrayLiteral(cell) : String(cell)
  return `'${text.replaceAll("'", "''")}'`
}
