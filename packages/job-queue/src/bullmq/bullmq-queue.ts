import { Failure, sha256Of } from '@whipcount/events'
import {
  DelayedError,
  type Job,
  type JobSchedulerJson,
  type JobsOptions,
  Queue,
  UnrecoverableError,
} from 'bullmq'
import { Redis } from 'ioredis'
import { drain } from '../drain.ts'
import type { JobData, JobInHand, JobQueue, JobQueueOptions, NewJob, Schedule, WorkOptions } from '../port.ts'
import { isTriedAgain, pauseAfter, standardRetry } from '../retry.ts'
import { toFailure } from './failures.ts'
import { createGroupLocks } from './group-locks.ts'
import { keepWorker } from './keep-worker.ts'

/** What the adapter tells of itself, as pino's loggers take it. */
export interface QueueListener {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export interface BullmqQueueOptions extends JobQueueOptions {
  /** `redis://user:password@host:6379/0`, or `rediss://` for TLS. */
  readonly url: string
  /** Begins every key. The braces keep a queue's keys together in a Redis cluster. Default `{whipcount}`. */
  readonly prefix?: string
  /** How long a job stays with a process that no longer says it lives. Default 30000. */
  readonly leaseMs?: number
  readonly logger?: QueueListener
}

/** How a job stands in Redis. */
interface Stored<Data extends JobData> {
  readonly id: string
  readonly group: string | null
  readonly data: Data
}

const OPEN_MS = 5_000
const COMMAND_MS = 10_000
const STANDARD_DRAIN_MS = 5_000
const GRACE_MS = 1_000
const STANDARD_CONCURRENCY = 4
/** A job that took its process down with it so often is given up. */
const MOST_STALLS = 3
/** A job whose group is taken comes back after a pause that doubles from the one to the other. */
const SHORTEST_WAIT_MS = 50
const LONGEST_WAIT_MS = 1_000
/** A schedule that is late by more than this and its period has lost its next job. */
const LATE_MS = 60_000
const BACKOFF = 'whipcount'
const nobody: QueueListener = { info() {}, warn() {} }

/**
 * Opens a queue on Redis, through BullMQ. Throws `queue-unreachable` where Redis does not answer within 5 s, `config-invalid` where it
 * refuses.
 *
 * A process that dies loses its jobs to another after `leaseMs`. Redis that comes back empty has forgotten everything: `schedule` again.
 */
export async function createBullmqQueue<Data extends JobData>(
  options: BullmqQueueOptions,
): Promise<JobQueue<Data>> {
  const { url, name, prefix = '{whipcount}', logger = nobody } = options
  const { retry = standardRetry, groupPauseMs = 0, drainMs = STANDARD_DRAIN_MS, leaseMs = 30_000 } = options
  // Whoever asks is told at once that Redis is away; only workers wait for it (their connection is BullMQ's own choice).
  const failFast = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: COMMAND_MS }
  const retryStrategy = (times: number): number => Math.min(2_000, 100 * 2 ** Math.min(times, 10))
  const redis = await connect(url, { ...failFast, retryStrategy })
  redis.on('error', (error) => logger.warn({ queue: name, error: error.message }, 'Redis'))
  const queue = new Queue<Stored<Data>>(name, { prefix, connection: { url, ...failFast, retryStrategy } })
  queue.on('error', (error) => logger.warn({ queue: name, error: error.message }, 'Redis'))
  const locks = createGroupLocks({ redis, prefix: `${prefix}:${name}`, leaseMs, pauseMs: groupPauseMs })
  const jobOptions = {
    attempts: retry.attempts,
    backoff: { type: BACKOFF },
    removeOnComplete: true,
    removeOnFail: { count: 100, age: 7 * 24 * 3600 },
  } satisfies JobsOptions
  const stored = ({ id, group, data }: NewJob<Data>): Stored<Data> => ({ id, group, data })
  const workers = new Set<{ stop(): Promise<void> }>()
  let closing: Promise<void> | null = null

  const ask = async <Result>(doing: string, question: () => Promise<Result>): Promise<Result> => {
    if (closing) throw new Failure('queue-unreachable', `${doing}: the queue is closed.`, { fate: 'retry' })
    try {
      return await question()
    } catch (error) {
      throw toFailure(error, doing)
    }
  }

