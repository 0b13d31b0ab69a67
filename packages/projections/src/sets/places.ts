import { ArticleNormalized } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** Where in the log an article's revision stands, so that its text can be found. No fact, and so outside the digest. */
export const places = defineProjection({
  name: 'places',
  table: 'places',
  means: 'Where in the articles topic a revision stands.',
  key: ['article', 'revision', 'log_partition', 'log_position'],
  columns: {
    article: { type: 'uuid', means: 'The article.' },
    revision: { type: 'text', means: 'The revision.' },
    log_partition: { type: 'integer', means: 'The partition of the articles topic.' },
    log_position: { type: 'text', means: 'The position within it.' },
  },
  filledBy: 'articles',
  digested: false,
  on: [
    from(ArticleNormalized, ({ article, revision, log }) => [
      { article, revision, log_partition: log.partition, log_position: log.position },
    ]),
  ],
})
