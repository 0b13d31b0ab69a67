import { ArticleNormalized, bandsOf, decodeShingles } from '@whipcount/events'
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
    band_1: { type: 'integer', means: 'Nearly the same text has this, or one of the next five, in common.' },
    band_2: { type: 'integer', means: 'Another.' },
    band_3: { type: 'integer', means: 'Another.' },
    band_4: { type: 'integer', means: 'Another.' },
    band_5: { type: 'integer', means: 'Another.' },
    band_6: { type: 'integer', means: 'Another.' },
    shingles: { type: 'integer[]', means: 'Hashes of each five words in a row, each once.' },
  },
  indexes: [['band_1'], ['band_2'], ['band_3'], ['band_4'], ['band_5'], ['band_6']],
  filledBy: 'articles',
  digested: true,
  on: [
    from(ArticleNormalized, ({ article, revision, shingles: encoded }) => {
      if (encoded === undefined) return []
      const hashes = decodeShingles(encoded)
      const bands = bandsOf(hashes)
      if (bands === null) return []
      const [band_1, band_2, band_3, band_4, band_5, band_6] = bands as [
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      const shingles = hashes.map((hash) => `${hash | 0}`)
      return [{ article, revision, band_1, band_2, band_3, band_4, band_5, band_6, shingles }]
    }),
  ],
})
