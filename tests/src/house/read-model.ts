import type { LogRecord } from '@whipcount/event-log'
import { scratchPglite, scratchPostgres, scratchServer } from '@whipcount/event-log/scratch'
import type { CloudEvent } from '@whipcount/events'
import {
  createApplier,
  createDigests,
  createQueries,
  type Digests,
  migrate,
  openDatabase,
  type Queries,
} from '@whipcount/read-store'
import { type Kysely, sql } from 'kysely'

const found = await scratchServer(process.env['WHIPCOUNT_TEST_DATABASE_URL']).catch((error: Error) => error)

/** Why there is no Postgres to test on; null where there is one. */
export const noServer = found instanceof Error ? found.message : null

/** The Postgres that tests use; they make databases of their own on it. Where there is none, nothing answers there. */
export const testServer = found instanceof Error ? 'postgres://postgres@127.0.0.1:5432/postgres' : found.url

/** An empty read model on a database of its own. */
export interface ReadModel {
  readonly db: Kysely<unknown>
  readonly queries: Queries
  readonly digests: Digests
  /**
   * Applies events as if they stood in the log, in batches, split over partitions by subject; with `atOnce` one by one over partitions
   * that are applied at the same time, so that what is about one article meets. `settle` says whether what answers would look up is
   * worked out at the end (the default), after every batch too, or not at all.
   */
  apply(
    events: readonly CloudEvent[],
    options?: {
      batchSize?: number
      partitions?: number
      atOnce?: boolean
      settle?: 'end' | 'always' | 'never'
    },
  ): Promise<void>
  /** Forgets everything that was applied. */
  empty(): Promise<void>
  drop(): Promise<void>
}

/** An empty database, opened as the services open theirs; `how` it is created in SQL, where not as the server does by itself. */
export async function openScratch(
  kind: 'pglite' | 'postgres',
  how = '',
): Promise<{ readonly db: Kysely<unknown>; drop(): Promise<void> }> {
  if (kind === 'pglite') return scratchPglite()
  const scratch = await scratchPostgres(testServer, how)
  const { db, close } = await openDatabase({ url: scratch.url })
  return {
    db,
    async drop() {
      await close()
      await scratch.drop()
    },
  }
}

/** How a database is created that sorts as a dictionary does, where PGlite sorts by code units. */
const DICTIONARY = "template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'en-US'"

export async function openReadModel(kind: 'pglite' | 'postgres' | 'dictionary'): Promise<ReadModel> {
  const { db, drop } = await openScratch(
    kind === 'pglite' ? kind : 'postgres',
    kind === 'dictionary' ? DICTIONARY : '',
  )
  await migrate(db)
  const positions = new Map<string, bigint>()
  return {
    db,
    queries: createQueries(db),
    digests: createDigests(db),
    drop,
    async empty() {
      positions.clear()
      const { rows } = await sql<{ name: string }>`
        select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname = 'whipcount_p1' or (schemaname = 'whipcount_control' and tablename in ('checkpoints', 'dead_letters'))`.execute(
        db,
      )
      await sql.raw(`truncate ${rows.map((row) => row.name).join(', ')}`).execute(db)
    },
    async apply(events, { batchSize = 500, partitions = 1, atOnce = false, settle = 'end' } = {}) {
      const applier = createApplier({ db, now: () => new Date(0) })
      const applyPartition = async (partition: number): Promise<void> => {
        const mine = events.filter(
          (event, n) => (atOnce ? n % partitions : partitionOf(event.subject, partitions)) === partition,
        )
        for (let i = 0; i < mine.length; i += batchSize) {
          const from = positions.get(`${partition}`) ?? 0n
          const records = mine
            .slice(i, i + batchSize)
            .map((event, k) => recordOf(event, partition, from + BigInt(k)))
          const next = from + BigInt(records.length)
          await applier.apply({ topic: 'events', partition, from, records, next })
          positions.set(`${partition}`, next)
          if (settle === 'always') await applier.settle()
        }
      }
      const all = Array.from({ length: partitions }, (_, partition) => partition)
      if (atOnce) await Promise.all(all.map(applyPartition))
      else for (const partition of all) await applyPartition(partition)
      if (settle !== 'never') await applier.settle()
    },
  }
}

function partitionOf(subject: string, partitions: number): number {
  let sum = 0
  for (const char of subject) sum = (sum * 31 + char.charCodeAt(0)) % 65_521
  return sum % partitions
}

function recordOf(event: CloudEvent, partition: number, position: bigint): LogRecord {
  const value = JSON.stringify(event)
  return {
    topic: 'events',
    partition,
    position,
    key: event.subject,
    value,
    headers: {},
    appendedAt: new Date(0),
  }
}
