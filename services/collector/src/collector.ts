import type { EventLog } from '@whipcount/event-log'
import { ArticleCollected, envelope, eventIdOf, Failure } from '@whipcount/events'
import type { DeadLetterOutbox, DeadLetters, Intake } from '@whipcount/read-store'
import { type Logger, type Metrics, traceIdOf, traceparent } from '@whipcount/service-kit'
import { gistOf } from './gist.ts'
import type { SourceItem } from './sources/files.ts'
import { type Identified, identify, instantOfDay } from './submission.ts'

/** What became of one thing that was handed in. */
export type Outcome =
  | {
      readonly kind: 'collected'
      readonly article: string
      readonly revision: string
      readonly where: string
      readonly future: string | null
    }
  | { readonly kind: 'known'; readonly article: string; readonly revision: string; readonly where: string }
  | { readonly kind: 'set-aside'; readonly failure: Failure; readonly where: string }

export interface CollectorOptions {
  readonly log: EventLog
  readonly intake: Intake
  readonly deadLetters: DeadLetters
  readonly outbox: DeadLetterOutbox
  readonly logger: Logger
  readonly metrics?: Metrics
  readonly now: () => Date
}

/** Takes articles in. */
export interface Collector {
  /**
   * Notes a batch in the intake and appends what is new to the articles topic; when it returns, the log has it. Handing the
   * same things in again changes nothing. The outcomes come in the order of the items.
   */
  collect(items: readonly SourceItem[], parent?: string): Promise<Outcome[]>
}

const SOURCE = '/whipcount/collector'

export function createCollector(options: CollectorOptions): Collector {
  const { log, intake, deadLetters, outbox, logger, metrics, now } = options

  return {
    async collect(items, parent) {
      const at = now()
      const outcomes: Outcome[] = []
      const identified: { index: number; article: Identified }[] = []
      const setAside = async (
        index: number,
        where: string,
        failure: Failure,
        payload: string,
      ): Promise<void> => {
        logger.warn({ code: failure.code }, failure.message)
        metrics?.deadLetters.inc({ code: failure.code })
        await deadLetters.refuse({ service: 'collector', key: where, payload, failure, at })
        outcomes[index] = { kind: 'set-aside', failure, where }
      }
      for (const [index, item] of items.entries()) {
        if ('rejected' in item) {
          await setAside(index, item.where, item.rejected, item.payload)
          continue
        }
        try {
          identified.push({ index, article: identify(item.submission) })
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          await setAside(index, item.submission.where, error, item.submission.text.slice(0, 4096))
        }
      }
      if (identified.length < items.length) await outbox.flush()
      if (identified.length === 0) return outcomes

      const noted = await intake.noteAll(
        identified.map(({ article }) => ({
          article: article.article,
          revision: article.revision,
          gist: gistOf(article),
          capturedAt:
            article.captured ?? (article.published === null ? null : instantOfDay(article.published)),
          defaulted: article.captured === null,
        })),
        at,
      )
      for (const [i, { index, article }] of identified.entries()) {
        if (!noted[i]!.erased) continue
        const failure = new Failure(
          'article-erased',
          `${article.where}: this article (${article.article}) was taken down. Nothing of it was kept.`,
          { fate: 'deadLetter' },
        )
        metrics?.deadLetters.inc({ code: failure.code })
        logger.warn({ code: failure.code }, failure.message)
        outcomes[index] = { kind: 'set-aside', failure, where: article.where }
      }
      const once = new Set<string>()
      const fresh = identified
        .map((entry, i) => ({ ...entry, noted: noted[i]! }))
        .filter(({ noted }) => noted.append)
        // What a batch holds twice is appended once, and known the second time.
        .filter(({ article: { article, revision }, noted }) => {
          const sighting = `${article} ${revision} ${noted.captured_at}`
          return !once.has(sighting) && once.add(sighting)
        })
      if (fresh.length > 0) {
        const records = fresh.map(({ article, noted }) => record(article, noted.captured_at, at, parent))
        await log.append('articles', records)
        if (logger.isLevelEnabled('debug')) {
          for (const { key, headers } of records)
            logger.debug({ article: key, trace: traceIdOf(headers.traceparent) }, 'collected')
        }
        await intake.confirm(
          fresh.map(({ article: { article, revision }, noted }) => ({
            article,
            revision,
            captured_at: noted.captured_at,
          })),
        )
      }
      const appended = new Set(fresh.map(({ index }) => index))
      const today = at.toISOString().slice(0, 10)
      for (const { index, article } of identified) {
        if (outcomes[index] !== undefined) continue
        const { article: id, revision, where, published } = article
        const future = published !== null && published > today ? published : null
        outcomes[index] = appended.has(index)
          ? { kind: 'collected', article: id, revision, where, future }
          : { kind: 'known', article: id, revision, where }
        metrics?.records.inc({ topic: 'articles', outcome: appended.has(index) ? 'collected' : 'known' })
      }
      return outcomes
    },
  }
}

function record(article: Identified, capturedAt: string, at: Date, parent: string | undefined) {
  const trace = traceparent(parent)
  const { where: _where, captured: _captured, ...content } = article
  const data = { ...content, captured_at: capturedAt }
  const id = eventIdOf(ArticleCollected.type, article.article, article.revision, capturedAt)
  const about = { id, subject: article.article, time: at.toISOString(), source: SOURCE, traceparent: trace }
  return {
    key: article.article,
    value: JSON.stringify(envelope(ArticleCollected, about, data)),
    headers: { traceparent: trace },
  }
}
