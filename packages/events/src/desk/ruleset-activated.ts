import { Schema } from 'effect'
import { defineEvent } from '../event.ts'
import { Instant, Sha256 } from '../values.ts'

/** From now on the readings of this ruleset count for a challenge, before all others. */
export const RulesetActivated = defineEvent({
  type: 'ruleset.activated',
  version: 1,
  topic: 'desk',
  codebook: {
    means: 'The readings that this ruleset made count before those of all other rulesets.',
    counts: ['The ruleset at hand when a challenge is declared.', 'A later choice of a person.'],
    doesNotCount: [],
  },
  data: Schema.Struct({ challenge: Schema.NonEmptyString, ruleset: Sha256, at: Instant }),
  upcast: {},
  example: {
    challenge: 'lpc-2024',
    ruleset: 'a3c1f0e29b8d7c6a5f4e3d2c1b0a99887766554433221100ffeeddccbbaa9988',
    at: '2024-10-16T12:00:00.000Z',
  },
})
