import { foldName } from '@whipcount/events'
import { editDistance } from './edit-distance.ts'
import { givenNameAgreement, nameAgreement } from './names.ts'

/** Most names that are suggested for one. */
const MOST = 3

/**
 * The known names that an unknown one may be a slip or another form of, the nearest first, at most three. Family names agree or are
 * a slip apart (one letter; two in a name of more than six), and given names, where there are any, agree or are two letters apart. A
 * shared given name alone suggests nobody.
 */
export function nearMisses(name: string, known: readonly string[]): string[] {
  return known
    .map((other) => ({ other, distance: distanceOf(name, other) }))
    .filter(({ distance }) => distance !== null)
    .sort((a, b) => a.distance! - b.distance! || (a.other < b.other ? -1 : 1))
    .slice(0, MOST)
    .map(({ other }) => other)
}

/** How far apart two names are, 0 for one name; null where they are not near. */
function distanceOf(a: string, b: string): number | null {
  const agreement = nameAgreement(a, b)
  if (agreement > 0) return 4 - agreement
  const [xs, ys] = [a, b].map((name) => foldName(name).split(' '))
  const [x, y] = [xs!.at(-1)!, ys!.at(-1)!]
  const family = editDistance(x, y)
  if (family > (Math.min(x.length, y.length) > 6 ? 2 : 1) || family >= x.length) return null
  if (xs!.length === 1 || ys!.length === 1) return family + 3
  const [g, h] = [xs![0]!, ys![0]!]
  if (givenNameAgreement(g, h) > 0) return family + 1
  const given = editDistance(g, h)
  return given <= 2 && given < g.length - 1 ? family + given + 1 : null
}
