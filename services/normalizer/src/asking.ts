import type { LogRecord } from '@whipcount/event-log'
import { type Challenge, Failure } from '@whipcount/events'
import { type Extraction, type Extractor, unite } from '@whipcount/extractors'
import type { Metrics } from '@whipcount/service-kit'
import type { RecordsRead } from './readers.ts'
import { eventsOfReading, type Reader, recordOf } from './reading.ts'
import type { OpenArticle } from './reading-thread.ts'

export interface Asking {
  readonly model: Extractor
  readonly challenge: Challenge
  /** Of the rules and the model together. */
  readonly reader: Reader
  /** The ruleset of the rules alone. */
  readonly rulesAlone: string
  readonly at: Date
  readonly signal: AbortSignal
  readonly metrics: Metrics | undefined
}

/**
 * Has a model read what the rules have read, and makes the events of both together.
 *
 * A model that fails loses no article and holds none up. What the rules found goes out as what it is, a reading by the rules alone: it
 * counts as long as there is no other. The article is set aside besides, with why; redriven, it gets its reading by both. A reading in
 * the name of both that lacks the model's part would contradict the one that comes later; and with a dead letter alone what the rules
 * know would be missing from the count for as long as some server is down.
 *
 * Rejects with a `Failure` of fate `retry` where `signal` is aborted.
 */
export async function askModel(
  records: readonly LogRecord[],
  open: readonly OpenArticle[],
  asking: Asking,
): Promise<RecordsRead> {
  const read = await Promise.all(open.map((one) => askAbout(one, records[one.index]!, asking)))
  return { found: read.flatMap(({ found }) => found), failed: read.flatMap(({ failed }) => failed) }
}

async function askAbout(
  { article, claims, traceparent }: OpenArticle,
  record: LogRecord,
  { model, challenge, reader, rulesAlone, at, signal, metrics }: Asking,
): Promise<RecordsRead> {
  const { partition, position, key } = record
  const context = { partition, position, time: at.toISOString(), traceparent }
  let answer: Extraction
  try {
    answer = await model.extract(article, challenge, signal)
  } catch (error) {
    const failure = error instanceof Failure ? error : poison(key, error)
    if (failure.fate !== 'deadLetter') throw failure
    const events = eventsOfReading(article, claims, { ...reader, ruleset: rulesAlone }, context)
    return { found: events.map((event) => recordOf(key, event)), failed: [{ record, failure }] }
  }
  for (const [reason, count] of Object.entries(answer.refused)) metrics?.modelRefused.inc({ reason }, count)
  const both = unite({ claims, refused: {} }, answer)
  const share = {
    found: answer.claims.length,
    added: both.claims.length - claims.length,
    refused: answer.refused,
  }
  const events = eventsOfReading(article, both.claims, reader, context, share)
  return { found: events.map((event) => recordOf(key, event)), failed: [] }
}

function poison(article: string, cause: unknown): Failure {
  return new Failure(
    'record-poison',
    `What a model answered on article ${article} could not be read: ${(cause as Error).message}. Mend the code, then redrive.`,
    { fate: 'deadLetter', cause },
  )
}
