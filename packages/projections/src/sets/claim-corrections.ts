import { ClaimCorrected, canonicalJson } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** What editors decided about claims, field by field: of the decisions on one field the latest counts. */
export const claimCorrections = defineProjection({
  name: 'claim-corrections',
  table: 'claim_corrections',
  means: 'One editor’s decision on one field of a claim.',
  key: ['correction', 'field'],
  columns: {
    correction: { type: 'uuid', means: 'The id of the event.' },
    field: { type: 'text', means: '`standing`, or the field that is amended or restored.' },
    challenge: { type: 'text', means: 'The challenge.' },
    claim: { type: 'uuid', means: 'The claim.' },
    value: {
      type: 'jsonb',
      nullable: true,
      means: 'What it is from now on; null where it is again what the reading says.',
    },
    article: { type: 'uuid', means: 'The article of the claim.' },
    type: { type: 'text', means: 'The type of the claim.' },
    who: { type: 'text', nullable: true, means: 'Whom the claim was about.' },
    span_start: { type: 'integer', means: 'Where its evidence began.' },
    span_end: { type: 'integer', means: 'Where its evidence ended, exclusive.' },
    reason: { type: 'text', means: 'Why.' },
    by: { type: 'text', means: 'Who decided.' },
    at: { type: 'timestamptz', means: 'When.' },
  },
  indexes: [['challenge', 'claim']],
  filledBy: 'desk',
  digested: true,
  on: [
    from(ClaimCorrected, ({ challenge, claim, standing, amend, restore, about, reason, by, at }, { id }) => {
      const { article, type, who, start, end } = about
      const decided: readonly (readonly [field: string, value: string | null])[] = [
        ...(standing === null ? [] : [['standing', canonicalJson(standing)] as const]),
        ...Object.entries(amend).map(([field, value]) => [field, canonicalJson(value)] as const),
        ...restore.filter((field) => !(field in amend)).map((field) => [field, null] as const),
      ]
      return decided.map(([field, value]) => ({
        correction: id,
        field,
        challenge,
        claim,
        value,
        article,
        type,
        who,
        span_start: start,
        span_end: end,
        reason,
        by,
        at,
      }))
    }),
  ],
})
