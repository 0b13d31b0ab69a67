export { type Confusion, findConfusions } from './confusions.ts'
export { editDistance } from './edit-distance.ts'
export { givenNameAgreement, nameAgreement } from './names.ts'
export { nearMisses } from './near-misses.ts'
export {
  type ChallengeInspection,
  type ChallengeProblem,
  inspectChallenge,
  parseChallenge,
} from './parse-challenge.ts'
export {
  createReferenceIndex,
  createReferences,
  type Mention,
  type ReferenceIndex,
  type References,
  type Referent,
  type Side,
} from './references.ts'
export { createRoster, familyNameOf, type KnownPerson, type Resolved, type Roster } from './roster.ts'
export { challengeScope } from './scope.ts'
export { challengeSkeleton } from './skeleton.ts'
export { type Word, wordsOf } from './words.ts'
