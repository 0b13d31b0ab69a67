import { readFileSync } from 'node:fs'
import { Failure } from '@whipcount/events'
import {
  type ConfigOf,
  type Failpoint,
  oneOf,
  optionalText,
  optionalWholeNumber,
  text,
  wholeNumber,
} from '@whipcount/service-kit'
import type { LogListener } from './kafka/client.ts'
import { createKafkaLog, type KafkaLogOptions } from './kafka/kafka-log.ts'
import { type EventLog, topics } from './port.ts'
import { createTableLog, type TableLogOptions } from './postgres/table-log.ts'

/** What says where the log is and how it is reached. */
export const logVariables = {
  KAFKA_BROKERS: optionalText(
    'Addresses of Kafka, `host:port`, with commas between them. Without them the log is kept in tables of the database.',
  ),
  KAFKA_TLS: oneOf('Whether Kafka is spoken to over TLS: `true` or `false`.', ['true', 'false'], 'false'),
  KAFKA_TLS_CA_FILE: optionalText('A PEM file of the authorities that may vouch for the brokers.'),
  KAFKA_SASL_MECHANISM: oneOf(
    'How to log in to Kafka: `none`, `plain`, `scram-sha-256` or `scram-sha-512`.',
    ['none', 'plain', 'scram-sha-256', 'scram-sha-512'],
    'none',
  ),
  KAFKA_SASL_USERNAME: optionalText('The user that logs in to Kafka.'),
  KAFKA_SASL_PASSWORD: optionalText('The password that goes with it.'),
  WHIPCOUNT_TOPIC_PREFIX: text('Begins the name of every topic and consumer group in Kafka.', 'whipcount.'),
  WHIPCOUNT_PARTITIONS: optionalWholeNumber(
    'Partitions of the articles and events topics where they are made: 12 in Kafka, 1 in the database. It never changes afterwards.',
    1,
  ),
  WHIPCOUNT_REPLICATION: wholeNumber('Copies of each topic that is made in Kafka.', 1, 1),
  WHIPCOUNT_SESSION_TIMEOUT_MS: wholeNumber(
    'How long a partition stays with a process that no longer says it lives.',
    10_000,
    1_000,
  ),
} as const

export type LogConfig = ConfigOf<typeof logVariables>

const KAFKA_PARTITIONS = 12

/**
 * Opens the log that the configuration names: Kafka where `KAFKA_BROKERS` is set, else tables of the database.
 *
 * @param clientId how the broker's logs and quotas know this process.
 * @param exclusive whether no other process can reach the database (PGlite).
 */
export function openLog(
  config: LogConfig,
  options: {
    db: TableLogOptions['db']
    clientId: string
    logger: LogListener
    exclusive?: boolean
    failpoint?: Failpoint
  },
): Promise<EventLog> {
  const { db, clientId, logger, exclusive = false, failpoint } = options
  const brokers = config.KAFKA_BROKERS?.split(',').map((broker) => broker.trim())
  const count = config.WHIPCOUNT_PARTITIONS ?? (brokers === undefined ? 1 : KAFKA_PARTITIONS)
  const partitions = Object.fromEntries(
    topics.map((topic) => [topic, topic === 'articles' || topic === 'events' ? count : 1]),
  )
  if (brokers === undefined) {
    return createTableLog({ db, partitions, exclusive, leaseMs: config.WHIPCOUNT_SESSION_TIMEOUT_MS })
  }
  return createKafkaLog({
    brokers,
    clientId,
    partitions,
    topicPrefix: config.WHIPCOUNT_TOPIC_PREFIX,
    replicationFactor: config.WHIPCOUNT_REPLICATION,
    sessionTimeoutMs: config.WHIPCOUNT_SESSION_TIMEOUT_MS,
    logger,
    ...(failpoint === undefined ? {} : { failpoint }),
    ...securityOf(config),
  })
}

function securityOf(config: LogConfig): Pick<KafkaLogOptions, 'ssl' | 'sasl'> {
  const { KAFKA_TLS, KAFKA_TLS_CA_FILE, KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD } =
    config
  const tls = KAFKA_TLS === 'true'
  if (KAFKA_TLS_CA_FILE !== null && !tls)
    throw wrong('KAFKA_TLS_CA_FILE is set, but KAFKA_TLS is not `true`.')
  const ssl = !tls ? {} : { ssl: KAFKA_TLS_CA_FILE === null ? true : { ca: authorities(KAFKA_TLS_CA_FILE) } }
  if (KAFKA_SASL_MECHANISM === 'none') {
    if (KAFKA_SASL_USERNAME !== null)
      throw wrong('KAFKA_SASL_USERNAME is set, but KAFKA_SASL_MECHANISM is not.')
    return ssl
  }
  if (KAFKA_SASL_USERNAME === null || KAFKA_SASL_PASSWORD === null) {
    throw wrong(`${KAFKA_SASL_MECHANISM} needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD.`)
  }
  const login = { username: KAFKA_SASL_USERNAME, password: KAFKA_SASL_PASSWORD }
  return {
    ...ssl,
    sasl: { mechanism: KAFKA_SASL_MECHANISM, ...login } as NonNullable<KafkaLogOptions['sasl']>,
  }
}

function authorities(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw wrong(`KAFKA_TLS_CA_FILE=${path}: ${(cause as Error).message}.`)
  }
}

const wrong = (message: string): Failure => new Failure('config-invalid', `Wrong configuration. ${message}`)
