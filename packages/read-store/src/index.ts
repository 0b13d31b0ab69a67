export { createApplier } from './applier.ts'
export { createCheckpoints } from './checkpoints.ts'
export { type Database, type OpenDatabaseOptions, openDatabase } from './database/open.ts'
export { createDeadLetters } from './dead-letters.ts'
export { createDigests } from './digest.ts'
export { createIntake } from './intake.ts'
export { migrate } from './migrations/migrate.ts'
export type {
  Applicable,
  Applied,
  Applier,
  Checkpoint,
  Checkpoints,
  DeadLetter,
  DeadLetters,
  Failpoint,
  Intake,
  IntakeAnswer,
  IntakeNote,
} from './ports.ts'
export type {
  AsOf,
  ChallengeRow,
  ClaimRow,
  ClaimShown,
  Digests,
  EvidenceRow,
  Figure,
  Lag,
  Meeting,
  Occurrence,
  PersonAnswer,
  PersonPosition,
  PositionChange,
  Queries,
  ReadingProblem,
  SignatureCount,
  StatusAnswer,
  TableDigest,
  WhipCount,
} from './queries/answers.ts'
export { createQueries } from './queries/queries.ts'
