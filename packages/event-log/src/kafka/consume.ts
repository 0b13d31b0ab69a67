import { Failure } from '@whipcount/events'
import type { Failpoint } from '@whipcount/service-kit'
import type { EachBatchPayload, Kafka } from 'kafkajs'
import type { ConsumeOptions, Subscription } from '../port.ts'
import { createArrivals } from '../postgres/arrivals.ts'
import { createLink, type LogListener, within } from './client.ts'
import { isRebalance, toFailure } from './failures.ts'
import { toRecord } from './fetch.ts'
import { createShard, isFull, type Shard, takeBatch } from './shard.ts'

/** Tries in a row after which a failing batch ends the subscription: with the pauses below, one and a half minutes. */
const MOST_TRIES = 24
const pauseMs = (failures: number): number => Math.min(5_000, 25 * 2 ** Math.min(failures, 10))

/** How long Kafka waits for the members of a group when it shares the partitions anew, in milliseconds. */
const REBALANCE_MS = 30_000
/** How long batches in hand may keep us from joining again: half of it. */
const DRAIN_MS = REBALANCE_MS / 2
/** How long a fetch waits for records: `stop` waits as long. */
const FETCH_WAIT_MS = 250
/**
 * Bytes (compressed) of one partition in one fetch. A fetch is decompressed whole before any of it is handed out, and meanwhile nothing
 * else is done: with 1 MiB of each of 24 partitions for more than a second at a time, and with 900 MiB held.
 */
const PARTITION_FETCH_BYTES = 128 * 1024
/** Bytes (compressed) of all of a broker in one fetch; twice as much is held, once decompressed. */
const MOST_FETCH_BYTES = 16 * 1024 * 1024
const WATCH_MS = 1_000
const COMMIT_EVERY_MS = 1_000

export interface ConsumerParts {
  readonly kafka: Kafka
  readonly topicPrefix: string
  /** Partitions of all topics consumed. */
  readonly partitions: number
  /** The first position that a partition still holds, and the one after its last. */
  readonly bounds: (topic: string, partition: number) => Promise<{ low: bigint; high: bigint }>
  readonly timeoutMs: number
  readonly sessionTimeoutMs: number
  readonly outageMs: number
  readonly handleTimeoutMs: number
  readonly stopTimeoutMs: number
  readonly logger: LogListener
  readonly failpoint: Failpoint
}

/**
 * Runs one member of a consumer group.
 *
 * kafkajs fetches, keeps the membership and shares the partitions; a loop for each partition that is ours handles what was fetched
 * for it. The loop and the next fetch overlap by one fetch: `eachBatch` waits, sending heartbeats, until what was
 * fetched before no longer fills a batch. The offsets committed to Kafka are for lag tools: a partition that is taken begins at `positions()`.
 */
