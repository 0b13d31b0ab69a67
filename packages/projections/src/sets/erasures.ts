import { ArticleErased } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** The articles that were taken down. Views and digests leave out whatever else is known of them. */
export const erasures = defineProjection({
  name: 'erasures',
  table: 'erasures',
  means: 'An article was taken down.',
  key: ['erasure'],
  columns: {
    erasure: { type: 'uuid', means: 'The id of the event.' },
    article: { type: 'uuid', means: 'The article, of which nothing else is answered.' },
    reason: { type: 'text', means: 'Why.' },
    by: { type: 'text', means: 'Who decided.' },
    at: { type: 'timestamptz', means: 'When.' },
  },
  indexes: [['article']],
  filledBy: 'desk',
  digested: true,
  on: [from(ArticleErased, (erased, { id }) => [{ erasure: id, ...erased }])],
})
