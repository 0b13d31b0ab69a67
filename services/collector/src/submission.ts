import {
  articleIdOf,
  canonicalUrl,
  Failure,
  isDay,
  type RevisionContent,
  revisionOf,
} from '@whipcount/events'
import { Schema } from 'effect'

/** The largest article text, in UTF-8 bytes: with its envelope it must fit a log record of 1 MiB. */
export const LONGEST_TEXT_BYTES = 1_000_000

/** A text of so many UTF-16 units fits whatever it holds: JSON writes a unit in at most 6 bytes. */
const ALWAYS_FITS = Math.floor(LONGEST_TEXT_BYTES / 6)

/** An article as somebody hands it in, before it has an identity. */
export interface Submission {
  readonly text: string
  readonly url: string | null
  /** The source's own id. */
  readonly id: string | null
  readonly outlet: string | null
  readonly title: string | null
  readonly byline: string | null
  /** `YYYY-MM-DD`. */
  readonly published: string | null
  /** When this state was seen, as an instant; null where the default applies. */
  readonly captured: string | null
  /** How it came: `file`, `stdin`, `http`, ... */
  readonly via: string
  /** Where it stands, for messages: a path, or a path and a line. */
  readonly where: string
}

/** An article with its identity, ready for the intake. */
export interface Identified extends RevisionContent {
  readonly article: string
  readonly revision: string
  readonly url: string | null
  readonly source_id: string | null
  readonly via: string
  readonly captured: string | null
  readonly where: string
}

const optional = Schema.optionalKey(Schema.NullOr(Schema.String))
const decodeLine = Schema.decodeUnknownSync(
  Schema.Struct({
    id: Schema.optionalKey(Schema.NullOr(Schema.Union([Schema.String, Schema.Finite]))),
    url: optional,
    outlet: optional,
    title: optional,
    byline: optional,
    published: optional,
    captured: optional,
    text: Schema.String,
  }),
  { errors: 'all' },
)

const blankToNull = (value: string | null | undefined): string | null => {
  const trimmed = value?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

const invalid = (where: string, message: string, cause?: unknown): Failure =>
  new Failure('article-invalid', `${where}: ${message}`, { fate: 'deadLetter', cause })

/** What stands in for what an article does not say of itself. */
export interface SubmissionDefaults {
  readonly outlet: string | null
  readonly published: string | null
  readonly captured: string | null
}

/** Reads one article from a JSON object: a line of JSON lines or the body of a request. Throws `article-invalid`. */
export function submissionFromJson(
  json: string,
  where: string,
  via: string,
  defaults: SubmissionDefaults,
): Submission {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw invalid(where, `not JSON (${(cause as Error).message}). Mend the line and ingest it again.`, cause)
  }
  let line: ReturnType<typeof decodeLine>
  try {
    line = decodeLine(value)
  } catch (cause) {
    const why = (cause as Error).message.replace(/\s*\n\s*/g, ' ')
    throw invalid(
      where,
      `not an article (${why}). An article is {"text", "id"?, "url"?, "outlet"?, "title"?, "published"?}.`,
      cause,
    )
  }
  return {
    text: line.text,
    url: blankToNull(line.url),
    id: line.id == null ? null : blankToNull(String(line.id)),
    outlet: blankToNull(line.outlet) ?? defaults.outlet,
    title: blankToNull(line.title),
    byline: blankToNull(line.byline),
    published: publishedDay(line.published, where) ?? defaults.published,
    captured: capturedInstant(line.captured, where) ?? defaults.captured,
    via,
    where,
  }
}

/** The day of a `published` value: a day, or an instant whose day is taken as written. Throws `article-invalid`. */
export function publishedDay(value: string | null | undefined, where: string): string | null {
  const given = blankToNull(value)
  if (given === null) return null
  const day = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d.*)?$/.exec(given)?.[1]
  if (day === undefined || !isDay(day)) {
    throw invalid(where, `published ${JSON.stringify(given)} is no day. Write it as YYYY-MM-DD.`)
  }
  return day
}

/** A capture time as an instant in UTC. A bare day is that day (see `instantOfDay`). Throws `article-invalid`. */
export function capturedInstant(value: string | null | undefined, where: string): string | null {
  const given = blankToNull(value)
  if (given === null) return null
  if (isDay(given)) return instantOfDay(given)
  const instant = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.exec(given)
  // A day that does not exist (30 February) would be taken for one in March.
  const time = instant?.[1] !== undefined && isDay(instant[1]) ? Date.parse(given) : Number.NaN
  if (Number.isNaN(time)) {
    throw invalid(
      where,
      `captured ${JSON.stringify(given)} is no time. Write 2024-10-16T12:00:00Z, or a day.`,
    )
  }
  return new Date(time).toISOString()
}

/**
 * The instant that stands for a day: 10:30 UTC, which lies within that day in every time zone from UTC-10 to UTC+13, so that
 * "known on that day" holds whatever the challenge's time zone.
 */
export function instantOfDay(day: string): string {
  return `${day}T10:30:00.000Z`
}

/**
 * Gives an article its identity. Stored text is well-formed Unicode with no NUL, otherwise as it came.
 * Throws `article-invalid` or `article-too-long`; both set the article aside.
 */
export function identify(submission: Submission): Identified {
  const { where, outlet, title, byline, published, via, captured } = submission
  const text = submission.text.toWellFormed().replaceAll('\0', '\uFFFD')
  if (text.trim() === '') throw invalid(where, 'has no text. Nothing was taken in.')
  const bytes = Buffer.byteLength(text)
  if (bytes > LONGEST_TEXT_BYTES) throw tooLong(where, bytes)
  if (text.length > ALWAYS_FITS) {
    const escaped = Buffer.byteLength(JSON.stringify(text))
    if (escaped > LONGEST_TEXT_BYTES) throw tooLong(where, escaped)
  }
  const url = submission.url === null ? null : canonicalUrl(submission.url)
  if (submission.url !== null && url === null) {
    throw invalid(
      where,
      `url ${JSON.stringify(submission.url)} is no http(s) address. Correct it or leave it out.`,
    )
  }
  const sourceId = url === null ? submission.id : null
  return {
    article: articleIdOf({ url, outlet, sourceId, text }),
    revision: revisionOf({ text, title, byline, published, outlet }),
    url,
    source_id: sourceId,
    text,
    title,
    byline,
    published,
    outlet,
    via,
    captured,
    where,
  }
}

/** The failure of a text that no log record holds. */
export function tooLong(where: string, bytes: number): Failure {
  return new Failure(
    'article-too-long',
    `${where}: ${bytes} bytes of text; an article holds at most ${LONGEST_TEXT_BYTES}. Split it, or pass JSON lines (.jsonl), one article a line.`,
    { fate: 'deadLetter', context: { bytes } },
  )
}
