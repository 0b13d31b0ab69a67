import type { ClaimAttributes, ClaimType } from '@whipcount/events'

/**
 * When a claim that was made is the one that an annotator wrote down. These are the rules of the scorer that the project is judged
 * with, kept apart from those by which the pipeline itself tells claims apart: a scorer that shares its subject's idea of a name
 * would not see its mistakes.
 *
 * - Two claims match where type, actor and key attribute agree; one made matches one annotated.
 * - Meetings, counts, the leader's responses and setbacks have no actor to agree on.
 * - Key attributes: status and kind of a meeting (national where left out); demand; signed; low and high; stance; kind of a departure;
 *   kind of a setback, and for a lost byelection its place (one word of more than two letters in common, or none on both sides).
 */
export interface Comparable {
  readonly type: ClaimType
  readonly actor: string | null
  readonly attrs: ClaimAttributes
}

export function matches(annotated: Comparable, made: Comparable): boolean {
  if (annotated.type !== made.type || !keyAgrees(annotated, made)) return false
  return WITHOUT_ACTOR.has(annotated.type) || sameActor(annotated.actor, made.actor)
}

const WITHOUT_ACTOR: ReadonlySet<ClaimType> = new Set([
  'signature-count',
  'setback',
  'leader-response',
  'caucus-meeting',
])

function keyAgrees({ type, attrs: a }: Comparable, { attrs: b }: Comparable): boolean {
  const same = (...names: readonly string[]) => names.every((name) => (a[name] ?? null) === (b[name] ?? null))
  switch (type) {
    case 'caucus-meeting':
      return same('status') && (a['kind'] ?? 'national') === (b['kind'] ?? 'national')
    case 'public-call':
      return same('demand')
    case 'signature':
      return same('signed')
    case 'signature-count':
      return same('low', 'high')
    case 'leader-response':
      return same('stance')
    case 'departure':
      return same('kind')
    case 'setback':
      return same('kind') && (a['kind'] !== 'byelection-loss' || samePlace(a['place'], b['place']))
    default:
      return true
  }
}

function samePlace(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string' || a === '' || b === '') return !a && !b
  const words = new Set(wordsOf(a).filter((word) => word.length > 2))
  return wordsOf(b).some((word) => words.has(word))
}

/**
 * Whether two names may be one person's: the same once titles, case and marks are off; or one is the other's family name alone; or the
 * family names are the same and of the given names one begins the other (an initial, Rob and Robert) or is a letter apart (Yvan, Ivan).
 */
export function sameActor(a: string | null, b: string | null): boolean {
  const x = nameOf(a)
  const y = nameOf(b)
  if (x === y) return true
  if (x === '' || y === '') return false
  const xs = x.split(' ')
  const ys = y.split(' ')
  if (xs.at(-1) !== ys.at(-1)) return false
  if (xs.length === 1 || ys.length === 1) return true
  const [g, h] = xs[0]!.length <= ys[0]!.length ? [xs[0]!, ys[0]!] : [ys[0]!, xs[0]!]
  return h.startsWith(g) || (g.length > 3 && aLetterApart(g, h))
}

function aLetterApart(g: string, h: string): boolean {
  if (h.length - g.length > 1) return false
  let i = 0
  while (i < g.length && g[i] === h[i]) i++
  return g.slice(i + (g.length === h.length ? 1 : 0)) === h.slice(i + 1)
}

const TITLE =
  /^(?:mr|mrs|ms|dr|sir|dame|lord|lady|baroness|baron|rep|sen|senator|representative|congressman|congresswoman|mp|mla|gov|governor|hon|the)\s+/

function nameOf(actor: string | null): string {
  let name = fold(actor ?? '')
  while (TITLE.test(name)) name = name.replace(TITLE, '')
  return name
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean)

/** Whether two stretches are about the same words: the F1 of their words, each as often as it stands there, is at least a half. */
export function overlaps(a: string, b: string): boolean {
  const x = wordsOf(a)
  const y = wordsOf(b)
  if (x.length === 0 || y.length === 0) return false
  const left = new Map<string, number>()
  for (const word of x) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of y) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    shared++
    left.set(word, count - 1)
  }
  return (2 * shared) / (x.length + y.length) >= 0.5
}