  const open: JobQueue<Data> = {
    async enqueue(job) {
      await ask(`Adding ${job.id} to ${name}`, () =>
        queue.add('job', stored(job), { ...jobOptions, deduplication: { id: job.id } }),
      )
    },
    async schedule(wanted) {
      await ask(`Setting the schedules of ${name}`, async () => {
        const standing = new Map((await queue.getJobSchedulers()).map((one) => [one.key, one]))
        const keys = new Set(wanted.map(({ id }) => keyOf(id)))
        for (const key of standing.keys()) if (!keys.has(key)) await queue.removeJobScheduler(key)
        for (const schedule of wanted) {
          const key = keyOf(schedule.id)
          const found = standing.get(key)
          if (found !== undefined && isAsWanted(found, schedule)) continue
          // Not changed but made anew: that is due at once, like in process.
          if (found !== undefined) await queue.removeJobScheduler(key)
          const template = { name: 'scheduled', data: stored(schedule), opts: jobOptions }
          await queue.upsertJobScheduler(key, { every: schedule.everyMs }, template)
        }
      })
    },
    async work(workOptions) {
      return ask(`Working on ${name}`, async () => {
        const abort = new AbortController()
        const process = processor(workOptions, abort.signal)
        const worker = keepWorker<Stored<Data>>({
          name,
          process,
          logger,
          isReachable: () => redis.status === 'ready',
          options: {
            prefix,
            connection: { url, maxRetriesPerRequest: null, retryStrategy },
            concurrency: workOptions.concurrency ?? STANDARD_CONCURRENCY,
            lockDuration: leaseMs,
            stalledInterval: leaseMs,
            maxStalledCount: MOST_STALLS,
            // After an outage BullMQ asks for the next job again after so long.
            runRetryDelay: 1_000,
            settings: { backoffStrategy: (attempts) => pauseAfter(attempts, retry, Math.random()) },
          },
        })
        let stopping: Promise<void> | null = null
        const running = {
          stop: () => {
            stopping ??= (async () => {
              const closed = worker.close()
              const ended = await drain(closed, {
                drainMs,
                graceMs: GRACE_MS,
                abort: () => abort.abort(new Error(`The queue ${name} closes.`)),
              })
              // What still runs now is left to itself; its job is another worker's once the lease is over.
              if (!ended) await worker.disconnect()
              workers.delete(running)
            })()
            return stopping
          },
        }
        workers.add(running)
        return running
      })
    },
    close() {
      closing ??= (async () => {
        await Promise.all([...workers].map((worker) => worker.stop()))
        await queue.close().catch(() => {})
        redis.disconnect()
      })()
      return closing
    },
  }

  /** Does one job of BullMQ's as the port says. */
  const processor =
    ({ handle, onFailed }: WorkOptions<Data>, signal: AbortSignal) =>
    async (job: Job<Stored<Data>>, token?: string): Promise<void> => {
      const { id, group, data } = job.data
      if (job.repeatJobKey !== undefined && !(await queue.getJobScheduler(job.repeatJobKey))) return
      const hold = group === null ? null : await locks.take(group)
      if (group !== null && hold === null) {
        const waits = job.attemptsStarted - job.attemptsMade
        const waitMs = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** Math.min(waits, 10))
        await job.moveToDelayed(Date.now() + waitMs * (0.5 + Math.random() / 2), token)
        throw new DelayedError()
      }
      const attempt = job.attemptsMade + 1
      const inHand: JobInHand<Data> = { id, group, data, attempt, signal }
      try {
        await handle(inHand)
      } catch (error) {
        if (signal.aborted) {
          await job.moveToDelayed(Date.now(), token)
          throw new DelayedError()
        }
        const again = isTriedAgain(error, attempt, retry)
        try {
          await onFailed?.(inHand, error, again)
        } catch (cause) {
          logger.warn({ queue: name, job: id, error: String(cause) }, 'A failed job could not be reported')
        }
        const message = error instanceof Error ? error.message : String(error)
        if (!again) throw new UnrecoverableError(message)
        throw error instanceof Error ? error : new Error(message)
      } finally {
        await hold?.release()
      }
    }

  try {
    await queue.waitUntilReady()
    return open
  } catch (error) {
    redis.disconnect()
    await queue.close().catch(() => {})
    throw toFailure(error, `Opening the queue ${name}`)
  }
}

/** BullMQ takes an id with colons for one of its older form. */
const keyOf = (id: string): string => sha256Of(id).slice(0, 32)

function isAsWanted<Data extends JobData>(
  found: JobSchedulerJson<Stored<Data>>,
  schedule: Schedule<Data>,
): boolean {
  const { every, next, template } = found
  const { id, group, data, everyMs } = schedule
  const same =
    every === everyMs &&
    JSON.stringify(template?.data) === JSON.stringify({ id, group, data } as Stored<Data>)
  const late = next === undefined || next === null || next < Date.now() - everyMs - LATE_MS
  return same && !late
}

/** A connection that has answered once. */
async function connect(url: string, options: object): Promise<Redis> {
  const redis = new Redis(url, { ...options, lazyConnect: true })
  const errors: Error[] = []
  const listen = (error: Error): void => void errors.push(error)
  redis.on('error', listen)
  const doing = `Opening ${withoutPassword(url)}`
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${OPEN_MS} ms`)), OPEN_MS)
  })
  try {
    await Promise.race([redis.connect().then(() => redis.ping()), late])
    redis.off('error', listen)
    return redis
  } catch (error) {
    redis.disconnect()
    throw toFailure(errors.at(-1) ?? error, doing)
  } finally {
    clearTimeout(timer)
  }
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    parsed.password = ''
    return parsed.href
  } catch {
    return 'REDIS_URL'
  }
}
