/** What a job carries: names and figures, never the thing itself. The worker looks the thing up when it begins. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>

/** A piece of work to be done. */
export interface NewJob<Data extends JobData> {
  /** Of jobs with one id only one waits or is in hand; enqueueing another meanwhile changes nothing. */
  readonly id: string
  readonly data: Data
  /** Jobs of one group (a web host) are done one at a time, whichever process does them. Null: no such bound. */
  readonly group: string | null
}

/** Work that comes again and again. */
export interface Schedule<Data extends JobData> extends NewJob<Data> {
  /** The period. A tick is left out while the one before it is not done: there is never a backlog of ticks. */
  readonly everyMs: number
}

/** A job that a worker has in hand. */
export interface JobInHand<Data extends JobData> extends NewJob<Data> {
  /** 1 the first time. */
  readonly attempt: number
  /** Aborted when the queue closes and the work outlasts `drainMs`. The job then goes back, and the attempt does not count. */
  readonly signal: AbortSignal
}

/** How jobs are done. */
export interface WorkOptions<Data extends JobData> {
  /**
   * Does one job. It may be done twice (a process that dies loses its hold on a job): doing it again must change nothing.
   *
   * A `Failure` with fate `deadLetter` or `halt` is final. One with fate `retry`, and any other error, is tried again after a
   * pause (see `RetryPolicy`).
   */
  readonly handle: (job: JobInHand<Data>) => Promise<void>
  /** Most jobs in hand at once. Default 4. */
  readonly concurrency?: number
  /** Told of each failure, and whether the job is tried again. */
  readonly onFailed?: (job: JobInHand<Data>, error: unknown, again: boolean) => Promise<void> | void
}

/** A running worker. */
export interface Worker {
  /** Takes no further job, and resolves once those in hand are done, or gone back after `drainMs`. Idempotent. */
  stop(): Promise<void>
}

/**
 * Jobs of one kind, done at least once, by any number of workers. It is a to-do list and no record: what must not be forgotten is
 * kept in the database, and `schedule` is called again from there.
 *
 * Every method throws `queue-unreachable` (fate `retry`) where the queue does not answer or is closed.
 */
export interface JobQueue<Data extends JobData> {
  /** Adds a job, to be done as soon as a worker is free. */
  enqueue(job: NewJob<Data>): Promise<void>
  /**
   * Makes these the schedules of the queue: all of them, and no others. A new or changed one is due at once; one that stands as it
   * is goes on as it was, so calling this again and again is how schedules outlive the loss of the queue's memory.
   */
  schedule(schedules: readonly Schedule<Data>[]): Promise<void>
  /** Begins to do jobs. */
  work(options: WorkOptions<Data>): Promise<Worker>
  /** Stops every worker and lets go of what was opened. Idempotent. */
  close(): Promise<void>
}

/** What every adapter is created with. */
export interface JobQueueOptions {
  /** Names the kind of work: queues of one name on one server are one queue. Letters, digits and hyphens. */
  readonly name: string
  readonly retry?: RetryPolicy
  /** The least time between two jobs of one group, in milliseconds. Default 0. */
  readonly groupPauseMs?: number
  /** How long `stop` and `close` wait for the jobs in hand before they abort them. Default 5000. */
  readonly drainMs?: number
}

/** How often a job is tried, and how long the pauses are. */
export interface RetryPolicy {
  /** All attempts together, the first one too. */
  readonly attempts: number
  /** The pause after the first failure; it doubles with each further one, */
  readonly firstPauseMs: number
  /** up to this. */
  readonly longestPauseMs: number
}
