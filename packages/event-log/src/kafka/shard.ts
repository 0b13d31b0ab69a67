import type { KafkaMessage } from 'kafkajs'

/** One partition while this consumer has it: what was fetched and not handled yet, and where it stands. */
export interface Shard {
  readonly name: string
  readonly topic: string
  readonly partition: number
  /** Aborts when the partition is no longer ours. */
  readonly lost: AbortController
  /** The position that the next batch begins at; null until `positions` was asked, and after a failure. */
  position: bigint | null
  /** The offset that the next fetch must begin at: another one means that Kafka jumped. Null while `position` is. */
  fetchFrom: bigint | null
  /** Where a fetch that held nothing for us (control records) ended. */
  skippedTo: bigint | null
  /** Grows with each seek: what was fetched before it is dropped. */
  seeks: number
  fetched: KafkaMessage[]
  /** When the batch in hand was handed out, by `performance.now()`. */
  inHandSince: number | null
  done: Promise<void>
}

export function createShard(name: string, topic: string, partition: number): Shard {
  return {
    name,
    topic,
    partition,
    lost: new AbortController(),
    position: null,
    fetchFrom: null,
    skippedTo: null,
    seeks: 0,
    fetched: [],
    inHandSince: null,
    done: Promise.resolve(),
  }
}

/** Takes the next batch of what was fetched: at most `batchSize` records, none after `maxBytes` of values. */
export function takeBatch(shard: Shard, batchSize: number, maxBytes: number): KafkaMessage[] {
  const { count } = nextBatch(shard, batchSize, maxBytes)
  const batch = shard.fetched.slice(0, count)
  shard.fetched = shard.fetched.slice(count)
  return batch
}

/** Whether what was fetched fills a batch: then nothing more is taken in. */
export function isFull(shard: Shard, batchSize: number, maxBytes: number): boolean {
  const { count, bytes } = nextBatch(shard, batchSize, maxBytes)
  return count >= batchSize || bytes >= maxBytes
}

function nextBatch(
  { fetched }: Shard,
  batchSize: number,
  maxBytes: number,
): { readonly count: number; readonly bytes: number } {
  let count = 0
  let bytes = 0
  for (const { value } of fetched) {
    if (count >= batchSize || bytes >= maxBytes) break
    count += 1
    bytes += value?.length ?? 0
  }
  return { count, bytes }
}
