import { Schema } from 'effect'
import { defineEvent } from '../event.ts'
import { Instant } from '../values.ts'

/** An editor takes a merger back: the person stands alone again. */
export const PersonSplit = defineEvent({
  type: 'person.split',
  version: 1,
  topic: 'desk',
  codebook: {
    means: 'A person who had been merged into another is somebody else after all.',
    counts: ['A merger that was a mistake.'],
    doesNotCount: ['One name that two people share: amend the person of the claims.'],
  },
  data: Schema.Struct({
    challenge: Schema.NonEmptyString,
    person: Schema.NonEmptyString,
    reason: Schema.NonEmptyString,
    by: Schema.NonEmptyString,
    at: Instant,
  }),
  upcast: {},
  example: {
    challenge: 'lpc-2024',
    person: '3b0e4c1a-7f43-5d7e-8f0b-2c9d4a6e1f77',
    reason: 'Shawn Casey is a councillor of another town.',
    by: 'A. Editor',
    at: '2024-10-25T09:30:00.000Z',
  },
})
