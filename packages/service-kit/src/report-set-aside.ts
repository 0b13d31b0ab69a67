import type { Failure, FailureCode } from '@whipcount/events'
import type { Logger } from './logger.ts'
import type { Metrics } from './metrics.ts'
import { traceIdOf } from './trace.ts'

/** A record of the log that could not be used. */
interface SetAside {
  readonly record: {
    readonly topic: string
    readonly partition: number
    readonly position: bigint
    readonly key: string
    readonly headers: Readonly<Record<string, string>>
  }
  readonly failure: Failure
}

/**
 * Counts what a batch set aside, and logs a line for each error code with the first record of it. A line for each record would hold
 * up the good ones of a storm: standard error is written synchronously, and waits for whoever reads it.
 */
export function reportSetAside(
  { logger, metrics }: { logger: Logger; metrics?: Metrics | undefined },
  setAside: readonly SetAside[],
): void {
  const byCode = new Map<FailureCode, SetAside[]>()
  for (const one of setAside) {
    const same = byCode.get(one.failure.code)
    if (same) same.push(one)
    else byCode.set(one.failure.code, [one])
  }
  for (const [code, same] of byCode) {
    metrics?.deadLetters.inc({ code }, same.length)
    const { record, failure } = same[0]!
    const { topic, partition, position, key, headers } = record
    const trace = traceIdOf(headers['traceparent'])
    const more = same.length === 1 ? '' : ` And ${same.length - 1} more of this batch.`
    logger.warn(
      { code, count: same.length, topic, partition, position: String(position), key, trace },
      `${failure.message}${more}`,
    )
  }
}
