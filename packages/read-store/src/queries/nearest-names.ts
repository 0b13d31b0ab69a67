import { foldName } from '@whipcount/events'

/** The names nearest to a misspelt one, at most three: those that share the most pairs of letters (Dice's coefficient). */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const asked = pairsOf(name)
  return names
    .map((known) => ({
      known,
      likeness: Math.max(...[known, ...known.split(' ')].map((part) => likeness(asked, pairsOf(part)))),
    }))
    .filter(({ likeness }) => likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness || (a.known < b.known ? -1 : 1))
    .slice(0, 3)
    .map(({ known }) => known)
}

function pairsOf(name: string): Set<string> {
  const folded = ` ${foldName(name)} `
  return new Set(Array.from({ length: folded.length - 1 }, (_, i) => folded.slice(i, i + 2)))
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}
