import { describe, expect, it } from 'vitest'
import type { Submission } from '../submission.ts'
import { readFeed } from './read-feed.ts'

const context = {
  url: 'https://news.example/politics/feed.xml',
  outlet: 'Example News',
  captured: '2026-11-24T12:00:00.000Z',
}
const read = (xml: string): Submission[] =>
  readFeed(xml, context).map((item) => {
    if ('rejected' in item) throw item.rejected
    return item.submission
  })
const rss = (items: string): string => `<?xml version="1.0" encoding="utf-8"?>
  <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel><title>Example</title><link>https://news.example/</link><description>d</description>${items}</channel></rss>`
const atom = (entries: string): string => `<?xml version="1.0"?>
  <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>Example</title><updated>2026-11-24T00:00:00Z</updated>${entries}</feed>`

describe('an RSS feed', () => {
  it('gives its items as articles, with the whole text where it has it', () => {
    const xml = rss(`<item><title>Finch &amp;amp; Vale</title><link>/politics/finch?utm_source=rss</link>
      <guid isPermaLink="false">finch-1</guid><dc:creator>Ann Holt</dc:creator><dc:creator>Bo Lund</dc:creator>
      <pubDate>Mon, 23 Nov 2026 23:30:00 -0500</pubDate><description>Short.</description>
      <content:encoded><![CDATA[<p>Finch told reporters Vale &ldquo;must go&rdquo;.</p><p>Vale did not answer.</p>]]></content:encoded></item>`)
    expect(read(xml)).toEqual([
      {
        text: 'Finch told reporters Vale “must go”.\n\nVale did not answer.',
        url: 'https://news.example/politics/finch?utm_source=rss',
        id: 'finch-1',
        outlet: 'Example News',
        title: 'Finch & Vale',
        byline: 'Ann Holt, Bo Lund',
        published: '2026-11-23',
        captured: '2026-11-24T12:00:00.000Z',
        via: 'feed',
        where: 'https://news.example/politics/feed.xml (https://news.example/politics/finch?utm_source=rss)',
      },
    ])
  })

  it('falls back on the summary, then on the headline', () => {
    const xml =
      rss(`<item><guid>a</guid><title>One</title><description>&lt;b&gt;Summary&lt;/b&gt;</description></item>
      <item><guid>b</guid><title>Two</title></item>`)
    expect(read(xml).map(({ text }) => text)).toEqual(['Summary', 'Two'])
  })

  it('takes an address from a permanent guid, and none that is not of the web', () => {
    const xml = rss(`<item><title>a</title><guid>https://news.example/a</guid></item>
      <item><title>b</title><guid isPermaLink="false">https://news.example/b</guid></item>
      <item><title>c</title><link>javascript:alert(1)</link><guid>c</guid></item>`)
    expect(read(xml).map(({ url }) => url)).toEqual(['https://news.example/a', null, null])
  })

  it('counts the first of two items with one address', () => {
    const xml = rss(`<item><title>New</title><link>https://news.example/a#top</link></item>
      <item><title>Old</title><link>http://www.news.example/a</link></item>`)
    expect(read(xml).map(({ title }) => title)).toEqual(['New'])
  })

  it.each([
    ['Mon, 23 Nov 2026 23:30:00 GMT', '2026-11-23'],
    ['3 Nov 26 08:00 EST', '2026-11-03'],
    ['2026-11-23T23:30:00-05:00', '2026-11-23'],
    ['Mon, 31 Feb 2026 10:00:00 GMT', null],
    ['yesterday', null],
  ])('reads the date %s as the day %s', (date, day) => {
    expect(read(rss(`<item><title>a</title><pubDate>${date}</pubDate></item>`))[0]!.published).toBe(day)
  })

  it('may be empty', () => {
    expect(read(rss(''))).toEqual([])
  })
})

describe('an Atom feed', () => {
  it('gives its entries as articles, by the type of their text', () => {
    const xml = atom(`<entry><id>urn:1</id><title type="html">Finch &amp;amp; Vale</title>
        <link rel="self" href="/entry/1"/><link href="/finch"/><author><name>Ann Holt</name></author>
        <published>2026-11-23T23:30:00-05:00</published><updated>2026-11-24T00:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two &amp; three.</p></div></content></entry>
      <entry><id>urn:2</id><title>1 &lt; 2</title><updated>2026-11-24T00:00:00Z</updated><summary>3 &lt; 4 &amp;amp; so on</summary></entry>`)
    expect(read(xml)).toMatchObject([
      {
        text: 'One.\n\nTwo & three.',
        url: 'https://news.example/finch',
        id: 'urn:1',
        title: 'Finch & Vale',
        byline: 'Ann Holt',
        published: '2026-11-23',
      },
      {
        text: '3 < 4 &amp; so on',
        url: null,
        id: 'urn:2',
        title: '1 < 2',
        byline: null,
        published: '2026-11-24',
      },
    ])
  })
})

describe('an RDF feed (RSS 1.0)', () => {
  it('gives its items as articles', () => {
    const xml = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://news.example/"><title>Example</title><link>https://news.example/</link><description>d</description></channel>
      <item rdf:about="https://news.example/a"><title>A</title><link>https://news.example/a</link><description>Text.</description><dc:date>2026-11-23</dc:date></item></rdf:RDF>`
    expect(read(xml)).toMatchObject([
      { text: 'Text.', url: 'https://news.example/a', title: 'A', published: '2026-11-23' },
    ])
  })
})

describe('what is no feed', () => {
  it.each([
    ['broken XML', rss('<item><title>a</title>').slice(0, -30)],
    ['a page', '<!doctype html><html><body>Sign in</body></html>'],
    ['nothing', ''],
    ['a JSON feed', '{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}'],
  ])('is refused: %s', (_, xml) => {
    expect(() => read(xml)).toThrow(
      expect.objectContaining({
        code: 'feed-invalid',
        fate: 'deadLetter',
        message: expect.stringMatching(/^https:\/\/news\.example\/politics\/feed\.xml: /),
      }),
    )
  })

  it('does not unfold entities that stand for each other', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${Array.from(
      { length: 12 },
      (_, n) => {
        const from = n === 0 ? 'a' : `e${n - 1}`
        return `<!ENTITY e${n} "${`&${from};`.repeat(10)}">`
      },
    ).join(
      '',
    )}]>${rss('<item><title>t</title><description>&e11;</description></item>').replace(/^<\?xml[^>]*\?>/, '')}`
    const began = performance.now()
    expect(read(bomb)[0]!.text.length).toBeLessThan(1_000)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
