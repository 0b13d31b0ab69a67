import { Worker } from 'node:worker_threads'
import type { LogRecord, NewRecord } from '@whipcount/event-log'
import { type Challenge, Failure } from '@whipcount/events'
import type { Extractor } from '@whipcount/extractors'
import type { SetAside } from '@whipcount/read-store'
import type { Metrics } from '@whipcount/service-kit'
import { askModel } from './asking.ts'
import type { Reader } from './reading.ts'
import type { OpenArticle, ReadingDone, ReadingTask, ThreadData } from './reading-thread.ts'
import { rulesetOf } from './ruleset.ts'

/** The records of readings, ready to be appended, and the articles that could not be read. */
export interface RecordsRead {
  readonly found: readonly (NewRecord & { readonly type: string })[]
  readonly failed: readonly SetAside[]
}

/** The ruleset at hand, applied to one challenge. */
export interface ChallengeReader extends Reader {
  /** Most articles that should be read at once: the log takes a batch for lost that is not done within minutes. */
  readonly atOnce: number
  /** Reads the articles in records of the log. Rejects with a `Failure` where the records cannot be set aside. */
  read(records: readonly LogRecord[], at: Date): Promise<RecordsRead>
}

/**
 * Readers of challenges. Reading is done on a thread of its own, so that heartbeats, requests and the embedded database go on
 * meanwhile, and an article on which the rules never end, or run out of memory, stops nothing: it is set aside, and the thread begins
 * anew.
 */
export interface Readers {
  of(challenge: Challenge): ChallengeReader
  /** Lets go of what a model is being asked: readings that wait for it end with a `Failure` of fate `retry`. */
  stopAsking(): void
  stop(): Promise<void>
}

export interface ReadersOptions {
  /** The longest that one article may take, in milliseconds, before it is set aside. Default 60 s: 10,000 times the usual. */
  readonly patienceMs?: number
  /** A language model that reads beside the rules. None by default. */
  readonly model?: Extractor | null
  /** How many questions the model is asked at one time. */
  readonly questionsAtOnce?: number
  readonly metrics?: Metrics
}

const THREAD = new URL('./reading-thread.ts', import.meta.url)

/** A thread that has nothing to read, for who begins to read next: loading the rules takes a second. */
let idle: Thread | null = null

export function createReaders(options: ReadersOptions = {}): Readers {
  const { patienceMs = 60_000, model = null, questionsAtOnce = 1, metrics } = options
  const asking = new AbortController()
  let thread: Thread | null = null
  /** The thread reads one batch at a time: tasks wait for the one before. */
  let last: Promise<unknown> = Promise.resolve()

  async function readAll(
    reader: Reader,
    challenge: Challenge,
    records: readonly LogRecord[],
    at: Date,
  ): Promise<RecordsRead & { open: readonly OpenArticle[] }> {
    const fatalOnes: SetAside[] = []
    for (;;) {
      const rest = records.filter((record) => !fatalOnes.some((one) => one.record === record))
      thread ??= takeThread()
      const time = at.toISOString()
      const articles = rest.map(({ partition, position, key, value }) => ({
        partition,
        position,
        key,
        value,
      }))
      const done = await thread.read(
        { reader, challenge, records: articles, time, leaveOpen: model !== null },
        patienceMs,
      )
      if ('found' in done) {
        const failed = done.failed.map(({ index, code, fate, message }) => {
          const failure = new Failure(code, message, { fate })
          if (fate !== 'deadLetter') throw failure
          return { record: rest[index]!, failure }
        })
        const open = done.open.map((one) => ({ ...one, index: records.indexOf(rest[one.index]!) }))
        return { found: done.found, failed: [...fatalOnes, ...failed], open }
      }
      thread = null
      const record = rest[done.at]!
      fatalOnes.push({ record, failure: fatal(record, done.why) })
    }
  }

  return {
    of(challenge) {
      const rulesAlone = rulesetOf(challenge)
      const ruleset = model === null ? rulesAlone : rulesetOf(challenge, model)
      const reader = { challenge: challenge.id, ruleset }
      return {
        ...reader,
        atOnce: model === null ? Number.POSITIVE_INFINITY : questionsAtOnce,
        async read(records, at) {
          const reading = last.then(() => readAll(reader, challenge, records, at))
          last = reading.catch(() => {})
          const { found, failed, open } = await reading
          if (model === null) return { found, failed }
          // Off the thread, and not in turn: while a model is asked, the rules read on.
          const { signal } = asking
          const asked = { model, challenge, reader, rulesAlone, at, signal, metrics }
          const answered = await askModel(records, open, asked)
          return { found: [...found, ...answered.found], failed: [...failed, ...answered.failed] }
        },
      }
    },
    stopAsking: () => asking.abort(),
    async stop() {
      await last
      if (thread !== null) leaveThread(thread)
      thread = null
    },
  }
}

function fatal({ key }: LogRecord, why: string): Failure {
  return new Failure(
    'record-poison',
    `The extractor ended on article ${key}: ${why}. Mend the rule, then redrive.`,
    { fate: 'deadLetter' },
  )
}

/** The thread is gone. */
interface ThreadLost {
  /** The index of the record that it was reading. */
  readonly at: number
  readonly why: string
}

interface Thread {
  /** Rejects where the thread was lost before it began to read. */
  read(task: ReadingTask, patienceMs: number): Promise<ReadingDone | ThreadLost>
  stop(): void
}

function takeThread(): Thread {
  const thread = idle ?? startThread()
  idle = null
  return thread
}

function leaveThread(thread: Thread): void {
  if (idle === null) idle = thread
  else thread.stop()
}

function startThread(): Thread {
  const begun = new SharedArrayBuffer(4)
  const progress = new Int32Array(begun)
  const worker = new Worker(THREAD, { workerData: { begun } satisfies ThreadData })
  // A process that has nothing else to do may end.
  worker.unref()
  return {
    read(task, patienceMs) {
      Atomics.store(progress, 0, 0)
      return new Promise((resolve, reject) => {
        let seen = 0
        let since = performance.now()
        const watch = setInterval(
          () => {
            const now = Atomics.load(progress, 0)
            if (now !== seen) since = performance.now()
            seen = now
            if (now > 0 && performance.now() - since > patienceMs) {
              settle()
              const why = `it had not done after ${patienceMs / 1000} s`
              worker.terminate().then(() => resolve({ at: now - 1, why }), reject)
            }
          },
          Math.min(500, patienceMs / 4),
        )
        const settle = () => {
          clearInterval(watch)
          worker.off('message', onMessage)
          worker.off('error', onError)
        }
        const onMessage = (done: ReadingDone) => {
          settle()
          resolve(done)
        }
        const onError = (error: Error) => {
          settle()
          const now = Atomics.load(progress, 0)
          if (now === 0) reject(error)
          else resolve({ at: now - 1, why: error.message })
        }
        worker.on('message', onMessage)
        worker.on('error', onError)
        worker.postMessage(task)
      })
    },
    stop: () => void worker.terminate(),
  }
}
