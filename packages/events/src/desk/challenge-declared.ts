import { Schema } from 'effect'
import { Challenge } from '../challenge.ts'
import { defineEvent } from '../event.ts'
import { Instant } from '../values.ts'

/** A challenge with its roster and thresholds. The latest declaration, by time and id, applies at once. */
export const ChallengeDeclared = defineEvent({
  type: 'challenge.declared',
  version: 1,
  topic: 'desk',
  codebook: {
    means: 'From now on articles are read for this challenge, with this roster.',
    counts: ['The first declaration and every changed one.'],
    doesNotCount: [],
  },
  data: Schema.Struct({ challenge: Challenge, at: Instant }),
  upcast: {},
  example: {
    at: '2024-10-16T12:00:00.000Z',
    challenge: {
      id: 'lpc-2024',
      name: 'Liberal Party of Canada, 2024',
      leader: {
        name: 'Justin Trudeau',
        other_names: ['Trudeau'],
        titles: ['Prime Minister', 'Liberal leader'],
      },
      party: { name: 'Liberal Party of Canada', other_names: ['Liberals', 'Liberal'] },
      caucus: { name: 'Liberal caucus', other_names: ['national caucus'] },
      window: { from: '2024-06-24', to: '2025-03-09' },
      timezone: 'America/Toronto',
      roster: [
        {
          id: 'sean-casey',
          name: 'Sean Casey',
          given_name: 'Sean',
          family_name: 'Casey',
          other_names: [],
          area: 'Charlottetown',
          member_from: '2021-09-20',
          roles: [],
        },
      ],
    },
  },
})
