import { hostname } from 'node:os'
import { setImmediate as breathe } from 'node:timers/promises'
import type { EventLog, LogBatch, LogRecord, Subscription } from '@whipcount/event-log'
import {
  ArticleCollected,
  type Challenge,
  ChallengeDeclared,
  type ClaimContent,
  type CloudEvent,
  type DataOf,
  decodeEvent,
  Failure,
  sha256Of,
} from '@whipcount/events'
import type { Checkpoints, DeadLetters } from '@whipcount/read-store'
import { challengeScope } from '@whipcount/roster'
import type { Logger, Metrics } from '@whipcount/service-kit'
import { eventsOfReading, type Reader } from './reading.ts'

/** Finds the claims of an article for one challenge. Pure. */
export interface ChallengeReader extends Reader {
  extract(article: DataOf<typeof ArticleCollected>): readonly ClaimContent[]
}

export interface NormalizerOptions {
  readonly log: EventLog
  readonly checkpoints: Checkpoints
  readonly deadLetters: DeadLetters
  /** Builds the reader of a challenge: the ruleset at hand applied to it. */
  readonly readerOf: (challenge: Challenge) => ChallengeReader
  readonly logger: Logger
  readonly metrics?: Metrics
  readonly now: () => Date
  /** Articles read in one batch; each batch is one append and one checkpoint. */
  readonly batchSize?: number
  /** Called at named points of the work; tests kill the process there. */
  readonly failpoint?: (name: string) => Promise<void> | void
}

/** Reads each article for each declared challenge and appends what it found. */
export interface Normalizer {
  /** Whether every declared challenge has been read up to these ends of the articles topic. */
  caughtUp(): Promise<boolean>
  /** Rejects with what broke it; never resolves. */
  readonly ended: Promise<never>
  stop(): Promise<void>
}

/** The longest stretch of reading between two looks at the outside world (heartbeats, requests), in milliseconds. */
const STRETCH_MS = 20

/**
 * The name under which the position in the articles topic is kept for a challenge. A declaration that changes what the extractor
 * reads (names, titles, roles, window) has another name, so every article is read again for it; a changed membership has not.
 */
export function checkpointName(challenge: Challenge): string {
  return `normalizer/${challenge.id}/${sha256Of(challengeScope(challenge)).slice(0, 12)}`
}

/** The declarations on the desk: the latest of each challenge, by time and id. */
export function latestDeclarations(
  events: Iterable<CloudEvent>,
): Map<string, { event: CloudEvent; challenge: Challenge }> {
  const latest = new Map<string, { event: CloudEvent; at: string; challenge: Challenge }>()
  for (const event of events) {
    if (event.type !== ChallengeDeclared.type) continue
    const { challenge, at } = event.data as DataOf<typeof ChallengeDeclared>
    const before = latest.get(challenge.id)
    if (!before || at > before.at || (at === before.at && event.id > before.event.id)) {
      latest.set(challenge.id, { event, at, challenge })
    }
  }
  return latest
}

