import { Failure } from '@whipcount/events'
import type { Failpoint } from '@whipcount/service-kit'
import { type KafkaConfig, Partitioners } from 'kafkajs'
import { type EventLog, topics as pipelineTopics, type Subscription } from '../port.ts'
import { createAppender } from './append.ts'
import { createKafka, createLink, type LogListener, nobody } from './client.ts'
import { startConsumer } from './consume.ts'
import { fetchRecords, openCluster } from './fetch.ts'
import { prepareTopics } from './topics.ts'

/** How long Kafka may not answer while the log is opened, in milliseconds: a wrong address is to be told soon. */
const START_MS = 6_000

export interface KafkaLogOptions {
  /** Addresses to begin with, `host:port`; the rest of the cluster is learnt from them. */
  readonly brokers: readonly string[]
  /** The name that the broker's logs and quotas know this process by. */
  readonly clientId: string
  /** Begins the name of each topic and consumer group in Kafka. Default `whipcount.`. */
  readonly topicPrefix?: string
  /** Partitions by topic; a topic that is there already must have as many. Default: one for each topic of the pipeline. */
  readonly partitions?: Readonly<Record<string, number>>
  /** Copies of each topic that is made; from 3 on, one broker may be away. Default 1. */
  readonly replicationFactor?: number
  readonly ssl?: KafkaConfig['ssl']
  readonly sasl?: KafkaConfig['sasl']
  /** Whether appended batches are compressed with gzip. Default true. */
  readonly compress?: boolean
  /** How long Kafka may not answer before a call fails with `log-unreachable`, in milliseconds. Default 30 000. */
  readonly timeoutMs?: number
  /** How long a partition stays with a process that no longer says it lives, in milliseconds. Default 10 000. */
  readonly sessionTimeoutMs?: number
  /** How long a consumer may not hear of Kafka before its subscription ends with `log-unreachable`, in milliseconds. Default 90 000. */
  readonly outageMs?: number
  /** How long one batch may be handled before the subscription ends with `record-poison`, in milliseconds. Default 300 000. */
  readonly handleTimeoutMs?: number
  /** How long `stop` waits for the batches in hand, in milliseconds. Default 20 000. */
  readonly stopTimeoutMs?: number
  readonly logger?: LogListener
  readonly failpoint?: Failpoint
}

/**
 * Opens the log that is kept in Kafka, making the topics that are missing. It connects by itself and `close` disconnects.
 *
 * Positions are Kafka's offsets. The records that one append has for one key are taken all or none; a group of several keys can
 * arrive in part when Kafka fails amid it, and comes again when the caller repeats it, which the read model's sets absorb. No
 * Kafka transactions are used.
 */
