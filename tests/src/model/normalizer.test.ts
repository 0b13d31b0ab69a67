import { createTableLog, type EventLog, type LogRecord } from '@whipcount/event-log'
import { type ScratchDatabase, scratchPglite } from '@whipcount/event-log/scratch'
import {
  ArticleCollected,
  ChallengeDeclared,
  type CloudEvent,
  decodeEvent,
  envelope,
  type Failure,
} from '@whipcount/events'
import { createChatEndpoint } from '@whipcount/extractors'
import {
  exampleArticle,
  exampleChallenge,
  type ScriptedServer,
  says,
  startScriptedServer,
  status,
} from '@whipcount/extractors/scratch'
import { createNormalizer, createReaders, openModel, type Readers, rulesetOf } from '@whipcount/normalizer'
import { createCheckpoints, createDeadLetterOutbox, createDeadLetters, migrate } from '@whipcount/read-store'
import { createMetrics, silent } from '@whipcount/service-kit'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

const at = new Date('2030-05-15T12:00:00Z')
const now = () => at
const time = at.toISOString()
const byRules = 'Harbour MP Robert Finch told reporters that Prime Minister Anna Vale should resign.'
const byModel = 'Tom Reyes was seen at Vale’s elbow.'
const stated = {
  type: 'member-support',
  actor: 'Tom Reyes',
  body: false,
  attrs: {},
  date: null,
  earlier: false,
  attribution: 'named',
  evidence: byModel,
  quote: null,
}
/** A model that finds what the rules find, what they do not find, and what nobody said. */
const answer = {
  claims: [
    { ...stated, type: 'public-call', actor: 'Robert Finch', attrs: { demand: 'resign' }, evidence: byRules },
    stated,
    { ...stated, evidence: 'Tom Reyes said Vale must stay.' },
  ],
}

