export type { AnnotatedArticle, AnnotatedClaim } from './annotation.ts'
export { matches, overlaps, sameActor } from './matching.ts'
export { readAnnotatedFolder } from './read-folder.ts'
export { type Differing, type MadeClaim, type Rates, type Score, type Share, score } from './score.ts'
