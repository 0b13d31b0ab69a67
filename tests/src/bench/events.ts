import {
  ArticleCollected,
  articleIdOf,
  ChallengeDeclared,
  type CloudEvent,
  envelope,
  eventIdOf,
  RulesetActivated,
  revisionOf,
} from '@whipcount/events'
import { eventsOfReading } from '@whipcount/normalizer'
import { createRoster } from '@whipcount/roster'
import { annotationsOf, challengeOf, contentOf, folders } from '../corpus/annotations.ts'
import { createRandom, makeArticles } from './articles.ts'

const RULESET = 'b'.repeat(64)
const TIME = '2031-05-01T00:00:00.000Z'

/** The records of one article, by topic. */
export interface MadeRecords {
  readonly articles: CloudEvent
  readonly events: readonly CloudEvent[]
}

/** What stands on the desk before any article: the challenge and its ruleset. */
export function makeDesk(): CloudEvent[] {
  const challenge = challengeOf('avalia')
  const about = (id: string) => ({ id, subject: challenge.id, time: TIME, source: '/bench' })
  return [
    envelope(ChallengeDeclared, about(eventIdOf(ChallengeDeclared.type, challenge.id)), {
      challenge,
      at: TIME,
    }),
    envelope(RulesetActivated, about(eventIdOf(RulesetActivated.type, challenge.id)), {
      challenge: challenge.id,
      ruleset: RULESET,
      at: TIME,
    }),
  ]
}

/**
 * The history of so many articles, always the same for a seed: each collected once and read once. A relevant one has the claims
 * of an annotated article, drawn anew, so claims come as often and as many together as annotators find them in news.
 *
 * @param relevantShare of [0, 1].
 */
export function* makeEvents(count: number, relevantShare: number, seed = 1): Generator<MadeRecords> {
  const random = createRandom(seed + 1)
  const challenge = challengeOf('avalia')
  const roster = createRoster(challenge)
  const annotated = folders.flatMap(annotationsOf)
  let position = 0n
  for (const made of makeArticles(count, 0, seed)) {
    const state = {
      text: made.text,
      title: null,
      byline: null,
      published: made.published,
      outlet: made.outlet,
    }
    const article = articleIdOf({ url: null, outlet: made.outlet, sourceId: made.id, text: made.text })
    const revision = revisionOf(state)
    const captured_at = `${made.published}T10:30:00.000Z`
    const collected = {
      ...state,
      article,
      revision,
      captured_at,
      url: null,
      source_id: made.id,
      via: 'bench',
    }
    const id = eventIdOf(ArticleCollected.type, article, revision, captured_at)
    const pattern = annotated[Math.floor(random() * annotated.length)]!
    const claims = random() < relevantShare ? contentOf(pattern, made.text, roster) : []
    yield {
      articles: envelope(ArticleCollected, { id, subject: article, time: TIME, source: '/bench' }, collected),
      events: eventsOfReading(
        collected,
        claims,
        { challenge: challenge.id, ruleset: RULESET },
        {
          partition: 0,
          position,
          time: TIME,
        },
      ),
    }
    position++
  }
}