describe('the normalizer with a language model', { timeout: 300_000 }, () => {
  let server: ScriptedServer
  let scratch: ScratchDatabase
  let log: EventLog
  const opened: Readers[] = []
  beforeAll(async () => {
    server = await startScriptedServer()
    scratch = await scratchPglite()
    await migrate(scratch.db)
    log = await createTableLog({ db: scratch.db, exclusive: true })
  })
  afterEach(async () => {
    for (const readers of opened.splice(0)) await readers.stop()
  })
  afterAll(async () => {
    await log.close()
    await scratch.drop()
    await server.close()
  })

  /** A process of its own: what it knows of answers it has from the log. */
  const begin = () => {
    const chat = createChatEndpoint({
      url: server.url,
      model: 'a-model',
      key: null,
      timeoutMs: 60_000,
      tries: 1,
      concurrency: 4,
    })
    const metrics = createMetrics('normalizer')
    const model = openModel(chat, { log, now, metrics })!
    const readers = createReaders({ model, questionsAtOnce: 4, metrics })
    opened.push(readers)
    return { model, readers, metrics }
  }

  let position = 0n
  let n = 0
  const fresh = () => collected(`${byRules} ${byModel} This is report ${++n}.`)
  function collected(text: string): CloudEvent {
    const article = { ...exampleArticle(text), captured_at: time, url: null, source_id: null, via: 'test' }
    const about = { id: article.article, subject: article.article, time, source: '/test' }
    return envelope(ArticleCollected, about, article)
  }
  const record = (event: CloudEvent): LogRecord => ({
    topic: 'articles',
    partition: 0,
    position: position++,
    key: event.subject,
    value: JSON.stringify(event),
    headers: {},
    appendedAt: at,
  })
  const eventsIn = (records: readonly { value: string }[]) =>
    records.map(({ value }) => decodeEvent(value) as CloudEvent<string, Record<string, unknown>>)

  it('adds to what the rules found what they did not, in one reading that says so', async () => {
    server.play(says(answer))
    const { readers, model, metrics } = begin()
    const { found, failed } = await readers.of(exampleChallenge).read([record(fresh())], at)
    expect(failed).toEqual([])
    const events = eventsIn(found)
    expect(events.map(({ type, data }) => [type, data['person'] ?? null, data['rule'] ?? null])).toEqual([
      ['public-call.reported', 'robert-finch', expect.stringMatching(/^public-call\//)],
      ['member-support.reported', 'tom-reyes', 'model/a-model'],
      ['article.normalized', null, null],
    ])
    expect(events[2]!.data).toMatchObject({
      ruleset: rulesetOf(exampleChallenge, model),
      model: { found: 2, added: 1, refused: { evidence: 1 } },
    })
    const measured = await metrics.registry.metrics()
    expect(measured).toContain('whipcount_model_refused_total{reason="evidence",service="normalizer"} 1')
    expect(measured).toContain('whipcount_model_questions_total{outcome="asked",service="normalizer"} 1')
    expect(measured).toContain('whipcount_model_seconds_count{service="normalizer"} 1')
  })

  it('has another ruleset than the rules alone, than with another model, and than for a party of another name', () => {
    const { model } = begin()
    const renamed = { ...exampleChallenge, party: { name: 'Quay Party', other_names: [] } }
    const rulesets = [
      rulesetOf(exampleChallenge),
      rulesetOf(exampleChallenge, model),
      rulesetOf(exampleChallenge, { ...model, version: 'f'.repeat(64) }),
      rulesetOf(renamed, model),
    ]
    expect(new Set(rulesets).size).toBe(4)
    expect(createReaders().of(exampleChallenge).ruleset).toBe(rulesets[0])
  })

  it('gives out what the rules found where the model fails, sets the article aside, and mends it when redriven', async () => {
    server.play(status(401))
    const { readers, model } = begin()
    const reader = readers.of(exampleChallenge)
    const article = record(fresh())
    const dismissed = record(collected('The weather in Northport was fine.'))
    const { found, failed } = await reader.read([dismissed, article], at)
    expect(failed.map((one) => [one.record, one.failure.code, one.failure.fate])).toEqual([
      [article, 'model-refused', 'deadLetter'],
    ])
    expect((failed[0]!.failure as Failure).message).toMatch(
      /HTTP 401 Unauthorized\. What the rules found counts/,
    )
    const events = eventsIn(found)
    expect(events.map(({ type }) => type)).toEqual([
      'article.normalized',
      'public-call.reported',
      'article.normalized',
    ])
    expect(events.map(({ data }) => data['ruleset'])).toEqual([
      rulesetOf(exampleChallenge, model),
      undefined,
      rulesetOf(exampleChallenge),
    ])
    server.play(says(answer))
    const again = await reader.read([article], at)
    expect(again.failed).toEqual([])
    expect(eventsIn(again.found).at(-1)!.data).toMatchObject({
      ruleset: rulesetOf(exampleChallenge, model),
      claims: [expect.any(String), expect.any(String)],
    })
  })

  it('asks nobody in a replay: the answers are in the log', async () => {
    server.play(says(answer))
    const { db } = scratch
    const articles = [fresh(), collected('Rain in the north.'), fresh()]
    await log.append(
      'articles',
      articles.map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
    )
    const declared = { id: 'd1', subject: exampleChallenge.id, time, source: '/test' }
    const declaration = envelope(ChallengeDeclared, declared, { challenge: exampleChallenge, at: time })
    await log.append('desk', [{ key: exampleChallenge.id, value: JSON.stringify(declaration) }])
    const deadLetters = createDeadLetters(db)
    const normalizeAll = async (): Promise<readonly string[]> => {
      const [before] = (await log.ends('events')).values()
      const { readers } = begin()
      const normalizer = await createNormalizer({
        log,
        checkpoints: createCheckpoints(db),
        deadLetters,
        outbox: createDeadLetterOutbox(log, deadLetters),
        readerOf: readers.of,
        logger: silent,
        now,
      })
      const [name] = normalizer.reading()
      await expect
        .poll(() => createCheckpoints(db).get(name!, 'articles', 0), { timeout: 200_000 })
        .toBe(BigInt(articles.length))
      await normalizer.stop()
      return (await log.read('events', 0, before!, 100)).map(({ value }) => decodeEvent(value).id).sort()
    }
    const first = await normalizeAll()
    expect(server.seen).toHaveLength(2)
    await sql`delete from whipcount_control.checkpoints`.execute(db)
    server.play(status(500))
    const second = await normalizeAll()
    expect(server.seen).toHaveLength(0)
    expect(second).toEqual(first)
    expect(await deadLetters.count()).toBe(0)
  })

  it('lets go of a model that does not answer when it is stopped, and loses nothing', async () => {
    server.play(() => {})
    const { readers } = begin()
    const reading = readers.of(exampleChallenge).read([record(fresh())], at)
    const outcome = expect(reading).rejects.toMatchObject({ code: 'model-unreachable', fate: 'retry' })
    await expect.poll(() => server.seen.length, { timeout: 200_000 }).toBe(1)
    readers.stopAsking()
    await outcome
  })
})
