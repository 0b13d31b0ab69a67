export { createApplier } from './applier.ts'
export { createCheckpoints } from './checkpoints.ts'
export { databaseVariables } from './config.ts'
export {
  createDatabaseIfMissing,
  type Database,
  type OpenDatabaseOptions,
  openDatabase,
} from './database/open.ts'
export { type Upgraded, upgradeDirectory } from './database/upgrade-directory.ts'
export { createDeadLetterOutbox, type DeadLetterOutbox } from './dead-letter-outbox.ts'
export { createDeadLetters } from './dead-letters.ts'
export { createDigests } from './digest.ts'
export { purgeArticle } from './erasure.ts'
export { createFeeds } from './feeds.ts'
export { createIntake } from './intake.ts'
export { demandMigrated, migrate } from './migrations/migrate.ts'
export type {
  Applicable,
  Applied,
  Applier,
  Checkpoint,
  Checkpoints,
  DeadLetter,
  DeadLetterFilter,
  DeadLetters,
  DeadLetterWithPayload,
  Feed,
  FeedFetched,
  Feeds,
  Intake,
  IntakeAnswer,
  IntakeNote,
  SetAside,
} from './ports.ts'
export type { AnswerDifference } from './projections/compare.ts'
export {
  createProjections,
  type Patience,
  type Projections,
  type Verification,
} from './projections/projections.ts'
export { type ProjectionVersion, projectorName, type Verified } from './projections/versions.ts'
export type {
  ArticleState,
  AsOf,
  ChallengeRow,
  ClaimRow,
  ClaimShown,
  Corrected,
  Correction,
  DaysAsked,
  DaysDiff,
  Digests,
  EvidenceRow,
  Figure,
  Lag,
  Meeting,
  Move,
  Occurrence,
  PersonAnswer,
  PersonNamed,
  PersonPosition,
  PositionChange,
  Queries,
  ReadingProblem,
  RulesetRow,
  RulesetsDiff,
  SignatureCount,
  Standing,
  StatusAnswer,
  TableDigest,
  WhipCount,
} from './queries/answers.ts'
export { createQueries } from './queries/queries.ts'
