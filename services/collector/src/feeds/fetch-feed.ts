import { Failure } from '@whipcount/events'
import { Agent, fetch, type Response } from 'undici'

/** What a server said of the state of a feed, to be sent back with the next request. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What came of a request. */
export type FetchedFeed =
  | { readonly kind: 'unchanged'; readonly movedTo: string | null }
  | {
      readonly kind: 'fetched'
      readonly xml: string
      /** The address that answered. */
      readonly url: string
      readonly validators: Validators
      /** Where the feed is for good, where the server says so. */
      readonly movedTo: string | null
    }

export interface FeedLimits {
  /** For the whole request, redirects and body too. */
  readonly timeoutMs: number
  /** For the connection, for the first byte, and between two of the body. */
  readonly silenceMs: number
  /** Of the body, unpacked. */
  readonly longestBytes: number
  readonly redirects: number
}

export interface FeedFetcher {
  /**
   * Requests a feed. Throws `feed-unreachable`: with fate `retry` where another try may help (no answer, 5xx, 429), else `deadLetter`;
   * where the server says how long to stay away, `context.notBefore` is that instant. Throws `feed-invalid` for a body that is too long.
   */
  fetch(url: string, validators: Validators, signal: AbortSignal): Promise<FetchedFeed>
  close(): Promise<void>
}

const standardLimits: FeedLimits = {
  timeoutMs: 30_000,
  silenceMs: 10_000,
  longestBytes: 10 * 1024 * 1024,
  redirects: 5,
}
/** No server keeps us away for longer. */
const LONGEST_ABSENCE_MS = 24 * 3_600_000
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1'

/**
 * The name under which feeds are asked for.
 *
 * @param contact an address or page where the owner of a site finds whoever runs this.
 */
export function userAgentOf(contact: string | null): string {
  return `whipcount/0.1.0 (news feed reader${contact === null ? '' : `; +${contact}`})`
}

export function createFeedFetcher(options: {
  userAgent: string
  limits?: Partial<FeedLimits>
  now: () => Date
}): FeedFetcher {
  const { userAgent, now } = options
  const { timeoutMs, silenceMs, longestBytes, redirects } = { ...standardLimits, ...options.limits }
  const dispatcher = new Agent({
    connect: { timeout: silenceMs },
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
    keepAliveTimeout: 1_000,
  })

  return {
    async fetch(feed, { etag, lastModified }, signal) {
      const late = AbortSignal.timeout(timeoutMs)
      const headers: Record<string, string> = { 'user-agent': userAgent, accept: ACCEPT }
      if (etag !== null) headers['if-none-match'] = etag
      if (lastModified !== null) headers['if-modified-since'] = lastModified
      let url = feed
      // A move counts only where every step to it is for good.
      let forGood = true
      try {
        for (let steps = 0; ; steps++) {
          const response = await fetch(url, {
            headers,
            dispatcher,
            redirect: 'manual',
            signal: AbortSignal.any([signal, late]),
          })
          const movedTo = forGood && url !== feed ? url : null
          if (/^30[12378]$/.test(String(response.status))) {
            await response.body?.cancel()
            if (steps >= redirects)
              throw unreachable(feed, `more than ${redirects} redirects, the last to ${url}`)
            forGood &&= response.status === 301 || response.status === 308
            url = nextOf(response, url, feed)
            continue
          }
          if (response.status === 304 && (etag !== null || lastModified !== null)) {
            await response.body?.cancel()
            return { kind: 'unchanged', movedTo }
          }
          if (response.status !== 200) {
            await response.body?.cancel()
            throw refusal(feed, response, now())
          }
          const bytes = await bodyOf(response, feed, longestBytes)
          return {
            kind: 'fetched',
            xml: decode(bytes, response.headers.get('content-type'), feed),
            url,
            validators: {
              etag: response.headers.get('etag'),
              lastModified: response.headers.get('last-modified'),
            },
            movedTo,
          }
        }
      } catch (error) {
        if (error instanceof Failure) throw error
        if (signal.aborted) throw signal.reason
        const why = late.aborted ? `not done within ${timeoutMs} ms` : reasonOf(error)
        throw unreachable(feed, why, { fate: 'retry', cause: error })
      }
    },
    async close() {
      await dispatcher.destroy()
    },
  }
}

function nextOf(response: Response, url: string, feed: string): string {
  const location = response.headers.get('location')
  const next = location === null ? null : URL.parse(location, url)
  if (next === null || !/^https?:$/.test(next.protocol)) {
    throw unreachable(feed, `a redirect to ${JSON.stringify(location)}, which is no http(s) address`)
  }
  next.hash = ''
  return next.href
}

function refusal(feed: string, response: Response, now: Date): Failure {
  const { status, statusText } = response
  const said = `HTTP ${status}${statusText ? ` ${statusText}` : ''}`
  const passes = status >= 500 || status === 408 || status === 425 || status === 429
  if (!passes) return unreachable(feed, said)
  const waitMs = waitOf(response.headers.get('retry-after'), now)
  if (waitMs === null) return unreachable(feed, said, { fate: 'retry' })
  const notBefore = new Date(now.getTime() + waitMs).toISOString()
  return unreachable(feed, `${said}, not before ${notBefore}`, { context: { notBefore } })
}

/** Retry-After in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
function waitOf(retryAfter: string | null, now: Date): number | null {
  if (retryAfter === null) return null
  const ms = /^\d+$/.test(retryAfter.trim())
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - now.getTime()
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, LONGEST_ABSENCE_MS) : null
}

async function bodyOf(response: Response, feed: string, longestBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > longestBytes) {
      throw new Failure(
        'feed-invalid',
        `${feed}: longer than ${longestBytes} bytes. Nothing of it was taken in.`,
        {
          fate: 'deadLetter',
        },
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** By byte order mark, else what the server says, else the XML declaration, else UTF-8 (RFC 7303, 3). */
function decode(bytes: Buffer, contentType: string | null, feed: string): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  const said = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1]
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/.exec(
    bytes.subarray(0, 200).toString('latin1'),
  )?.[1]
  const label =
    mark ??
    (bytes.subarray(0, 3).toString('latin1') === '\xef\xbb\xbf' ? 'utf-8' : (said ?? declared ?? 'utf-8'))
  try {
    return new TextDecoder(label).decode(bytes)
  } catch (cause) {
    throw new Failure(
      'feed-invalid',
      `${feed}: in the unknown encoding ${label}. Nothing of it was taken in.`,
      {
        fate: 'deadLetter',
        cause,
      },
    )
  }
}

function unreachable(
  feed: string,
  why: string,
  options: { fate?: 'retry'; context?: Record<string, unknown>; cause?: unknown } = {},
): Failure {
  const then =
    options.fate === 'retry' ? 'It is tried again.' : 'Correct the address, or wait for its next turn.'
  return new Failure('feed-unreachable', `${feed}: ${why}. ${then}`, { fate: 'deadLetter', ...options })
}

/** undici says "fetch failed"; why stands in the cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error
  const inner = cause as (NodeJS.ErrnoException & { errors?: readonly Error[] }) | undefined
  return inner?.message || inner?.errors?.[0]?.message || inner?.code || message
}
