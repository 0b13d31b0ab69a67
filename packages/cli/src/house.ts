import { type Collector, createCollector } from '@whipcount/collector'
import { type EventLog, type LogConfig, openLog } from '@whipcount/event-log'
import {
  type Challenge,
  ChallengeDeclared,
  canonicalJson,
  envelope,
  eventIdOf,
  RulesetActivated,
  sha256Of,
} from '@whipcount/events'
import { type Extractor, type ModelConfig, openChat } from '@whipcount/extractors'
import {
  checkpointName,
  createDesk,
  createNormalizer,
  createReaders,
  type Desk,
  openModel,
  type Readers,
  rulesetOf,
} from '@whipcount/normalizer'
import { createProjector, projectedTopics } from '@whipcount/projector'
import {
  type Applier,
  type Checkpoints,
  createApplier,
  createCheckpoints,
  createDeadLetterOutbox,
  createDeadLetters,
  createDigests,
  createFeeds,
  createIntake,
  createQueries,
  type DeadLetters,
  type Digests,
  type Feeds,
  migrate,
  openDatabase,
  type Queries,
} from '@whipcount/read-store'
import type { Logger } from '@whipcount/service-kit'

/**
 * Where the house keeps its state: a data directory; a Postgres that this process has the services on; or a cluster, whose services
 * run elsewhere.
 */
export type HousePlace =
  | { readonly kind: 'embedded'; readonly dataDirectory: string }
  | { readonly kind: 'postgres' | 'cluster'; readonly databaseUrl: string }

/** Collector, normalizer, projector and read models, in one process or on a cluster. */
export interface House {
  readonly log: EventLog
  readonly collector: Collector
  readonly queries: Queries
  readonly deadLetters: DeadLetters
  readonly feeds: Feeds
  readonly digests: Digests
  readonly applier: Applier
  readonly desk: Desk
  readonly readers: Readers
  /** Declares a challenge and activates the ruleset at hand for it. Declaring what stands already changes nothing. */
  declare(challenge: Challenge): Promise<'declared' | 'standing'>
  /** Waits until everything in the log has been read and is in the read models. */
  settled(progress?: (done: number, total: number) => void): Promise<void>
  /** Rejects with what broke a service; never resolves. */
  readonly ended: Promise<never>
  close(): Promise<void>
}

const SETTLE_POLL_MS = 15
/** After so long without a step forward somebody should look at the services. */
const STANDSTILL_MS = 10_000

