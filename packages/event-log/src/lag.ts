import type { Logger, Metrics } from '@whipcount/service-kit'
import type { EventLog } from './port.ts'

/** A consumer whose lag is measured. */
export interface Watched {
  /** The name in the measures. */
  readonly consumer: string
  readonly topics: readonly string[]
  readonly position: (topic: string, partition: number) => Promise<bigint>
}

/**
 * Sets the lag measures of consumers, in records and in seconds, every so often. Positions are the checkpoints': what Kafka's
 * tools show is behind them.
 */
export function watchLag(options: {
  log: EventLog
  metrics: Metrics
  logger: Logger
  watched: () => readonly Watched[]
  /** Default 5000. */
  intervalMs?: number
}): { stop(): Promise<void> } {
  const { log, metrics, logger, watched, intervalMs = 5_000 } = options
  const measure = async (): Promise<void> => {
    for (const { consumer, topics, position } of watched()) {
      for (const topic of topics) {
        for (const [partition, end] of await log.ends(topic)) {
          const at = await position(topic, partition)
          const [oldest] = at < end ? await log.read(topic, partition, at, 1) : []
          const labels = { consumer, topic, partition: String(partition) }
          metrics.lagRecords.set(labels, Number(end - at))
          metrics.lagSeconds.set(
            labels,
            oldest ? Math.max(0, (Date.now() - oldest.appendedAt.getTime()) / 1000) : 0,
          )
        }
      }
    }
  }
  let measuring: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    measuring = measuring
      .then(measure)
      .catch((error: Error) => logger.debug({ error: error.message }, 'The lag could not be measured'))
  }, intervalMs)
  return {
    async stop() {
      clearInterval(timer)
      await measuring
    },
  }
}
