import {
  ArticleCollected,
  articleIdOf,
  ChallengeDeclared,
  type CloudEvent,
  envelope,
  revisionOf,
} from '@whipcount/events'
import { eventsOfReading } from '@whipcount/normalizer'
import { createRoster } from '@whipcount/roster'
import { createExtractor } from '@whipcount/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { challengeOf } from '../corpus/annotations.ts'
import { openReadModel, type ReadModel } from '../house/read-model.ts'

const challenge = challengeOf('seeds')
const extractor = createExtractor(challenge)
const about = (subject: string, id: string) => ({
  id,
  subject,
  time: '2026-01-01T00:00:00.000Z',
  source: '/test',
})

function reported(n: number, outlet: string, published: string, text: string): CloudEvent[] {
  const state = { text, title: `Report ${n}`, byline: null, published, outlet }
  const article = {
    ...state,
    article: articleIdOf({ url: null, outlet: null, sourceId: null, text }),
    revision: revisionOf(state),
    captured_at: `${published}T12:00:00.000Z`,
    url: null,
    source_id: null,
    via: 'test',
  }
  const reader = { challenge: challenge.id, ruleset: 'a'.repeat(64) }
  const context = { partition: 0, position: BigInt(n), time: `${published}T12:00:00.000Z` }
  const id = `00000000-0000-4000-8000-00000000000${n}`
  return [
    envelope(ArticleCollected, about(article.article, id), article),
    ...eventsOfReading(article, extractor.extract(article), reader, context),
  ]
}

describe('the people of a challenge', () => {
  let model: ReadModel
  beforeAll(async () => {
    model = await openReadModel('pglite')
    await model.apply([
      envelope(ChallengeDeclared, about(challenge.id, '00000000-0000-4000-8000-000000000000'), {
        challenge,
        at: '2024-01-01T00:00:00.000Z',
      }),
      ...reported(
        1,
        'Ledger',
        '2024-10-16',
        'Liberal MP Shawn Casey told reporters that Justin Trudeau must go.',
      ),
      ...reported(
        2,
        'Beacon',
        '2024-10-20',
        'Justin Trudeau should resign, Liberal MP Shawn Casey said on Saturday.',
      ),
      ...reported(3, 'Beacon', '2024-10-21', 'Liberal MP Ken McDonald said Justin Trudeau must go.'),
    ])
  })
  afterAll(() => model.drop())

  it('list whom the roster does not know, how often and where, and whose name is near', async () => {
    const people = await model.queries.people(challenge.id)
    expect(people.filter(({ matched }) => !matched)).toMatchObject([
      {
        name: 'Shawn Casey',
        forms: ['Shawn Casey'],
        claims: 2,
        outlets: 2,
        nearest: ['Sean Casey'],
        articles: [
          { outlet: 'Beacon', title: 'Report 2', day: '2024-10-19' },
          { outlet: 'Ledger', title: 'Report 1', day: '2024-10-16' },
        ],
      },
    ])
    expect(people[1]).toMatchObject({ name: 'Ken McDonald', matched: true, claims: 1, nearest: [] })
  })

  it('are everybody, each once, whether or not they are named', async () => {
    const people = await model.queries.people(challenge.id)
    expect(people).toHaveLength(createRoster(challenge).people.length + 1)
    expect(new Set(people.map(({ person }) => person)).size).toBe(people.length)
  })

  it('are those of a day where one is asked for', async () => {
    const people = await model.queries.people(challenge.id, { on: '2024-10-16' })
    expect(people[0]).toMatchObject({ name: 'Shawn Casey', claims: 1 })
    const before = await model.queries.people(challenge.id, { known: '2024-10-15' })
    expect(before.filter(({ matched }) => !matched)).toEqual([])
  })
})