export async function createKafkaLog(options: KafkaLogOptions): Promise<EventLog> {
  const {
    partitions: wanted = Object.fromEntries(pipelineTopics.map((topic) => [topic, 1])),
    topicPrefix = 'whipcount.',
    replicationFactor = 1,
    compress = true,
    timeoutMs = 30_000,
    sessionTimeoutMs = 10_000,
    outageMs = 90_000,
    handleTimeoutMs = 300_000,
    stopTimeoutMs = 20_000,
    logger = nobody,
    failpoint = () => {},
  } = options
  // Its own retries are short: `createLink` repeats around them, on a fresh client.
  const kafka = createKafka({ ...options, retries: 3, logger })
  // An append is repeated by kafkajs alone, which knows its sequence numbers: longer than a broker takes to come back; `timeoutMs`
  // bounds it.
  const writing = createKafka({ ...options, retries: 60, logger })
  const admin = createLink({
    timeoutMs,
    open: () => opened(kafka.admin()),
    close: (client) => client.disconnect(),
  })
  const cluster = createLink({
    timeoutMs,
    open: () => opened(openCluster(kafka)),
    close: (client) => client.disconnect(),
  })
  const producer = createLink({
    timeoutMs,
    open: () =>
      opened(
        writing.producer({
          idempotent: true,
          maxInFlightRequests: 1,
          allowAutoTopicCreation: false,
          createPartitioner: Partitioners.DefaultPartitioner,
        }),
      ),
    close: (client) => client.disconnect(),
  })
  const links = [admin, cluster, producer]
  const appender = createAppender(producer, compress)
  const subscriptions = new Set<Subscription>()
  const counts = new Map(Object.entries(wanted))
  const nameOf = (topic: string): string => `${topicPrefix}${topic}`
  // Its failure says everything; kafkajs would tell each try besides.
  const first = createKafka({ ...options, retries: 3, logger: nobody })
  const startMs = Math.min(timeoutMs, START_MS)
  const starting = createLink({
    timeoutMs: startMs,
    open: () => opened(first.admin()),
    close: (client) => client.disconnect(),
  })
  try {
    await prepareTopics(starting, wanted, { topicPrefix, replicationFactor, logger })
  } catch (error) {
    await Promise.all(links.map((link) => link.close()))
    throw error instanceof Failure && error.code === 'log-unreachable' ? away(options, startMs, error) : error
  } finally {
    await starting.close()
  }

  const partitions = async (topic: string): Promise<number> => {
    const known = counts.get(topic)
    if (known !== undefined) return known
    const count = await admin.use(`Looking for topic ${nameOf(topic)}`, async (client) => {
      if (!(await client.listTopics()).includes(nameOf(topic))) return 0
      const { topics } = await client.fetchTopicMetadata({ topics: [nameOf(topic)] })
      return topics[0]?.partitions.length ?? 0
    })
    if (count === 0) {
      throw new Failure('topic-mismatch', `The log has no topic ${JSON.stringify(topic)}.`, {
        context: { topic },
      })
    }
    counts.set(topic, count)
    return count
  }
  const offsets = async (topic: string) => {
    await partitions(topic)
    return admin.use(`Asking for the ends of topic ${nameOf(topic)}`, (client) =>
      client.fetchTopicOffsets(nameOf(topic)),
    )
  }

  return {
    partitions,
    async append(topic, records) {
      const count = await partitions(topic)
      return records.length === 0 ? [] : appender.append(nameOf(topic), records, count)
    },
    async read(topic, partition, from, limit) {
      await partitions(topic)
      return fetchRecords(cluster, { kafka: nameOf(topic), log: topic }, partition, from, limit)
    },
    async ends(topic) {
      const ends = (await offsets(topic)).map(({ partition, high }) => [partition, BigInt(high)] as const)
      return new Map(ends.sort(([a], [b]) => a - b))
    },
    async consume(consumer) {
      const counted = await Promise.all(consumer.topics.map(partitions))
      const subscription = await startConsumer(consumer, {
        kafka,
        topicPrefix,
        partitions: counted.reduce((sum, count) => sum + count, 0),
        bounds: async (topic, partition) => {
          const own = (await offsets(topic)).find((one) => one.partition === partition)
          return { low: BigInt(own?.low ?? 0), high: BigInt(own?.high ?? 0) }
        },
        timeoutMs,
        sessionTimeoutMs,
        outageMs,
        handleTimeoutMs,
        stopTimeoutMs,
        logger,
        failpoint,
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
      await Promise.all(links.map((link) => link.close()))
    },
  }
}

function away({ brokers }: KafkaLogOptions, ms: number, failure: Failure): Failure {
  const why = failure.cause instanceof Error ? failure.cause.message : failure.message
  return new Failure(
    'log-unreachable',
    `Kafka at ${brokers.join(', ')} does not answer within ${ms} ms: ${why}. Start it, or correct KAFKA_BROKERS.`,
    { fate: 'retry', cause: failure },
  )
}

/** Connects a client; one that cannot leaves no half-open connection behind. */
async function opened<Client extends { connect(): Promise<void>; disconnect(): Promise<void> }>(
  client: Client,
): Promise<Client> {
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.disconnect().catch(() => {})
    throw error
  }
}
