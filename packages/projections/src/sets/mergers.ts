import { PersonMerged, PersonSplit } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** Who was merged into whom, and taken apart again: of one person the latest decision counts. */
export const mergers = defineProjection({
  name: 'mergers',
  table: 'mergers',
  means: 'An editor said that a person is another, or is not after all.',
  key: ['merger'],
  columns: {
    merger: { type: 'uuid', means: 'The id of the event.' },
    challenge: { type: 'text', means: 'The challenge.' },
    person: { type: 'text', means: 'Whose claims move.' },
    into: {
      type: 'text',
      nullable: true,
      means: 'Whose they are; null where the person stands alone again.',
    },
    reason: { type: 'text', means: 'Why.' },
    by: { type: 'text', means: 'Who decided.' },
    at: { type: 'timestamptz', means: 'When.' },
  },
  indexes: [['challenge']],
  filledBy: 'desk',
  digested: true,
  on: [
    from(PersonMerged, (merged, { id }) => [{ merger: id, ...merged }]),
    from(PersonSplit, (split, { id }) => [{ merger: id, ...split, into: null }]),
  ],
})
