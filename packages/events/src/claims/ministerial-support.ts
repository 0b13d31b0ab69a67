import { Schema } from 'effect'
import { defineClaim, exampleClaim } from '../claim.ts'

/** A member of the cabinet backs the leader in public. */
export const MinisterialSupportReported = defineClaim({
  claimType: 'ministerial-support',
  version: 1,
  codebook: {
    means:
      'A named minister (a member of the cabinet at the time; in the United States the vice-president or a cabinet secretary) publicly backs the leader.',
    counts: [
      'Confidence, loyalty or full support declared.',
      'Saying that the leader should stay or has their back.',
    ],
    doesNotCount: [
      'Somebody who was not a minister on that day: `member-support`.',
      'Praise for a policy.',
      'Support that others say the minister gave in private.',
    ],
    position: 'for',
  },
  attrs: Schema.Struct({}),
  key: [],
  positionOf: () => 'for',
  upcast: {},
  example: {
    ...exampleClaim,
    actor: 'Arif Virani',
    person: 'arif-virani',
    matched: true,
    date: '2024-10-22',
    attrs: {},
    evidence: { start: 10, end: 72, text: '"I absolutely support the prime minister," Arif Virani said.' },
    quote: 'I absolutely support the prime minister,',
    rule: 'ministerial-support/backs-leader',
  },
})
