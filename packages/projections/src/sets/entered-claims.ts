import { ClaimEntered, canonicalJson, foldName } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** Claims that editors entered, with their sources. */
export const enteredClaims = defineProjection({
  name: 'entered-claims',
  table: 'entered_claims',
  means: 'One claim that an editor entered.',
  key: ['entry'],
  columns: {
    entry: { type: 'uuid', means: 'The id of the event; of two entries of one claim the earlier counts.' },
    claim: { type: 'uuid', means: 'UUIDv5 of all that it says and its source.' },
    challenge: { type: 'text', means: 'The challenge.' },
    article: { type: 'uuid', means: 'The id that an article of this source has.' },
    type: { type: 'text', means: 'One of the ten claim types.' },
    attrs: { type: 'jsonb', means: 'The attributes of the claim type.' },
    actor: { type: 'text', nullable: true, means: 'The person or body.' },
    person: {
      type: 'text',
      nullable: true,
      means: 'The roster’s id, else a UUID of the name; null for bodies.',
    },
    who: { type: 'text', nullable: true, means: 'The person, else the folded name of the body.' },
    matched: { type: 'boolean', means: 'Whether the roster knows the person.' },
    position: { type: 'text', nullable: true, means: 'The position that it gives its person.' },
    date: { type: 'date', nullable: true, means: 'When it was said or happened.' },
    attribution: { type: 'text', means: 'named, anonymous or outlet.' },
    evidence: { type: 'text', means: 'The sentence that says so.' },
    quote: { type: 'text', nullable: true, means: 'The actor’s own words.' },
    url: { type: 'text', nullable: true, means: 'Where it stands.' },
    outlet: { type: 'text', nullable: true, means: 'Who published it.' },
    title: { type: 'text', nullable: true, means: 'The headline.' },
    published: { type: 'date', nullable: true, means: 'The published day of the source.' },
    reason: { type: 'text', means: 'Why it was entered.' },
    by: { type: 'text', means: 'Who entered it.' },
    at: { type: 'timestamptz', means: 'When it was first known here.' },
  },
  indexes: [['challenge', 'claim']],
  filledBy: 'desk',
  digested: true,
  on: [
    from(ClaimEntered, ({ attrs, ...entered }, { id }) => [
      {
        entry: id,
        ...entered,
        attrs: canonicalJson(attrs),
        who: entered.person ?? (entered.actor === null ? null : foldName(entered.actor)),
      },
    ]),
  ],
})
