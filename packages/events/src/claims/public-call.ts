import { Schema } from 'effect'
import { defineClaim, exampleClaim } from '../claim.ts'

/** What a call asks of the leader, strongest first: of several by one person in one article, the strongest is claimed. */
export const demands = ['resign', 'vote', 'no-confidence', 'reconsider'] as const

/** A party figure says in public that the leader should go. The strongest evidence for the "against" column. */
export const PublicCallReported = defineClaim({
  claimType: 'public-call',
  version: 1,
  codebook: {
    means:
      'A named party figure, or a named body of the party, publicly says that the leader should go, should reconsider staying, should face a vote, or no longer has their support.',
    counts: [
      '`resign`: resignation, stepping down or aside, "time to go", a timetable of departure, a new leader.',
      '`vote`: a secret ballot, a leadership review or a confidence vote.',
      '`no-confidence`: confidence lost, support or an endorsement withdrawn or refused, with none of these asked for.',
      '`reconsider`: asking the leader to "consider his future", "reflect" or "reconsider".',
    ],
    doesNotCount: [
      'An anonymous member (a number of them is a `signature-count`).',
      'A politician of another party, a poll of voters, a columnist in their own voice.',
      '"Would not say whether", "has not called on", "if he were to resign".',
      'A call that only unnamed people say a named person made in private.',
    ],
    position: 'against; wavering where the demand is `reconsider`',
  },
  attrs: Schema.Struct({ demand: Schema.Literals(demands) }),
  key: ['demand'],
  positionOf: ({ attrs }) => (attrs['demand'] === 'reconsider' ? 'wavering' : 'against'),
  upcast: {},
  example: {
    ...exampleClaim,
    actor: 'Sean Casey',
    person: 'sean-casey',
    matched: true,
    date: '2024-10-15',
    attrs: { demand: 'resign' },
    evidence: { start: 120, end: 163, text: 'Sean Casey told reporters he "needs to go".' },
    quote: 'needs to go',
    rule: 'public-call/says-leader-should-go',
  },
})
