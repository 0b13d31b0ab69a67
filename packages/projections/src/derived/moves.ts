import type { DerivedTable } from './derived-table.ts'

/**
 * The claims that bear on where somebody stands, as intervals of known time: narrow, so that ten thousand claims are gone through within
 * milliseconds. `moves_of` says what the rows of an article are.
 */
export const moves: DerivedTable = {
  table: 'moves',
  means:
    'One claim that bears on where somebody stands, over one interval of known time; and per article the latest day of which it tells.',
  key: [],
  columns: {
    challenge: { type: 'text', means: 'The challenge.' },
    article: { type: 'uuid', means: 'The article; all of its rows are worked out together.' },
    known_from: { type: 'timestamptz', means: 'What had been captured by then has it.' },
    known_until: {
      type: 'timestamptz',
      nullable: true,
      means: 'What had been captured by then no longer has it; null where it still counts.',
    },
    day: { type: 'date', means: 'The day that orders it.' },
    who: {
      type: 'text',
      nullable: true,
      means: 'Whom it moves, corrections and mergers taken in; null for the latest day of the article.',
    },
    body: { type: 'boolean', means: 'Whether that is no person.' },
    earlier: { type: 'boolean', means: 'Older than the article’s news: before all others of that person.' },
    unconfirmed: { type: 'boolean', means: 'A signature that only an anonymous source reports.' },
    commitment: {
      type: 'integer',
      nullable: true,
      means: 'wavering (1), for (2), against (3); null for a signature that moves nobody.',
    },
    claim: { type: 'uuid', nullable: true, means: 'The claim.' },
    form: {
      type: 'text',
      nullable: true,
      means: 'Whom the article names, after five digits that put the longest form of a name first.',
    },
    outlet: { type: 'text', nullable: true, means: 'The publisher.' },
    credited: {
      type: 'text',
      nullable: true,
      means: 'The other outlet that it really comes from, in lower case.',
    },
    key: {
      type: 'text',
      nullable: true,
      means:
        'Of one person’s claims the least decides: the latest day first, then the codebook’s order of one day, then the claim.',
    },
  },
  indexes: [
    { columns: ['challenge', 'article'] },
    { columns: ['challenge', 'day'], where: 'who is null' },
    { columns: ['challenge'], where: 'unconfirmed' },
    { columns: ['challenge'], where: 'credited is not null' },
  ],
}

/** What the moves of a challenge rest on beside their article: where it changes, all of them are worked out again. */
export const moveBases: DerivedTable = {
  table: 'move_bases',
  means: 'What all moves of a challenge rest on: its time zone and the order of its rulesets.',
  key: ['challenge'],
  columns: {
    challenge: { type: 'text', means: 'The challenge.' },
    basis: { type: 'text', means: 'The time zone, then the rulesets, the one activated last first.' },
  },
  indexes: [],
}

/**
 * What rows bear on whose moves have not been worked out since. Whoever adds rows to the sets adds one here in the same transaction, and
 * who works the moves out takes away those that he has seen: so nobody waits for anybody, and `unsettled` tells what `moves` lacks.
 */
export const movesPending: DerivedTable = {
  table: 'moves_pending',
  means: 'What new rows of the sets bear on, for as long as the moves were not worked out with them.',
  key: [],
  columns: {
    articles: { type: 'uuid[]', means: 'Articles that they are about.' },
    claims: { type: 'uuid[]', means: 'Claims that they correct.' },
    people: { type: 'text[]', means: 'People whose claims they move.' },
  },
  indexes: [],
}
