import { Schema } from 'effect'
import { defineClaim, exampleClaim } from '../claim.ts'

/** What blows there are. */
export const setbackKinds = [
  'byelection-loss',
  'polling',
  'agreement-ended',
  'confidence-motion',
  'ultimatum',
  'election-loss',
  'debate',
] as const

/** An outside blow tied to the leader's trouble. */
export const SetbackReported = defineClaim({
  claimType: 'setback',
  version: 1,
  codebook: {
    means: "An outside blow that the article ties to the leader's trouble.",
    counts: [
      '`byelection-loss` (with its `place`), `polling`, `agreement-ended`, `confidence-motion`, `ultimatum`, `election-loss`, `debate`.',
      'Once for each kind and place; several byelections with no place named are one.',
    ],
    doesNotCount: ['A blow that the article does not tie to the leader’s trouble.', "Another party's loss."],
  },
  attrs: Schema.Struct({
    kind: Schema.Literals(setbackKinds),
    place: Schema.NullOr(Schema.String),
  }),
  key: ['kind', 'place'],
  upcast: {},
  example: {
    ...exampleClaim,
    attribution: 'outlet',
    attrs: { kind: 'byelection-loss', place: 'Toronto-St. Paul’s' },
    evidence: { start: 0, end: 62, text: 'The loss of Toronto-St. Paul’s in June shook the back benches.' },
    rule: 'setback/lost-byelection',
  },
})
