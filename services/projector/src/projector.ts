import type { EventLog } from '@whipcount/event-log'
import { demandOurs, topics } from '@whipcount/event-log'
import type { Failure } from '@whipcount/events'
import type { Applier, DeadLetterOutbox } from '@whipcount/read-store'
import { type Logger, type Metrics, reportSetAside, traceIdOf } from '@whipcount/service-kit'
import { createSettling } from './settling.ts'

export interface ProjectorOptions {
  readonly log: EventLog
  readonly applier: Applier
  readonly outbox: DeadLetterOutbox
  readonly logger: Logger
  readonly metrics?: Metrics
  /** Consumers of one group share the partitions: one group for each projection version. */
  readonly group?: string
  /** Records applied in one transaction. */
  readonly batchSize?: number
  /** Whether it also works out what makes answers fast. Default true; where a version is being built that is done at its end. */
  readonly settles?: boolean
}

/** Applies events to the read models and remembers its position. */
export interface Projector {
  /** Records behind the ends of the topics. */
  behind(): Promise<number>
  /** Rejects with what broke it; never resolves. */
  readonly ended: Promise<never>
  stop(): Promise<void>
}

/** The topics whose records fill read models. */
export const projectedTopics = topics.filter((topic) => topic !== 'dead-letters' && topic !== 'answers')

/** Starts a projector over every topic that fills read models. */
export async function createProjector(options: ProjectorOptions): Promise<Projector> {
  const {
    log,
    applier,
    outbox,
    logger,
    metrics,
    group = 'projector',
    batchSize = 1000,
    settles = true,
  } = options
  const settling = settles ? createSettling(applier, logger) : null
  const subscription = await log.consume({
    topics: projectedTopics,
    group,
    batchSize,
    positions: (topic, partition) => applier.position(topic, partition),
    onAhead: (topic, records) => applier.prepare(topic, records),
    onRetry: (error, attempt) =>
      logger.warn({ code: (error as Failure).code, attempt }, (error as Error).message),
    async handle(batch) {
      demandOurs(batch)
      const began = performance.now()
      const { applied, repeats, deadLetters } = await applier.apply(batch).catch((error: unknown) => {
        // Counted here: a consumer whose partition has gone is not told that the batch failed.
        if ((error as Failure).code === 'checkpoint-lost')
          metrics?.lostCheckpoints.inc({ topic: batch.topic })
        throw error
      })
      settling?.applied(batch.records.length, batch.records.length >= batchSize)
      metrics?.batchSeconds.observe({ topic: batch.topic }, (performance.now() - began) / 1000)
      metrics?.records.inc({ topic: batch.topic, outcome: 'applied' }, applied)
      metrics?.repeats.inc({ topic: batch.topic }, repeats)
      reportSetAside({ logger, metrics }, deadLetters)
      if (deadLetters.length > 0) outbox.soon()
      if (logger.isLevelEnabled('debug')) {
        for (const { topic, key, headers } of batch.records)
          logger.debug({ topic, key, trace: traceIdOf(headers['traceparent']) }, 'applied')
      }
    },
  })
  return {
    ended: subscription.ended,
    behind: () => recordsBehind(log, applier),
    async stop() {
      await subscription.stop()
      await settling?.stop()
      await outbox.settle()
    },
  }
}

/** How many records of the log an applier has not applied. */
export async function recordsBehind(log: EventLog, applier: Applier): Promise<number> {
  let behind = 0n
  for (const topic of projectedTopics) {
    for (const [partition, end] of await log.ends(topic))
      behind += end - (await applier.position(topic, partition))
  }
  return Number(behind)
}
