import { randomUUID } from 'node:crypto'
import { Failure } from '@whipcount/events'
import { type Kysely, sql } from 'kysely'
import {
  type EventLog,
  LONGEST_RECORD_BYTES,
  type LogPlace,
  type LogRecord,
  type NewRecord,
  topics as pipelineTopics,
  type Subscription,
} from '../port.ts'
import { arrayLiteral } from './array-literal.ts'
import { createArrivals } from './arrivals.ts'
import { startConsumer } from './consume.ts'
import { createOwnership } from './ownership.ts'
import { isPassing } from './passing-errors.ts'
import { prepareSchema, prepareTopics } from './schema.ts'

export interface TableLogOptions {
  readonly db: Kysely<unknown>
  /** Partitions by topic; a topic that is there already must have as many. Default: one for each topic of the pipeline. */
  readonly partitions?: Readonly<Record<string, number>>
  /** Whether no other process can reach this database (PGlite): leases of a former process are then void at once. */
  readonly exclusive?: boolean
  /** How often an idle consumer looks for records of other processes, in milliseconds. Default 100; 1000 when exclusive. */
  readonly pollIntervalMs?: number
  /** How long a partition stays with a process that no longer renews its lease, in milliseconds. Default 10 000. */
  readonly leaseMs?: number
}

/** One partition for each topic of the pipeline. */
const onePartitionEach: Readonly<Record<string, number>> = Object.fromEntries(
  pipelineTopics.map((topic) => [topic, 1]),
)

/** Which partition a key belongs to: FNV-1a over its UTF-8 bytes. Fixed for ever: a key never changes its partition. */
function partitionOf(key: string, partitions: number): number {
  if (partitions === 1) return 0
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash % partitions
}

/**
 * Opens the log that is kept in tables of a Postgres database (on a server or PGlite), making them where they are missing.
 *
 * Positions have no gaps: an append takes them under a lock on the partition that it holds until it commits, so appends to one
 * partition happen one after the other. Append in batches.
 */
