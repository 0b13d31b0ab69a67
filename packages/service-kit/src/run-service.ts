import { Failure } from '@whipcount/events'
import type { Logger } from './logger.ts'

/** A running service: what `runService` watches and takes down. */
export interface RunningService {
  /** Settles when the service ends by itself: rejects with what broke it. Never resolves before `stop`. */
  readonly ended: Promise<void>
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

/**
 * Runs a service until a signal or its own end, then exits the process.
 *
 * SIGTERM and SIGINT drain within `drainMs` (exit 0; 3 where the deadline passed); a second signal ends at once. A start that
 * fails, or takes longer than `startMs`, prints one clear line and exits 1.
 */
export async function runService(options: {
  logger: Logger
  start: () => Promise<RunningService>
  startMs?: number
  drainMs?: number
}): Promise<never> {
  const { logger, start, startMs = 15_000, drainMs = 10_000 } = options
  const exit = (code: number): never => process.exit(code)
  const deadline = (ms: number, what: string) =>
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Failure('config-invalid', what)), ms).unref()
    })
  let service: RunningService
  try {
    service = await Promise.race([
      start(),
      deadline(
        startMs,
        `The start took longer than ${startMs} ms. Look at the addresses in the configuration.`,
      ),
    ])
  } catch (error) {
    process.stderr.write(`${oneLine(error)}\n`)
    return exit(exitCodes.failed)
  }
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
  try {
    const why = await Promise.race([signalled, service.ended.then(() => 'ended')])
    logger.info({ why }, 'draining')
  } catch (error) {
    logger.fatal({ err: error }, oneLine(error))
    await Promise.race([service.stop(), deadline(drainMs, 'drain')]).catch(() => {})
    return exit(exitCodes.failed)
  }
  try {
    await Promise.race([service.stop(), deadline(drainMs, `Draining took longer than ${drainMs} ms.`)])
    return exit(exitCodes.done)
  } catch (error) {
    logger.error(oneLine(error))
    return exit(exitCodes.drainTimedOut)
  }
}
