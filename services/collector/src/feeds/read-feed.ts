import { canonicalUrl, Failure, isDay } from '@whipcount/events'
import { parseFeed } from 'feedsmith'
import type { SourceItem } from '../sources/files.ts'
import { htmlText } from './html-text.ts'

/** What every article of a feed is given. */
export interface FeedContext {
  /** The address that the feed came from: relative links start there. */
  readonly url: string
  readonly outlet: string
  /** When the feed was fetched, as an instant. */
  readonly captured: string
}

/** One entry, whatever the format. */
interface Entry {
  readonly link: string | null
  readonly id: string | null
  readonly title: string
  readonly text: string
  readonly byline: string | null
  readonly published: string | null
}

/**
 * The articles of an RSS or Atom feed, in the feed's order: the whole text where the feed has it, else the summary, else the headline.
 * Of entries with one address or id the first counts, which is the newest.
 *
 * Throws `feed-invalid` where the text is no feed.
 */
export function readFeed(xml: string, { url, outlet, captured }: FeedContext): SourceItem[] {
  const seen = new Set<string>()
  const items: SourceItem[] = []
  for (const entry of entriesOf(xml, url)) {
    const link = entry.link === null ? null : httpUrl(entry.link, url)
    const identity = link === null ? entry.id : canonicalUrl(link)
    if (identity !== null) {
      if (seen.has(identity)) continue
      seen.add(identity)
    }
    items.push({
      submission: {
        text: entry.text === '' ? entry.title : entry.text,
        url: link,
        id: entry.id,
        outlet,
        title: entry.title === '' ? null : entry.title,
        byline: entry.byline,
        published: entry.published,
        captured,
        via: 'feed',
        where: `${url} (${link ?? entry.id ?? `entry ${items.length + 1}`})`,
      },
    })
  }
  return items
}

function entriesOf(xml: string, url: string): Entry[] {
  let parsed: ReturnType<typeof parseFeed>
  try {
    parsed = parseFeed(xml)
  } catch (cause) {
    const begins = JSON.stringify(xml.trimStart().slice(0, 60))
    throw new Failure(
      'feed-invalid',
      `${url}: neither RSS nor Atom (${(cause as Error).message}); it begins ${begins}. Correct the address, or wait until it is mended.`,
      { fate: 'deadLetter', cause },
    )
  }
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => {
        const id = blankToNull(item.guid?.value)
        const permanent = item.guid?.isPermaLink !== false && id !== null && /^https?:/i.test(id) ? id : null
        return {
          link: blankToNull(item.link) ?? permanent,
          id,
          title: inOneLine(htmlText(item.title ?? '')),
          text: firstText(item.content?.encoded, item.description),
          byline: names([...(item.dc?.creators ?? []), ...(item.authors ?? []).map(({ name }) => name)]),
          published: dayOf(item.pubDate ?? item.dc?.dates?.[0]),
        }
      })
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        link: blankToNull(item.link),
        id: blankToNull(item.rdf?.about),
        title: inOneLine(htmlText(item.title ?? '')),
        text: firstText(item.content?.encoded, item.description),
        byline: names(item.dc?.creators ?? []),
        published: dayOf(item.dc?.dates?.[0]),
      }))
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => {
        const links = entry.links ?? []
        const link = links.find(({ rel = 'alternate' }) => rel === 'alternate')
        const authors = entry.authors ?? parsed.feed.authors ?? []
        return {
          link: blankToNull(link?.href),
          id: blankToNull(entry.id),
          title: inOneLine(atomText(entry.title)),
          text: atomText(entry.content) || atomText(entry.summary),
          byline: names(authors.map(({ name }) => name)),
          published: dayOf(entry.published ?? entry.updated),
        }
      })
    default:
      throw new Failure('feed-invalid', `${url}: ${parsed.format} feeds are not read. RSS and Atom are.`, {
        fate: 'deadLetter',
      })
  }
}

const blankToNull = (text: string | undefined): string | null => text?.trim() || null
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const names = (found: readonly (string | undefined)[]): string | null =>
  blankToNull([...new Set(found.map((name) => inOneLine(htmlText(name ?? ''))).filter(Boolean))].join(', '))

function firstText(...candidates: readonly (string | undefined)[]): string {
  return candidates.map((html) => htmlText(html ?? '')).find((text) => text !== '') ?? ''
}

/** The text of an Atom construct: `html` and `xhtml` are markup; anything else is plain (RFC 4287, 3.1.1 and 4.1.3.3). */
function atomText(construct: { readonly value?: string; readonly type?: string } | undefined): string {
  const { value = '', type = 'text' } = construct ?? {}
  return /html/i.test(type) ? htmlText(value) : value.trim()
}

function httpUrl(link: string, base: string): string | null {
  const url = URL.parse(link, base)
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** The day of a date of RFC 822 or RFC 3339, as written: the feed's own zone. Null where it is no date. */
function dayOf(date: unknown): string | null {
  const given = typeof date === 'string' ? date.trim() : ''
  const iso = /^(\d{4}-\d\d-\d\d)(?!\d)/.exec(given)?.[1]
  if (iso !== undefined) return isDay(iso) ? iso : null
  const [, day, month, year] =
    /^(?:[a-z]+\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d\d)\b/i.exec(given) ?? []
  if (day === undefined) return null
  const index = MONTHS.indexOf(month!.toLowerCase())
  if (index < 0 || index % 3 !== 0) return null
  const century = year!.length === 2 ? (Number(year) < 50 ? '20' : '19') : ''
  const written = `${century}${year}-${String(index / 3 + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : null
}
