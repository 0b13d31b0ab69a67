import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Failure } from '@whipcount/events'
import type { EventLog, LogPlace, Topic } from '../port.ts'
import { type BackedUp, type BackupHead, backupOrder, FORMAT, type Manifest, recordOf } from './format.ts'

/** Records appended at once. */
const AT_ONCE = 500

/** Lines of a file one after the other: parted by line feeds alone, since JSON may hold other separators of lines. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}

/**
 * Reads a backup from its first byte to its last and compares it with its manifest.
 *
 * Throws `backup-invalid` for what is no backup, was made by a newer program, was cut short, or has changed since; `input-missing` where
 * it cannot be read.
 */
export async function verifyBackup(path: string): Promise<Manifest> {
  const hash = createHash('sha256')
  const invalid = (why: string) => new Failure('backup-invalid', `${path}: ${why}`)
  let head: string | null = null
  let last: string | null = null
  let lines = 0
  try {
    for await (const line of linesOf(path)) {
      head ??= line
      if (last !== null) hash.update(`${last}\n`)
      last = line
      lines++
    }
  } catch (cause) {
    throw new Failure('input-missing', `${path}: ${(cause as Error).message}`, { cause })
  }
  const format = parsed<BackupHead>(head)?.whipcount_backup
  if (typeof format !== 'number') throw invalid('this is no backup: `whipcount export` makes one.')
  if (format > FORMAT)
    throw invalid(
      `a newer whipcount made it (format ${format}; this one knows ${FORMAT}). Upgrade, then import.`,
    )
  const manifest = parsed<{ manifest?: Manifest }>(last)?.manifest
  if (manifest === undefined)
    throw invalid('it was cut short: the manifest at its end is missing. Export again.')
  const counted = Object.values(manifest.records).reduce((sum, n) => sum + n, 0)
  const found = hash.digest('hex')
  if (found !== manifest.sha256 || counted !== lines - 2) {
    throw invalid(
      `it has changed since it was made: ${lines - 2} records with SHA-256 ${found}, the manifest says ${counted} with ${manifest.sha256}. Take another copy.`,
    )
  }
  return manifest
}

function parsed<Value>(line: string | null): Value | null {
  try {
    return JSON.parse(line ?? '') as Value
  } catch {
    return null
  }
}

/**
 * Appends the records of a verified backup to an empty log, in its order. Keys find their partitions anew, so records that name a place
 * in the articles topic are given the new one.
 *
 * @param appended told of each group that the log has, before the next one is read.
 * @param moved gives a record that names a place of the former log its new value.
 *
 * Throws `log-not-empty` before anything is appended.
 */
export async function importLog(
  log: EventLog,
  path: string,
  manifest: Manifest,
  options: {
    readonly appended?: (topic: Topic, records: readonly BackedUp[]) => Promise<void>
    readonly moved?: (
      record: BackedUp,
      newPlace: (partition: number, position: string) => LogPlace | null,
    ) => string
    readonly progress?: (done: number, total: number) => void
  } = {},
): Promise<void> {
  const { appended, moved, progress } = options
  for (const topic of backupOrder) {
    const there = [...(await log.ends(topic)).values()].reduce((sum, end) => sum + end, 0n)
    if (there === 0n) continue
    throw new Failure(
      'log-not-empty',
      `The log has ${there} records in ${topic} already, and a backup goes into an empty one. Name another data directory, database or topic prefix.`,
      { context: { topic } },
    )
  }
  const total = Object.values(manifest.records).reduce((sum, n) => sum + n, 0)
  /** Where articles stand now; only those that moved. */
  const places = new Map<string, LogPlace>()
  const newPlace = (partition: number, position: string): LogPlace | null =>
    places.get(`${partition}/${position}`) ?? null
  let done = 0
  let group: BackedUp[] = []
  const flush = async (): Promise<void> => {
    const [first] = group
    if (first === undefined) return
    const records = group.map((record) => ({ ...record, value: moved?.(record, newPlace) ?? record.value }))
    const where = await log.append(first.topic, records)
    if (first.topic === 'articles') {
      for (const [n, { partition, position }] of group.entries()) {
        const place = where[n]!
        if (place.partition !== partition || place.position !== position)
          places.set(`${partition}/${position}`, place)
      }
    }
    await appended?.(first.topic, records)
    done += group.length
    progress?.(done, total)
    group = []
  }
  let number = 0
  for await (const line of linesOf(path)) {
    number++
    // The head, and the manifest after the last record.
    if (number === 1 || number === total + 2) continue
    const record = recordOf(line, number)
    if (group.length >= AT_ONCE || (group[0] && group[0].topic !== record.topic)) await flush()
    group.push(record)
  }
  await flush()
}
