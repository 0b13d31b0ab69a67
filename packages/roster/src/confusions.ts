import { type Challenge, foldName } from '@whipcount/events'
import { givenNameAgreement, nameAgreement } from './names.ts'
import { createRoster, type KnownPerson } from './roster.ts'

/** Two people whom a reader, or the extractor, could take for one another. */
export interface Confusion {
  readonly people: readonly [string, string]
  readonly because:
    | 'same full name'
    | 'same family name'
    | 'same family name and similar given names'
    | 'same title'
}

/**
 * The pairs of a challenge's people whose names or posts could be confused: the family name alone will name neither of them.
 * In the order of the roster, the leader first.
 */
export function findConfusions(challenge: Challenge): Confusion[] {
  const { people } = createRoster(challenge)
  const found: Confusion[] = []
  people.forEach((one, i) => {
    for (const other of people.slice(i + 1)) {
      const because = confused(one, other)
      if (because) found.push({ people: [one.name, other.name], because })
    }
  })
  return found
}

function confused(one: KnownPerson, other: KnownPerson): Confusion['because'] | null {
  const agreement = Math.max(...one.names.flatMap((a) => other.names.map((b) => nameAgreement(a, b))))
  if (agreement === 4) return 'same full name'
  if (foldName(one.familyName) === foldName(other.familyName)) {
    const [a, b] = [one, other].map(({ names }) => foldName(names[0]!).split(' ')[0]!)
    return givenNameAgreement(a!, b!) > 0 ? 'same family name and similar given names' : 'same family name'
  }
  if (agreement > 1) return 'same family name and similar given names'
  return sharesPost(one, other) ? 'same title' : null
}

/** Whether both hold a post of one title on one day. */
function sharesPost(one: KnownPerson, other: KnownPerson): boolean {
  const titles = (role: { title: string; short?: readonly string[] }) =>
    [role.title, ...(role.short ?? [])].map(foldName)
  return (one.entry?.roles ?? []).some((a) =>
    (other.entry?.roles ?? []).some(
      (b) =>
        titles(a).some((title) => titles(b).includes(title)) &&
        (a.from === null || b.to === null || a.from < b.to) &&
        (b.from === null || a.to === null || b.from < a.to),
    ),
  )
}
