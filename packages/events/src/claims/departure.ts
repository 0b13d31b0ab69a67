import { Schema } from 'effect'
import { defineClaim, exampleClaim } from '../claim.ts'

/** A party figure leaves a post or will not run again. */
export const DepartureReported = defineClaim({
  claimType: 'departure',
  version: 1,
  codebook: {
    means: 'A named party figure leaves a post or will not run again, or is reported to have announced so.',
    counts: [
      '`not-running`, `cabinet-resignation`, `caucus-exit`, `dismissed`.',
      'Parliamentary private secretaries, junior ministers and envoys who quit: `cabinet-resignation`.',
    ],
    doesNotCount: [
      'The leader (`leader-response`).',
      'A staff member.',
      'A departure that is only asked for.',
    ],
  },
  attrs: Schema.Struct({
    kind: Schema.Literals(['not-running', 'cabinet-resignation', 'caucus-exit', 'dismissed']),
  }),
  key: ['kind'],
  upcast: {},
  example: {
    ...exampleClaim,
    actor: 'Chrystia Freeland',
    person: 'chrystia-freeland',
    matched: true,
    date: '2024-12-16',
    attrs: { kind: 'cabinet-resignation' },
    evidence: { start: 0, end: 46, text: 'Chrystia Freeland quit cabinet Monday morning.' },
    rule: 'departure/leaves-cabinet',
  },
})
