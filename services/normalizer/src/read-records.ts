import { setImmediate as breathe } from 'node:timers/promises'
import type { LogRecord, NewRecord } from '@whipcount/event-log'
import {
  ArticleCollected,
  type ClaimContent,
  type CloudEvent,
  type DataOf,
  decodeEvent,
  Failure,
} from '@whipcount/events'
import type { SetAside } from '@whipcount/read-store'
import { eventsOfReading, type Reader } from './reading.ts'

/** Finds the claims of an article for one challenge. Pure. */
export interface ChallengeReader extends Reader {
  extract(article: DataOf<typeof ArticleCollected>): readonly ClaimContent[]
}

/** The records of readings, ready to be appended, and the articles that could not be read. */
export interface RecordsRead {
  readonly found: readonly (NewRecord & { readonly type: string })[]
  readonly failed: readonly SetAside[]
}

/** The longest stretch of reading between two looks at the outside world (heartbeats, requests), in milliseconds. */
const STRETCH_MS = 20

/** Reads the articles in records of the log. */
export async function readRecords(
  records: readonly LogRecord[],
  reader: ChallengeReader,
  at: Date,
): Promise<RecordsRead> {
  const found: (NewRecord & { type: string })[] = []
  const failed: SetAside[] = []
  let stretch = performance.now()
  for (const record of records) {
    if (performance.now() - stretch > STRETCH_MS) {
      await breathe()
      stretch = performance.now()
    }
    try {
      for (const event of read(record, reader, at)) {
        const headers: Record<string, string> = event.traceparent ? { traceparent: event.traceparent } : {}
        found.push({ key: record.key, value: JSON.stringify(event), headers, type: event.type })
      }
    } catch (error) {
      const failure = error instanceof Failure ? error : poison(record, error)
      if (failure.fate !== 'deadLetter') throw failure
      failed.push({ record, failure })
    }
  }
  return { found, failed }
}

function poison(record: LogRecord, cause: unknown): Failure {
  return new Failure(
    'record-poison',
    `The extractor failed on article ${record.key}: ${(cause as Error).message}. Mend the rule, then redrive.`,
    { fate: 'deadLetter', cause },
  )
}

function read(record: LogRecord, reader: ChallengeReader, at: Date): CloudEvent[] {
  const event = decodeEvent(record.value)
  if (event.type !== ArticleCollected.type) {
    throw new Failure('event-unknown', `The articles topic holds a ${event.type}, which is no article.`, {
      fate: 'deadLetter',
    })
  }
  const article = event.data as DataOf<typeof ArticleCollected>
  return eventsOfReading(article, reader.extract(article), reader, {
    partition: record.partition,
    position: record.position,
    time: at.toISOString(),
    traceparent: event.traceparent,
  })
}
