import { Schema } from 'effect'
import { defineClaim, exampleClaim } from '../claim.ts'

/** A number of members is reported against the leader. Figures of different things are kept apart. */
export const SignatureCountReported = defineClaim({
  claimType: 'signature-count',
  version: 1,
  codebook: {
    means:
      'A number of members is reported to have signed, or to be calling, or to be part of the effort, against the leader.',
    counts: [
      '"More than 45" has `low` 45; "fewer than 10" has `high` 10; "at least 20" has `high` null; "as many as 40" has `low` null.',
      '"20 have signed, some say 30 to 40 could": two claims.',
    ],
    doesNotCount: ["The party's seat total.", 'Members of another party.', 'A threshold that the rules set.'],
  },
  attrs: Schema.Struct({
    low: Schema.NullOr(Schema.Int),
    high: Schema.NullOr(Schema.Int),
    counted: Schema.Literals(['signed', 'calling', 'willing', 'involved']),
    hedge: Schema.Literals(['exact', 'at-least', 'up-to', 'about', 'range']),
  }),
  key: ['low', 'high', 'counted'],
  upcast: {},
  example: {
    ...exampleClaim,
    attribution: 'anonymous',
    attrs: { low: 20, high: null, counted: 'signed', hedge: 'at-least' },
    evidence: { start: 0, end: 44, text: 'At least 20 MPs have signed, sources told us' },
    rule: 'signature-count/members-signed',
  },
})
