import { ArticleNormalized, decodeShingles, minHashesOf } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** What tells that one text is nearly another. Only of texts with claims: of the others nobody asks where they come from. */
export const likenesses = defineProjection({
  name: 'likenesses',
  table: 'likenesses',
  means: 'What the text of one state of an article is compared with others by.',
  key: ['article', 'revision'],
  columns: {
    article: { type: 'uuid', means: 'The article.' },
    revision: { type: 'text', means: 'The revision with that text.' },
    min_1: {
      type: 'integer',
      means: 'A minimum hash of the text: nearly the same text has one of the four in common.',
    },
    min_2: { type: 'integer', means: 'Another.' },
    min_3: { type: 'integer', means: 'Another.' },
    min_4: { type: 'integer', means: 'Another.' },
    shingles: { type: 'integer[]', means: 'Hashes of each five words in a row, each once.' },
  },
  indexes: [['min_1'], ['min_2'], ['min_3'], ['min_4']],
  filledBy: 'articles',
  digested: true,
  on: [
    from(ArticleNormalized, ({ article, revision, shingles }) => {
      if (shingles === undefined) return []
      const hashes = decodeShingles(shingles)
      const least = minHashesOf(hashes)
      if (least === null) return []
      const [min_1, min_2, min_3, min_4] = least
      return [
        { article, revision, min_1, min_2, min_3, min_4, shingles: hashes.map((hash) => `${hash | 0}`) },
      ]
    }),
  ],
})
