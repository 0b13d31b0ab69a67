import { RulesetActivated } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** Which ruleset's readings count before others, and since when. */
export const activations = defineProjection({
  name: 'activations',
  table: 'activations',
  means: 'A ruleset was made the one that counts for a challenge.',
  key: ['activation'],
  columns: {
    activation: { type: 'uuid', means: 'The id of the event.' },
    challenge: { type: 'text', means: 'The challenge.' },
    ruleset: { type: 'text', means: 'The ruleset, by hash.' },
    at: { type: 'timestamptz', means: 'When it was activated; of two, the later counts.' },
  },
  indexes: [['challenge']],
  filledBy: 'desk',
  digested: true,
  on: [
    from(RulesetActivated, ({ challenge, ruleset, at }, { id }) => [
      { activation: id, challenge, ruleset, at },
    ]),
  ],
})
