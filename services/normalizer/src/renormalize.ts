import { setTimeout as pause } from 'node:timers/promises'
import type { LogRecord } from '@whipcount/event-log'
import { ArticleCollected, type DataOf, decodeEvent, type Failure } from '@whipcount/events'
import { type NormalizerOptions, normalizeBatch } from './normalizer.ts'
import type { ChallengeReader } from './readers.ts'

const LOOK_EVERY_MS = 50

/** What reading again did. */
export interface Renormalized {
  readonly challenge: string
  readonly ruleset: string
  /** Sightings of articles that it looked at in this run. */
  readonly looked: number
  /** Those that it read: the others are older than asked for, or this ruleset has read that revision already. */
  readonly read: number
}

/** An article's sighting, as far as it decides whether it is read again. */
export interface Sighted {
  readonly article: string
  readonly revision: string
}

/**
 * Reads articles again with the reader's ruleset and appends what it finds. The readings do not count until the ruleset is activated.
 *
 * Cut short, it goes on where it stood; run again, it looks only at what came since. What the ruleset has read already is not read
 * again, so that live intake and any number of these can be at work at once.
 *
 * @param since an instant: articles captured before it are left out; null reads everything.
 * @param unread of these, the ones that the ruleset has not read: `ARTICLE/REVISION`.
 */
export async function renormalize(
  options: Omit<NormalizerOptions, 'readerOf' | 'deskIntervalMs'> & {
    readonly reader: ChallengeReader
    readonly since: string | null
    readonly unread: (sighted: readonly Sighted[]) => Promise<ReadonlySet<string>>
    readonly progress?: (done: number, total: number) => void
  },
): Promise<Renormalized> {
  const { log, checkpoints, reader, since, unread, progress, logger } = options
  const { challenge, ruleset } = reader
  const name = ['renormalize', challenge, ruleset.slice(0, 12), ...(since === null ? [] : [since])].join('/')
  const behind = async (): Promise<number> => {
    let records = 0n
    for (const [partition, end] of await log.ends('articles'))
      records += end - (await checkpoints.get(name, 'articles', partition))
    return Number(records)
  }
  let looked = 0
  let read = 0
  const total = await behind()
  const subscription = await log.consume({
    topics: ['articles'],
    group: name,
    batchSize: Math.min(options.batchSize ?? 200, reader.atOnce),
    positions: (topic, partition) => checkpoints.get(name, topic, partition),
    onRetry: (error, attempt) =>
      logger.warn({ code: (error as Failure).code, attempt }, (error as Error).message),
    async handle(batch) {
      const asked = batch.records.flatMap((record) => {
        const sighted = sightingIn(record)
        return sighted !== null && (since === null || sighted.captured_at >= since)
          ? [{ record, sighted }]
          : []
      })
      const wanted = await unread(asked.map(({ sighted }) => sighted))
      const records = asked
        .filter(({ sighted: { article, revision } }) => wanted.has(`${article}/${revision}`))
        .map(({ record }) => record)
      await normalizeBatch(options, name, reader, { ...batch, records })
      looked += batch.records.length
      read += records.length
    },
  })
  try {
    const finish = async (): Promise<void> => {
      for (;;) {
        const rest = await behind()
        progress?.(Math.max(0, total - rest), total)
        if (rest === 0) return
        await pause(LOOK_EVERY_MS)
      }
    }
    await Promise.race([finish(), subscription.ended])
  } finally {
    await subscription.stop()
  }
  return { challenge, ruleset, looked, read }
}

/** The sighting in a record; null for what is none: the normalizer has set that aside when it came. */
function sightingIn(record: LogRecord): DataOf<typeof ArticleCollected> | null {
  try {
    const event = decodeEvent(record.value)
    return event.type === ArticleCollected.type ? (event.data as DataOf<typeof ArticleCollected>) : null
  } catch {
    return null
  }
}
