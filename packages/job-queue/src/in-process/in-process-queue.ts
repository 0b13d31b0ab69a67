import { Failure } from '@whipcount/events'
import { drain } from '../drain.ts'
import type {
  JobData,
  JobInHand,
  JobQueue,
  JobQueueOptions,
  NewJob,
  Schedule,
  Worker,
  WorkOptions,
} from '../port.ts'
import { isTriedAgain, pauseAfter, standardRetry } from '../retry.ts'

interface Waiting<Data extends JobData> {
  readonly job: NewJob<Data>
  /** Of a schedule, or enqueued: the two have ids of their own. */
  readonly scheduled: boolean
  readonly attempt: number
  readonly dueAt: number
}

interface Standing<Data extends JobData> {
  readonly schedule: Schedule<Data>
  dueAt: number
}

interface Hand<Data extends JobData> {
  readonly options: WorkOptions<Data>
  readonly jobs: Set<Promise<void>>
  readonly abort: AbortController
  stopping: Promise<void> | null
}

const STANDARD_CONCURRENCY = 4
const STANDARD_DRAIN_MS = 5_000
const GRACE_MS = 1_000
/** The longest time that a timer of Node takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** A queue in the memory of this process, for the embedded house. What waits is forgotten when the process ends. */
export function createInProcessQueue<Data extends JobData>(options: JobQueueOptions): JobQueue<Data> {
  const { name, retry = standardRetry, groupPauseMs = 0, drainMs = STANDARD_DRAIN_MS } = options
  let waiting: Waiting<Data>[] = []
  const schedules = new Map<string, Standing<Data>>()
  /** The jobs that wait or are in hand. */
  const unfinished = new Set<string>()
  /** When the next job of a group may begin; infinite while one is in hand. */
  const groups = new Map<string, number>()
  const hands = new Set<Hand<Data>>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const nameOf = ({ job, scheduled }: Waiting<Data>): string => `${scheduled ? 'schedule' : 'job'}:${job.id}`
  const add = (entry: Waiting<Data>): void => {
    if (unfinished.has(nameOf(entry))) return
    unfinished.add(nameOf(entry))
    waiting.push(entry)
  }
  const freeAt = ({ job, dueAt }: Waiting<Data>): number =>
    Math.max(dueAt, job.group === null ? 0 : (groups.get(job.group) ?? 0))

  /** Gives due jobs to free hands, and sets the timer for what is due next. */
  const turn = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (closed || hands.size === 0) return
    const now = performance.now()
    for (const standing of schedules.values()) {
      const { schedule, dueAt } = standing
      if (dueAt > now) continue
      add({ job: schedule, scheduled: true, attempt: 1, dueAt: now })
      standing.dueAt = dueAt + schedule.everyMs * (1 + Math.floor((now - dueAt) / schedule.everyMs))
    }
    for (const entry of [...waiting]) {
      if (freeAt(entry) > now) continue
      const hand = [...hands].find(
        ({ options: { concurrency = STANDARD_CONCURRENCY }, jobs, stopping }) =>
          stopping === null && jobs.size < concurrency,
      )
      if (hand === undefined) break
      waiting = waiting.filter((other) => other !== entry)
      const doing = take(entry, hand).finally(() => {
        hand.jobs.delete(doing)
        turn()
      })
      hand.jobs.add(doing)
    }
    const next = Math.min(
      ...[...schedules.values()].map(({ dueAt }) => dueAt),
      ...waiting.map(freeAt).filter((at) => at > now),
    )
    if (Number.isFinite(next)) {
      timer = setTimeout(turn, Math.min(LONGEST_TIMER_MS, Math.max(1, Math.ceil(next - performance.now()))))
    }
  }

  const take = async (entry: Waiting<Data>, hand: Hand<Data>): Promise<void> => {
    const { job, attempt } = entry
    const { handle, onFailed } = hand.options
    const inHand: JobInHand<Data> = {
      id: job.id,
      data: job.data,
      group: job.group,
      attempt,
      signal: hand.abort.signal,
    }
    if (job.group !== null) groups.set(job.group, Number.POSITIVE_INFINITY)
    let again: Waiting<Data> | null = null
    try {
      await handle(inHand)
    } catch (error) {
      if (hand.abort.signal.aborted) again = entry
      else {
        const triedAgain = isTriedAgain(error, attempt, retry)
        try {
          await onFailed?.(inHand, error, triedAgain)
        } catch {
          // Whoever is told of failures deals with those of its own: the job's fate does not hang on them.
        }
        const pauseMs = pauseAfter(attempt, retry, Math.random())
        if (triedAgain) again = { ...entry, attempt: attempt + 1, dueAt: performance.now() + pauseMs }
      }
    } finally {
      if (job.group !== null) {
        if (groupPauseMs === 0) groups.delete(job.group)
        else groups.set(job.group, performance.now() + groupPauseMs)
      }
      unfinished.delete(nameOf(entry))
      const gone = entry.scheduled && !schedules.has(job.id)
      if (again !== null && !gone) add(again)
    }
  }

  const stop = (hand: Hand<Data>): Promise<void> => {
    hand.stopping ??= (async () => {
      const abort = (): void => hand.abort.abort(new Error(`The queue ${name} closes.`))
      await drain(Promise.all([...hand.jobs]), { drainMs, graceMs: GRACE_MS, abort })
      hands.delete(hand)
      turn()
    })()
    return hand.stopping
  }
  const open = (): void => {
    if (closed) throw new Failure('queue-unreachable', `The queue ${name} is closed.`, { fate: 'retry' })
  }

  return {
    async enqueue(job) {
      open()
      add({ job, scheduled: false, attempt: 1, dueAt: performance.now() })
      turn()
    },
    async schedule(wanted) {
      open()
      const ids = new Set(wanted.map(({ id }) => id))
      for (const id of schedules.keys()) {
        if (ids.has(id)) continue
        schedules.delete(id)
        waiting = waiting.filter((entry) => {
          const stays = !entry.scheduled || entry.job.id !== id
          if (!stays) unfinished.delete(nameOf(entry))
          return stays
        })
      }
      for (const schedule of wanted) {
        const standing = schedules.get(schedule.id)
        if (standing !== undefined && JSON.stringify(standing.schedule) === JSON.stringify(schedule)) continue
        schedules.set(schedule.id, { schedule, dueAt: performance.now() })
      }
      turn()
    },
    async work(workOptions) {
      open()
      const hand: Hand<Data> = {
        options: workOptions,
        jobs: new Set(),
        abort: new AbortController(),
        stopping: null,
      }
      hands.add(hand)
      turn()
      return { stop: () => stop(hand) } satisfies Worker
    },
    async close() {
      if (closed) return
      await Promise.all([...hands].map(stop))
      closed = true
      clearTimeout(timer)
    },
  }
}
