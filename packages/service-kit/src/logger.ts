import { type Logger, pino } from 'pino'

export type { Logger }

/**
 * A structured logger on standard error, one JSON object a line: standard output belongs to answers.
 * An article's `traceparent` goes into each line about it, so that one grep follows it through the services.
 */
export function createLogger(service: string, level: string): Logger {
  return pino(
    { name: service, level, timestamp: pino.stdTimeFunctions.isoTime, base: { service } },
    pino.destination({ dest: 2, sync: true }),
  )
}

/** A logger that says nothing, for libraries used without a service around them. */
export const silent: Logger = pino({ level: 'silent' })
