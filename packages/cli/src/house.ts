import { type Collector, createCollector } from '@whipcount/collector'
import {
  type EventLog,
  eraseFromTableLog,
  type LogConfig,
  type LogRecord,
  openLog,
} from '@whipcount/event-log'
import {
  type Challenge,
  ChallengeDeclared,
  canonicalJson,
  envelope,
  eventIdOf,
  Failure,
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
  type Renormalized,
  renormalize,
  rulesetOf,
} from '@whipcount/normalizer'
import { createVersionsProjector, projectedTopics, type Rebuilt, rebuild } from '@whipcount/projector'
import {
  type Checkpoints,
  createApplier,
  createCheckpoints,
  createDeadLetterOutbox,
  createDeadLetters,
  createDigests,
  createFeeds,
  createIntake,
  createProjections,
  createQueries,
  type DeadLetters,
  type Digests,
  type Feeds,
  type Intake,
  migrate,
  openDatabase,
  type Projections,
  projectorName,
  purgeArticle,
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
  readonly projections: Projections
  readonly checkpoints: Checkpoints
  readonly intake: Intake
  readonly desk: Desk
  readonly readers: Readers
  /** Declares a challenge and activates the ruleset at hand for it. Declaring what stands already changes nothing. */
  declare(challenge: Challenge): Promise<'declared' | 'standing'>
  /** Puts records that had been set aside into every version of the read models. Resolves to the failures of those that fail again. */
  applyAgain(records: readonly LogRecord[]): Promise<ReadonlyMap<LogRecord, Failure>>
  /**
   * Deletes what the database holds of an article that was taken down, and puts `value` in place of its records in a table log; in Kafka no
   * record can be rewritten (null).
   */
  purge(article: string, value: string): Promise<{ rows: number; records: number | null }>
  /** Reads articles again for a challenge with the rules at hand: those captured at an instant or later, or all. */
  renormalize(
    challenge: Challenge,
    since: string | null,
    progress?: (done: number, total: number) => void,
  ): Promise<Renormalized>
  /** Builds the next version of the read models by replay. */
  rebuild(progress?: (done: number, total: number) => void): Promise<Rebuilt>
  /**
   * Waits until everything in the log has been read and is in the read models. Throws `projection-other` where the version in use was
   * made by another build, which nothing here can keep up.
   */
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
    const projections = createProjections(database.db, { now })
    const applierOf = (version: number) => createApplier({ db: database.db, version })
    const queries = createQueries(database.db)
    const intake = createIntake(database.db)
    const deadLetters = createDeadLetters(database.db)
    const outbox = createDeadLetterOutbox(log, deadLetters)
    const desk = createDesk(log, logger)
    const model = openModel(chat, { log, now })
    const readers = createReaders({ model, questionsAtOnce: modelConfig.WHIPCOUNT_MODEL_CONCURRENCY })
    opened.push(readers)
    const projecting = { log, projections, applierOf, outbox, logger }
    const building = {
      ...projecting,
      applierOf: (version: number) => createApplier({ db: database.db, version, durable: false }),
    }

    /** One process has the directory to itself: no other build is at work that a person would have to wait for. */
    const bringToThisBuild = async (): Promise<void> => {
      const versions = await projections.list()
      const active = versions.find(({ state }) => state === 'active')!
      if (active.ours && active.same_answers) return
      warn('the read models were made by another build; they are built anew from the log')
      const { version } = await rebuild(building)
      await projections.cutover(version, { force: true })
      await projections.drop(active.version)
    }

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
      if (place.kind === 'embedded') await bringToThisBuild()
      const projector = await createVersionsProjector(projecting)
      opened.push(projector)
      endings.push(normalizer.ended, projector.ended)
    }
    const ended = Promise.race([new Promise<never>(() => {}), ...endings])
    ended.catch(() => {})

    return {
      log,
      collector: createCollector({
        log,
        intake,
        deadLetters,
        outbox,
        logger,
        now,
      }),
      queries,
      deadLetters,
      feeds: createFeeds(database.db),
      digests: createDigests(database.db),
      projections,
      checkpoints,
      intake,
      desk,
      readers,
      ended,
      async applyAgain(records) {
        const failures = new Map<LogRecord, Failure>()
        for (const version of await projections.followed()) {
          for (const [record, failure] of await applierOf(version).redrive(records))
            failures.set(record, failure)
        }
        return failures
      },
      renormalize(challenge, since, progress) {
        const reader = readers.of(challenge)
        return renormalize({
          log,
          checkpoints,
          deadLetters,
          outbox,
          logger,
          now,
          reader,
          since,
          unread: (sighted) => queries.unread(challenge.id, reader.ruleset, sighted),
          ...(progress ? { progress } : {}),
        })
      },
      async purge(article, value) {
        const records =
          logConfig.KAFKA_BROKERS === null ? await eraseFromTableLog(database.db, article, value) : null
        return { rows: await purgeArticle(database.db, article), records }
      },
      rebuild: (progress) => rebuild({ ...building, ...(progress ? { progress } : {}) }),
      declare: (challenge) => declare({ log, desk, model }, challenge, now()),
      async settled(progress) {
        const active = await projections.active()
        if (!(await projections.followed()).includes(active)) {
          throw new Failure(
            'projection-other',
            `Version ${active} of the read models was made by another build, which has to keep it up. \`whipcount projections build\`, \`verify\` and \`cutover\` bring them to this one.`,
          )
        }
        const settle = async (): Promise<void> => {
          let most = 0
          let least = Number.POSITIVE_INFINITY
          let stepped = performance.now()
          for (;;) {
            const behind = await recordsBehind({ log, desk, checkpoints, version: active })
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
  /** The version of the read models. */
  version: number
}): Promise<number> {
  const { log, desk, checkpoints, version } = parts
  let behind = 0n
  for (const { challenge } of (await desk.refresh()).values()) {
    const name = checkpointName(challenge)
    for (const [partition, end] of await log.ends('articles'))
      behind += end - (await checkpoints.get(name, 'articles', partition))
  }
  // The normalizers' checkpoints move after their appends: looked at in this order, nothing is missed.
  for (const topic of projectedTopics) {
    for (const [partition, end] of await log.ends(topic))
      behind += end - (await checkpoints.get(projectorName(version), topic, partition))
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
