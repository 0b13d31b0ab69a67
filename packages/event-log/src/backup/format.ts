import { Failure } from '@whipcount/events'
import { type LogRecord, type NewRecord, type Topic, topics } from '../port.ts'

/**
 * A backup of a log: JSON lines. The first says what it is, then comes a line for each record, and the last is the manifest: how many
 * records of each topic, and the SHA-256 of every line before it. A file without one was cut short.
 */
export const FORMAT = 1

/** The first line. */
export interface BackupHead {
  readonly whipcount_backup: number
  readonly made_at: string
}

/** What a backup holds. */
export interface Manifest {
  readonly records: Readonly<Record<Topic, number>>
  /** Names of consumers of the articles topic that had read all of it. */
  readonly read: readonly string[]
  /** Articles that were left out. */
  readonly without: readonly string[]
  /** Of all bytes before the manifest's own line. */
  readonly sha256: string
}

/** One record as a line has it: `event` where the value is JSON as this program writes it, else `value` as it came. */
interface RecordLine {
  readonly topic: Topic
  readonly partition: number
  readonly position: string
  readonly key: string
  readonly headers?: Readonly<Record<string, string>>
  readonly event?: unknown
  readonly value?: string
}

/** A record of a backup, and where it stood. */
export type BackedUp = NewRecord & Pick<LogRecord, 'partition' | 'position'> & { readonly topic: Topic }

/**
 * The order of the topics. Articles come first and the desk last: a normalizer that sees a declared challenge finds its checkpoint, and
 * does not read again what the backup has the readings of.
 */
export const backupOrder: readonly Topic[] = [...topics.filter((topic) => topic !== 'desk'), 'desk']

export function lineOf({ topic, partition, position, key, headers, value }: LogRecord): string {
  const place = { topic, partition, position: String(position), key }
  const more = Object.keys(headers).length > 0 ? { headers } : {}
  return JSON.stringify({
    ...place,
    ...more,
    ...(isOwnJson(value) ? { event: JSON.parse(value) as unknown } : { value }),
  })
}

/** Reads the line of a record. Throws `backup-invalid` that names the line. */
export function recordOf(line: string, number: number): BackedUp {
  try {
    const { topic, partition, position, key, headers, event, value } = JSON.parse(line) as RecordLine
    if (!(topics as readonly string[]).includes(topic)) throw new Error(`there is no topic ${topic}`)
    return {
      topic,
      partition,
      position: BigInt(position),
      key,
      value: value ?? JSON.stringify(event),
      ...(headers ? { headers } : {}),
    }
  } catch (cause) {
    throw new Failure(
      'backup-invalid',
      `Line ${number} of the backup is no record: ${(cause as Error).message}.`,
      { cause },
    )
  }
}

function isOwnJson(value: string): boolean {
  try {
    return JSON.stringify(JSON.parse(value)) === value
  } catch {
    return false
  }
}
