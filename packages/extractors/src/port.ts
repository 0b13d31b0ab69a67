import type { Challenge, ClaimContent } from '@whipcount/events'
import type { ArticleInput } from '@whipcount/rules'

/** One state of an article, as an extractor reads it. */
export interface ArticleRead extends ArticleInput {
  readonly article: string
  readonly revision: string
}

/** What was found in an article. */
export interface Extraction {
  readonly claims: readonly ClaimContent[]
  /** What was said to be in it and could not be believed, by reason. Empty for the rules: they claim only what stands there. */
  readonly refused: Refusals
}

/** Why a claim is refused; a `quote` that does not stand in the text is left out of a claim that is good otherwise. */
export const refusalReasons = ['shape', 'evidence', 'actor', 'party', 'quote'] as const
export type RefusalReason = (typeof refusalReasons)[number]
export type Refusals = Readonly<Partial<Record<RefusalReason, number>>>

/**
 * Finds the claims of articles: the port of reading.
 *
 * The same `version` finds the same in the same article for the same challenge: readings are told apart by it. An extractor that asks
 * others (a model) keeps their answers, and asks once.
 */
export interface Extractor {
  /** What it is: `rules`, `model`, `rules+model`. */
  readonly id: string
  /** A hash of all that decides what it finds, but the challenge. */
  readonly version: string
  /**
   * Every claim's evidence is what stands at its span. Rejects with a `Failure`: fate `deadLetter` where this article could not be read
   * and others may, `retry` where `signal` was aborted.
   */
  extract(article: ArticleRead, challenge: Challenge, signal?: AbortSignal): Promise<Extraction>
}
