import {
  ArticleCollected,
  articleIdOf,
  ChallengeDeclared,
  type CloudEvent,
  type DataOf,
  envelope,
  revisionOf,
} from '@whipcount/events'
import { eventsOfReading } from '@whipcount/normalizer'
import { createDeadLetters } from '@whipcount/read-store'
import { createRoster } from '@whipcount/roster'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openReadModel, type ReadModel } from '../house/read-model.ts'
import {
  type AnnotatedArticle,
  annotationsOf,
  challengeOf,
  contentOf,
  folders,
  standingsOf,
} from './annotations.ts'

const RULESET = 'a'.repeat(64)
const about = (subject: string, id: string) => ({
  id,
  subject,
  time: '2026-01-01T00:00:00.000Z',
  source: '/test',
})
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** The events that an extractor would have made which finds exactly what the annotators found. */
function eventsOf(folder: (typeof folders)[number]): CloudEvent[] {
  const challenge = challengeOf(folder)
  const roster = createRoster(challenge)
  const declared = envelope(ChallengeDeclared, about(challenge.id, uuid(0)), {
    challenge,
    at: '2026-01-01T00:00:00.000Z',
  })
  const events: CloudEvent[] = [declared]
  for (const [n, annotated] of annotationsOf(folder).entries()) {
    const article = articleOf(annotated)
    events.push(envelope(ArticleCollected, about(article.article, uuid(n + 1)), article))
    const claims = contentOf(annotated, article.text, roster)
    events.push(
      ...eventsOfReading(
        article,
        claims,
        { challenge: challenge.id, ruleset: RULESET },
        {
          partition: 0,
          position: BigInt(n),
          time: '2026-01-01T00:00:00.000Z',
        },
      ),
    )
  }
  return events
}

function articleOf({ article, published }: AnnotatedArticle): DataOf<typeof ArticleCollected> {
  const text = `${article} ${'.'.repeat(200)}`
  const state = { text, title: null, byline: null, published, outlet: 'Annotators' }
  return {
    ...state,
    article: articleIdOf({ url: null, outlet: null, sourceId: null, text }),
    revision: revisionOf(state),
    // The scorer orders what is neither dated nor published after everything else.
    captured_at: `${published ?? '9999-12-31'}T12:00:00.000Z`,
    url: null,
    source_id: null,
    via: 'annotation',
  }
}

let model: ReadModel
beforeAll(async () => {
  model = await openReadModel('pglite')
})
afterEach(() => model.empty())
afterAll(() => model.drop())

describe('the projections, fed what annotators found', () => {
  it.each(folders)('put everybody of %s where the codebook puts them', async (folder) => {
    await model.apply(eventsOf(folder))
    const letters = await createDeadLetters(model.db).list()
    expect(letters).toEqual([])
    const said = await model.queries.positions(challengeOf(folder).id)
    const fold = (name: string): string =>
      name
        .normalize('NFKD')
        .replace(/[^a-z]/gi, '')
        .toLowerCase()
    const expected = new Map(standingsOf(folder).map(({ name, position }) => [fold(name), position]))
    const wrong = []
    for (const { name, position } of said) {
      const want = expected.get(fold(name)) ?? 'unknown'
      expected.delete(fold(name))
      if (position !== want) wrong.push({ name, position, want })
    }
    const missing = [...expected].filter(([, position]) => position !== 'unknown')
    expect({ wrong, missing }).toEqual({ wrong: [], missing: [] })
  })
})
