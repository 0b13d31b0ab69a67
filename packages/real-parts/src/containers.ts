/** A container that a test starts, as data: what can be said of it without Docker. */
export interface ContainerPlan {
  readonly image: string
  /** Where it listens, inside. */
  readonly port: number
  /** What it is told; for Kafka, which hands its own address on, the address at which the test reaches it. */
  readonly environment: (address: string) => Readonly<Record<string, string>>
  readonly command?: readonly string[]
  /** The line of its log that says that it serves, and how often it comes. */
  readonly ready: { readonly line: RegExp; readonly times: number }
}

/** One broker that is its own controller, of the image and the settings of `infra/compose`, with the short sessions that tests want. */
export const kafkaContainer: ContainerPlan = {
  image: 'apache/kafka:4.2.1',
  port: 19092,
  environment: (address) => ({
    CLUSTER_ID: 'd2hpcGNvdW50LWNvbXBvcw',
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093,HOST://:19092',
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://localhost:9092,HOST://${address}`,
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,HOST:PLAINTEXT',
    KAFKA_INTER_BROKER_LISTENER_NAME: 'PLAINTEXT',
    KAFKA_LOG_DIRS: '/var/lib/kafka/data',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: '1',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS: '1000',
  }),
  ready: { line: /Kafka Server started/, times: 1 },
}

/** A Postgres without a password, that forgets. */
export const postgresContainer: ContainerPlan = {
  image: 'postgres:17.6-bookworm',
  port: 5432,
  environment: () => ({ POSTGRES_HOST_AUTH_METHOD: 'trust' }),
  command: ['postgres', '-c', 'fsync=off', '-c', 'max_connections=200'],
  // The image starts it once to make the database, and then for good.
  ready: { line: /database system is ready to accept connections/, times: 2 },
}

/** A Redis that keeps nothing on disk. */
export const redisContainer: ContainerPlan = {
  image: 'redis:7.4.2-alpine',
  port: 6379,
  environment: () => ({}),
  command: ['redis-server', '--save', '', '--maxmemory-policy', 'noeviction'],
  ready: { line: /Ready to accept connections/, times: 1 },
}

/** What would be started, as lines for a person. */
export function explainContainer({ image, port, environment, command, ready }: ContainerPlan): string[] {
  return [
    `image    ${image}`,
    `port     ${port}, at a free one of the host`,
    ...Object.entries(environment('HOST:PORT')).map(([name, value]) => `env      ${name}=${value}`),
    ...(command === undefined ? [] : [`command  ${command.map((word) => word || "''").join(' ')}`]),
    `ready    at ${ready.line}${ready.times === 1 ? '' : `, the ${ready.times}nd time`}`,
  ]
}
