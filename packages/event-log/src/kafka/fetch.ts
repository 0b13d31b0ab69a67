import type { IHeaders, Kafka, KafkaMessage } from 'kafkajs'
import type { LogRecord } from '../port.ts'
import type { Link } from './client.ts'

/** Bytes that one fetch asks for. The first batch comes whole, however long it is. */
const FETCH_BYTES = 1024 * 1024
/** Bytes (compressed) after which one `read` takes no further fetch. */
const READ_BYTES = 16 * FETCH_BYTES

/** The part of kafkajs's own cluster (2.2.4, src/cluster/index.js) that a fetch needs. */
export interface Cluster {
  connect(): Promise<void>
  disconnect(): Promise<void>
  addTargetTopic(topic: string): Promise<void>
  refreshMetadataIfNecessary(): Promise<void>
  findLeaderForPartitions(topic: string, partitions: readonly number[]): Readonly<Record<string, number[]>>
  findBroker(options: { nodeId: string }): Promise<{
    fetch(request: {
      maxWaitTime: number
      minBytes: number
      maxBytes: number
      isolationLevel: number
      topics: readonly {
        topic: string
        partitions: readonly { partition: number; fetchOffset: string; maxBytes: number }[]
      }[]
    }): Promise<{
      responses: readonly {
        partitions: readonly {
          highWatermark: string
          messages: readonly (KafkaMessage & { isControlRecord: boolean })[]
        }[]
      }[]
    }>
  }>
}

const READ_COMMITTED = 1

/**
 * The cluster behind a client. kafkajs fetches only for members of consumer groups; joining one for a single read costs half a
 * second and leaves a group behind. Its cluster is behind a symbol; the version is pinned, and the contract suite reads with it.
 */
export function openCluster(kafka: Kafka): Cluster {
  const symbol = Object.getOwnPropertySymbols(kafka).find(
    ({ description }) => description === 'private:Kafka:createCluster',
  )
  if (symbol === undefined) throw new TypeError('This kafkajs has no cluster to fetch with; pin 2.2.4.')
  const create = (kafka as unknown as Record<symbol, (options: object) => Cluster>)[symbol]!
  return create({ metadataMaxAge: 300_000, allowAutoTopicCreation: false, isolationLevel: READ_COMMITTED })
}

/** Reads records of one partition from a position on, without a group. Empty at the end and beyond it. */
export async function fetchRecords(
  cluster: Link<Cluster>,
  topics: { readonly kafka: string; readonly log: string },
  partition: number,
  from: bigint,
  limit: number,
): Promise<LogRecord[]> {
  const records: LogRecord[] = []
  let position = from
  let bytes = 0
  while (records.length < limit && bytes < READ_BYTES) {
    const { messages, end } = await cluster.use(
      `Reading topic ${topics.kafka}, partition ${partition}, from ${position}`,
      (client) => fetchOnce(client, topics.kafka, partition, position),
    )
    for (const message of messages) {
      const offset = BigInt(message.offset)
      // A fetch gives whole record batches: the first ones may lie before what was asked for.
      if (offset < position) continue
      position = offset + 1n
      bytes += message.value?.length ?? 0
      if (message.isControlRecord || records.length === limit) continue
      records.push(toRecord(topics.log, partition, message))
    }
    if (messages.length === 0 || position >= end) break
  }
  return records
}

async function fetchOnce(cluster: Cluster, topic: string, partition: number, from: bigint) {
  await cluster.addTargetTopic(topic)
  await cluster.refreshMetadataIfNecessary()
  const [leader] = Object.keys(cluster.findLeaderForPartitions(topic, [partition]))
  if (leader === undefined) return { messages: [], end: 0n }
  const broker = await cluster.findBroker({ nodeId: leader })
  try {
    const { responses } = await broker.fetch({
      maxWaitTime: 0,
      minBytes: 1,
      maxBytes: FETCH_BYTES,
      isolationLevel: READ_COMMITTED,
      topics: [{ topic, partitions: [{ partition, fetchOffset: String(from), maxBytes: FETCH_BYTES }] }],
    })
    const answer = responses[0]?.partitions[0]
    return { messages: answer?.messages ?? [], end: BigInt(answer?.highWatermark ?? 0) }
  } catch (error) {
    if ((error as { type?: string }).type === 'OFFSET_OUT_OF_RANGE') return { messages: [], end: 0n }
    throw error
  }
}

/** A message as the port hands it out. */
export function toRecord(topic: string, partition: number, message: KafkaMessage): LogRecord {
  return {
    topic,
    partition,
    position: BigInt(message.offset),
    key: message.key?.toString() ?? '',
    value: message.value?.toString() ?? '',
    headers: headersOf(message.headers),
    appendedAt: new Date(Number(message.timestamp)),
  }
}

function headersOf(headers: IHeaders | undefined): Readonly<Record<string, string>> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers ?? {})) {
    const last = Array.isArray(value) ? value.at(-1) : value
    if (last !== undefined) plain[name] = last.toString()
  }
  return plain
}
