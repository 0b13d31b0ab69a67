import { Schema } from 'effect'

/** Whether year, month and day name a day that exists (2024-02-30 does not). */
export function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A calendar day in the challenge's time zone, `YYYY-MM-DD`. */
export const Day = Schema.String.check(
  Schema.makeFilter(
    (value: string) => isDay(value) || `expected a day as YYYY-MM-DD, got ${JSON.stringify(value)}`,
  ),
).annotate({ description: 'A calendar day, YYYY-MM-DD.', format: 'date' })

/** An instant in UTC with milliseconds, as `Date.prototype.toISOString` writes it: text order is time order. */
export const Instant = Schema.String.check(
  Schema.isPattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
).annotate({ description: 'An instant in UTC: 2024-10-16T12:00:00.000Z.', format: 'date-time' })

export const Uuid = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
).annotate({ description: 'A UUID in lower case.', format: 'uuid' })

export const Sha256 = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/)).annotate({
  description: 'A SHA-256 in lower-case hexadecimal.',
})

/** Who vouches for a claim: a named person or document; sources without a name; the outlet in its own voice. */
export const Attribution = Schema.Literals(['named', 'anonymous', 'outlet'])
export type Attribution = typeof Attribution.Type

/** `[start, end)` in UTF-16 units of the revision's text, and that text: `text.slice(start, end) === evidence.text`. */
export const Evidence = Schema.Struct({
  start: Schema.Int,
  end: Schema.Int,
  text: Schema.NonEmptyString,
}).annotate({
  description: "Evidence span [start, end) in UTF-16 units of the revision's text, and that text.",
})
export type Evidence = typeof Evidence.Type

/** Where somebody stands on the leader. */
export const Position = Schema.Literals(['against', 'wavering', 'for', 'unknown'])
export type Position = typeof Position.Type