/** Opens the house. Where it is not a cluster its services are started; they go on where they stood. */
export async function openHouse(
  place: HousePlace,
  options: {
    logger: Logger
    logConfig: LogConfig
    modelConfig: ModelConfig
    now: () => Date
    warn: (line: string) => void
  },
): Promise<House> {
  const { logger, logConfig, modelConfig, now, warn } = options
  const chat = openChat(modelConfig)
  const database = await openDatabase(
    place.kind === 'embedded' ? { dataDirectory: place.dataDirectory } : { url: place.databaseUrl },
  )
  const opened: { stop(): Promise<unknown> }[] = []
  const close = async (): Promise<void> => {
    for (const service of opened.reverse()) await service.stop()
    await database.close()
  }
  try {
    await migrate(database.db)
    const log = await openLog(logConfig, {
      db: database.db,
      clientId: 'whipcount-cli',
      logger,
      exclusive: place.kind === 'embedded',
    })
    opened.push({ stop: () => log.close() })
    const checkpoints = createCheckpoints(database.db)
    const applier = createApplier({ db: database.db })
    const deadLetters = createDeadLetters(database.db)
    const outbox = createDeadLetterOutbox(log, deadLetters)
    const desk = createDesk(log, logger)
    const model = openModel(chat, { log, now })
    const readers = createReaders({ model, questionsAtOnce: modelConfig.WHIPCOUNT_MODEL_CONCURRENCY })
    opened.push(readers)
    const endings: Promise<never>[] = []
    if (place.kind !== 'cluster') {
      await outbox.flush()
      const normalizer = await createNormalizer({
        log,
        checkpoints,
        deadLetters,
        outbox,
        readerOf: readers.of,
        logger,
        now,
      })
      opened.push(normalizer, { stop: async () => readers.stopAsking() })
      const projector = await createProjector({ log, applier, outbox, logger })
      opened.push(projector)
      endings.push(normalizer.ended, projector.ended)
    }
    const ended = Promise.race([new Promise<never>(() => {}), ...endings])
    ended.catch(() => {})

    return {
      log,
      collector: createCollector({
        log,
        intake: createIntake(database.db),
        deadLetters,
        outbox,
        logger,
        now,
      }),
      queries: createQueries(database.db),
      deadLetters,
      feeds: createFeeds(database.db),
      digests: createDigests(database.db),
      applier,
      desk,
      readers,
      ended,
      declare: (challenge) => declare({ log, desk, model }, challenge, now()),
      async settled(progress) {
        const settle = async (): Promise<void> => {
          let most = 0
          let least = Number.POSITIVE_INFINITY
          let stepped = performance.now()
          for (;;) {
            const behind = await recordsBehind({ log, desk, checkpoints, applier })
            most = Math.max(most, behind)
            progress?.(most - behind, most)
            if (behind === 0) return
            if (behind < least) stepped = performance.now()
            least = Math.min(least, behind)
            if (performance.now() - stepped > STANDSTILL_MS) {
              const where = place.kind === 'cluster' ? ' Do normalizer and projector run?' : ''
              warn(`${behind} records wait, and none was handled for ${STANDSTILL_MS / 1000} s.${where}`)
              stepped = performance.now()
            }
            await new Promise((resolve) => setTimeout(resolve, SETTLE_POLL_MS))
          }
        }
        await Promise.race([settle(), ended])
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Records that have not been read for every declared challenge, or are not in the read models. By checkpoints alone. */
async function recordsBehind(parts: {
  log: EventLog
  desk: Desk
  checkpoints: Checkpoints
  applier: Applier
}): Promise<number> {
  const { log, desk, checkpoints, applier } = parts
  let behind = 0n
  for (const { challenge } of (await desk.refresh()).values()) {
    const name = checkpointName(challenge)
    for (const [partition, end] of await log.ends('articles'))
      behind += end - (await checkpoints.get(name, 'articles', partition))
  }
  // The normalizers' checkpoints move after their appends: looked at in this order, nothing is missed.
  for (const topic of projectedTopics) {
    for (const [partition, end] of await log.ends(topic))
      behind += end - (await applier.position(topic, partition))
  }
  return Number(behind)
}

async function declare(
  { log, desk, model }: { log: EventLog; desk: Desk; model: Extractor | null },
  challenge: Challenge,
  at: Date,
): Promise<'declared' | 'standing'> {
  const standing = (await desk.refresh()).get(challenge.id)
  if (standing && canonicalJson(standing.challenge) === canonicalJson(challenge)) return 'standing'
  // The latest declaration applies: by a clock that has gone back, this one would change nothing.
  const after = standing === undefined ? 0 : Date.parse(standing.at) + 1
  const time = new Date(Math.max(at.getTime(), after)).toISOString()
  const ruleset = rulesetOf(challenge, model)
  const about = (id: string) => ({ id, subject: challenge.id, time, source: '/whipcount/desk' })
  const declared = eventIdOf(ChallengeDeclared.type, challenge.id, time, sha256Of(canonicalJson(challenge)))
  const activated = eventIdOf(RulesetActivated.type, challenge.id, ruleset, time)
  const events = [
    envelope(ChallengeDeclared, about(declared), { challenge, at: time }),
    envelope(RulesetActivated, about(activated), { challenge: challenge.id, ruleset, at: time }),
  ]
  await log.append(
    'desk',
    events.map((event) => ({ key: challenge.id, value: JSON.stringify(event) })),
  )
  return 'declared'
}