export async function createTableLog(options: TableLogOptions): Promise<EventLog> {
  const { db, partitions: wanted = onePartitionEach, exclusive = false, leaseMs = 10_000 } = options
  const pollIntervalMs = options.pollIntervalMs ?? (exclusive ? 1_000 : 100)
  const arrivals = createArrivals()
  const subscriptions = new Set<Subscription>()
  await answering(async () => {
    await prepareSchema(db)
    await prepareTopics(db, wanted)
    if (exclusive) {
      await sql`delete from whipcount_log.leases`.execute(db)
      await sql`delete from whipcount_log.members`.execute(db)
    }
  })
  const counts = new Map<string, number>(Object.entries(wanted))

  const partitions = async (topic: string): Promise<number> => {
    const known = counts.get(topic)
    if (known !== undefined) return known
    const { rows } = await answering(() =>
      sql<{ n: number }>`
        select count(*)::integer as n from whipcount_log.partitions where topic = ${topic}`.execute(db),
    )
    const count = rows[0]?.n ?? 0
    if (count === 0) {
      throw new Failure('topic-mismatch', `The log has no topic ${JSON.stringify(topic)}.`, {
        context: { topic },
      })
    }
    counts.set(topic, count)
    return count
  }

  const read = (
    topic: string,
    partition: number,
    from: bigint,
    limit: number,
    maxBytes: number,
  ): Promise<LogRecord[]> =>
    answering(async () => {
      // Sizes first: what is read in one go is bounded in bytes as well as in records.
      const { rows } = await sql<{
        position: string
        key: string
        value: string
        headers: string | null
        appended: string
      }>`
        select r.position::text as position, r.key, r.value, r.headers,
               (extract(epoch from r.appended_at) * 1000)::bigint::text as appended
        from whipcount_log.records r
        where r.topic = ${topic} and r.partition = ${partition}::integer and r.position >= ${String(from)}::text::bigint
          and r.position <= (
            select max(sized.position) from (
              select s.position, sum(s.size) over (order by s.position rows unbounded preceding) - s.size as before
              from whipcount_log.records s
              where s.topic = ${topic} and s.partition = ${partition}::integer and s.position >= ${String(from)}::text::bigint
              order by s.position limit ${limit}::integer) sized
            where sized.before < ${maxBytes}::bigint)
        order by r.position`.execute(db)
      return rows.map((row) => ({
        topic,
        partition,
        position: BigInt(row.position),
        key: row.key,
        value: row.value,
        headers: row.headers === null ? {} : (JSON.parse(row.headers) as Record<string, string>),
        appendedAt: new Date(Number(row.appended)),
      }))
    })

  return {
    partitions,
    read: (topic, partition, from, limit) => read(topic, partition, from, limit, 64 * 1024 * 1024),
    async append(topic, records) {
      const count = await partitions(topic)
      if (records.length === 0) return []
      const sizes = records.map(sizeOf)
      const where = records.map((record) => partitionOf(record.key, count))
      const headers = records.map((r) =>
        r.headers && Object.keys(r.headers).length > 0 ? JSON.stringify(r.headers) : null,
      )
      const { rows } = await answering(() =>
        sql<{ part: number; first: string }>`
          select part, first::text as first from whipcount_log.append(
            ${topic}, ${arrayLiteral(where)}::text::integer[],
            ${arrayLiteral(records.map((r) => r.key))}::text::text[],
            ${arrayLiteral(records.map((r) => r.value))}::text::text[],
            ${arrayLiteral(headers)}::text::text[], ${arrayLiteral(sizes)}::text::integer[])`.execute(db),
      )
      arrivals.announce(topic)
      const next = new Map(rows.map((row) => [row.part, BigInt(row.first)]))
      return where.map((partition): LogPlace => {
        const position = next.get(partition)!
        next.set(partition, position + 1n)
        return { partition, position }
      })
    },
    async ends(topic) {
      await partitions(topic)
      const { rows } = await answering(() =>
        sql<{ partition: number; next: string }>`
          select partition, next::text as next from whipcount_log.partitions
          where topic = ${topic} order by partition`.execute(db),
      )
      return new Map(rows.map((row) => [row.partition, BigInt(row.next)]))
    },
    async consume(consumer) {
      const shards = []
      for (const topic of consumer.topics) {
        const count = await partitions(topic)
        for (let partition = 0; partition < count; partition++) shards.push({ topic, partition })
      }
      const ownership = createOwnership({ db, group: consumer.group, member: randomUUID(), shards, leaseMs })
      const subscription = startConsumer(consumer, {
        ownership,
        arrivals,
        read,
        pollIntervalMs,
        renewIntervalMs: Math.ceil(leaseMs / 3),
      })
      subscriptions.add(subscription)
      return {
        ...subscription,
        async stop() {
          await subscription.stop()
          subscriptions.delete(subscription)
        },
      }
    },
    async close() {
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()))
      subscriptions.clear()
    },
  }
}

function sizeOf(record: NewRecord): number {
  const bytes = Buffer.byteLength(record.key) + Buffer.byteLength(record.value)
  if (bytes > LONGEST_RECORD_BYTES) {
    throw new Failure(
      'article-too-long',
      `Record ${record.key} has ${bytes} bytes; a record holds at most ${LONGEST_RECORD_BYTES}. Nothing was appended. Split the article.`,
      { fate: 'deadLetter', context: { key: record.key, bytes } },
    )
  }
  return bytes
}

/** Runs a query, turning an outage of the database into a failure that is worth trying again. */
async function answering<Result>(query: () => Promise<Result>): Promise<Result> {
  try {
    return await query()
  } catch (error) {
    if (!isPassing(error)) throw error
    throw new Failure(
      'log-unreachable',
      `The log's database does not answer: ${(error as Error).message}. It is tried again.`,
      {
        fate: 'retry',
        cause: error,
      },
    )
  }
}
