import type { DerivedTable } from './derived/derived-table.ts'
import { moveBases, moves, movesPending } from './derived/moves.ts'
import type { Fact, Projection, Row } from './projection.ts'
import { activations } from './sets/activations.ts'
import { claimCorrections } from './sets/claim-corrections.ts'
import { declarations } from './sets/declarations.ts'
import { enteredClaims } from './sets/entered-claims.ts'
import { erasures } from './sets/erasures.ts'
import { likenesses } from './sets/likenesses.ts'
import { members } from './sets/members.ts'
import { mergers } from './sets/mergers.ts'
import { places } from './sets/places.ts'
import { readingClaims } from './sets/reading-claims.ts'
import { readings } from './sets/readings.ts'
import { revisions } from './sets/revisions.ts'
import { sightings } from './sets/sightings.ts'

/** The projection version that a new database begins with. A rebuild makes the next one, in a schema of its own. */
export const firstVersion = 1

/** Every set, by table name. */
export const projections: readonly Projection[] = [
  activations,
  claimCorrections,
  declarations,
  enteredClaims,
  erasures,
  likenesses,
  members,
  mergers,
  places,
  readingClaims,
  readings,
  revisions,
  sightings,
]

/** Every table that is worked out from the sets. */
export const derivedTables: readonly DerivedTable[] = [moves, moveBases, movesPending]

const byType = new Map<string, { projection: Projection; rows: (fact: Fact) => readonly Row[] }[]>()
for (const projection of projections) {
  for (const [type, rows] of Object.entries(projection.on)) {
    const handlers = byType.get(type)
    if (handlers) handlers.push({ projection, rows })
    else byType.set(type, [{ projection, rows }])
  }
}

/** The rows that one event adds, with the set that each belongs to. An event type that fills no set adds none. */
export function* rowsOf(fact: Fact): Generator<{ projection: Projection; row: Row }> {
  for (const { projection, rows } of byType.get(fact.type) ?? []) {
    for (const row of rows(fact)) yield { projection, row }
  }
}

/** Functions that answer, in the order in which they are made: `sql/functions/NAME.sql`. */
export const sqlFunctions = [
  'current_declarations',
  'complete_readings',
  'position_of',
  'entered',
  'copied_from',
  'likely_copies',
  'found_claims',
  'standing_mergers',
  'standing_corrections',
  'live_claims',
  'current_bases',
  'moves_of',
  'unsettled',
  'current_moves',
  'moves_as_of',
  'position_slots',
  'count_day',
  'positions_as_of',
  'whip_count_as_of',
  'position_changes_as_of',
  'whip_count_days',
  'signature_counts_as_of',
  'occurrences_as_of',
  'claims_as_of',
  'others_as_of',
  'timeline_as_of',
  'meetings_as_of',
] as const

/** Views that others read, in the order in which they are made: `sql/views/NAME.sql`. */
export const sqlViews = [
  'challenges',
  'people',
  'articles',
  'sources',
  'claims',
  'evidence',
  'positions',
  'position_changes',
  'whip_count',
  'whip_count_daily',
  'others',
  'signature_counts',
  'meetings',
  'timeline',
  'coverage',
  'corrections',
] as const
