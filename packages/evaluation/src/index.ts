export type { AnnotatedArticle, AnnotatedClaim } from './annotation.ts'
export { matches, overlaps, sameActor } from './matching.ts'
export { type Attributed, type QuoteScore, quoteF1, scoreQuotes } from './quote-score.ts'
export { readAnnotatedFolder } from './read-folder.ts'
export {
  type Differing,
  type MadeClaim,
  madeClaim,
  type Rates,
  ratesOver,
  type Score,
  type Share,
  score,
} from './score.ts'
