export type { ArticleInput } from './article.ts'
export { type ExtractLine, toExtractLine } from './extract-line.ts'
export { createExtractor, createReader, matchesOf, type RulesOfChallenge } from './extractor.ts'
export { defineRule, type Rule, type RuleDefinition } from './rule.ts'
export { rules } from './rules.ts'
export { type Candidate, conditionNames, createTrial, type PatternKind, type Tried } from './try-pattern.ts'
export {
  type Candidate as WeighedCandidate,
  type Candidates,
  type CountCandidate,
  candidatesOf,
  type StandCandidate,
} from './weighing/candidates.ts'
export {
  type Classifier,
  type Classifiers,
  likelihoods,
  readClassifiers,
  readVectors,
  type StoredClassifier,
  type StoredClassifiers,
  type StoredVectors,
  softmax,
} from './weighing/classifier.ts'
export { type Features, featuresOf, type Vectors } from './weighing/features.ts'
export { type Rows, rowsOf } from './weighing/rows.ts'
