import { parentPort, workerData } from 'node:worker_threads'
import type { LogRecord, NewRecord } from '@whipcount/event-log'
import {
  ArticleCollected,
  ArticleErased,
  type Challenge,
  type ClaimContent,
  type DataOf,
  decodeEvent,
  Failure,
  type FailureCode,
  type Fate,
} from '@whipcount/events'
import { createExtractor, type RulesOfChallenge } from '@whipcount/rules'
import { eventsOfReading, type Reader, recordOf } from './reading.ts'

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
  /** Whether articles that the rules do not dismiss are left open, for a model to be asked about them. */
  readonly leaveOpen: boolean
}

/** An article that the rules have read, and a model is to read too. */
export interface OpenArticle {
  readonly index: number
  readonly article: DataOf<typeof ArticleCollected>
  readonly claims: readonly ClaimContent[]
  readonly traceparent: string | undefined
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
  readonly open: readonly OpenArticle[]
}

type Article = ReadingTask['records'][number]

const { begun } = workerData as ThreadData
const progress = new Int32Array(begun)
const extractors = new Map<string, RulesOfChallenge>()

parentPort!.on('message', (task: ReadingTask) => parentPort!.postMessage(readAll(task)))

function readAll({ reader, challenge, records, time, leaveOpen }: ReadingTask): ReadingDone {
  let extractor = extractors.get(reader.ruleset)
  if (!extractor) {
    extractor = createExtractor(challenge)
    extractors.set(reader.ruleset, extractor)
  }
  const found: (NewRecord & { type: string })[] = []
  const open: OpenArticle[] = []
  const failed: ReadingDone['failed'][number][] = []
  for (const [index, record] of records.entries()) {
    Atomics.add(progress, 0, 1)
    try {
      const opened = articleOf(record)
      if (opened === null) continue
      const { article, traceparent } = opened
      const claims = extractor.extract(article)
      if (leaveOpen && !extractor.dismisses(article.text)) {
        open.push({ index, article, claims, traceparent })
        continue
      }
      const { partition, position } = record
      const events = eventsOfReading(article, claims, reader, { partition, position, time, traceparent })
      found.push(...events.map((event) => recordOf(record.key, event)))
    } catch (error) {
      const { code, fate, message } = error instanceof Failure ? error : poison(record, error)
      failed.push({ index, code, fate, message })
    }
  }
  return { found, failed, open }
}

/** The article in a record; null where it was taken down, and the record says only that. */
function articleOf(record: Article): Pick<OpenArticle, 'article' | 'traceparent'> | null {
  const event = decodeEvent(record.value)
  if (event.type === ArticleErased.type) return null
  if (event.type !== ArticleCollected.type) {
    throw new Failure('event-unknown', `The articles topic holds a ${event.type}, which is no article.`, {
      fate: 'deadLetter',
    })
  }
  return { article: event.data as DataOf<typeof ArticleCollected>, traceparent: event.traceparent }
}

function poison(record: Article, cause: unknown): Failure {
  return new Failure(
    'record-poison',
    `The extractor failed on article ${record.key}: ${(cause as Error).message}. Mend the rule, then redrive.`,
    { fate: 'deadLetter', cause },
  )
}
