import type { Sentence, Statement } from '@whipcount/language'
import type { Actor } from './actor.ts'
import type { Article } from './article.ts'

/** A place where a rule's pattern matches. */
export interface Hit {
  readonly article: Article
  readonly match: RegExpExecArray
  /** The marked stretch that was searched, and where it begins in the article's marked text. */
  readonly stretch: string
  readonly offset: number
  /** Where the match begins and ends in the article. */
  readonly start: number
  readonly end: number
  readonly sentence: Sentence
  /** The statement whose words match; null where the sentence tells it. */
  readonly statement: Statement | null
  /** Whom the claim is about; null where a rule reports what happened. */
  readonly actor: Actor | null
  /** The stretch before the match, and after it. */
  readonly before: string
  readonly after: string
  readonly groups: Readonly<Record<string, string | undefined>>
}
