import { Failure, isDay } from '@whipcount/events'
import type { AsOf } from '@whipcount/read-store'

/**
 * The days that a question is about: `on` (what had happened by) and `known` (what had been captured by).
 * Throws `usage` for what is no day.
 */
export function askedDays(query: Readonly<Record<string, string>>): AsOf {
  const { on, known } = query
  if (on !== undefined && !isDay(on)) {
    throw new Failure('usage', `on=${JSON.stringify(on)} is no day. Write it as YYYY-MM-DD.`)
  }
  if (known !== undefined && !isDay(known) && !isInstant(known)) {
    throw new Failure(
      'usage',
      `known=${JSON.stringify(known)} is neither a day nor an instant. Write YYYY-MM-DD or 2024-10-16T12:00:00Z.`,
    )
  }
  return { on: on ?? null, known: known ?? null }
}

/** Whether it is an instant with its time zone: without one it would mean another time on each server. */
function isInstant(value: string): boolean {
  const day = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)$/.exec(value)?.[1]
  return day !== undefined && isDay(day) && !Number.isNaN(Date.parse(value))
}
