import { ChallengeDeclared, canonicalJson } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** Every declaration of every challenge; the latest, by time and id, applies. */
export const declarations = defineProjection({
  name: 'declarations',
  table: 'declarations',
  means: 'One declaration of a challenge; the latest applies.',
  key: ['declaration'],
  columns: {
    declaration: { type: 'uuid', means: 'The id of the event.' },
    challenge: { type: 'text', means: 'The challenge.' },
    at: { type: 'timestamptz', means: 'When it was declared.' },
    name: { type: 'text', means: 'What the challenge is called.' },
    leader: { type: 'text', means: 'The leader’s name.' },
    party: { type: 'text', means: 'The party’s name.' },
    caucus: { type: 'text', means: 'What the parliamentary party is called.' },
    timezone: { type: 'text', means: 'In which a day ends.' },
    window_from: { type: 'date', means: 'The first day of its window.' },
    window_to: { type: 'date', nullable: true, means: 'The last day of its window.' },
    threshold: {
      type: 'jsonb',
      nullable: true,
      means: 'What number of signatures brings a vote, and its name.',
    },
    seats: { type: 'jsonb', means: 'The seats of the parliamentary party, by dates.' },
  },
  indexes: [['challenge', 'at', 'declaration']],
  filledBy: 'desk',
  digested: true,
  on: [
    from(ChallengeDeclared, ({ challenge, at }, { id }) => [
      {
        declaration: id,
        challenge: challenge.id,
        at,
        name: challenge.name,
        leader: challenge.leader.name,
        party: challenge.party.name,
        caucus: challenge.caucus.name,
        timezone: challenge.timezone,
        window_from: challenge.window.from,
        window_to: challenge.window.to,
        threshold: challenge.threshold ? canonicalJson(challenge.threshold) : null,
        seats: canonicalJson(challenge.caucus.seats ?? []),
      },
    ]),
  ],
})
