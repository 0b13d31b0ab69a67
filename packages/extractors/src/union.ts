import {
  type ClaimContent,
  type ClaimType,
  canonicalJson,
  demands,
  foldName,
  sha256Of,
} from '@whipcount/events'
import type { Extraction, Extractor } from './port.ts'

/**
 * Two extractors as one: all that the first finds, and of the second what the first did not. Where the second fails the whole fails:
 * half a reading would pass for a whole one.
 */
export function createUnion(first: Extractor, second: Extractor): Extractor {
  return {
    id: `${first.id}+${second.id}`,
    version: sha256Of(canonicalJson([first.version, second.version])),
    async extract(article, challenge, signal) {
      const found = await first.extract(article, challenge, signal)
      const more = await second.extract(article, challenge, signal)
      return unite(found, more)
    },
  }
}

/**
 * The claims of the first, and those of the second that are not among them: of the same type, actor and key attribute is found. A call
 * that is weaker than one found of the same person is not added either: the codebook claims the strongest alone.
 */
export function unite(first: Extraction, second: Extraction): Extraction {
  const added = second.claims.filter((claim) => !first.claims.some((found) => says(found, claim)))
  const refused = { ...first.refused }
  for (const [reason, count] of Object.entries(second.refused) as [keyof typeof refused, number][])
    refused[reason] = (refused[reason] ?? 0) + count
  return { claims: [...first.claims, ...added], refused }
}

/** Whether one claim leaves nothing for another to add. */
function says(found: ClaimContent, other: ClaimContent): boolean {
  if (kindOf(found.type) !== kindOf(other.type)) return false
  const { type } = found
  if (!WITHOUT_ACTOR.has(type) && whoOf(found) !== whoOf(other)) return false
  if (type === 'public-call') return strength(found) <= strength(other)
  if (type === 'setback' && !samePlace(found, other)) return false
  return canonicalJson(keyOf(found)) === canonicalJson(keyOf(other))
}

/** Whether two lost byelections may be one: a word of their places in common, or one of them names none. */
function samePlace(a: ClaimContent, b: ClaimContent): boolean {
  const [x, y] = [a, b].map(({ attrs }) => foldName(String(attrs['place'] ?? '')).split(' '))
  if (a.attrs['kind'] !== 'byelection-loss' || x![0] === '' || y![0] === '') return true
  return x!.some((word) => word.length > 2 && y!.includes(word))
}

const WITHOUT_ACTOR: ReadonlySet<ClaimType> = new Set([
  'caucus-meeting',
  'signature-count',
  'leader-response',
  'setback',
])

/** A minister's and a member's support are one: which it is follows from the person. */
const kindOf = (type: ClaimType): string => (type === 'ministerial-support' ? 'member-support' : type)
const whoOf = ({ person, actor }: ClaimContent): string => person ?? foldName(actor ?? '')
const strength = ({ attrs }: ClaimContent): number =>
  demands.indexOf(attrs['demand'] as (typeof demands)[number])

/** The key attributes as the codebook has them: what is `counted` does not make another figure of a number. */
function keyOf({ type, attrs }: ClaimContent): unknown[] {
  switch (type) {
    case 'caucus-meeting':
      return [attrs['status'], attrs['kind']]
    case 'signature':
      return [attrs['signed']]
    case 'signature-count':
      return [attrs['low'], attrs['high']]
    case 'leader-response':
      return [attrs['stance']]
    case 'departure':
    case 'setback':
      return [attrs['kind']]
    default:
      return []
  }
}
