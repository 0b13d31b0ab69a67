/**
 * The closed list of error codes. Each has a test that provokes it.
 */
export const failureCodes = [
  'article-erased',
  'article-invalid',
  'article-too-long',
  'backup-invalid',
  'challenge-invalid',
  'challenge-unknown',
  'config-invalid',
  'database-newer',
  'database-older',
  'database-unreachable',
  'data-directory-broken',
  'data-directory-locked',
  'data-directory-newer',
  'data-directory-older',
  'disk-full',
  'event-invalid',
  'event-unknown',
  'feed-invalid',
  'feed-unreachable',
  'input-missing',
  'input-unreadable',
  'log-conflict',
  'log-not-empty',
  'log-unreachable',
  'model-answer-invalid',
  'model-refused',
  'model-unreachable',
  'checkpoint-lost',
  'partition-lost',
  'person-unknown',
  'projection-behind',
  'projection-incompatible',
  'projection-other',
  'projection-unknown',
  'projection-unverified',
  'queue-unreachable',
  'record-poison',
  'topic-mismatch',
  'usage',
] as const
export type FailureCode = (typeof failureCodes)[number]

/** What the consumer loop does with a failure: try again, set the record aside, or stop the process. */
export type Fate = 'retry' | 'deadLetter' | 'halt'

/**
 * Every error that Whipcount raises on purpose. The message says what happened, to which thing, and what to do next.
 * Only the consumer loop reads `fate`.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly fate: Fate
  readonly context: Readonly<Record<string, unknown>>

  constructor(
    code: FailureCode,
    message: string,
    options: { fate?: Fate; context?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.fate = options.fate ?? 'halt'
    this.context = options.context ?? {}
  }
}
