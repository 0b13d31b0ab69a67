import type { Queries } from '@whipcount/read-store'
import type { Logger, Metrics } from '@whipcount/service-kit'

/**
 * Sets the measure of incomplete readings every so often. A few for a moment are no problem: a reading and its claims may arrive in two
 * batches. One that stays has lost a claim.
 */
export function watchReadings(options: {
  queries: Pick<Queries, 'incompleteReadings'>
  metrics: Metrics
  logger: Logger
  /** Default 60000: it looks through every reading. */
  intervalMs?: number
}): { stop(): Promise<void> } {
  const { queries, metrics, logger, intervalMs = 60_000 } = options
  let measuring: Promise<void> = Promise.resolve()
  const measure = async (): Promise<void> => {
    try {
      metrics.incompleteReadings.set(await queries.incompleteReadings())
    } catch (error) {
      logger.warn({ error: (error as Error).message }, 'The incomplete readings could not be counted')
    }
  }
  const timer = setInterval(() => {
    measuring = measuring.then(measure)
  }, intervalMs)
  return {
    async stop() {
      clearInterval(timer)
      await measuring
    },
  }
}
