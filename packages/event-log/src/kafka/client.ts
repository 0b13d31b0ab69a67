import { Failure } from '@whipcount/events'
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs'
// @ts-expect-error kafkajs has no types for its inside; see `mendThrottling`.
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js'
import { toFailure } from './failures.ts'
import { useGzip } from './gzip.ts'

/** What the adapter tells of itself, as pino's loggers take it. */
export interface LogListener {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export const nobody: LogListener = { debug() {}, info() {}, warn() {} }

export interface ClientOptions {
  readonly brokers: readonly string[]
  readonly clientId: string
  readonly ssl?: KafkaConfig['ssl']
  readonly sasl?: KafkaConfig['sasl']
  /** How often kafkajs tries a connection again: about a second apart. */
  readonly retries: number
  readonly logger: LogListener
}

/** The kafkajs client, quiet. */
export function createKafka({ brokers, clientId, ssl, sasl, retries, logger }: ClientOptions): Kafka {
  mendThrottling()
  useGzip()
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
    connectionTimeout: 3_000,
    authenticationTimeout: 10_000,
    requestTimeout: 10_000,
    retry: { retries, initialRetryTime: 100, maxRetryTime: 1_000, multiplier: 2, factor: 0.2 },
    logLevel: logLevel.INFO,
    // kafkajs logs each answer that it is about to retry as an error: everything is one step less than it says.
    logCreator:
      () =>
      ({ level, namespace, log: { timestamp: _, logger: __, message, stack: ___, ...fields } }) => {
        const say = level === logLevel.ERROR ? 'warn' : level === logLevel.WARN ? 'info' : 'debug'
        logger[say]({ kafkajs: namespace, ...fields }, message)
      },
  })
}

/** One client of the broker (a producer, an admin, ...) that is opened when it is needed and replaced when it fails. */
export interface Link<Client> {
  /**
   * Works with the client, within the link's time. Where `again` is set, it is repeated on a fresh client while Kafka does not
   * answer; otherwise only opening the client is repeated. Throws a `Failure`.
   */
  use<Result>(
    doing: string,
    work: (client: Client) => Promise<Result>,
    options?: { again?: boolean },
  ): Promise<Result>
  close(): Promise<void>
}

export function createLink<Client>(options: {
  open: () => Promise<Client>
  close: (client: Client) => Promise<void>
  /** Milliseconds for one `use`, all repetitions together. */
  timeoutMs: number
}): Link<Client> {
  const { open, close, timeoutMs } = options
  let current: Promise<Client> | null = null
  let closed = false
  const dispose = (client: Promise<Client>): Promise<void> => client.then(close).catch(() => {})

  return {
    async use(doing, work, { again = true } = {}) {
      const deadline = performance.now() + timeoutMs
      let before: Failure | null = null
      for (let attempt = 0; ; attempt += 1) {
        if (closed) throw new Failure('log-unreachable', `${doing}: the log is closed.`)
        current ??= open()
        const client = current
        let working: Promise<unknown> | null = null
        try {
          const opened = await inTime(deadline, timeoutMs, client)
          const result = work(opened)
          working = result
          return await inTime(deadline, timeoutMs, result)
        } catch (error) {
          if (current === client) current = null
          void dispose(client)
          // What is still at work may connect once more: close again after it.
          void working?.then(
            () => dispose(client),
            () => dispose(client),
          )
          // A try that was cut short says less than the one before it.
          const failure: Failure = error instanceof Late && before !== null ? before : toFailure(error, doing)
          before = failure
          const pauseMs = Math.min(1_000, 50 * 2 ** attempt)
          const left = deadline - performance.now() - pauseMs
          const repeatable = again || working === null
          if (failure.code !== 'log-unreachable' || !repeatable || left <= 0 || closed) throw failure
          await new Promise((resolve) => setTimeout(resolve, pauseMs))
        }
      }
    },
    async close() {
      closed = true
      const client = current
      current = null
      if (client !== null) await within(5_000, dispose(client))
    },
  }
}

/** Resolves when `work` settles, however it does, or after `ms`. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work.catch(() => {}), elapsed])
  clearTimeout(timer)
}

class Late extends Error {}

async function inTime<Result>(deadline: number, timeoutMs: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Late(`no answer within ${timeoutMs} ms`)),
      Math.max(0, deadline - performance.now()),
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

interface PatchedQueue {
  throttledUntil: number
  throttleCheckTimeoutId: NodeJS.Timeout | null
  pending: readonly unknown[]
  checkPendingRequests(): void
}
let mended = false

/**
 * Replaces one method of kafkajs 2.2.4, which sets a timer for a negative time when nothing throttles it (Node 24 warns of each,
 * https://github.com/tulios/kafkajs/issues/1751), and wakes every millisecond for ever, in an idle connection too.
 */
function mendThrottling(): void {
  if (mended) return
  mended = true
  const { prototype } = RequestQueue as { prototype: object }
  Object.assign(prototype, {
    scheduleCheckPendingRequests(this: PatchedQueue): void {
      if (this.throttleCheckTimeoutId !== null || this.pending.length === 0) return
      const throttledMs = this.throttledUntil - Date.now()
      this.throttleCheckTimeoutId = setTimeout(
        () => {
          this.throttleCheckTimeoutId = null
          this.checkPendingRequests()
        },
        throttledMs > 0 ? throttledMs : 10,
      )
    },
  })
}
