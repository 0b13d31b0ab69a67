import { Schema } from 'effect'
import { defineEvent } from '../event.ts'
import { Instant, Uuid } from '../values.ts'

/** What an editor decides for one field of a claim. */
const Value = Schema.NullOr(Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]))

/** An editor decides about a claim: it is withdrawn, or stands, or says something else. The latest decision on each field counts. */
export const ClaimCorrected = defineEvent({
  type: 'claim.corrected',
  version: 1,
  topic: 'desk',
  codebook: {
    means: 'A person has looked at this claim and decided about it, for the reason given.',
    counts: [
      'A claim that the text does not bear out is withdrawn; so are claims of the same article, type and person with overlapping evidence.',
      'A claim is confirmed as it stands; that takes back a withdrawal.',
      'A field is amended, or restored to what the reading says.',
    ],
    doesNotCount: [
      'A signer who takes the signature back: that is a claim of its own, entered with `signed` false.',
    ],
  },
  data: Schema.Struct({
    challenge: Schema.NonEmptyString,
    claim: Uuid,
    standing: Schema.NullOr(Schema.Literals(['withdrawn', 'confirmed'])).annotate({
      description: 'Whether the claim counts; null where this correction does not say.',
    }),
    amend: Schema.Record(Schema.String, Value).annotate({
      description:
        'New values by field: person, date, earlier, attribution, quote, credited, or an attribute as `attrs.NAME`.',
    }),
    restore: Schema.Array(Schema.NonEmptyString).annotate({
      description: 'Fields that are again what the reading says.',
    }),
    about: Schema.Struct({
      article: Uuid,
      type: Schema.NonEmptyString,
      who: Schema.NullOr(Schema.NonEmptyString),
      start: Schema.Int,
      end: Schema.Int,
    }).annotate({
      description: 'What the claim was when it was corrected: a withdrawal covers what overlaps it.',
    }),
    reason: Schema.NonEmptyString,
    by: Schema.NonEmptyString.annotate({ description: 'Who decided.' }),
    at: Instant,
  }),
  upcast: {},
  example: {
    challenge: 'lpc-2024',
    claim: '0b8f1f7a-3a52-5a2e-8d0e-6a3a5d1c9e42',
    standing: null,
    amend: { date: '2024-10-15', 'attrs.demand': 'reconsider' },
    restore: [],
    about: {
      article: '9d2f6c80-1b7e-5b0a-a8e4-4f1f0a7c3d55',
      type: 'public-call',
      who: 'sean-casey',
      start: 0,
      end: 44,
    },
    reason: 'He asked for reflection, and said so on the Tuesday.',
    by: 'A. Editor',
    at: '2024-10-24T09:30:00.000Z',
  },
})
