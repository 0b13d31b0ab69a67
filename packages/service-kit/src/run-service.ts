import type { RequestListener } from 'node:http'
import { Failure } from '@whipcount/events'
import { type ConfigOf, readConfig, text, type Variables, wholeNumber } from './config.ts'
import { type HealthServer, startHealthServer } from './health.ts'
import { createLogger, type Logger } from './logger.ts'
import { createMetrics, type Metrics } from './metrics.ts'

/** A running service: what `runService` watches and takes down. */
export interface RunningService {
  /** Rejects with what broke it; never resolves. */
  readonly ended: Promise<never>
  /** Null when it can work, else why it cannot: asked at each probe of `/readyz`. */
  ready(): Promise<string | null>
  /** Its own routes, where it has some. */
  readonly routes?: RequestListener
  /** Finishes the batch in hand, commits it, and closes what was opened. */
  stop(): Promise<void>
}

/** The exit codes of every process: what a supervisor and a shell can tell apart. */
export const exitCodes = { done: 0, failed: 1, usage: 2, drainTimedOut: 3 } as const

/** One line for a person: what happened and what to do; the code stands first so that it can be searched for. */
export function oneLine(error: unknown): string {
  if (error instanceof Failure) return `${error.code}: ${error.message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** What every service is told by its environment. */
export const serviceVariables = {
  WHIPCOUNT_HTTP_HOST: text('The address on which it listens.', '127.0.0.1'),
  WHIPCOUNT_HTTP_PORT: wholeNumber('The port on which it listens; 0 takes a free one.', 0),
  WHIPCOUNT_LOG_LEVEL: text('How much is logged: fatal, error, warn, info, debug, trace.', 'info'),
  WHIPCOUNT_DRAIN_MS: wholeNumber('How long it may take to finish the work in hand after SIGTERM.', 10_000),
} as const

/** What a service is started with. */
export interface Start<Spec extends Variables> {
  readonly config: ConfigOf<Spec>
  readonly logger: Logger
  readonly metrics: Metrics
}

/** How long a start may take: an address that does not answer is given up then, and the platform tries again. */
const START_MS = 60_000

/**
 * Runs a service until a signal or its own end, then exits the process. Once it has started it prints one line of JSON on
 * standard output: `{"service", "pid", "url"}`; the url has `/livez`, `/readyz`, `/metrics` and the service's own routes.
 *
 * SIGTERM and SIGINT drain (exit 0; 3 where the deadline passed); a second signal ends at once. A start that fails, or takes longer
 * than a minute, prints one clear line and exits 1; so does a service that ends by itself, for the platform to start it anew.
 */
export async function runService<const Spec extends Variables>(options: {
  name: string
  /** What it reads from the environment, besides `serviceVariables`. */
  variables: Spec
  start: (given: Start<Spec>) => Promise<RunningService>
}): Promise<never> {
  const { name, start } = options
  const exit = (code: number): never => process.exit(code)
  const failed = (error: unknown): never => {
    process.stderr.write(`${oneLine(error)}\n`)
    return exit(exitCodes.failed)
  }
  let own: ConfigOf<Spec>
  let config: ConfigOf<typeof serviceVariables>
  try {
    const all = readConfig({ ...serviceVariables, ...options.variables })
    own = all as unknown as ConfigOf<Spec>
    config = all as unknown as ConfigOf<typeof serviceVariables>
  } catch (error) {
    return failed(error)
  }
  const logger = createLogger(name, config.WHIPCOUNT_LOG_LEVEL)
  const metrics = createMetrics(name)
  const drainMs = config.WHIPCOUNT_DRAIN_MS
  const deadline = (ms: number, what: string) =>
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Failure('config-invalid', what)), ms).unref()
    })
  let service: RunningService | null = null
  let broken: string | null = null
  const signalled = new Promise<string>((resolve) => {
    let first = true
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (!first) exit(exitCodes.drainTimedOut)
        first = false
        resolve(signal)
      })
    }
  })
  let http: HealthServer
  try {
    http = await startHealthServer({
      host: config.WHIPCOUNT_HTTP_HOST,
      port: config.WHIPCOUNT_HTTP_PORT,
      metrics,
      alive: () => broken,
      ready: async () => (service === null ? 'starting' : service.ready()),
      routes: () => service?.routes ?? null,
    })
    service = await Promise.race([
      start({ config: own, logger, metrics }),
      // Before it runs there is nothing to finish; from then on the end of this function drains.
      signalled.then(() => (service === null ? exit(exitCodes.done) : new Promise<never>(() => {}))),
      deadline(
        START_MS,
        `The start took longer than ${START_MS} ms. Look at the addresses in the configuration.`,
      ),
    ])
  } catch (error) {
    return failed(error)
  }
  process.stdout.write(`${JSON.stringify({ service: name, pid: process.pid, url: http.url })}\n`)
  try {
    logger.info({ signal: await Promise.race([signalled, service.ended]) }, 'draining')
  } catch (error) {
    broken = oneLine(error)
    logger.fatal({ err: error }, broken)
    await Promise.race([service.stop(), deadline(drainMs, 'drain')]).catch(() => {})
    return exit(exitCodes.failed)
  }
  try {
    const running = service
    // A request that was taken is answered while the log is still open.
    const drained = http.drain().then(() => running.stop())
    await Promise.race([drained, deadline(drainMs, `Draining took longer than ${drainMs} ms.`)])
    return exit(exitCodes.done)
  } catch (error) {
    logger.error(oneLine(error))
    return exit(exitCodes.drainTimedOut)
  }
}

/** How long one check of readiness may take, in milliseconds. */
const CHECK_MS = 3_000

/** Runs the checks together; resolves to null where all hold, else to why the first that fails does. */
export async function readiness(
  checks: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<string | null> {
  const problems = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_MS} ms`)), CHECK_MS)
      })
      try {
        await Promise.race([check(), late])
        return null
      } catch (error) {
        return `${name}: ${(error as Error).message}`
      } finally {
        clearTimeout(timer)
      }
    }),
  )
  return problems.find((problem) => problem !== null) ?? null
}
