import { Schema } from 'effect'
import { defineClaim, exampleClaim } from '../claim.ts'

/** The leader speaks to their own future. */
export const LeaderResponseReported = defineClaim({
  claimType: 'leader-response',
  version: 1,
  codebook: {
    means: 'The leader, or their office, speaks to their own future.',
    counts: [
      '`staying`, `leaving`, `reflecting`.',
      '`declines-comment`: walks past the question, the office does not answer.',
    ],
    doesNotCount: ["Others' speculation about the leader's plans.", 'The leader on any other subject.'],
  },
  attrs: Schema.Struct({ stance: Schema.Literals(['staying', 'leaving', 'reflecting', 'declines-comment']) }),
  key: ['stance'],
  upcast: {},
  example: {
    ...exampleClaim,
    actor: 'Justin Trudeau',
    person: 'leader',
    matched: true,
    date: '2024-10-24',
    attrs: { stance: 'staying' },
    evidence: { start: 0, end: 54, text: 'Trudeau said he would lead the party into the election' },
    rule: 'leader-response/speaks-of-own-future',
  },
})
