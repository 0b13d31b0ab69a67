import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What was asked for. */
export interface Asked {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly at: number
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** A site on this machine whose pages a test sets. */
export interface FeedServer {
  /** The address of a page. */
  url(path: string): string
  answer(path: string, answer: Answer): void
  asked(path: string): readonly Asked[]
  /** The most requests that were in hand at once. */
  readonly most: number
  close(): Promise<void>
}

export async function feedServer(): Promise<FeedServer> {
  const answers = new Map<string, Answer>()
  const asked: Asked[] = []
  let inHand = 0
  let most = 0
  const server = createServer(async (request, response) => {
    const path = request.url!
    asked.push({ path, headers: request.headers, at: performance.now() })
    most = Math.max(most, ++inHand)
    response.once('close', () => {
      inHand--
    })
    await (answers.get(path) ?? ((_, missing) => void missing.writeHead(404).end()))(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    answer: (path, answer) => void answers.set(path, answer),
    asked: (path) => asked.filter((one) => one.path === path),
    get most() {
      return most
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Entries of a feed: an address (a path), a headline and a text in HTML. */
export type Entry = readonly [link: string, title: string, html: string]

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export function rss(entries: readonly Entry[]): string {
  const items = entries.map(
    ([link, title, html]) =>
      `<item><title>${escaped(title)}</title><link>${link}</link><pubDate>Tue, 15 Oct 2024 10:00:00 GMT</pubDate>` +
      `<description>In short.</description><content:encoded><![CDATA[${html}]]></content:encoded></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Invented News</title><link>/</link><description>None of it happened.</description>${items.join('')}</channel></rss>`
}

export function atom(entries: readonly Entry[]): string {
  const items = entries.map(
    ([link, title, html]) =>
      `<entry><id>tag:invented.example,2024:${link}</id><title>${escaped(title)}</title><link href="${link}"/>` +
      `<updated>2024-10-15T10:00:00Z</updated><content type="html">${escaped(html)}</content></entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:invented.example,2024:feed</id><title>Invented Post</title><updated>2024-10-15T10:00:00Z</updated>${items.join('')}</feed>`
}

/** Answers with a feed, and with 304 to whoever has it already. */
export function serving(
  feed: () => string,
  validator: { readonly etag?: string; readonly lastModified?: string } = {},
): Answer {
  const { etag, lastModified } = validator
  return (request, response) => {
    const has =
      (etag !== undefined && request.headers['if-none-match'] === etag) ||
      (lastModified !== undefined && request.headers['if-modified-since'] === lastModified)
    if (has) return void response.writeHead(304).end()
    if (etag !== undefined) response.setHeader('etag', etag)
    if (lastModified !== undefined) response.setHeader('last-modified', lastModified)
    response.writeHead(200, { 'content-type': 'application/xml' }).end(feed())
  }
}
