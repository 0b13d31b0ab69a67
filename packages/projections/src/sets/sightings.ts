import { ArticleCollected } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** Which state of an article was seen when. The current revision is the one of the latest sighting. */
export const sightings = defineProjection({
  name: 'sightings',
  table: 'sightings',
  means: 'That state of the article was seen then.',
  key: ['article', 'captured_at', 'revision'],
  columns: {
    article: { type: 'uuid', means: 'The article.' },
    captured_at: { type: 'timestamptz', means: 'When this state was captured.' },
    revision: { type: 'text', means: 'SHA-256 of all that the normalizer reads.' },
  },
  filledBy: 'articles',
  digested: true,
  on: [from(ArticleCollected, ({ article, revision, captured_at }) => [{ article, captured_at, revision }])],
})
