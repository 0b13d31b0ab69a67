import type { LogRecord } from '@whipcount/event-log'
import { ArticleCollected, articleIdOf, type CloudEvent, envelope, revisionOf } from '@whipcount/events'
import { createApplier } from '@whipcount/read-store'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeDesk, makeEvents } from '../bench/events.ts'
import { openReadModel, type ReadModel } from '../house/read-model.ts'

/** What the formats in which rows go to a database have a meaning of their own for. */
const odd = [
  '\\N',
  '\\.',
  '\\',
  '\\\\n',
  'NULL',
  'null',
  '""',
  '"',
  "'",
  '{}',
  '{a,"b"}',
  '(1,2)',
  'a\tb',
  'a\nb',
  'a\r\nb',
  '\u2028',
  ' ',
  'x\\',
  '\v\f\b',
  '$1',
  '--',
  '🗳️ Hélène',
  '\ud83d',
  'x\udc00y',
]

function collected(text: string): CloudEvent {
  const state = { text: 'Vale must go.', title: text, byline: text, published: '2031-05-01', outlet: text }
  const article = articleIdOf({ url: null, outlet: 'Ledger', sourceId: text, text })
  const time = '2031-05-01T10:30:00.000Z'
  return envelope(
    ArticleCollected,
    { id: article, subject: article, time, source: '/test' },
    {
      ...state,
      article,
      revision: revisionOf(state),
      captured_at: time,
      url: null,
      source_id: text,
      via: text,
    },
  )
}

const records = (events: readonly CloudEvent[], from: number): LogRecord[] =>
  events.map((event, n) => ({
    topic: 'events',
    partition: 0,
    position: BigInt(from + n),
    key: event.subject,
    value: JSON.stringify(event),
    headers: {},
    appendedAt: new Date(0),
  }))

describe.each(['pglite', 'postgres'] as const)('rows on %s', (kind) => {
  let model: ReadModel
  beforeEach(async () => {
    model = await openReadModel(kind)
  })
  afterEach(() => model.drop())

  it('hold what they were given, whatever it looks like', async () => {
    // One batch each: in a batch with another that a copy refuses, it would be inserted.
    await model.apply(odd.map(collected), { batchSize: 1 })
    const { rows } = await sql<Record<string, string>>`
      select title, byline, outlet, source_id from whipcount_p1.revisions`.execute(model.db)
    const stored = odd.map((text) => text.toWellFormed())
    for (const column of ['title', 'byline', 'outlet', 'source_id'])
      expect(rows.map((row) => row[column]).sort()).toEqual(stored.toSorted())
  })

  it('that are there already, beside new and refused ones, are counted and change nothing', async () => {
    const applier = createApplier({ db: model.db })
    let position = 0
    const apply = (events: readonly CloudEvent[]) => {
      const [from, next] = [BigInt(position), BigInt(position + events.length)]
      const batch = { topic: 'events', partition: 0, from, next, records: records(events, position) }
      position += events.length
      return applier.apply(batch)
    }
    const made = [...makeEvents(60, 0.5)].map(({ articles, events }) => [articles, ...events])
    const [first, second, third] = [made.slice(0, 20), made.slice(20, 40), made.slice(40)].map((some) =>
      some.flat(),
    )
    const counts = async () => (await model.digests.digestTables()).reduce((sum, { rows }) => sum + rows, 0)

    expect(await apply([...makeDesk(), ...first!])).toMatchObject({ repeats: 0, deadLetters: [] })
    const rows = await counts()
    const again = await apply(first!)
    // Places are no part of the digest, and one row of each article.
    expect(again.repeats).toBeGreaterThan(0)
    expect(await counts()).toBe(rows)

    const mixed = await apply([...second!, ...first!, ...second!])
    expect(mixed.repeats).toBe(again.repeats + (await apply(second!)).repeats)
    expect(await apply(third!)).toMatchObject({ repeats: 0, deadLetters: [] })

    const bad = collected('a\u0000b')
    const stormy = await apply([...third!, bad])
    expect(stormy.deadLetters.map(({ record }) => record.key)).toEqual([bad.subject])
    expect(stormy.repeats).toBe((await apply(third!)).repeats)

    const piecemeal = await model.digests.digestTables()
    await model.empty()
    await model.apply([...makeDesk(), ...made.flat()])
    expect(await model.digests.digestTables()).toEqual(piecemeal)
  })
})
