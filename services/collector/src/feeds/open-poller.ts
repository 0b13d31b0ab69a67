import { openQueue, type QueueConfig, type RetryPolicy } from '@whipcount/job-queue'
import type { FeedLimits } from './fetch-feed.ts'
import type { FeedPoller, FeedPollerOptions, PollJob } from './poller.ts'

/** How fast and how often, where the standard does not fit. */
export interface PollingPace extends Pick<FeedPollerOptions, 'refreshMs' | 'minuteMs'> {
  /** The least time between two requests to one host, in milliseconds. Default 1000. */
  readonly hostPauseMs?: number
  /** Default: 4 attempts, with pauses from 5 s. */
  readonly retry?: RetryPolicy
  /** Default: 30 s and 10 MiB for one feed, 10 s of silence, 5 redirects. */
  readonly limits?: Partial<FeedLimits>
}

/** Opens queue and connections by the configuration, and begins to poll. Throws `queue-unreachable` where Redis does not answer. */
export async function openFeedPoller(
  config: QueueConfig & { readonly WHIPCOUNT_CONTACT: string | null },
  parts: Omit<FeedPollerOptions, 'queue' | 'fetcher' | 'refreshMs' | 'minuteMs'>,
  pace: PollingPace = {},
): Promise<FeedPoller> {
  const { logger, now } = parts
  const { hostPauseMs = 1_000, retry, limits = {}, ...turns } = pace
  // 100 ms of loading (undici, feedsmith) that a process which polls nothing does not need.
  const [{ createFeedFetcher, userAgentOf }, { createFeedPoller }] = await Promise.all([
    import('./fetch-feed.ts'),
    import('./poller.ts'),
  ])
  // A poll that goes back is soon done again: no stop waits long for one.
  const options = {
    name: 'feeds',
    drainMs: 2_000,
    groupPauseMs: hostPauseMs,
    logger,
    ...(retry ? { retry } : {}),
  }
  const queue = await openQueue<PollJob>(config, options)
  const fetcher = createFeedFetcher({ userAgent: userAgentOf(config.WHIPCOUNT_CONTACT), limits, now })
  return createFeedPoller({ ...parts, ...turns, queue, fetcher })
}
