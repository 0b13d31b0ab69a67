import { Failure } from '@whipcount/events'

/** A record to append: `value` is one CloudEvent in JSON; records of one key keep their order. */
export interface NewRecord {
  readonly key: string
  readonly value: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A place in the log. */
export interface LogPlace {
  readonly partition: number
  readonly position: bigint
}

/** A record as it stands in the log. */
export interface LogRecord extends LogPlace {
  readonly topic: string
  readonly key: string
  readonly value: string
  readonly headers: Readonly<Record<string, string>>
  readonly appendedAt: Date
}

/** Consecutive records of one partition, handed to one consumer. */
export interface LogBatch {
  readonly topic: string
  readonly partition: number
  /** The position that the consumer stood at: what its checkpoint must still say. */
  readonly from: bigint
  /** In order; never empty. Positions may have holes (in Kafka: control records), so `next` is not `from + length`. */
  readonly records: readonly LogRecord[]
  /** The position to go on from once the effects of this batch are committed. */
  readonly next: bigint
  /** Whether the partition is still this consumer's. Correctness rests on the checkpoint alone. */
  stillOurs(): boolean
}

/**
 * Throws `partition-lost` (fate `retry`) where a batch is no longer this consumer's. Call it before the effects: a handler that just
 * returned would be taken to have committed them, and its records would be passed over until the partition moves.
 */
export function demandOurs(batch: LogBatch): void {
  if (batch.stillOurs()) return
  const { topic, partition, from } = batch
  throw new Failure(
    'partition-lost',
    `${topic}/${partition} may be another process's by now: the batch from ${from} is left to whoever has it.`,
    { fate: 'retry', context: { topic, partition, from: String(from) } },
  )
}

/** What a consumer of the log does, and where it stands. */
export interface ConsumeOptions {
  readonly topics: readonly string[]
  /** Consumers of one group, in any number of processes, share the partitions. */
  readonly group: string
  /** The position to go on from: asked when a partition is taken and after each failure of `handle`. */
  readonly positions: (topic: string, partition: number) => Promise<bigint>
  /**
   * Handles one batch and commits its effects together with `next`. Batches of one partition come one after the other, those of
   * different partitions concurrently.
   *
   * A `Failure` with fate `retry`, or any other error, makes the consumer ask `positions` again and go on from there after a
   * pause, a bounded number of times in a row; a `Failure` with fate `halt` or `deadLetter` ends the subscription.
   */
  readonly handle: (batch: LogBatch) => Promise<void>
  /**
   * Told of the records of the next batch, where they were read while the one before it is in hand: work on them that has no effect can
   * begin. The batch then holds this very array; but it may never come. Kafka's log does not tell.
   */
  readonly onAhead?: (topic: string, records: readonly LogRecord[]) => void
  /** Most records in a batch. Default 500. */
  readonly batchSize?: number
  /** Bytes of values after which a batch takes no further record. Default 8 MiB. */
  readonly maxBytes?: number
  /** Told of each failure that is tried again. */
  readonly onRetry?: (error: unknown, attempt: number) => void
}

/** A running consumer. */
export interface Subscription {
  /** Goes on from another position, after the batch in hand. No effect on a partition that is not ours. */
  seek(topic: string, partition: number, position: bigint): void
  /** Takes no further batch until `resume`; partitions are kept. */
  pause(): void
  resume(): void
  /** Lets the batch in hand finish, then gives up the partitions. Idempotent. */
  stop(): Promise<void>
  /** Rejects with what ended the subscription; never resolves. */
  readonly ended: Promise<never>
}

/**
 * An append-only log of topics in partitions. Positions begin at 0 and grow by commit order within a partition.
 */
export interface EventLog {
  /**
   * Appends a group of records, all or none, and resolves to their places in the order given once they are durable. Records of one key
   * go to one partition.
   *
   * Throws `article-too-long` (fate `deadLetter`) for a record above `LONGEST_RECORD_BYTES`, `topic-mismatch` for an unknown
   * topic, `log-unreachable` (fate `retry`) when the log does not answer.
   */
  append(topic: string, records: readonly NewRecord[]): Promise<readonly LogPlace[]>
  /** Records from a position on, in order, at most `limit`. Empty at the end of the partition. */
  read(topic: string, partition: number, from: bigint, limit: number): Promise<readonly LogRecord[]>
  /** For each partition the position that its next record will have. */
  ends(topic: string): Promise<ReadonlyMap<number, bigint>>
  /** The number of partitions of a topic. Throws `topic-mismatch` for an unknown one. */
  partitions(topic: string): Promise<number>
  consume(options: ConsumeOptions): Promise<Subscription>
  /** Stops every subscription. The database or broker connection that was passed in stays open. */
  close(): Promise<void>
}

/** The most bytes (UTF-8) that a record's key and value may have together: Kafka's default bound. */
export const LONGEST_RECORD_BYTES = 1_048_576 - 4_096

/** The topics of the pipeline. */
export const topics = ['articles', 'events', 'desk', 'answers', 'dead-letters'] as const
export type Topic = (typeof topics)[number]
