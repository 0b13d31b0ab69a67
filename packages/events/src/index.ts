export { ArticleAnswered } from './articles/article-answered.ts'
export { ArticleCollected } from './articles/article-collected.ts'
export { ArticleNormalized, type ModelShare } from './articles/article-normalized.ts'
export { claimDefinitions, decodeEvent, eventDefinition, eventDefinitions } from './catalogue.ts'
export { Challenge, LEADER, Role, type RosterPerson, Threshold } from './challenge.ts'
export {
  type ClaimAttributes,
  type ClaimContent,
  type ClaimData,
  type ClaimDefinition,
  type ClaimType,
  claimId,
  claimTypes,
} from './claim.ts'
export { demands } from './claims/public-call.ts'
export { setbackKinds } from './claims/setback.ts'
export { codebookPage, jsonSchemaOf } from './codebook.ts'
export { ArticleErased } from './desk/article-erased.ts'
export { ChallengeDeclared } from './desk/challenge-declared.ts'
export { ClaimCorrected } from './desk/claim-corrected.ts'
export { ClaimEntered } from './desk/claim-entered.ts'
export { PersonMerged } from './desk/person-merged.ts'
export { PersonSplit } from './desk/person-split.ts'
export { RulesetActivated } from './desk/ruleset-activated.ts'
export {
  type CloudEvent,
  type CodebookEntry,
  type DataOf,
  type EventDefinition,
  type EventTopic,
  envelope,
  schemaUrn,
} from './event.ts'
export { Failure, type FailureCode, type Fate, failureCodes } from './failure.ts'
export { fnv1a } from './fnv1a.ts'
export {
  type ArticleIdentity,
  articleIdOf,
  canonicalJson,
  canonicalUrl,
  eventIdOf,
  foldName,
  type RevisionContent,
  readingIdOf,
  revisionOf,
  sha256Of,
  unmatchedPersonId,
} from './identity.ts'
export { RecordSetAside } from './letters/record-set-aside.ts'
export { bandsOf, decodeSketch, encodeSketch, sketchOf } from './sketch.ts'
export { Attribution, Day, Evidence, isDay, Position } from './values.ts'
