import { Failure, type Fate } from '@whipcount/events'
import type { ConsumeOptions, LogRecord, Subscription } from '../port.ts'
import type { Arrivals } from './arrivals.ts'
import type { Ownership, Shard } from './ownership.ts'

/** Tries in a row after which a failing batch ends the subscription: with the pauses below, one and a half minutes. */
const MOST_TRIES = 24
const pauseMs = (failures: number): number => Math.min(5_000, 25 * 2 ** Math.min(failures, 10))

/** What a consumer needs of the table log. */
export interface ConsumerParts {
  readonly ownership: Ownership
  readonly arrivals: Arrivals
  readonly read: (
    topic: string,
    partition: number,
    from: bigint,
    limit: number,
    maxBytes: number,
  ) => Promise<LogRecord[]>
  readonly pollIntervalMs: number
  readonly renewIntervalMs: number
}

interface Running {
  readonly shard: Shard
  readonly done: Promise<void>
  readonly giveUp: AbortController
}

const fateOf = (error: unknown): Fate => (error instanceof Failure ? error.fate : 'retry')

const nameOf = ({ topic, partition }: Shard): string => `${topic}/${partition}`

/** Runs one consumer: a loop that keeps the leases, and a loop for each partition held. */
export function startConsumer(options: ConsumeOptions, parts: ConsumerParts): Subscription {
  const { ownership, arrivals, read, pollIntervalMs, renewIntervalMs } = parts
  const { handle, positions, onAhead, onRetry, batchSize = 500, maxBytes = 8 * 1024 * 1024 } = options
  const stopping = new AbortController()
  const running = new Map<string, Running>()
  const seeks = new Map<string, bigint>()
  let paused = false
  let fail: (error: unknown) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    fail = reject
  })
  ended.catch(() => {})
  const end = (error: unknown): void => {
    fail(error)
    void subscription.stop()
  }

  const follow = async (shard: Shard, signal: AbortSignal): Promise<void> => {
    const { topic, partition } = shard
    const name = nameOf(shard)
    let position: bigint | null = null
    let ahead: { from: bigint; records: Promise<LogRecord[]> } | null = null
    let failures = 0
    const readFrom = (from: bigint): Promise<LogRecord[]> => {
      const records = read(topic, partition, from, batchSize, maxBytes)
      records.catch(() => {})
      return records
    }
    while (!signal.aborted) {
      const seen = arrivals.seen(topic)
      try {
        position = seeks.get(name) ?? position ?? (await positions(topic, partition))
        seeks.delete(name)
        if (paused) {
          await arrivals.wait(topic, seen, renewIntervalMs, signal)
          continue
        }
        const prefetched: LogRecord[] = ahead?.from === position ? await ahead.records : []
        const records: LogRecord[] = prefetched.length > 0 ? prefetched : await readFrom(position)
        ahead = null
        if (records.length === 0) {
          await arrivals.wait(topic, seen, pollIntervalMs, signal)
          continue
        }
        if (signal.aborted) return
        // Paused while it was read: it is kept for later.
        if (paused) {
          ahead = { from: position, records: Promise.resolve(records) }
          continue
        }
        const next: bigint = records.at(-1)!.position + 1n
        // The next batch is read while this one is handled, where there is likely to be one.
        if (records.length === batchSize) {
          ahead = { from: next, records: readFrom(next) }
          if (onAhead) ahead.records.then((read) => onAhead(topic, read)).catch(() => {})
        }
        const stillOurs = (): boolean => !signal.aborted && ownership.holds(shard)
        await handle({ topic, partition, from: position, records, next, stillOurs })
        position = next
        failures = 0
      } catch (error) {
        failures += 1
        if (fateOf(error) !== 'retry' || failures >= MOST_TRIES) return end(error)
        onRetry?.(error, failures)
        position = null
        ahead = null
        await arrivals.wait('', 0, pauseMs(failures), signal)
      }
    }
  }

  const start = (shard: Shard): void => {
    const giveUp = new AbortController()
    const done = follow(shard, giveUp.signal)
    running.set(nameOf(shard), { shard, done, giveUp })
  }
  const finish = async ({ shard, done, giveUp }: Running): Promise<void> => {
    giveUp.abort()
    await done
    running.delete(nameOf(shard))
  }

  const keepLeases = async (): Promise<void> => {
    const group = `group ${options.group}`
    let failures = 0
    while (!stopping.signal.aborted) {
      const seen = arrivals.seen(group)
      try {
        const shards = await ownership.renew()
        const ours = new Set(shards.map(nameOf))
        failures = 0
        if (stopping.signal.aborted) break
        for (const shard of shards) {
          if (!running.has(nameOf(shard))) start(shard)
        }
        for (const one of running.values()) {
          if (ours.has(nameOf(one.shard))) continue
          void finish(one)
            .then(() => ownership.release(one.shard))
            .then(() => arrivals.announce(group))
            .catch(() => {})
        }
      } catch (error) {
        failures += 1
        if (fateOf(error) !== 'retry' || failures >= MOST_TRIES) return end(error)
        onRetry?.(error, failures)
      }
      await arrivals.wait(group, seen, failures > 0 ? pauseMs(failures) : renewIntervalMs, stopping.signal)
    }
  }
  let stopped: Promise<void> | null = null
  const subscription: Subscription = {
    ended,
    seek(topic, partition, position) {
      if (running.has(nameOf({ topic, partition }))) seeks.set(nameOf({ topic, partition }), position)
    },
    pause() {
      paused = true
    },
    resume() {
      paused = false
      for (const { shard } of running.values()) arrivals.announce(shard.topic)
    },
    stop() {
      stopped ??= (async () => {
        stopping.abort()
        await leasing
        await Promise.all([...running.values()].map(finish))
        // A database that is gone cannot be told; the leases run out by themselves.
        await ownership.leave().catch(() => {})
        arrivals.announce(`group ${options.group}`)
      })()
      return stopped
    },
  }
  arrivals.announce(`group ${options.group}`)
  const leasing = keepLeases()
  return subscription
}
