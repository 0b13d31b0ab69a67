import { Schema } from 'effect'
import { defineClaim, exampleClaim } from '../claim.ts'

/** A party figure takes no side in public. */
export const NoncommittalReported = defineClaim({
  claimType: 'noncommittal',
  version: 1,
  codebook: {
    means:
      'A named party figure is reported taking no side: dodges the question, declines to say, voices concern or asks for a discussion without either a call or support.',
    counts: [
      '"Would not say whether they back the leader".',
      'Silence to a direct question about the leader.',
    ],
    doesNotCount: [
      '"Would not say whether they signed": nothing.',
      'Somebody who calls or supports in the same article.',
      'The leader.',
    ],
    position: 'wavering',
  },
  attrs: Schema.Struct({}),
  key: [],
  positionOf: () => 'wavering',
  upcast: {},
  example: {
    ...exampleClaim,
    actor: 'Yvan Baker',
    person: 'yvan-baker',
    matched: true,
    attrs: {},
    evidence: { start: 0, end: 52, text: 'Yvan Baker would not say whether he backs the leader' },
    rule: 'noncommittal/will-not-say',
  },
})
