import type { LogBatch, LogRecord } from '@whipcount/event-log'
import type { Failure } from '@whipcount/events'

/** Named points of the work where tests kill the process. The default does nothing. */
export type Failpoint = (name: string) => Promise<void> | void

/** Where a consumer stands: the position whose effects are committed. */
export interface Checkpoints {
  /** 0 where nothing is committed yet. */
  get(name: string, topic: string, partition: number): Promise<bigint>
  /**
   * Moves a checkpoint from `expected` to `next`. Throws `checkpoint-lost` (fate `retry`) where it does not stand at `expected`:
   * somebody else is at work.
   */
  advance(name: string, topic: string, partition: number, expected: bigint, next: bigint): Promise<void>
  /** Every checkpoint whose name begins so. */
  list(prefix?: string): Promise<readonly Checkpoint[]>
}

export interface Checkpoint {
  readonly name: string
  readonly topic: string
  readonly partition: number
  readonly position: bigint
}

/** What is applied: a batch as the log hands it out. */
export type Applicable = Pick<LogBatch, 'topic' | 'partition' | 'from' | 'records' | 'next'>

/** A record that could not be used, and why. */
export interface SetAside {
  readonly record: LogRecord
  readonly failure: Failure
}

/** What became of a batch. */
export interface Applied {
  /** Records whose rows are in the read model now, new or there already. */
  readonly applied: number
  /** Rows that were there already. */
  readonly repeats: number
  /** Records that were set aside. */
  readonly deadLetters: readonly SetAside[]
}

/** Applies batches of the log to the read model, each in one transaction with its checkpoint. */
export interface Applier {
  /**
   * Applies one batch. A record that cannot be applied becomes a dead letter in the same transaction and everything else goes
   * on. Applying a record twice changes nothing.
   *
   * Throws `checkpoint-lost` (fate `retry`) where the checkpoint does not stand at `batch.from`: nothing was changed then.
   */
  apply(batch: Applicable): Promise<Applied>
  /**
   * Applies records again that had been set aside, wherever the checkpoints stand, each by itself. Resolves to the failures of
   * those that fail again; nothing of them is applied.
   */
  redrive(records: readonly LogRecord[]): Promise<ReadonlyMap<LogRecord, Failure>>
  /** The position to go on from. */
  position(topic: string, partition: number): Promise<bigint>
}

/** One state of an article that somebody hands in. */
export interface IntakeNote {
  readonly article: string
  readonly revision: string
  /** When this state was seen, as an instant; null means now. */
  readonly capturedAt: string | null
  /** Whether `capturedAt` is a default (the published day) and no one's word: it may then become now. */
  readonly defaulted: boolean
}

/** What to do with a noted state. */
export interface IntakeAnswer {
  readonly captured_at: string
  /** Whether to append the sighting. False where the log has it already. */
  readonly append: boolean
}

/**
 * Keeps the collector's own record of what it has appended, so that a retry makes the same event and a repeat makes none.
 *
 * Note, append to the log, confirm. After a crash in between, the same note answers with the same `captured_at` and asks for
 * the append again; the record may then stand in the log twice, which changes nothing.
 */
export interface Intake {
  /** Notes one state. See {@link Intake.noteAll}. */
  note(note: IntakeNote & { readonly now: Date }): Promise<IntakeAnswer>
  /**
   * Notes states in one transaction, in the order given, under a lock on each article.
   *
   * A state that is noted but not confirmed is to be appended again, with the time it has. Sighting the state that was current
   * at that time again appends nothing. A defaulted time that is not later than the newest becomes now.
   */
  noteAll(notes: readonly IntakeNote[], now: Date): Promise<readonly IntakeAnswer[]>
  /** Says that the log has these sightings. Idempotent. */
  confirm(appended: readonly { article: string; revision: string; captured_at: string }[]): Promise<void>
}

/** A record that was set aside, with its cause. */
export interface DeadLetter {
  /** `projector:events/0/12`, or `collector:` and a hash for what never reached the log. */
  readonly id: string
  /** `collector`, `projector`, or `normalizer/` and the challenge that was read for. */
  readonly service: string
  readonly topic: string | null
  readonly partition: number | null
  readonly position: string | null
  readonly key: string
  readonly code: string
  readonly message: string
  readonly at: string
  /** When it was applied again with success; null while it waits. */
  readonly redriven_at: string | null
}

/** Which letters. What is left out restricts nothing. */
export interface DeadLetterFilter {
  readonly id?: string
  readonly key?: string
  readonly code?: string
  readonly service?: string
  /** Letters redriven with success too. Default false. */
  readonly redriven?: boolean
  /** Default 1000. */
  readonly limit?: number
}

export type DeadLetterWithPayload = DeadLetter & { readonly payload: string }

export interface DeadLetters {
  /**
   * Sets records of the log aside. Setting one aside again changes nothing, unless it had been redriven: then it waits again, with
   * its present cause.
   */
  record(service: string, failed: readonly SetAside[], at: Date): Promise<void>
  /** Sets aside what never reached the log; `key` says where it came from. */
  refuse(letter: { service: string; key: string; payload: string; failure: Failure; at: Date }): Promise<void>
  /** Newest first. */
  list(filter?: DeadLetterFilter): Promise<readonly DeadLetter[]>
  /** One with its payload, or null. */
  show(id: string): Promise<DeadLetterWithPayload | null>
  /** Those that wait. */
  count(): Promise<number>
  /** Says that a letter was applied again with success. */
  redriven(id: string, at: Date): Promise<void>
  /** Letters that the dead-letters topic does not have yet, the first by id. */
  unpublished(limit: number): Promise<readonly DeadLetterWithPayload[]>
  /** Says that the topic has them. */
  published(ids: readonly string[]): Promise<void>
}
