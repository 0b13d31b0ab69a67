import { ArticleNormalized, bandsOf, decodeSketch } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

type Band = number | null
type Bands = [Band, Band, Band, Band, Band, Band]

/** What tells that one text is nearly another. Only of texts with claims: of the others nobody asks where they come from. */
export const likenesses = defineProjection({
  name: 'likenesses',
  table: 'likenesses',
  means: 'What the text of one state of an article is compared with others by.',
  key: ['article', 'revision'],
  columns: {
    article: { type: 'uuid', means: 'The article.' },
    revision: { type: 'text', means: 'The revision with that text.' },
    band_1: {
      type: 'integer',
      nullable: true,
      means: 'Nearly the same text has this, or one of the next five, in common.',
    },
    band_2: { type: 'integer', nullable: true, means: 'Another.' },
    band_3: { type: 'integer', nullable: true, means: 'Another.' },
    band_4: { type: 'integer', nullable: true, means: 'Another.' },
    band_5: { type: 'integer', nullable: true, means: 'Another.' },
    band_6: { type: 'integer', nullable: true, means: 'Another.' },
    sketch: {
      type: 'integer[]',
      means: 'Of the hashes of each five words in a row the least of each bin; -1 of an empty one.',
    },
  },
  indexes: [['band_1'], ['band_2'], ['band_3'], ['band_4'], ['band_5'], ['band_6']],
  filledBy: 'articles',
  digested: true,
  on: [
    from(ArticleNormalized, ({ article, revision, sketch: encoded }) => {
      if (encoded === undefined) return []
      const sketch = decodeSketch(encoded)
      const [band_1, band_2, band_3, band_4, band_5, band_6] = bandsOf(sketch) as Bands
      return [
        { article, revision, band_1, band_2, band_3, band_4, band_5, band_6, sketch: sketch.map(String) },
      ]
    }),
  ],
})
