import { mkdtemp, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import {
  type Collector,
  createCollector,
  type FeedPoller,
  openFeedPoller,
  type PollingPace,
} from '@whipcount/collector'
import { createTableLog, type EventLog } from '@whipcount/event-log'
import { Failure } from '@whipcount/events'
import { type OwnRedis, ownRedis } from '@whipcount/job-queue/scratch'
import {
  createDeadLetterOutbox,
  createDeadLetters,
  createFeeds,
  createIntake,
  type Database,
  type Feed,
  type Feeds,
  migrate,
  openDatabase,
} from '@whipcount/read-store'
import { silent } from '@whipcount/service-kit'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { atom, type FeedServer, feedServer, rss, serving } from './feed-server.ts'

const redis: OwnRedis | Error = await ownRedis().catch((error: Error) => error)
if (redis instanceof Error) console.error(`NOT RUN: polling through Redis. ${redis.message}`)
else console.info(`Polling runs through ${redis.from}`)

const pace: PollingPace = {
  minuteMs: 150,
  refreshMs: 100,
  hostPauseMs: 0,
  retry: { attempts: 3, firstPauseMs: 40, longestPauseMs: 80 },
  limits: { timeoutMs: 1_000, silenceMs: 400, longestBytes: 200_000, redirects: 3 },
}
const quiet = { ...pace, minuteMs: 60_000 }

const until = async (what: string, happened: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + 20_000
  while (!(await happened())) {
    if (performance.now() > deadline) throw new Error(`waited 20 s for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

it('has a Redis to poll through, where CI says that nothing may be left out', () => {
  if (process.env['CI'] === 'true') expect(redis).not.toBeInstanceOf(Error)
})

const ways: [string, string | null][] = [['in process', null]]
if (!(redis instanceof Error)) ways.push(['on Redis', redis.url])

describe.each(ways)('feeds polled by jobs %s', (_, REDIS_URL) => {
  let directory: string
  let database: Database
  let log: EventLog
  let feeds: Feeds
  let collector: Collector
  let site: FeedServer
  let pollers: FeedPoller[]
  let read: bigint

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'whipcount-feeds-'))
    database = await openDatabase({ dataDirectory: directory })
    await migrate(database.db)
    const partitions = { articles: 1, 'dead-letters': 1 }
    log = await createTableLog({ db: database.db, partitions, exclusive: true })
    feeds = createFeeds(database.db)
    const deadLetters = createDeadLetters(database.db)
    collector = createCollector({
      log,
      intake: createIntake(database.db),
      deadLetters,
      outbox: createDeadLetterOutbox(log, deadLetters),
      logger: silent,
      now: () => new Date(),
    })
  })
  afterAll(async () => {
    await log.close()
    await database.close()
    await rm(directory, { recursive: true })
    if (REDIS_URL !== null && !(redis instanceof Error)) await redis.stop()
  })
  beforeEach(async () => {
    site = await feedServer()
    pollers = []
    read = (await log.ends('articles')).get(0)!
  })
  afterEach(async () => {
    await Promise.all(pollers.map((poller) => poller.stop()))
    await site.close()
    for (const { url } of await feeds.list()) await feeds.remove(url)
    if (REDIS_URL !== null && !(redis instanceof Error)) await redis.flush()
  })

  const add = (path: string): Promise<unknown> =>
    feeds.add({ url: site.url(path), outlet: 'Invented News', everyMinutes: 1 }, new Date())
  const poll = async (how: PollingPace = pace, by = collector): Promise<FeedPoller> => {
    const config = { REDIS_URL, WHIPCOUNT_CONTACT: 'https://whipcount.example/bot' }
    const parts = { feeds, collector: by, logger: silent, now: () => new Date() }
    const poller = await openFeedPoller(config, parts, how)
    pollers.push(poller)
    return poller
  }
  const feed = async (path: string): Promise<Feed> => (await feeds.get(site.url(path)))!
  const failed = async (path: string): Promise<Feed> => {
    await until(`a failure of ${path}`, async () => (await feed(path)).failures > 0)
    return feed(path)
  }
  /** What the test's polls have appended so far. */
  const appended = async () =>
    (await log.read('articles', 0, read, 1_000)).map(
      ({ value }) =>
        JSON.parse(value).data as { text: string; url: string; outlet: string; via: string; title: string },
    )

  it('takes in what RSS and Atom feeds bring, and asks only for what is new afterwards', async () => {
    const news = rss([
      [
        '/rss/1',
        'Holt speaks',
        '<p>Holt told reporters Vale &ldquo;must go&rdquo;.</p><p>Vale said nothing.</p>',
      ],
      ['/rss/2', 'Rain & wind', '<p>It rained in Northport.</p>'],
    ])
    site.answer(
      '/rss.xml',
      serving(() => news, { etag: '"one"' }),
    )
    const post = atom([['/atom/1', 'Lund stays', '<p>Lund backs Vale.</p>']])
    site.answer(
      '/atom.xml',
      serving(() => post, { lastModified: 'Tue, 15 Oct 2024 10:00:00 GMT' }),
    )
    await add('/rss.xml')
    await add('/atom.xml')
    await poll()
    await until('polls of both', () =>
      ['/rss.xml', '/atom.xml'].every((path) => site.asked(path).length >= 3),
    )
    const articles = await appended()
    expect(articles).toHaveLength(3)
    expect(articles).toContainEqual(
      expect.objectContaining({
        text: 'Holt told reporters Vale “must go”.\n\nVale said nothing.',
        url: site.url('/rss/1').replace('http:', 'https:'),
        outlet: 'Invented News',
        title: 'Holt speaks',
        via: 'feed',
      }),
    )
    expect(articles).toContainEqual(
      expect.objectContaining({ text: 'Lund backs Vale.', title: 'Lund stays' }),
    )
    const [first, second] = site.asked('/rss.xml')
    expect(first!.headers).toMatchObject({
      'user-agent': 'whipcount/0.1.0 (news feed reader; +https://whipcount.example/bot)',
      accept: expect.stringContaining('application/rss+xml'),
    })
    expect(first!.headers['if-none-match']).toBeUndefined()
    expect(second!.headers['if-none-match']).toBe('"one"')
    expect(site.asked('/atom.xml')[1]!.headers['if-modified-since']).toBe('Tue, 15 Oct 2024 10:00:00 GMT')
    expect(await feed('/rss.xml')).toMatchObject({ articles: 2, failures: 0, error: null, etag: '"one"' })
  })

  it('appends nothing again where a server knows no validators, and a changed text once', async () => {
    let html = '<p>First.</p>'
    site.answer(
      '/plain.xml',
      serving(() => rss([['/plain/1', 'One', html]])),
    )
    await add('/plain.xml')
    await poll()
    await until('three polls', async () => site.asked('/plain.xml').length >= 3)
    expect((await appended()).map(({ text }) => text)).toEqual(['First.'])
    html = '<p>Second.</p>'
    await until('the change', async () => (await appended()).length > 1)
    const polls = site.asked('/plain.xml').length
    await until('two more polls', async () => site.asked('/plain.xml').length >= polls + 2)
    expect((await appended()).map(({ text }) => text)).toEqual(['First.', 'Second.'])
    expect(await feed('/plain.xml')).toMatchObject({ articles: 2 })
  })

  it('tries a server that fails again after pauses, counts, and starts at zero once it answers', async () => {
    let broken = true
    const good = serving(() => rss([['/mended/1', 'Mended', '<p>Mended.</p>']]))
    site.answer('/mended.xml', (request, response) =>
      broken ? void response.writeHead(503).end() : good(request, response),
    )
    await add('/mended.xml')
    await poll(quiet)
    await until('three attempts', async () => (await feed('/mended.xml')).failures === 3)
    expect(await feed('/mended.xml')).toMatchObject({
      fetched_at: null,
      error: `${site.url('/mended.xml')}: HTTP 503 Service Unavailable. It is tried again.`,
    })
    const [a, b, c] = site.asked('/mended.xml').map(({ at }) => at)
    expect(b! - a!).toBeGreaterThanOrEqual(19)
    expect(c! - b!).toBeGreaterThanOrEqual(39)
    expect(site.asked('/mended.xml')).toHaveLength(3)
    broken = false
    await poll(pace)
    await until('the mended feed', async () => (await feed('/mended.xml')).failures === 0)
    expect(await feed('/mended.xml')).toMatchObject({ error: null, articles: 1 })
  })

  it('gives up on bodies that never come, never end or unfold, and polls the others meanwhile', async () => {
    site.answer('/silent.xml', () => {})
    site.answer('/drip.xml', (_, response) => {
      response.writeHead(200)
      const drops = setInterval(() => response.write(' '), 50)
      response.once('close', () => clearInterval(drops))
    })
    site.answer('/endless.xml', (_, response) => {
      response.writeHead(200)
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384))) {}
      }
      response.on('drain', pour)
      pour()
    })
    site.answer(
      '/bomb.xml',
      (_, response) =>
        void response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(20_000_000, ' '))),
    )
    site.answer('/cut.xml', (_, response) => {
      response.writeHead(200, { 'content-length': 5_000 }).write('<rss>')
      setTimeout(() => response.destroy(), 20)
    })
    site.answer(
      '/good.xml',
      serving(() => rss([['/good/1', 'Good', '<p>Good.</p>']])),
    )
    const bad = ['/silent.xml', '/drip.xml', '/endless.xml', '/bomb.xml', '/cut.xml']
    for (const path of [...bad, '/good.xml']) await add(path)
    await poll(quiet)
    const errors = new Map<string, string>()
    for (const path of bad) errors.set(path, (await failed(path)).error!)
    expect(errors.get('/silent.xml')).toMatch(/Headers Timeout Error|not done within 1000 ms/)
    expect(errors.get('/drip.xml')).toMatch(/not done within 1000 ms/)
    expect(errors.get('/endless.xml')).toMatch(/longer than 200000 bytes/)
    expect(errors.get('/bomb.xml')).toMatch(/longer than 200000 bytes/)
    expect(errors.get('/cut.xml')).toMatch(/It is tried again\.$/)
    await until('the good one', async () => (await feed('/good.xml')).articles === 1)
    expect(await appended()).toHaveLength(1)
  })

  it('notes what is no feed, is gone or cannot be reached, and does not hurry to try it again', async () => {
    site.answer(
      '/broken.xml',
      (_, response) => void response.end(rss([['/a', 'A', '<p>A.</p>']]).slice(0, -40)),
    )
    site.answer('/page', (_, response) => void response.end('<!doctype html><title>Sign in</title>'))
    for (const path of ['/broken.xml', '/page', '/missing.xml']) await add(path)
    await poll(quiet)
    expect((await failed('/broken.xml')).error).toMatch(/: neither RSS nor Atom .*Correct the address/)
    expect((await failed('/page')).error).toMatch(/it begins "<!doctype html><title>Sign in/)
    expect((await failed('/missing.xml')).error).toBe(
      `${site.url('/missing.xml')}: HTTP 404 Not Found. Correct the address, or wait for its next turn.`,
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    for (const path of ['/broken.xml', '/page', '/missing.xml']) expect(site.asked(path)).toHaveLength(1)
    expect(await appended()).toEqual([])
  })

  it('stays away for as long as a server says', async () => {
    site.answer('/busy.xml', (_, response) => void response.writeHead(429, { 'retry-after': '3600' }).end())
    await add('/busy.xml')
    await poll()
    const { not_before } = await failed('/busy.xml')
    expect(Date.parse(not_before!) - Date.now()).toBeGreaterThan(3_500_000)
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(site.asked('/busy.xml')).toHaveLength(1)
  })

  it('follows redirects, keeps those that are for good, and not for ever', async () => {
    const moving = (status: number, to: string) => (_: unknown, response: ServerResponse) =>
      void response.writeHead(status, { location: to }).end()
    site.answer('/old.xml', moving(301, '/new.xml'))
    site.answer(
      '/new.xml',
      serving(() => rss([['/moved/1', 'Moved', '<p>Moved.</p>']])),
    )
    site.answer('/today.xml', moving(302, '/new.xml'))
    site.answer('/loop.xml', moving(302, '/loop.xml'))
    site.answer('/away.xml', moving(302, 'file:///etc/passwd'))
    for (const path of ['/old.xml', '/today.xml', '/loop.xml', '/away.xml']) await add(path)
    await poll()
    await until('polls', () => site.asked('/new.xml').length >= 6 && site.asked('/today.xml').length >= 2)
    expect(site.asked('/old.xml')).toHaveLength(1)
    expect(await feed('/old.xml')).toMatchObject({ moved_to: site.url('/new.xml') })
    expect(await feed('/today.xml')).toMatchObject({ moved_to: null, failures: 0 })
    expect((await failed('/loop.xml')).error).toMatch(/more than 3 redirects/)
    expect((await failed('/away.xml')).error).toMatch(
      /a redirect to "file:\/\/\/etc\/passwd", which is no http/,
    )
    expect(await appended()).toHaveLength(1)
  })

  it('asks a host for one feed at a time, with a pause between', async () => {
    const paths = [1, 2, 3, 4].map((n) => `/host/${n}.xml`)
    for (const path of paths) {
      const answer = serving(() => rss([]))
      site.answer(path, async (request, response) => {
        await new Promise((resolve) => setTimeout(resolve, 40))
        await answer(request, response)
      })
      await add(path)
    }
    await poll({ ...quiet, hostPauseMs: 100 })
    await until('all four', () => paths.every((path) => site.asked(path).length === 1))
    expect(site.most).toBe(1)
    const at = paths.map((path) => site.asked(path)[0]!.at).sort((a, b) => a - b)
    for (let n = 1; n < 4; n++) expect(at[n]! - at[n - 1]!).toBeGreaterThanOrEqual(135)
  })

  it('begins with a feed that is added, and ends with one that is removed, while it runs', async () => {
    site.answer(
      '/a.xml',
      serving(() => rss([])),
    )
    site.answer(
      '/b.xml',
      serving(() => rss([])),
    )
    await add('/a.xml')
    await poll()
    await until('the first', () => site.asked('/a.xml').length >= 1)
    await add('/b.xml')
    await feeds.remove(site.url('/a.xml'))
    await until('the second', () => site.asked('/b.xml').length >= 2)
    const before = site.asked('/a.xml').length
    await until('more of the second', () => site.asked('/b.xml').length >= 5)
    expect(site.asked('/a.xml')).toHaveLength(before)
  })

  it('brings again what the log did not take', async () => {
    let refusals = 0
    const refusing: Collector = {
      async collect(items) {
        if (refusals++ < 2) throw new Failure('log-unreachable', 'no log', { fate: 'retry' })
        return collector.collect(items)
      },
    }
    site.answer(
      '/kept.xml',
      serving(() => rss([['/kept/1', 'Kept', '<p>Kept.</p>']]), { etag: '"kept"' }),
    )
    await add('/kept.xml')
    await poll(pace, refusing)
    await until('the article', async () => (await appended()).length === 1)
    expect(await feed('/kept.xml')).toMatchObject({ failures: 0 })
    const unconditional = site
      .asked('/kept.xml')
      .filter(({ headers }) => headers['if-none-match'] === undefined)
    expect(unconditional).toHaveLength(3)
  })

  it('asks nobody again at once who answered just now, though it is started anew', async () => {
    site.answer(
      '/calm.xml',
      serving(() => rss([])),
    )
    await add('/calm.xml')
    await (await poll(quiet)).stop()
    await poll(quiet)
    await until('an answer', async () => (await feed('/calm.xml')).fetched_at !== null)
    const poller = await poll(quiet)
    await poller.refresh()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(site.asked('/calm.xml')).toHaveLength(1)
  })

  it('stops in bounded time while a server is silent, and takes the poll up again', async () => {
    site.answer('/slow.xml', () => {})
    await add('/slow.xml')
    const poller = await poll({ ...quiet, limits: { timeoutMs: 60_000, silenceMs: 60_000 } })
    await until('the request', () => site.asked('/slow.xml').length === 1)
    const began = performance.now()
    await poller.stop()
    expect(performance.now() - began).toBeLessThan(8_000)
    expect(await feed('/slow.xml')).toMatchObject({ failures: 0, fetched_at: null })
    site.answer(
      '/slow.xml',
      serving(() => rss([])),
    )
    await poll(quiet)
    await until('an answer', async () => (await feed('/slow.xml')).fetched_at !== null)
  })

  if (REDIS_URL !== null && !(redis instanceof Error)) {
    it.each([
      ['was flushed', () => redis.flush()],
      ['was killed and came back empty', () => redis.restart(500)],
    ])('goes on polling by itself after Redis %s', async (__, happens) => {
      const paths = ['/x.xml', '/y.xml']
      let n = 0
      for (const path of paths) {
        site.answer(
          path,
          serving(() => rss([[`${path}/${n}`, `Number ${n}`, `<p>${path} ${n++}.</p>`]])),
        )
        await add(path)
      }
      await poll()
      await until('polls', () => paths.every((path) => site.asked(path).length >= 2))
      await happens()
      const before = new Map(paths.map((path) => [path, site.asked(path).length]))
      await until('polls', () => paths.every((path) => site.asked(path).length >= before.get(path)! + 4))
      const texts = (await appended()).map(({ text }) => text)
      expect(new Set(texts).size).toBe(texts.length)
    })
  }
})
