import { type Collector, createCollector } from '@whipcount/collector'
import { createTableLog, type EventLog } from '@whipcount/event-log'
import {
  type Challenge,
  ChallengeDeclared,
  type CloudEvent,
  canonicalJson,
  decodeEvent,
  envelope,
  eventIdOf,
  RulesetActivated,
  sha256Of,
} from '@whipcount/events'
import { createNormalizer, latestDeclarations, type Normalizer, rulesetOf } from '@whipcount/normalizer'
import { createProjector, type Projector } from '@whipcount/projector'
import {
  createApplier,
  createCheckpoints,
  createDeadLetters,
  createDigests,
  createIntake,
  createQueries,
  type DeadLetters,
  type Digests,
  migrate,
  openDatabase,
  type Queries,
} from '@whipcount/read-store'
import { createExtractor } from '@whipcount/rules'
import type { Logger } from '@whipcount/service-kit'

/** Where the house keeps its state: a data directory, or a Postgres. */
export type HousePlace = { readonly dataDirectory: string } | { readonly databaseUrl: string }

/** Collector, normalizer, projector and read models in one process, on one database. */
export interface House {
  readonly log: EventLog
  readonly collector: Collector
  readonly queries: Queries
  readonly deadLetters: DeadLetters
  readonly digests: Digests
  /** Declares a challenge and activates the ruleset at hand for it. Declaring what stands already changes nothing. */
  declare(challenge: Challenge): Promise<'declared' | 'standing'>
  /** Waits until everything in the log has been read and is in the read models. */
  settled(progress?: (done: number, total: number) => void): Promise<void>
  /** Rejects with what broke a service; never resolves. */
  readonly ended: Promise<never>
  close(): Promise<void>
}

const SETTLE_POLL_MS = 15

/** Opens the house and starts its services; they go on where they stood. */
export async function openHouse(
  place: HousePlace,
  options: { logger: Logger; now: () => Date; failpoint?: (name: string) => Promise<void> | void },
): Promise<House> {
  const { logger, now, failpoint } = options
  const database = await openDatabase('databaseUrl' in place ? { url: place.databaseUrl } : place)
  const opened: { stop(): Promise<unknown> }[] = []
  const close = async (): Promise<void> => {
    for (const service of opened.reverse()) await service.stop()
    await database.close()
  }
  try {
    await migrate(database.db)
    const log = await createTableLog({ db: database.db, exclusive: database.kind === 'pglite' })
    opened.push({ stop: () => log.close() })
    const checkpoints = createCheckpoints(database.db)
    const deadLetters = createDeadLetters(database.db)
    const normalizer: Normalizer = await createNormalizer({
      log,
      checkpoints,
      deadLetters,
      logger,
      now,
      readerOf: (challenge) => {
        const extractor = createExtractor(challenge)
        return {
          challenge: challenge.id,
          ruleset: rulesetOf(challenge),
          extract: (article) => extractor.extract(article),
        }
      },
      ...(failpoint ? { failpoint } : {}),
    })
    opened.push(normalizer)
    const projector: Projector = await createProjector({
      log,
      applier: createApplier({ db: database.db }),
      logger,
    })
    opened.push(projector)
    const ended = Promise.race([normalizer.ended, projector.ended])
    ended.catch(() => {})

    return {
      log,
      collector: createCollector({ log, intake: createIntake(database.db), deadLetters, logger, now }),
      queries: createQueries(database.db),
      deadLetters,
      digests: createDigests(database.db),
      ended,
      declare: (challenge) => declare(log, challenge, now()),
      async settled(progress) {
        const settle = async (): Promise<void> => {
          const start = await projector.behind()
          for (;;) {
            const read = await normalizer.caughtUp()
            const behind = await projector.behind()
            progress?.(Math.max(0, start - behind), Math.max(start, behind))
            if (read && behind === 0) return
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

/** Every event on the desk. It is small. */
async function readDesk(log: EventLog): Promise<CloudEvent[]> {
  const events: CloudEvent[] = []
  for (let from = 0n; ; ) {
    const records = await log.read('desk', 0, from, 500)
    if (records.length === 0) return events
    events.push(...records.map((record) => decodeEvent(record.value)))
    from = records.at(-1)!.position + 1n
  }
}

async function declare(log: EventLog, challenge: Challenge, at: Date): Promise<'declared' | 'standing'> {
  const standing = latestDeclarations(await readDesk(log)).get(challenge.id)
  if (standing && canonicalJson(standing.challenge) === canonicalJson(challenge)) return 'standing'
  const time = at.toISOString()
  const ruleset = rulesetOf(challenge)
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
