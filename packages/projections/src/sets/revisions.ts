import { ArticleCollected } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** What is known of each state of an article. Its text stays in the log. */
export const revisions = defineProjection({
  name: 'revisions',
  table: 'revisions',
  means: 'One state of an article, without its text.',
  key: ['article', 'revision'],
  columns: {
    article: { type: 'uuid', means: 'The article.' },
    revision: { type: 'text', means: 'SHA-256 of all that the normalizer reads.' },
    url: { type: 'text', nullable: true, means: 'The canonical address.' },
    source_id: { type: 'text', nullable: true, means: 'The source’s own id, where there is no address.' },
    outlet: { type: 'text', nullable: true, means: 'The publisher.' },
    title: { type: 'text', nullable: true, means: 'The headline.' },
    byline: { type: 'text', nullable: true, means: 'Who wrote it.' },
    published: { type: 'date', nullable: true, means: 'The published day.' },
  },
  filledBy: 'articles',
  digested: true,
  on: [
    from(ArticleCollected, ({ article, revision, url, source_id, outlet, title, byline, published }) => [
      { article, revision, url, source_id, outlet, title, byline, published },
    ]),
  ],
})
