import { parentPort, workerData } from 'node:worker_threads'
import type { LogRecord, NewRecord } from '@whipcount/event-log'
import {
  ArticleCollected,
  type Challenge,
  type CloudEvent,
  type DataOf,
  decodeEvent,
  Failure,
  type FailureCode,
  type Fate,
} from '@whipcount/events'
import { createExtractor, type RulesOfChallenge } from '@whipcount/rules'
import { eventsOfReading, type Reader } from './reading.ts'

/** What the thread is given. */
export interface ThreadData {
  /** Its first number is the index of the record that is being read, one more for each begun. */
  readonly begun: SharedArrayBuffer
}

/** A batch of articles to read. */
export interface ReadingTask {
  readonly reader: Reader
  readonly challenge: Challenge
  readonly records: readonly Pick<LogRecord, 'partition' | 'position' | 'key' | 'value'>[]
  /** ISO 8601. */
  readonly time: string
}

/** The events of a batch, ready to be appended, and what could not be read: by its index in the batch. */
export interface ReadingDone {
  readonly found: readonly (NewRecord & { readonly type: string })[]
  readonly failed: readonly {
    readonly index: number
    readonly code: FailureCode
    readonly fate: Fate
    readonly message: string
  }[]
}

type Article = ReadingTask['records'][number]

const { begun } = workerData as ThreadData
const progress = new Int32Array(begun)
const extractors = new Map<string, RulesOfChallenge>()

parentPort!.on('message', (task: ReadingTask) => parentPort!.postMessage(readAll(task)))

function readAll({ reader, challenge, records, time }: ReadingTask): ReadingDone {
  let extractor = extractors.get(reader.ruleset)
  if (!extractor) {
    extractor = createExtractor(challenge)
    extractors.set(reader.ruleset, extractor)
  }
  const found: (NewRecord & { type: string })[] = []
  const failed: ReadingDone['failed'][number][] = []
  for (const [index, record] of records.entries()) {
    Atomics.add(progress, 0, 1)
    try {
      for (const event of read(record, reader, extractor, time)) {
        const headers: Record<string, string> = event.traceparent ? { traceparent: event.traceparent } : {}
        found.push({ key: record.key, value: JSON.stringify(event), headers, type: event.type })
      }
    } catch (error) {
      const { code, fate, message } = error instanceof Failure ? error : poison(record, error)
      failed.push({ index, code, fate, message })
    }
  }
  return { found, failed }
}

function read(record: Article, reader: Reader, extractor: RulesOfChallenge, time: string): CloudEvent[] {
  const event = decodeEvent(record.value)
  if (event.type !== ArticleCollected.type) {
    throw new Failure('event-unknown', `The articles topic holds a ${event.type}, which is no article.`, {
      fate: 'deadLetter',
    })
  }
  const article = event.data as DataOf<typeof ArticleCollected>
  const { partition, position } = record
  return eventsOfReading(article, extractor.extract(article), reader, {
    partition,
    position,
    time,
    traceparent: event.traceparent,
  })
}

function poison(record: Article, cause: unknown): Failure {
  return new Failure(
    'record-poison',
    `The extractor failed on article ${record.key}: ${(cause as Error).message}. Mend the rule, then redrive.`,
    { fate: 'deadLetter', cause },
  )
}
