import { Failure } from '@whipcount/events'
import type { JobQueue, Schedule } from '@whipcount/job-queue'
import type { Feed, Feeds } from '@whipcount/read-store'
import type { Logger, Metrics } from '@whipcount/service-kit'
import type { Collector } from '../collector.ts'
import type { FeedFetcher } from './fetch-feed.ts'
import { readFeed } from './read-feed.ts'

/** What a job of the queue carries: which feed to poll. All else is read from the table when it begins. */
export type PollJob = { readonly url: string }

/** Polls the feeds of the table. */
export interface FeedPoller {
  /** Sets the schedules from the table now, and not only at the next turn. Throws where table or queue does not answer. */
  refresh(): Promise<void>
  /** Lets the polls in hand finish, or gives them back, and lets go of queue and connections. */
  stop(): Promise<void>
}

export interface FeedPollerOptions {
  readonly queue: JobQueue<PollJob>
  readonly fetcher: FeedFetcher
  readonly feeds: Feeds
  readonly collector: Collector
  readonly logger: Logger
  readonly metrics?: Metrics
  readonly now: () => Date
  /** How often the schedules are set from the table, in milliseconds. Default 10000. */
  readonly refreshMs?: number
  /** The minute in which the periods of feeds are counted, in milliseconds. Default 60000; tests have shorter ones. */
  readonly minuteMs?: number
}

const REFRESH_MS = 10_000
const MINUTE_MS = 60_000
/** Entries handed to the collector at once. */
const GROUP = 200
const CONCURRENCY = 8

/**
 * Begins to poll. The table says which feeds there are; their schedules are set from it every so often, so a feed that is added
 * is polled within seconds, and a queue that has forgotten everything is told again.
 *
 * A poll ends as articles handed to the collector, as nothing new, or as a failure that is noted with the feed. Repeats of an article are
 * no-ops there: the validators are noted only once the log has all that the feed brought.
 */
export async function createFeedPoller(options: FeedPollerOptions): Promise<FeedPoller> {
  const { queue, fetcher, feeds, collector, logger, metrics, now } = options
  const { refreshMs = REFRESH_MS, minuteMs = MINUTE_MS } = options

  const poll = async (url: string, attempt: number, signal: AbortSignal): Promise<void> => {
    const feed = await feeds.get(url)
    if (feed === null || (attempt === 1 && isTooEarly(feed, now(), minuteMs))) return
    const validators = { etag: feed.etag, lastModified: feed.last_modified }
    const at = feed.moved_to ?? url
    const result = await fetcher.fetch(at, validators, signal)
    const movedTo = result.movedTo ?? feed.moved_to
    if (result.kind === 'unchanged') {
      metrics?.feedPolls.inc({ outcome: 'unchanged' })
      await feeds.fetched(url, { ...validators, movedTo, articles: 0 }, now())
      return
    }
    const context = { url: result.url, outlet: feed.outlet, captured: now().toISOString() }
    const items = readFeed(result.xml, context)
    let articles = 0
    for (let from = 0; from < items.length; from += GROUP) {
      const outcomes = await collector.collect(items.slice(from, from + GROUP))
      articles += outcomes.filter(({ kind }) => kind === 'collected').length
    }
    metrics?.feedPolls.inc({ outcome: articles > 0 ? 'new' : 'unchanged' })
    logger.info({ feed: url, entries: items.length, articles }, 'polled')
    await feeds.fetched(url, { ...result.validators, movedTo, articles }, now())
  }

  const worker = await queue.work({
    concurrency: CONCURRENCY,
    handle: ({ data, attempt, signal }) => poll(data.url, attempt, signal),
    async onFailed({ data: { url }, attempt }, error, again) {
      const ofFeed = error instanceof Failure && /^feed-/.test(error.code)
      const message = (error as Error).message
      logger.warn({ feed: url, attempt, again, code: ofFeed ? error.code : undefined }, message)
      metrics?.feedPolls.inc({ outcome: 'failed' })
      // What the log or the database did is not the feed's fault.
      if (!ofFeed) return
      const { notBefore } = error.context
      await feeds.failed(
        url,
        { error: message, notBefore: typeof notBefore === 'string' ? notBefore : null },
        now(),
      )
    },
  })

  const refresh = async (): Promise<void> =>
    queue.schedule((await feeds.list()).map((feed) => scheduleOf(feed, minuteMs)))
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let refreshing: Promise<void> = Promise.resolve()
  const turn = (): void => {
    refreshing = refresh()
      .catch((error: Error) =>
        logger.warn({ error: error.message }, 'The schedules of feeds could not be set'),
      )
      .then(() => {
        if (!stopped) timer = setTimeout(turn, refreshMs)
      })
  }
  turn()
  return {
    refresh,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await refreshing
      await worker.stop()
      await queue.close()
      await fetcher.close()
    },
  }
}

/** One poll at a time for each host. */
function scheduleOf({ url, moved_to, every_minutes }: Feed, minuteMs: number): Schedule<PollJob> {
  const group = new URL(moved_to ?? url).host
  return { id: url, group, data: { url }, everyMs: every_minutes * minuteMs }
}

/**
 * Whether a feed is left alone this time: its server said so, or it answered less than half a period ago. A schedule that is made anew
 * (after a restart, or after Redis forgot) is due at once, and must not ask everybody again.
 */
function isTooEarly({ not_before, fetched_at, every_minutes }: Feed, now: Date, minuteMs: number): boolean {
  if (not_before !== null && now.getTime() < Date.parse(not_before)) return true
  if (fetched_at === null) return false
  return now.getTime() - Date.parse(fetched_at) < (every_minutes * minuteMs) / 2
}
