import type { LogRecord } from '@whipcount/event-log'
import { type Challenge, Failure } from '@whipcount/events'
import type { ChallengeReader } from '@whipcount/normalizer'
import type { DeadLetter, DeadLetterFilter } from '@whipcount/read-store'
import type { House } from '../house.ts'
import type { Progress } from '../terminal/progress.ts'

/** What became of one dead letter. */
export interface Redriven {
  readonly id: string
  readonly outcome: 'redriven' | 'failed again' | 'left' | 'would be redriven'
  /** Why, where it was not redriven. */
  readonly message: string | null
}

/** Records redriven together. */
const GROUP = 200

/**
 * Applies dead letters again: an article is read again with the ruleset at hand, an event is put into the read model. What fails again
 * keeps its letter. What never reached the log is left: mend it where it came from, and hand it in again.
 *
 * @param dryRun says what would be redriven, and does nothing.
 */
export async function redrive(
  house: House,
  filter: DeadLetterFilter,
  options: { dryRun: boolean; now: () => Date; progress: Progress },
): Promise<Redriven[]> {
  const { dryRun, now, progress } = options
  const letters = await house.deadLetters.list({ ...filter, limit: 1_000_000 })
  if (filter.id !== undefined && letters.length === 0) {
    throw new Failure(
      'usage',
      `No dead letter ${filter.id} waits. \`whipcount dead-letters list\` shows those that do.`,
    )
  }
  const readers = new Map<string, ChallengeReader | null>()
  const readerFor = async (challenge: string): Promise<ChallengeReader | null> => {
    const known = readers.get(challenge)
    if (known !== undefined) return known
    const declared: Challenge | undefined = (await house.desk.refresh()).get(challenge)?.challenge
    const reader = declared === undefined ? null : house.readers.of(declared)
    readers.set(challenge, reader)
    return reader
  }

  const outcomes: Redriven[] = []
  const services = Map.groupBy(letters, ({ service }) => service)
  for (const [service, all] of services) {
    for (let from = 0; from < all.length; from += GROUP) {
      const group = all.slice(from, from + GROUP)
      const { found, left } = await recordsOf(house, group)
      outcomes.push(...left)
      if (dryRun) {
        outcomes.push(
          ...[...found.values()].map(({ id }) => ({
            id,
            outcome: 'would be redriven' as const,
            message: null,
          })),
        )
        continue
      }
      const failures = await again(house, service, [...found.keys()], readerFor, now())
      for (const [record, { id }] of found) {
        const failure = failures.get(record)
        if (failure === undefined) await house.deadLetters.redriven(id, now())
        const outcome = failure === undefined ? 'redriven' : 'failed again'
        outcomes.push({ id, outcome, message: failure?.message ?? null })
      }
      progress.update(outcomes.length, letters.length, 'dead letters')
    }
  }
  progress.end()
  return outcomes
}

async function recordsOf(
  house: House,
  letters: readonly DeadLetter[],
): Promise<{ found: Map<LogRecord, DeadLetter>; left: Redriven[] }> {
  const found = new Map<LogRecord, DeadLetter>()
  const left: Redriven[] = []
  for (const letter of letters) {
    const { id, topic, partition, position } = letter
    if (topic === null) {
      const message = 'It never reached the log. Mend it where it came from, and hand it in again.'
      left.push({ id, outcome: 'left', message })
      continue
    }
    const [record] = await house.log.read(topic, partition!, BigInt(position!), 1)
    if (record?.position === BigInt(position!)) found.set(record, letter)
    else
      left.push({
        id,
        outcome: 'left',
        message: `The log has no record at ${topic}/${partition}/${position}.`,
      })
  }
  return { found, left }
}

/** Handles records as their service would have; resolves to the failures of those that fail again. */
async function again(
  house: House,
  service: string,
  records: readonly LogRecord[],
  readerFor: (challenge: string) => Promise<ChallengeReader | null>,
  at: Date,
): Promise<ReadonlyMap<LogRecord, Failure>> {
  if (records.length === 0) return new Map()
  if (service === 'projector') return house.applyAgain(records)
  const challenge = service.replace(/^normalizer\//, '')
  const reader = await readerFor(challenge)
  if (reader === null) {
    const failure = new Failure(
      'challenge-unknown',
      `${challenge} is not declared. Declare it, then redrive.`,
    )
    return new Map(records.map((record) => [record, failure]))
  }
  const { found, failed } = await reader.read(records, at)
  if (found.length > 0) await house.log.append('events', found)
  return new Map(failed.map(({ record, failure }) => [record, failure]))
}
