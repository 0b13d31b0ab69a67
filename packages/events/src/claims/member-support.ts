import { Schema } from 'effect'
import { defineClaim, exampleClaim } from '../claim.ts'

/** Any other party figure or body backs the leader in public. */
export const MemberSupportReported = defineClaim({
  claimType: 'member-support',
  version: 1,
  codebook: {
    means:
      'Any other named party figure, or a named body of the party, publicly backs the leader (former ministers and leaders, governors and senators too).',
    counts: ['The same words as for a minister, from anybody else of the party.'],
    doesNotCount: [
      'A minister of the day.',
      'A politician of another party.',
      'Support for the party alone.',
    ],
    position: 'for',
  },
  attrs: Schema.Struct({}),
  key: [],
  positionOf: () => 'for',
  upcast: {},
  example: {
    ...exampleClaim,
    actor: 'James Maloney',
    person: 'james-maloney',
    matched: true,
    attrs: {},
    evidence: { start: 0, end: 46, text: 'James Maloney said he still backs the leader.' },
    rule: 'member-support/backs-leader',
  },
})