/** Starts a normalizer. It follows the desk, and runs one consumer of the articles topic for each declared challenge. */
export async function createNormalizer(options: NormalizerOptions): Promise<Normalizer> {
  const { log, checkpoints, logger } = options
  const desk = new Map<string, CloudEvent>()
  const running = new Map<string, { name: string; subscription: Subscription }>()
  let fail: (error: unknown) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    fail = reject
  })
  ended.catch(() => {})

  const follow = async (): Promise<void> => {
    for (const [id, { challenge }] of latestDeclarations(desk.values())) {
      const name = checkpointName(challenge)
      const present = running.get(id)
      if (present?.name === name) continue
      await present?.subscription.stop()
      const reader = options.readerOf(challenge)
      const subscription = await log.consume({
        topics: ['articles'],
        group: name,
        batchSize: options.batchSize ?? 200,
        positions: (topic, partition) => checkpoints.get(name, topic, partition),
        handle: (batch) => normalizeBatch(options, name, reader, batch),
      })
      subscription.ended.catch(fail)
      running.set(id, { name, subscription })
      logger.info({ challenge: id, ruleset: reader.ruleset }, 'reading for a challenge')
    }
  }

  // Every process needs the whole desk, so its group is its own.
  const deskSubscription = await log.consume({
    topics: ['desk'],
    group: `normalizer-desk/${hostname()}/${process.pid}/${sha256Of(String(options.now().getTime())).slice(0, 8)}`,
    batchSize: 100,
    positions: async () => 0n,
    handle: async (batch) => {
      for (const record of batch.records) {
        try {
          const event = decodeEvent(record.value)
          desk.set(event.id, event)
        } catch (error) {
          logger.warn({ position: String(record.position) }, `desk: ${(error as Error).message}`)
        }
      }
      await follow()
    },
  })
  deskSubscription.ended.catch(fail)

  return {
    ended,
    async caughtUp() {
      const declared = await endOf(log, 'desk')
      if (desk.size === 0 && declared > 0n) return false
      if (latestDeclarations(desk.values()).size !== running.size) return false
      const ends = await log.ends('articles')
      for (const { name } of running.values()) {
        for (const [partition, end] of ends) {
          if ((await checkpoints.get(name, 'articles', partition)) < end) return false
        }
      }
      return true
    },
    async stop() {
      await deskSubscription.stop()
      await Promise.all([...running.values()].map(({ subscription }) => subscription.stop()))
    },
  }
}

async function endOf(log: EventLog, topic: 'desk'): Promise<bigint> {
  return (await log.ends(topic)).get(0) ?? 0n
}

/** Reads a batch of articles, appends their readings as one group, then moves the checkpoint. */
async function normalizeBatch(
  options: NormalizerOptions,
  name: string,
  reader: ChallengeReader,
  batch: LogBatch,
): Promise<void> {
  const { log, checkpoints, deadLetters, logger, metrics, now, failpoint } = options
  const began = performance.now()
  const out: { key: string; value: string; headers: Record<string, string> }[] = []
  let stretch = began
  for (const record of batch.records) {
    if (performance.now() - stretch > STRETCH_MS) {
      await breathe()
      stretch = performance.now()
    }
    try {
      for (const event of read(record, reader, now())) {
        const headers: Record<string, string> = event.traceparent ? { traceparent: event.traceparent } : {}
        out.push({ key: record.key, value: JSON.stringify(event), headers })
        metrics?.claims.inc({ type: event.type.replace(/\.reported$/, '') })
      }
      metrics?.records.inc({ topic: batch.topic, outcome: 'read' })
    } catch (error) {
      const failure =
        error instanceof Failure
          ? error
          : new Failure(
              'record-poison',
              `The extractor failed on article ${record.key}: ${(error as Error).message}. Mend the rule, then redrive.`,
              { fate: 'deadLetter', cause: error },
            )
      if (failure.fate !== 'deadLetter') throw failure
      logger.warn({ code: failure.code, key: record.key }, failure.message)
      metrics?.deadLetters.inc({ code: failure.code })
      await deadLetters.record({ service: 'normalizer', record, failure, at: now() })
    }
  }
  if (!batch.stillOurs()) return
  if (out.length > 0) await log.append('events', out)
  await failpoint?.('normalizer/after-append')
  const from = batch.from
  await checkpoints.advance(name, batch.topic, batch.partition, from, batch.next)
  await failpoint?.('normalizer/after-checkpoint')
  metrics?.batchSeconds.observe({ topic: batch.topic }, (performance.now() - began) / 1000)
}

function read(record: LogRecord, reader: ChallengeReader, at: Date): CloudEvent[] {
  const event = decodeEvent(record.value)
  if (event.type !== ArticleCollected.type) {
    throw new Failure('event-unknown', `The articles topic holds a ${event.type}, which is no article.`, {
      fate: 'deadLetter',
    })
  }
  const article = event.data as DataOf<typeof ArticleCollected>
  return eventsOfReading(article, reader.extract(article), reader, {
    partition: record.partition,
    position: record.position,
    time: at.toISOString(),
    traceparent: event.traceparent,
  })
}
