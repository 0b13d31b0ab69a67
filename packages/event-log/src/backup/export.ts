import { createHash } from 'node:crypto'
import type { EventLog, LogRecord, Topic } from '../port.ts'
import { type BackupHead, backupOrder, FORMAT, lineOf, type Manifest } from './format.ts'

/** Records read at once. */
const AT_ONCE = 500

export interface ExportOptions {
  readonly madeAt: Date
  /** Takes text; a promise holds the export back. */
  readonly write: (text: string) => Promise<void> | void
  /** Names of consumers that have read every article, for the manifest. */
  readonly read: readonly string[]
  /** Articles that are left out with all that quotes them, by id. */
  readonly without?: readonly string[]
  /** Whether a record tells of an article. */
  readonly tells?: (record: LogRecord, article: string) => boolean
  readonly progress?: (done: number, total: number) => void
}

/**
 * Writes every record that the log has now as a backup, a few hundred at a time: memory does not grow with the log. Records that are
 * appended meanwhile are left out.
 */
export async function exportLog(log: EventLog, options: ExportOptions): Promise<Manifest> {
  const { madeAt, write, read, without = [], tells, progress } = options
  const hash = createHash('sha256')
  const put = async (lines: readonly string[]): Promise<void> => {
    const text = lines.map((line) => `${line}\n`).join('')
    hash.update(text)
    await write(text)
  }
  const head: BackupHead = { whipcount_backup: FORMAT, made_at: madeAt.toISOString() }
  await put([JSON.stringify(head)])

  const ends = new Map<Topic, ReadonlyMap<number, bigint>>()
  for (const topic of backupOrder) ends.set(topic, await log.ends(topic))
  const total = Number(
    [...ends.values()].flatMap((of) => [...of.values()]).reduce((sum, end) => sum + end, 0n),
  )
  const records = Object.fromEntries(backupOrder.map((topic) => [topic, 0])) as Record<Topic, number>
  let done = 0
  for (const [topic, ofTopic] of ends) {
    for (const [partition, end] of ofTopic) {
      for (let from = 0n; from < end; ) {
        const batch = (await log.read(topic, partition, from, AT_ONCE)).filter(
          ({ position }) => position < end,
        )
        if (batch.length === 0) break
        from = batch.at(-1)!.position + 1n
        const kept = batch.filter((record) => !without.some((article) => tells?.(record, article)))
        await put(kept.map(lineOf))
        records[topic] += kept.length
        done += batch.length
        progress?.(done, total)
      }
    }
  }
  const manifest: Manifest = { records, read, without, sha256: hash.digest('hex') }
  await write(`${JSON.stringify({ manifest })}\n`)
  return manifest
}
