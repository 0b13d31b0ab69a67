import { canonicalJson } from '@whipcount/events'
import type { ClaimRow, Move, PersonPosition, RulesetsDiff } from './answers.ts'

/** What a claim says; how it was found (reading, rule, span) is left out. */
const CONTENT = [
  'type',
  'attrs',
  'actor',
  'person',
  'position',
  'date',
  'earlier',
  'attribution',
  'evidence',
  'quote',
  'credited',
] as const satisfies readonly (keyof ClaimRow)[]

/** The claims that came, went or say something else between two states. */
export function claimsBetween(
  were: readonly ClaimRow[],
  are: readonly ClaimRow[],
): Pick<RulesetsDiff, 'gained' | 'lost' | 'changed'> {
  const [before, after] = [byClaim(were), byClaim(are)]
  return {
    gained: are.filter(({ claim }) => !before.has(claim)),
    lost: were.filter(({ claim }) => !after.has(claim)),
    changed: are.flatMap((to) => {
      const from = before.get(to.claim)
      if (from === undefined) return []
      const fields = CONTENT.filter((field) => canonicalJson(from[field]) !== canonicalJson(to[field]))
      return fields.length === 0 ? [] : [{ from, to, fields }]
    }),
  }
}

const byClaim = (claims: readonly ClaimRow[]): Map<string, ClaimRow> =>
  new Map(claims.map((claim) => [claim.claim, claim]))

/** Who stands elsewhere in the second state, each with the sentences that decide it; one who is in one of them alone was unknown. */
export function movesBetween(were: readonly PersonPosition[], are: readonly PersonPosition[]): Move[] {
  const keyOf = ({ person, name }: PersonPosition): string => person ?? name
  const before = new Map(were.map((one) => [keyOf(one), one]))
  const after = new Map(are.map((one) => [keyOf(one), one]))
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key): Move[] => {
    const [from, to] = [before.get(key), after.get(key)]
    const { person, name } = (to ?? from)!
    const move = { person, name, from: standing(from), to: standing(to) }
    return move.from.position === move.to.position ? [] : [move]
  })
}

function standing(one: PersonPosition | undefined): Move['from'] {
  if (one === undefined) return { position: 'unknown', since: null, deciding: null }
  const { position, since, deciding } = one
  return { position, since, deciding }
}
