import { Failure } from '@whipcount/events'
import { CompressionTypes, type Message, Partitioners, type Producer } from 'kafkajs'
import { LONGEST_RECORD_BYTES, type LogPlace, type NewRecord } from '../port.ts'
import type { Link } from './client.ts'
import { LARGEST_GROUP_BYTES } from './topics.ts'

/** Bytes at which a record batch takes no further group, before compression: a reader fetches whole batches. */
const BATCH_BYTES = 1024 * 1024
/** Bytes at which a request takes no further group. */
const REQUEST_BYTES = 8 * BATCH_BYTES

/** Records of one append that Kafka gets in one record batch: all of them, in order, or none. */
interface Group {
  readonly topic: string
  readonly partition: number
  readonly messages: readonly Message[]
  /** Where the messages stand in the append. */
  readonly indexes: readonly number[]
  readonly bytes: number
  readonly owner: Append
}

interface Append {
  readonly places: LogPlace[]
  left: number
  resolve(places: readonly LogPlace[]): void
  reject(error: unknown): void
}

/**
 * Sends appends in the order they were asked for, one request at a time; what comes in meanwhile goes together into the next.
 *
 * One at a time, because kafkajs gives a failed request's sequence numbers to the request that follows: with two under way, or
 * on a producer that has given up once, the broker can take other records for a repetition and drop them. So a producer that
 * failed is thrown away as well, and the next one has a new id.
 */
export function createAppender(producer: Link<Producer>, compress: boolean) {
  const partitionOf = Partitioners.DefaultPartitioner()
  const waiting: Group[] = []
  let sending = false

  /** The groups of the next request: in order, until one does not fit its batch or the request. */
  const takeNext = (): Group[] => {
    const filled = new Map<string, number>()
    let total = 0
    let count = 0
    for (const { topic, partition, bytes } of waiting) {
      const batch = filled.get(`${topic}/${partition}`) ?? 0
      if (count > 0 && (total + bytes > REQUEST_BYTES || (batch > 0 && batch + bytes > BATCH_BYTES))) break
      filled.set(`${topic}/${partition}`, batch + bytes)
      total += bytes
      count += 1
    }
    return waiting.splice(0, count)
  }

  const send = async (groups: readonly Group[]): Promise<void> => {
    const batches = new Map<string, Group[]>()
    for (const group of groups) {
      const batch = batches.get(`${group.topic}/${group.partition}`)
      if (batch === undefined) batches.set(`${group.topic}/${group.partition}`, [group])
      else batch.push(group)
    }
    const topics = [...new Set(groups.map(({ topic }) => topic))]
    const answers = await producer.use(
      `Appending to topic ${topics.join(', ')}`,
      (client) =>
        client.sendBatch({
          acks: -1,
          timeout: 10_000,
          compression: compress ? CompressionTypes.GZIP : CompressionTypes.None,
          topicMessages: topics.map((topic) => ({
            topic,
            messages: groups.filter((group) => group.topic === topic).flatMap(({ messages }) => messages),
          })),
        }),
      { again: false },
    )
    for (const { topicName, partition, baseOffset } of answers) {
      let position = BigInt(baseOffset ?? -1)
      for (const { indexes, owner } of batches.get(`${topicName}/${partition}`) ?? []) {
        for (const index of indexes) {
          owner.places[index] = { partition, position }
          position += 1n
        }
      }
    }
  }

  const pump = async (): Promise<void> => {
    if (sending) return
    sending = true
    while (waiting.length > 0) {
      const groups = takeNext()
      try {
        await send(groups)
        for (const { owner } of groups) {
          owner.left -= 1
          if (owner.left === 0) owner.resolve(owner.places)
        }
      } catch (error) {
        const failed = new Set(groups.map(({ owner }) => owner))
        for (const owner of failed) owner.reject(error)
        const rest = waiting.filter(({ owner }) => !failed.has(owner))
        waiting.splice(0, waiting.length, ...rest)
      }
    }
    sending = false
  }

  return {
    /** Appends records to a topic (by Kafka's name) of so many partitions. */
    append(topic: string, records: readonly NewRecord[], partitions: number): Promise<readonly LogPlace[]> {
      const sizes = records.map(sizeOf)
      const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
        partitionId,
        leader: 0,
        partitionErrorCode: 0,
        replicas: [],
        isr: [],
      }))
      const byPartition = new Map<number, number[]>()
      const messages = records.map((record, index): Message => {
        const message = { key: record.key, value: record.value, headers: { ...record.headers } }
        const partition = partitionOf({ topic, partitionMetadata, message })
        const indexes = byPartition.get(partition)
        if (indexes === undefined) byPartition.set(partition, [index])
        else indexes.push(index)
        return { ...message, partition }
      })
      return new Promise((resolve, reject) => {
        const owner: Append = { places: [], left: 0, resolve, reject }
        const groups = [...byPartition].flatMap(([partition, indexes]) =>
          split(indexes, sizes, (index) => records[index]!.key).map((part): Group => {
            const bytes = part.reduce((sum, index) => sum + sizes[index]!, 0)
            return {
              topic,
              partition,
              indexes: part,
              messages: part.map((index) => messages[index]!),
              bytes,
              owner,
            }
          }),
        )
        owner.left = groups.length
        waiting.push(...groups)
        void pump()
      })
    },
  }
}

/** Cuts what one append has for one partition into batches; what has one key stays together and in order. */
function split(
  indexes: readonly number[],
  sizes: readonly number[],
  keyOf: (index: number) => string,
): number[][] {
  const total = indexes.reduce((sum, index) => sum + sizes[index]!, 0)
  if (total <= BATCH_BYTES) return [[...indexes]]
  const byKey = new Map<string, number[]>()
  for (const index of indexes) {
    const same = byKey.get(keyOf(index))
    if (same === undefined) byKey.set(keyOf(index), [index])
    else same.push(index)
  }
  const batches: number[][] = []
  let filled = Number.POSITIVE_INFINITY
  for (const [key, group] of byKey) {
    const bytes = group.reduce((sum, index) => sum + sizes[index]!, 0)
    if (bytes > LARGEST_GROUP_BYTES) {
      throw new Failure(
        'article-too-long',
        `The ${group.length} records of ${key} have ${bytes} bytes together; Kafka takes at most ${LARGEST_GROUP_BYTES} at once. Nothing was appended. Append them in several groups.`,
        { fate: 'deadLetter', context: { key, bytes } },
      )
    }
    if (filled + bytes > BATCH_BYTES) {
      batches.push([])
      filled = 0
    }
    batches.at(-1)!.push(...group)
    filled += bytes
  }
  return batches
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
