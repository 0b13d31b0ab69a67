import { Schema } from 'effect'
import { defineEvent } from '../event.ts'
import { Instant } from '../values.ts'

/** An editor says that two of the people of a challenge are one: all that is said of the first is said of the second. */
export const PersonMerged = defineEvent({
  type: 'person.merged',
  version: 1,
  topic: 'desk',
  codebook: {
    means: 'Two names belong to one person.',
    counts: ['A name that the roster does not know, and a person whom it does.', 'Two such names.'],
    doesNotCount: ['A claim that names the wrong person: amend the claim.'],
  },
  data: Schema.Struct({
    challenge: Schema.NonEmptyString,
    person: Schema.NonEmptyString.annotate({ description: 'Whose claims move.' }),
    into: Schema.NonEmptyString.annotate({ description: 'Whose they are from now on.' }),
    reason: Schema.NonEmptyString,
    by: Schema.NonEmptyString,
    at: Instant,
  }),
  upcast: {},
  example: {
    challenge: 'lpc-2024',
    person: '3b0e4c1a-7f43-5d7e-8f0b-2c9d4a6e1f77',
    into: 'sean-casey',
    reason: 'The Herald spells him Shawn.',
    by: 'A. Editor',
    at: '2024-10-24T09:30:00.000Z',
  },
})
