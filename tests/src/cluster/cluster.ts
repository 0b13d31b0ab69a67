import { randomUUID } from 'node:crypto'
import { arrayLiteral, type EventLog, logVariables, openLog } from '@whipcount/event-log'
import { scratchPostgres } from '@whipcount/event-log/scratch'
import { checkpointName, createDesk } from '@whipcount/normalizer'
import { projectedTopics } from '@whipcount/projector'
import {
  createCheckpoints,
  createDeadLetters,
  createDigests,
  type DeadLetters,
  migrate,
} from '@whipcount/read-store'
import { readConfig, silent } from '@whipcount/service-kit'
import { type Kysely, sql } from 'kysely'
import { type Ended, whipcount } from '../house/command.ts'
import { type Exit, type Service, type ServiceName, startService } from './service.ts'

export interface ClusterOptions {
  /** A Postgres on which the cluster's database is made. */
  readonly server: string
  /** A Kafka; null keeps the log in tables of the database. */
  readonly brokers: string | null
  readonly redisUrl?: string
  /** Of the articles and of the events. Default 12, in tables 4. */
  readonly partitions?: number
  /** Default 3000. */
  readonly sessionTimeoutMs?: number
  /** Keep the topics of another cluster: a database of one's own over the same log. */
  readonly topicPrefix?: string
  /** What every service is told besides. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Services as processes on a real log and database that nobody else has, and what tests ask of them. */
export interface Cluster {
  readonly environment: Readonly<Record<string, string>>
  readonly topicPrefix: string
  readonly db: Kysely<unknown>
  readonly log: EventLog
  readonly deadLetters: DeadLetters
  /** Starts a service; it runs once its `url` is there. */
  start(name: ServiceName, environment?: Readonly<Record<string, string>>): Service
  /** Starts one service of each name, or as many as it says, and waits until they run. */
  startAll(counts?: Partial<Record<ServiceName, number>>): Promise<readonly Service[]>
  running(): readonly Service[]
  /** Runs `whipcount` on this cluster. */
  whipcount(...args: string[]): Promise<Ended>
  /** Declares a challenge; normalizer and projector must run, for the command waits for them. */
  declare(challenge: string): Promise<void>
  /** Sends lines of JSON to a collector until it has taken them all. */
  post(collector: Service, lines: string): Promise<void>
  /** Records behind the ends of the topics, by checkpoints. */
  behind(): Promise<number>
  /** Waits until everything in the log was read and is in the read models. */
  settled(): Promise<void>
  /** Waits until everything in the log is in the read models, whether it was read or not. */
  applied(): Promise<void>
  /** Those of the articles that have a reading in the read model. */
  read(articles: readonly string[]): Promise<readonly string[]>
  digest(): Promise<string>
  /** Rows of each set. */
  rows(): Promise<Readonly<Record<string, number>>>
  /** Ends every service at once, and drops the database. */
  close(): Promise<void>
}

const SETTLE_MS = 240_000
const POLL_MS = 50

export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { brokers, redisUrl, sessionTimeoutMs = 3_000, topicPrefix = `test.${randomUUID()}.` } = options
  const { partitions = brokers === null ? 4 : 12 } = options
  const scratch = await scratchPostgres(options.server)
  const { db } = scratch
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const database = new URL(options.server)
  database.pathname = `/${rows[0]!.name}`
  const environment: Record<string, string> = {
    DATABASE_URL: database.href,
    ...(brokers === null ? {} : { KAFKA_BROKERS: brokers }),
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    WHIPCOUNT_PARTITIONS: String(partitions),
    WHIPCOUNT_TOPIC_PREFIX: topicPrefix,
    WHIPCOUNT_SESSION_TIMEOUT_MS: String(sessionTimeoutMs),
    WHIPCOUNT_LOG_LEVEL: 'warn',
    ...options.environment,
  }
  await migrate(db)
  const log = await openLog(readConfig(logVariables, environment), { db, clientId: 'tests', logger: silent })
  const checkpoints = createCheckpoints(db)
  const digests = createDigests(db)
  const desk = createDesk(log, silent)
  const services = new Set<Service>()

