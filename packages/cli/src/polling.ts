import { openFeedPoller } from '@whipcount/collector'
import type { Logger } from '@whipcount/service-kit'
import type { CliConfig } from './config.ts'
import type { House, HousePlace } from './house.ts'

/**
 * Polls the feeds of the house while the work goes on. On a cluster the collector does that. The embedded house keeps its jobs in this
 * process, whatever Redis the environment names for other commands.
 */
export async function whilePolling<Result>(
  house: House,
  options: { place: HousePlace; config: CliConfig; logger: Logger },
  work: () => Promise<Result>,
): Promise<Result> {
  const { place, config, logger } = options
  if (place.kind === 'cluster') return work()
  const { feeds, collector } = house
  const queueConfig = place.kind === 'embedded' ? { ...config, REDIS_URL: null } : config
  const poller = await openFeedPoller(queueConfig, { feeds, collector, logger, now: () => new Date() })
  try {
    return await work()
  } finally {
    await poller.stop()
  }
}
