import { createTableLog, type EventLog } from '@whipcount/event-log'
import { type ScratchDatabase, scratchPglite } from '@whipcount/event-log/scratch'
import { decodeEvent } from '@whipcount/events'
import {
  type Asked,
  createAnswerMemory,
  createChatEndpoint,
  createModelExtractor,
} from '@whipcount/extractors'
import {
  exampleArticle,
  exampleChallenge,
  type ScriptedServer,
  says,
  startScriptedServer,
  status,
} from '@whipcount/extractors/scratch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const now = () => new Date('2030-05-15T12:00:00Z')
const claim = {
  type: 'public-call',
  actor: 'Robert Finch',
  body: false,
  attrs: { demand: 'resign' },
  date: null,
  earlier: false,
  attribution: 'named',
  evidence: 'Robert Finch wants Anna Vale gone.',
  quote: null,
}

describe('a model as an extractor', { timeout: 300_000 }, () => {
  let server: ScriptedServer
  let scratch: ScratchDatabase
  let log: EventLog
  beforeAll(async () => {
    server = await startScriptedServer()
    scratch = await scratchPglite()
    log = await createTableLog({ db: scratch.db, exclusive: true })
  })
  afterAll(async () => {
    await log.close()
    await scratch.drop()
    await server.close()
  })

  let n = 0
  /** An article that nobody has been asked about. */
  const fresh = () => exampleArticle(`Robert Finch wants Anna Vale gone. This is report ${++n}.`)
  /** A process that begins anew: it remembers what the log holds, and nothing else. */
  const begin = (model = 'a-model') => {
    const asked: Asked[] = []
    const { url } = server
    const chat = createChatEndpoint({ url, model, key: null, timeoutMs: 20_000, tries: 1, concurrency: 4 })
    const memory = createAnswerMemory(log, now)
    const extractor = createModelExtractor({ chat, memory, onAsked: (outcome) => asked.push(outcome) })
    return { extractor, asked }
  }

  it('is told the codebook and the challenge, and asked about the article', async () => {
    server.play(says({ claims: [claim] }))
    await begin().extractor.extract(fresh(), exampleChallenge)
    const [told, asked] = server.seen[0]!.body.messages.map(({ content }) => content)
    expect(told).toContain('Leader: Anna Vale; prime minister')
    expect(told).toContain(
      '## public-call\nA named party figure, or a named body of the party, publicly says',
    )
    expect(told).toContain('- An anonymous member (a number of them is a `signature-count`).')
    expect(told).not.toContain('Okafor')
    expect(asked).toMatch(/^Published: 2030-05-15\nOutlet: Quayside News\nText:\nRobert Finch wants/)
    const { json_schema: format } = server.seen[0]!.body['response_format'] as {
      json_schema: { schema: object }
    }
    expect(JSON.stringify(format.schema)).toContain('"no-confidence"')
    expect(JSON.stringify(format.schema)).not.toContain('"additionalProperties":true')
  })

  it('keeps each answer in the log, word for word, and asks once for ever', async () => {
    const article = fresh()
    const answer = JSON.stringify({ claims: [claim] })
    server.play(says(answer))
    const first = await begin().extractor.extract(article, exampleChallenge)
    server.play(status(500))
    const { extractor, asked } = begin()
    expect(await extractor.extract(article, exampleChallenge)).toEqual(first)
    expect(first.claims).toMatchObject([{ person: 'robert-finch', rule: 'model/a-model' }])
    expect(asked).toEqual(['remembered'])
    expect(server.seen).toHaveLength(0)
    const records = await log.read('answers', 0, 0n, 100)
    const last = records.at(-1)!
    expect(last.key).toBe(article.article)
    expect(decodeEvent(last.value)).toMatchObject({
      type: 'article.answered',
      data: {
        revision: article.revision,
        challenge: 'vale-2030',
        model: 'a-model',
        answer,
        tokens: { asked: 7, answered: 3 },
      },
    })
  })

  it('is asked again by another model, and for a challenge that is told otherwise, but not for another roster', async () => {
    const article = fresh()
    server.play(says({ claims: [] }))
    const { extractor, asked } = begin()
    await extractor.extract(article, exampleChallenge)
    await extractor.extract(article, { ...exampleChallenge, roster: [] })
    expect(asked).toEqual(['asked', 'remembered'])
    await extractor.extract(article, { ...exampleChallenge, party: { name: 'Harbour', other_names: [] } })
    await begin('another-model').extractor.extract(article, exampleChallenge)
    expect(server.seen).toHaveLength(3)
    expect(begin().extractor.version).toBe(extractor.version)
    expect(begin('another-model').extractor.version).not.toBe(extractor.version)
  })

  it('is asked once about an article that comes twice at a time', async () => {
    const article = fresh()
    server.play(says({ claims: [claim] }))
    const { extractor } = begin()
    const both = await Promise.all([1, 2].map(() => extractor.extract(article, exampleChallenge)))
    expect(both[0]).toEqual(both[1])
    expect(server.seen).toHaveLength(1)
  })

  it('is asked nothing about an article that is dismissed', async () => {
    server.play(status(500))
    const { extractor, asked } = begin()
    await extractor.extract(exampleArticle('Rain in the north.'), exampleChallenge)
    expect([asked, server.seen]).toEqual([[], []])
  })

  it('keeps no answer that cannot be used, and is asked again later', async () => {
    const article = fresh()
    const { extractor, asked } = begin()
    server.play(says('{"claims":"none"}'))
    await expect(extractor.extract(article, exampleChallenge)).rejects.toMatchObject({
      code: 'model-answer-invalid',
      fate: 'deadLetter',
      message: expect.stringMatching(
        /its answer cannot be used: .*claims.* use a model that keeps to a JSON schema/,
      ),
    })
    server.play(says({ claims: [claim] }))
    expect((await extractor.extract(article, exampleChallenge)).claims).toHaveLength(1)
    expect(asked).toEqual(['failed', 'asked'])
  })

  it('counts what it refuses, each time anew', async () => {
    const article = fresh()
    server.play(says({ claims: [claim, { ...claim, evidence: 'Vale resigned.' }] }))
    const { extractor } = begin()
    const { claims, refused } = await extractor.extract(article, exampleChallenge)
    expect([claims.length, refused]).toEqual([1, { evidence: 1 }])
    expect((await begin().extractor.extract(article, exampleChallenge)).refused).toEqual({ evidence: 1 })
  })

  it('passes over an answer in the log that it cannot read, and takes the next', async () => {
    const article = fresh()
    server.play(says({ claims: [claim] }))
    const { extractor } = begin()
    await extractor.extract(article, exampleChallenge)
    const last = (await log.read('answers', 0, 0n, 1_000)).at(-1)!
    const broken = last.value.replace(/"answer":"(?:[^"\\]|\\.)*"/, '"answer":"erased"')
    expect(broken).not.toBe(last.value)
    const other = fresh()
    const asOther = broken
      .replaceAll(article.article, other.article)
      .replaceAll(article.revision, other.revision)
    await log.append('answers', [{ key: other.article, value: asOther }])
    const first = begin()
    await first.extractor.extract(other, exampleChallenge)
    server.play(status(500))
    const second = begin()
    await second.extractor.extract(other, exampleChallenge)
    expect([first.asked, second.asked]).toEqual([['asked'], ['remembered']])
  })
})
