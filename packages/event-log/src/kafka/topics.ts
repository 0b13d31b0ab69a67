import { Failure } from '@whipcount/events'
import kafkajs, { type Admin } from 'kafkajs'
import type { Link, LogListener } from './client.ts'

/** Node finds only some of this CommonJS package's names; this one comes from its default export. */
const { ConfigResourceTypes } = kafkajs

/** Bytes of one group of records (one append, one key): it goes into one record batch, so Kafka takes all of it or nothing. */
export const LARGEST_GROUP_BYTES = 4 * 1024 * 1024

/**
 * What the log relies on: nothing expires (a replay reads from the first record on), the broker's clock stamps records, and a
 * batch may hold the greatest group even where it does not compress.
 * Source: https://kafka.apache.org/42/configuration/topic-configs/
 */
const SETTINGS: Readonly<Record<string, string>> = {
  'cleanup.policy': 'delete',
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'compression.type': 'producer',
  'message.timestamp.type': 'LogAppendTime',
  'max.message.bytes': String(LARGEST_GROUP_BYTES + 128 * 1024),
}

/**
 * Makes the topics that are missing. Throws `topic-mismatch` where a topic has another number of partitions: keys would change
 * their place. A topic that somebody else made with other settings is used as it is, with a warning.
 */
export async function prepareTopics(
  admin: Link<Admin>,
  wanted: Readonly<Record<string, number>>,
  options: { topicPrefix: string; replicationFactor: number; logger: LogListener },
): Promise<void> {
  const { topicPrefix, replicationFactor, logger } = options
  const names = new Map(Object.entries(wanted).map(([topic, count]) => [`${topicPrefix}${topic}`, count]))
  await admin.use(`Preparing topics ${[...names.keys()].join(', ')}`, async (client) => {
    const present = new Set(await client.listTopics())
    const missing = [...names].filter(([name]) => !present.has(name))
    const settings =
      replicationFactor >= 3
        ? { ...SETTINGS, 'min.insync.replicas': String(replicationFactor - 1) }
        : SETTINGS
    if (missing.length > 0) {
      await client.createTopics({
        timeout: 10_000,
        topics: missing.map(([topic, numPartitions]) => ({
          topic,
          numPartitions,
          replicationFactor,
          configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
        })),
      })
    }
    const { topics } = await client.fetchTopicMetadata({ topics: [...names.keys()] })
    for (const { name, partitions } of topics) {
      if (partitions.length !== names.get(name)) {
        throw new Failure(
          'topic-mismatch',
          `Kafka's topic ${name} has ${partitions.length} partitions, not ${names.get(name)}. Set the number that it has; it never changes.`,
          { context: { topic: name, partitions: partitions.length, wanted: names.get(name) } },
        )
      }
    }
    const older = [...names.keys()].filter((name) => present.has(name))
    if (older.length > 0) await compareSettings(client, older, logger)
  })
}

async function compareSettings(client: Admin, names: readonly string[], logger: LogListener): Promise<void> {
  const { resources } = await client.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({
      type: ConfigResourceTypes.TOPIC,
      name,
      configNames: Object.keys(SETTINGS),
    })),
  })
  for (const { resourceName, configEntries } of resources) {
    for (const { configName, configValue } of configEntries) {
      const wanted = SETTINGS[configName]
      if (wanted === undefined || wanted === configValue) continue
      logger.warn(
        { topic: resourceName, setting: configName, value: configValue, wanted },
        `Kafka's topic ${resourceName} has ${configName}=${configValue}; the log wants ${wanted}. Records may expire, or be refused.`,
      )
    }
  }
}