export async function startConsumer(options: ConsumeOptions, parts: ConsumerParts): Promise<Subscription> {
  const { handle, positions, onRetry, batchSize = 500, maxBytes = 8 * 1024 * 1024 } = options
  const { kafka, topicPrefix, bounds, sessionTimeoutMs, outageMs, handleTimeoutMs, logger, failpoint } = parts
  const heartbeatMs = Math.min(1_000, Math.floor(sessionTimeoutMs / 6))
  const arrivals = createArrivals()
  const stopping = new AbortController()
  /** The partitions of this generation of the group. */
  let shards = new Map<string, Shard>()
  /** The last loop over each partition: it may still have a batch in hand after the partition was lost. */
  const loops = new Map<string, Promise<void>>()
  let paused = false
  /** No batch is begun while the group waits for us to join again. */
  let draining = false
  /** When the group last heard us. */
  let heard = performance.now()
  let crashes = 0
  let fail: (error: unknown) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    fail = reject
  })
  ended.catch(() => {})
  const end = (error: unknown): void => {
    fail(error)
    void subscription.stop()
  }

  const consumer = kafka.consumer({
    groupId: `${topicPrefix}${options.group}`,
    sessionTimeout: sessionTimeoutMs,
    rebalanceTimeout: REBALANCE_MS,
    heartbeatInterval: heartbeatMs,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    maxBytesPerPartition: PARTITION_FETCH_BYTES,
    // As much as all partitions may give: kafkajs asks for them in the same order each time, and the last would wait for the first.
    maxBytes: Math.min(parts.partitions * PARTITION_FETCH_BYTES, MOST_FETCH_BYTES),
    allowAutoTopicCreation: false,
    retry: {
      retries: 5,
      initialRetryTime: 200,
      maxRetryTime: 3_000,
      restartOnFailure: async () => !stopping.signal.aborted,
    },
  })

  const announceAll = (): void => {
    for (const { name } of shards.values()) arrivals.announce(name)
  }

  /** Goes on at a position: forgets what was fetched, and has kafkajs fetch from there. */
  const goTo = (shard: Shard, position: bigint): void => {
    shard.seeks += 1
    shard.position = position
    shard.fetchFrom = position
    shard.skippedTo = null
    shard.fetched = []
    const topic = `${topicPrefix}${shard.topic}`
    consumer.seek({ topic, partition: shard.partition, offset: String(position) })
    consumer.resume([{ topic, partitions: [shard.partition] }])
    arrivals.announce(shard.name)
  }

  const forget = (shard: Shard): void => {
    shard.position = null
    shard.fetchFrom = null
    shard.fetched = []
  }

  const place = async (shard: Shard): Promise<void> => {
    const { topic, partition, seeks } = shard
    const position = await positions(topic, partition)
    const { low, high } = await bounds(topic, partition)
    if (position < low || position > high) throw outside(shard, position, low, high)
    // The caller may have sought while we asked, or the partition may be gone.
    if (shard.seeks === seeks && shards.get(shard.name) === shard) goTo(shard, position)
  }

  const follow = async (shard: Shard, before: Promise<void> | undefined): Promise<void> => {
    const { name, topic, partition } = shard
    const signal = AbortSignal.any([shard.lost.signal, stopping.signal])
    const stillOurs = (): boolean =>
      shards.get(name) === shard && !shard.lost.signal.aborted && performance.now() - heard < sessionTimeoutMs
    /** Handles the next batch, if there is one. */
    const step = async (): Promise<boolean> => {
      if (shard.position === null) await place(shard)
      const { position, seeks } = shard
      if (position === null || paused || draining || shard.fetched.length === 0) return false
      const messages = takeBatch(shard, batchSize, maxBytes)
      const records = messages.map((message) => toRecord(topic, partition, message))
      const next = records.at(-1)!.position + 1n
      shard.inHandSince = performance.now()
      try {
        await handle({ topic, partition, from: position, records, next, stillOurs })
        if (shard.seeks === seeks) shard.position = next
      } catch (error) {
        // What a seek asked for meanwhile holds; otherwise `positions` knows how far the effects go.
        if (shard.seeks === seeks) forget(shard)
        throw error
      } finally {
        shard.inHandSince = null
        arrivals.announce(name)
      }
      return true
    }
    let failures = 0
    await before
    while (!signal.aborted) {
      const seen = arrivals.seen(name)
      try {
        const handled = await step()
        failures = 0
        if (!handled) await arrivals.wait(name, seen, 60_000, signal)
      } catch (error) {
        if (shard.lost.signal.aborted) return
        const fate = error instanceof Failure ? error.fate : 'retry'
        failures += 1
        if (fate !== 'retry' || failures >= MOST_TRIES) return end(error)
        onRetry?.(error, failures)
        await arrivals.wait('', 0, pauseMs(failures), signal)
      }
    }
  }

  /** Lets the batches in hand finish before we join again, so that nobody else begins them. */
  const drain = async (): Promise<void> => {
    draining = true
    const deadline = performance.now() + DRAIN_MS
    const inHand = (): Shard | undefined => [...shards.values()].find((shard) => shard.inHandSince !== null)
    for (let shard = inHand(); shard !== undefined && performance.now() < deadline; shard = inHand()) {
      await arrivals.wait(shard.name, arrivals.seen(shard.name), heartbeatMs, new AbortController().signal)
    }
  }

  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    const { batch, heartbeat, resolveOffset, isStale } = payload
    const shard = shards.get(`${batch.topic.slice(topicPrefix.length)}/${batch.partition}`)
    if (shard === undefined) return
    const { seeks } = shard
    const dropped = (): boolean => isStale() || shard.seeks !== seeks || shard.lost.signal.aborted
    const beat = async (): Promise<void> => {
      try {
        await heartbeat()
      } catch (error) {
        if (isRebalance(error)) await drain()
        throw error
      }
    }
    await beat()
    while (!stopping.signal.aborted && (shard.position === null || isFull(shard, batchSize, maxBytes))) {
      if (dropped()) return
      await arrivals.wait(shard.name, arrivals.seen(shard.name), heartbeatMs, stopping.signal)
      await beat()
    }
    if (dropped() || stopping.signal.aborted) return
    const begun = BigInt((batch as unknown as { fetchedOffset: string }).fetchedOffset)
    if (begun !== shard.fetchFrom && begun !== shard.skippedTo) {
      // kafkajs answers "offset out of range" by going to the beginning, without a word.
      const { low, high } = await bounds(shard.topic, shard.partition).catch(() => ({
        low: begun,
        high: begun,
      }))
      return end(outside(shard, shard.fetchFrom ?? 0n, low, high))
    }
    const last = batch.lastOffset()
    shard.fetched = shard.fetched.concat(batch.messages)
    shard.fetchFrom = BigInt(last) + 1n
    resolveOffset(last)
    arrivals.announce(shard.name)
  }

  consumer.on(consumer.events.HEARTBEAT, () => {
    heard = performance.now()
  })
  consumer.on(consumer.events.START_BATCH_PROCESS, ({ payload }) => {
    if (payload.batchSize > 0) return
    const shard = shards.get(`${payload.topic.slice(topicPrefix.length)}/${payload.partition}`)
    if (shard !== undefined) shard.skippedTo = BigInt(payload.lastOffset) + 1n
  })
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    heard = performance.now()
    crashes = 0
    draining = false
    for (const shard of shards.values()) shard.lost.abort()
    announceAll()
    shards = new Map()
    if (stopping.signal.aborted) {
      // It was joining while it was stopped; a member that nobody knows of would keep partitions.
      void consumer.disconnect().catch(() => {})
      return
    }
    for (const [kafkaTopic, partitions] of Object.entries(payload.memberAssignment)) {
      const topic = kafkaTopic.slice(topicPrefix.length)
      // Nothing is fetched before `positions` was asked.
      consumer.pause([{ topic: kafkaTopic, partitions }])
      for (const partition of partitions) {
        const shard = createShard(`${topic}/${partition}`, topic, partition)
        shards.set(shard.name, shard)
        shard.done = follow(shard, loops.get(shard.name))
        loops.set(shard.name, shard.done)
      }
    }
    failpoint('consumer/assigned')
  })
  consumer.on(consumer.events.REBALANCING, () => failpoint('consumer/rebalancing'))
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    for (const shard of shards.values()) shard.lost.abort()
    const failure = toFailure(error, `Consuming as ${options.group}`)
    if (stopping.signal.aborted) return
    if (!restart) return end(failure)
    crashes += 1
    onRetry?.(failure, crashes)
  })

  /** Or kafkajs would fetch the same again and again while the batches in hand finish. */
  const pauseFetching = (): void => {
    try {
      consumer.pause(options.topics.map((topic) => ({ topic: `${topicPrefix}${topic}` })))
    } catch {
      // kafkajs refuses before it has joined its group and after it has left it: then nothing is fetched either.
    }
  }

  const committed = new Map<string, bigint>()
  const commit = async (): Promise<void> => {
    const moved = [...shards.values()].flatMap(({ name, topic, partition, position }) =>
      position === null || committed.get(name) === position
        ? []
        : [{ name, position, topic: `${topicPrefix}${topic}`, partition, offset: String(position) }],
    )
    if (moved.length === 0) return
    failpoint('consumer/before-offset-commit')
    try {
      await consumer.commitOffsets(
        moved.map(({ topic, partition, offset }) => ({ topic, partition, offset })),
      )
      failpoint('consumer/after-offset-commit')
      for (const { name, position } of moved) committed.set(name, position)
    } catch (error) {
      logger.debug({ error: (error as Error).message }, 'Kafka did not take the offsets for lag tools')
    }
  }
  let commits: Promise<void> = Promise.resolve()
  let committedAt = performance.now()
  const watch = setInterval(() => {
    const now = performance.now()
    const silentMs = now - heard
    if (silentMs > outageMs) {
      end(
        new Failure(
          'log-unreachable',
          `Consuming as ${options.group}: no sign of Kafka for ${Math.round(silentMs)} ms. Check the broker, then start again.`,
          { fate: 'retry' },
        ),
      )
    }
    for (const { name, position, inHandSince } of shards.values()) {
      if (inHandSince === null || now - inHandSince <= handleTimeoutMs) continue
      end(
        new Failure(
          'record-poison',
          `The batch of ${name} from ${position} was not handled within ${handleTimeoutMs} ms. Find what it waits for, then start again.`,
          { context: { partition: name, position: String(position) } },
        ),
      )
    }
    if (now - committedAt >= COMMIT_EVERY_MS) {
      committedAt = now
      commits = commits.then(commit)
    }
  }, WATCH_MS)

  let started: Promise<void> = Promise.resolve()
  let stopped: Promise<void> | null = null
  const subscription: Subscription = {
    ended,
    seek(topic, partition, position) {
      const shard = shards.get(`${topic}/${partition}`)
      if (shard !== undefined && !shard.lost.signal.aborted) goTo(shard, position)
    },
    pause() {
      paused = true
    },
    resume() {
      paused = false
      announceAll()
    },
    stop() {
      stopped ??= (async () => {
        const deadline = performance.now() + parts.stopTimeoutMs
        const left = (): number => Math.max(0, deadline - performance.now())
        stopping.abort()
        pauseFetching()
        await within(left(), Promise.all(loops.values()))
        clearInterval(watch)
        await within(Math.min(left(), 2_000), commits.then(commit))
        for (const shard of shards.values()) shard.lost.abort()
        // kafkajs cannot stop while it joins (its stop returns at once, then it goes on): wait for the join.
        await within(left(), started)
        await within(Math.max(left(), 1_000), consumer.disconnect())
      })()
      return stopped
    },
  }
  const subscribed = createLink({
    timeoutMs: parts.timeoutMs,
    open: async () => {
      await consumer.connect()
      await consumer.subscribe({
        topics: options.topics.map((topic) => `${topicPrefix}${topic}`),
        fromBeginning: true,
      })
      return consumer
    },
    close: () => consumer.disconnect(),
  })
  try {
    await subscribed.use(`Consuming as ${options.group}`, async () => {})
  } catch (error) {
    clearInterval(watch)
    void consumer.disconnect().catch(() => {})
    throw error
  }
  heard = performance.now()
  started = consumer
    .run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: parts.partitions,
      eachBatch,
    })
    .catch((error: unknown) => end(toFailure(error, `Consuming as ${options.group}`)))
  return subscription
}

function outside({ name }: Shard, position: bigint, low: bigint, high: bigint): Failure {
  return new Failure(
    'log-conflict',
    `${name} is to be read from ${position}, but Kafka holds ${low} to ${high}: records were lost or expired, or this is another log. ` +
      'Restore the topic, or rebuild the read model from what is there.',
    { context: { partition: name, position: String(position), low: String(low), high: String(high) } },
  )
}
