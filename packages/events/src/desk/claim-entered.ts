import { Schema } from 'effect'
import { defineEvent } from '../event.ts'
import { Attribution, Day, Instant, Position, Uuid } from '../values.ts'

/** A claim that an editor enters, with its source: what no article here says, or what a list kept by hand has. */
export const ClaimEntered = defineEvent({
  type: 'claim.entered',
  version: 1,
  topic: 'desk',
  codebook: {
    means: 'A person vouches that this was said or happened, and names the source.',
    counts: [
      'A line of a list that a newsroom kept by hand.',
      'A signature that was taken back, or is void because its signer left the caucus: a signature with `signed` false.',
    ],
    doesNotCount: ['A change of a claim that a rule found: that is a correction.'],
  },
  data: Schema.Struct({
    claim: Uuid,
    challenge: Schema.NonEmptyString,
    article: Uuid.annotate({
      description: 'The id that an article of this source has, whether it was collected or not.',
    }),
    type: Schema.NonEmptyString.annotate({ description: 'One of the ten claim types.' }),
    attrs: Schema.Record(
      Schema.String,
      Schema.NullOr(Schema.Union([Schema.String, Schema.Finite, Schema.Boolean])),
    ),
    actor: Schema.NullOr(Schema.NonEmptyString),
    person: Schema.NullOr(Schema.NonEmptyString),
    matched: Schema.Boolean,
    position: Schema.NullOr(Position).annotate({
      description: 'The position that it gives its person, by the codebook.',
    }),
    date: Schema.NullOr(Day),
    attribution: Attribution,
    evidence: Schema.NonEmptyString.annotate({
      description: 'The sentence that says so, or the editor’s own.',
    }),
    quote: Schema.NullOr(Schema.NonEmptyString),
    url: Schema.NullOr(Schema.NonEmptyString),
    outlet: Schema.NullOr(Schema.NonEmptyString),
    title: Schema.NullOr(Schema.NonEmptyString),
    published: Schema.NullOr(Day),
    reason: Schema.NonEmptyString,
    by: Schema.NonEmptyString,
    at: Instant,
  }),
  upcast: {},
  example: {
    claim: '7f1c0f5e-9d2b-5b7a-9a64-2f4a7d1f0c33',
    challenge: 'lpc-2024',
    article: '9d2f6c80-1b7e-5b0a-a8e4-4f1f0a7c3d55',
    type: 'signature',
    attrs: { signed: false },
    actor: 'Wayne Long',
    person: 'wayne-long',
    matched: true,
    position: null,
    date: '2024-10-25',
    attribution: 'named',
    evidence: 'Mr. Long told us by telephone that he had taken his name off the letter.',
    quote: null,
    url: null,
    outlet: 'Rideau Ledger',
    title: null,
    published: null,
    reason: 'Telephone call, notes in the desk’s folder.',
    by: 'A. Editor',
    at: '2024-10-25T15:00:00.000Z',
  },
})
