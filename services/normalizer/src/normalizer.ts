import { setTimeout as pause } from 'node:timers/promises'
import {
  demandOurs,
  type EventLog,
  type LogBatch,
  type LogRecord,
  type Subscription,
} from '@whipcount/event-log'
import { type Challenge, Failure, sha256Of } from '@whipcount/events'
import type { Checkpoints, DeadLetterOutbox, DeadLetters } from '@whipcount/read-store'
import { challengeScope } from '@whipcount/roster'
import { type Failpoint, type Logger, type Metrics, reportSetAside, traceIdOf } from '@whipcount/service-kit'
import { createDesk } from './desk.ts'
import type { ChallengeReader } from './readers.ts'

export interface NormalizerOptions {
  readonly log: EventLog
  readonly checkpoints: Checkpoints
  readonly deadLetters: DeadLetters
  readonly outbox: DeadLetterOutbox
  /** Builds the reader of a challenge: the ruleset at hand applied to it. */
  readonly readerOf: (challenge: Challenge) => ChallengeReader
  readonly logger: Logger
  readonly metrics?: Metrics
  readonly now: () => Date
  /** Articles read in one batch; each batch is one append and one checkpoint. Default 200. */
  readonly batchSize?: number
  /** How often the desk is looked at for new declarations, in milliseconds. Default 250. */
  readonly deskIntervalMs?: number
  readonly failpoint?: Failpoint
}

/** Reads each article for each declared challenge and appends what it found. */
export interface Normalizer {
  /** The checkpoint names of the challenges that it reads for. */
  reading(): readonly string[]
  /** Rejects with what broke it; never resolves. */
  readonly ended: Promise<never>
  stop(): Promise<void>
}

/** Failed looks at the desk in a row after which the normalizer ends: with the pauses below, a minute. */
const MOST_TRIES = 30
const LONGEST_PAUSE_MS = 2_000

/**
 * The name under which the position in the articles topic is kept for a challenge. A declaration that changes what the extractor
 * reads (names, titles, roles, window) has another name, so every article is read again for it; a changed membership has not.
 */
export function checkpointName(challenge: Challenge): string {
  return `normalizer/${challenge.id}/${sha256Of(challengeScope(challenge)).slice(0, 12)}`
}

/** Starts a normalizer. It follows the desk, and runs one consumer of the articles topic for each declared challenge. */
export async function createNormalizer(options: NormalizerOptions): Promise<Normalizer> {
  const { log, checkpoints, logger, deskIntervalMs = 250 } = options
  const desk = createDesk(log, logger)
  const running = new Map<string, { name: string; subscription: Subscription }>()
  const stopping = new AbortController()
  let fail: (error: unknown) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    fail = reject
  })
  ended.catch(() => {})

  const follow = async (): Promise<void> => {
    for (const [id, { challenge }] of await desk.refresh()) {
      const name = checkpointName(challenge)
      const present = running.get(id)
      if (present?.name === name) continue
      await present?.subscription.stop()
      running.delete(id)
      const reader = options.readerOf(challenge)
      const subscription = await log.consume({
        topics: ['articles'],
        group: name,
        batchSize: Math.min(options.batchSize ?? 200, reader.atOnce),
        positions: (topic, partition) => checkpoints.get(name, topic, partition),
        onRetry: (error, attempt) =>
          logger.warn({ code: (error as Failure).code, attempt }, (error as Error).message),
        handle: (batch) => normalizeBatch(options, name, reader, batch),
      })
      subscription.ended.catch(fail)
      running.set(id, { name, subscription })
      logger.info({ challenge: id, ruleset: reader.ruleset }, 'reading for a challenge')
    }
  }

  await follow()
  const following = (async () => {
    let failures = 0
    while (!stopping.signal.aborted) {
      const ms = failures === 0 ? deskIntervalMs : Math.min(LONGEST_PAUSE_MS, deskIntervalMs * 2 ** failures)
      await pause(ms, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      try {
        await follow()
        failures = 0
      } catch (error) {
        failures += 1
        if (!(error instanceof Failure) || error.fate !== 'retry' || failures >= MOST_TRIES)
          return fail(error)
        logger.warn({ code: error.code, attempt: failures }, error.message)
      }
    }
  })()

  return {
    ended,
    reading: () => [...running.values()].map(({ name }) => name),
    async stop() {
      stopping.abort()
      await following
      await Promise.all([...running.values()].map(({ subscription }) => subscription.stop()))
      await options.outbox.settle()
    },
  }
}

/** Reads a batch of articles, appends their readings as one group, then moves the checkpoint. */
export async function normalizeBatch(
  options: Omit<NormalizerOptions, 'readerOf'>,
  name: string,
  reader: ChallengeReader,
  batch: LogBatch,
): Promise<void> {
  const { log, checkpoints, deadLetters, outbox, logger, metrics, now, failpoint } = options
  const began = performance.now()
  const { found, failed } = await reader.read(batch.records, now())
  reportSetAside({ logger, metrics }, failed)
  await deadLetters.record(`normalizer/${reader.challenge}`, failed, now())
  demandOurs(batch)
  failpoint?.('normalizer/before-append')
  if (found.length > 0) await log.append('events', found)
  failpoint?.('normalizer/after-append')
  try {
    await checkpoints.advance(name, batch.topic, batch.partition, batch.from, batch.next)
  } catch (error) {
    // Counted here: a consumer whose partition has gone is not told that the batch failed.
    if ((error as Failure).code === 'checkpoint-lost') metrics?.lostCheckpoints.inc({ topic: batch.topic })
    throw error
  }
  failpoint?.('normalizer/after-checkpoint')
  if (failed.length > 0) outbox.soon()
  if (logger.isLevelEnabled('debug')) {
    for (const record of batch.records)
      logger.debug({ article: record.key, challenge: reader.challenge, trace: traceOf(record) }, 'read')
  }
  metrics?.records.inc({ topic: batch.topic, outcome: 'read' }, batch.records.length - failed.length)
  for (const { type } of found) {
    if (type.endsWith('.reported')) metrics?.claims.inc({ type: type.replace(/\.reported$/, '') })
  }
  metrics?.batchSeconds.observe({ topic: batch.topic }, (performance.now() - began) / 1000)
}

function traceOf(record: LogRecord): string | null {
  return traceIdOf(record.headers['traceparent'])
}
