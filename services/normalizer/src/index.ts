export {
  type ChallengeReader,
  checkpointName,
  createNormalizer,
  latestDeclarations,
  type Normalizer,
  type NormalizerOptions,
} from './normalizer.ts'
export { eventsOfReading, type Reader, type ReadingContext } from './reading.ts'
export { extractorHash, rulesetOf } from './ruleset.ts'
