import { Schema } from 'effect'
import { defineClaim, exampleClaim } from '../claim.ts'

/** A person signed the letter against the leader, or did not. */
export const SignatureReported = defineClaim({
  claimType: 'signature',
  version: 1,
  codebook: {
    means:
      'A named person says, or is said, to have signed (or submitted, or joined) the letter, pledge or petition against the leader, or not to have.',
    counts: ['A letter of no confidence submitted.', 'A denial of having signed: `signed: false`.'],
    doesNotCount: [
      'A letter about something else.',
      '"Would not say whether they signed".',
      'A letter of support.',
    ],
    position:
      'against where signed, unless the attribution is anonymous (shown as unconfirmed, moves nobody)',
  },
  attrs: Schema.Struct({ signed: Schema.Boolean }),
  key: ['signed'],
  positionOf: ({ attrs, attribution }) =>
    attrs['signed'] === true && attribution !== 'anonymous' ? 'against' : null,
  upcast: {},
  example: {
    ...exampleClaim,
    actor: 'Wayne Long',
    person: 'wayne-long',
    matched: true,
    attrs: { signed: true },
    evidence: { start: 0, end: 41, text: 'Wayne Long said he had signed the letter.' },
    rule: 'signature/says-signed',
  },
})