  /** Records of topics beyond a consumer's checkpoints. */
  const beyond = async (consumer: string, topics: readonly string[]): Promise<bigint> => {
    // The ends first: what is appended meanwhile is not counted as done.
    const ends = await Promise.all(topics.map((topic) => log.ends(topic)))
    const found = await checkpoints.list(consumer)
    const at = new Map(found.map((one) => [`${one.topic}/${one.partition}`, one.position]))
    let count = 0n
    for (const [index, topic] of topics.entries()) {
      for (const [partition, end] of ends[index]!) {
        const position = at.get(`${topic}/${partition}`) ?? 0n
        if (position < end) count += end - position
      }
    }
    return count
  }
  const unread = async (): Promise<bigint> => {
    let count = 0n
    for (const { challenge } of (await desk.refresh()).values())
      count += await beyond(checkpointName(challenge), ['articles'])
    return count
  }
  const unapplied = (): Promise<bigint> => beyond('projector/p1', projectedTopics)
  const reached = async (behind: () => Promise<number>): Promise<void> => {
    const deadline = performance.now() + SETTLE_MS
    for (;;) {
      // What tests kill may be away just now.
      const count = await behind().catch((error: Error) => error.message)
      if (count === 0) return
      if (performance.now() > deadline)
        throw new Error(`Not settled in ${SETTLE_MS} ms, behind: ${count}. ${lastWords([...services])}`)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  const cluster: Cluster = {
    environment,
    topicPrefix,
    db,
    log,
    deadLetters: createDeadLetters(db),
    start(name, more = {}) {
      const service = startService(name, { ...environment, ...more })
      services.add(service)
      void service.exited.then(() => services.delete(service))
      return service
    },
    async startAll(counts = {}) {
      const names: ServiceName[] = ['collector', 'normalizer', 'projector', 'api']
      const started = names.flatMap((name) =>
        Array.from({ length: counts[name] ?? 1 }, () => cluster.start(name)),
      )
      await Promise.all(started.map(({ url }) => url))
      return started
    },
    running: () => [...services],
    whipcount: (...args) => whipcount(args, { env: environment }),
    async declare(challenge) {
      const { code, stderr } = await cluster.whipcount('challenge', 'declare', challenge)
      if (code !== 0) throw new Error(`${challenge} was not declared: ${stderr}`)
    },
    async post(collector, lines) {
      const response = await fetch(`${await collector.url}/articles`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: lines,
      })
      if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`)
      await response.arrayBuffer()
    },
    behind: async () => Number((await unread()) + (await unapplied())),
    settled: () => reached(cluster.behind),
    applied: () => reached(async () => Number(await unapplied())),
    async read(articles) {
      const { rows } = await sql<{ article: string }>`
        select a::text as article from unnest(${arrayLiteral(articles)}::text::uuid[]) a
        where exists (select from whipcount_p1.readings r where r.article = a)`.execute(db)
      return rows.map(({ article }) => article)
    },
    digest: () => digests.digest(),
    async rows() {
      return Object.fromEntries((await digests.digestTables()).map(({ table, rows }) => [table, rows]))
    },
    async close() {
      const ending: Promise<Exit>[] = []
      for (const service of services) {
        service.signal('SIGKILL')
        ending.push(service.exited)
      }
      await Promise.all(ending)
      await log.close()
      await scratch.drop()
    },
  }
  return cluster
}

function lastWords(services: readonly Service[]): string {
  return services.map(({ name, stderr }) => `${name}: ${stderr().slice(-500)}`).join('\n')
}

/** Opens a cluster, and closes it however `use` ends. */
export async function onCluster<Result>(
  options: ClusterOptions,
  use: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const cluster = await openCluster(options)
  try {
    return await use(cluster)
  } finally {
    await cluster.close()
  }
}
