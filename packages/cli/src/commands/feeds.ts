import { Failure } from '@whipcount/events'
import type { Feed, Feeds } from '@whipcount/read-store'
import { table } from '../terminal/table.ts'

const LONGEST_PERIOD_MINUTES = 7 * 24 * 60

/** A feed as a person names it. */
export interface FeedAsked {
  readonly url: string
  readonly outlet: string
  readonly everyMinutes: number
}

/** Reads the arguments of `feeds add`. Throws `usage` for what is no address or no period. */
export function feedAsked(address: string, options: { outlet?: string; every: string }): FeedAsked {
  const { href: url, host } = feedAddress(address)
  const everyMinutes = /^\d{1,5}$/.test(options.every) ? Number(options.every) : 0
  if (everyMinutes < 1 || everyMinutes > LONGEST_PERIOD_MINUTES) {
    throw new Failure(
      'usage',
      `--every ${options.every} is no period. Write whole minutes, from 1 to ${LONGEST_PERIOD_MINUTES} (a week).`,
    )
  }
  return { url, outlet: options.outlet?.trim() || host.replace(/^(www|feeds?|rss)\./, ''), everyMinutes }
}

/** Adds a feed, or changes it. */
export async function addFeed(
  feeds: Feeds,
  asked: FeedAsked,
  at: Date,
): Promise<{ feed: Feed; outcome: 'added' | 'changed' | 'standing' }> {
  const outcome = await feeds.add(asked, at)
  return { feed: (await feeds.get(asked.url))!, outcome }
}

/** Removes a feed. Throws `usage` where there is none. */
export async function removeFeed(feeds: Feeds, { href: url }: URL): Promise<void> {
  if (await feeds.remove(url)) return
  throw new Failure('usage', `No feed ${url}. \`whipcount feeds list\` shows those there are.`)
}

/** Reads the address of a feed. Throws `usage`. */
export function feedAddress(address: string): URL {
  const url = URL.parse(address.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Failure(
      'usage',
      `${address} is no http(s) address. Write it whole: https://news.example/feed.xml`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new Failure(
      'usage',
      `${url.host}: an address with a user or password is not asked for. Leave them out.`,
    )
  }
  url.hash = ''
  return url
}

/** The feeds as a table. */
export function feedsText(feeds: readonly Feed[], width: number): string {
  if (feeds.length === 0) return 'No feeds. `whipcount feeds add URL` adds one.'
  return table(
    [
      { heading: 'outlet', cell: (row) => row.outlet },
      { heading: 'every', cell: (row) => `${row.every_minutes} min` },
      { heading: 'last answered', cell: (row) => row.fetched_at?.slice(0, 16) ?? 'never' },
      { heading: 'articles', cell: (row) => row.articles, numeric: true },
      { heading: 'failures', cell: (row) => row.failures, numeric: true },
      {
        heading: 'feed',
        cell: (row) =>
          [row.url, row.moved_to && `now at ${row.moved_to}`, row.error].filter(Boolean).join(' · '),
        wraps: true,
      },
    ],
    feeds,
    width,
  )
}
