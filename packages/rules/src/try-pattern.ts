import type { Challenge } from '@whipcount/events'
import type { ArticleInput } from './article.ts'
import { type Condition, conditions } from './conditions.ts'
import { createReader, matchesOf } from './extractor.ts'
import { defineRule, type When } from './rule.ts'

/** How a candidate is tried: as a rule would have it in its `when`. */
export type PatternKind = 'said' | 'told' | 'reported' | 'listed'

/** A pattern that might become a rule's. */
export interface Candidate {
  readonly pattern: string
  readonly kind: PatternKind
  /** Whether it is a pattern over glosses, as under `means`; for `said` and `told`. Default false. */
  readonly means?: boolean
  /** Whose words or deeds, for `said` and `told`. */
  readonly by: 'figure' | 'leader'
  readonly unless: readonly Condition[]
}

/** A place where a candidate matches. */
export interface Tried {
  /** Where the match begins and ends in the article. */
  readonly start: number
  readonly end: number
  /** The sentence that it stands in. */
  readonly sentence: { readonly start: number; readonly end: number }
  /** Whom the claim would be about; null where nobody is. */
  readonly actor: string | null
}

/** The names of the conditions that `unless` may list. */
export const conditionNames = Object.keys(conditions) as readonly Condition[]

/**
 * Tries a candidate on articles of a challenge, without making a rule of it: the rules' own engine reads the article and finds its
 * people, and no claim is made. Build it once for all articles.
 *
 * Throws where the pattern is no regular expression or names a word class that the tables do not have.
 */
export function createTrial(challenge: Challenge, candidate: Candidate): (article: ArticleInput) => Tried[] {
  const { unless } = candidate
  const rule = defineRule({
    name: 'candidate/pattern',
    emits: 'public-call',
    because: 'It is tried.',
    when: whenOf(candidate),
    unless,
    claim: () => ({ attrs: {} }),
    fires: [],
    staysSilent: [],
  })
  const read = createReader(challenge)
  return (input) =>
    matchesOf(read(input), [rule]).found.map(({ hit: { start, end, sentence, actor } }) => ({
      start,
      // Marks that marked text leaves out belong to nobody.
      end: start + input.text.slice(start, end).replace(/[\s"“”„«»‹›*_[\]{}]+$/, '').length,
      sentence: { start: sentence.start, end: sentence.end },
      actor: actor?.name ?? null,
    }))
}

function whenOf({ pattern, kind, means = false, by }: Candidate): When {
  if (kind === 'reported') return { reported: [pattern] }
  if (kind === 'listed') return { listed: [pattern] }
  return means ? { by, means: { [kind]: [pattern] } } : { by, [kind]: [pattern] }
}
