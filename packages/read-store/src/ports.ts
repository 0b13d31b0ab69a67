import type { LogBatch, LogRecord } from '@whipcount/event-log'
import type { Failure } from '@whipcount/events'

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
   * Begins what can be done with records before their turn comes: nothing that has an effect. `apply` of a batch with this very array goes
   * on from it. No need to call it.
   */
  prepare(topic: string, records: readonly LogRecord[]): void
  /**
   * Applies one batch. A record that cannot be applied becomes a dead letter in the same transaction and everything else goes
   * on. Applying a record twice changes nothing.
   *
   * Throws `checkpoint-lost` (fate `retry`) where the checkpoint does not stand at `batch.from`: nothing was changed then.
   */
  apply(batch: Applicable): Promise<Applied>
  /** Works out what answers have had to look up for themselves since batches were applied: a matter of their speed alone. */
  settle(): Promise<void>
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
  /** A hash of what it says: a state of another revision that says the same as the one before it is that one. */
  readonly gist: string
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
  /** Whether the article was taken down: then nothing of it may be taken in again. */
  readonly erased: boolean
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
  /** From now on nothing of this article is taken in. Idempotent. */
  erase(article: string): Promise<void>
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

/** A news feed that is polled, and how its last polls went. */
export interface Feed {
  readonly url: string
  /** The outlet that its articles are given. */
  readonly outlet: string
  readonly every_minutes: number
  readonly added_at: string
  /** Where the server says the feed is for good; null where it is where it was. */
  readonly moved_to: string | null
  /** What the server said of the state that was taken in last, for conditional requests. */
  readonly etag: string | null
  readonly last_modified: string | null
  /** When it was asked last, with whatever outcome. */
  readonly polled_at: string | null
  /** When it last answered with a feed, or that nothing is new. */
  readonly fetched_at: string | null
  /** The server wants to be left alone until then. */
  readonly not_before: string | null
  /** Failed requests since it last answered. */
  readonly failures: number
  /** Why the last of them failed. */
  readonly error: string | null
  /** States of articles that it has brought so far. */
  readonly articles: number
}

/** What a feed brought. */
export interface FeedFetched {
  readonly etag: string | null
  readonly lastModified: string | null
  readonly movedTo: string | null
  /** States of articles that were new. */
  readonly articles: number
}

/** Keeps the list of feeds. Jobs to poll them are made from it, and made again from it when the queue has forgotten them. */
export interface Feeds {
  /** Adds a feed, or changes the outlet and period of one that is there. */
  add(
    feed: { readonly url: string; readonly outlet: string; readonly everyMinutes: number },
    at: Date,
  ): Promise<'added' | 'changed' | 'standing'>
  /** By address. */
  list(): Promise<readonly Feed[]>
  get(url: string): Promise<Feed | null>
  /** False where there is no such feed. What it brought stays. */
  remove(url: string): Promise<boolean>
  /** Notes that it answered. Call it once the log has what it brought: until then the next poll must bring it again. */
  fetched(url: string, brought: FeedFetched, at: Date): Promise<void>
  /** Notes that a request failed, and forgets where the feed has moved to: the next request asks at its own address. */
  failed(
    url: string,
    why: { readonly error: string; readonly notBefore: string | null },
    at: Date,
  ): Promise<void>
}
