import { ArticleNormalized } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** What was read: one revision, for one challenge, by one ruleset, and the claims that it lists. */
export const readings = defineProjection({
  name: 'readings',
  table: 'readings',
  means: 'One reading of one revision; it counts once every claim that it lists has arrived.',
  key: ['reading'],
  columns: {
    reading: { type: 'uuid', means: 'UUIDv5 of (article, revision, challenge, ruleset, what was found).' },
    challenge: { type: 'text', means: 'The challenge that it was read for.' },
    article: { type: 'uuid', means: 'The article.' },
    revision: { type: 'text', means: 'The revision that was read.' },
    ruleset: { type: 'text', means: 'What read it, by hash.' },
    claims: { type: 'uuid[]', means: 'The claims that it lists, exactly.' },
  },
  indexes: [['challenge', 'article', 'revision']],
  filledBy: 'articles',
  digested: true,
  on: [
    from(ArticleNormalized, ({ reading, challenge, article, revision, ruleset, claims }) => [
      { reading, challenge, article, revision, ruleset, claims: [...claims].sort() },
    ]),
  ],
})
