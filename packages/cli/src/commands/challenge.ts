import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Challenge, Failure } from '@whipcount/events'
import {
  type ChallengeProblem,
  type Confusion,
  challengeSkeleton,
  findConfusions,
  inspectChallenge,
} from '@whipcount/roster'
import { findChallenge } from '../challenge-source.ts'
import { table } from '../terminal/table.ts'

/**
 * Writes a `challenge.json` to begin with into a folder, which is made where it is missing; its name becomes the id.
 * Throws `usage` where the folder has a challenge already: nothing is overwritten.
 *
 * @returns the path of the file.
 */
export function initChallenge(directory: string, today: string): string {
  const folder = resolve(directory)
  const id = basename(folder)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const skeleton = challengeSkeleton({ id: id || 'my-challenge', from: today, timezone: timeZone })
  const path = join(folder, 'challenge.json')
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, skeleton, { flag: 'wx' })
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const why =
      code === 'EEXIST'
        ? `${path} is there already and was left as it is. Name another folder.`
        : `${path} could not be written: ${message}. Name a folder that may be written to.`
    throw new Failure('usage', why, { cause })
  }
  return path
}

/** What a check of a challenge found. */
export interface ChallengeCheck {
  readonly file: string
  readonly valid: boolean
  readonly challenge: Pick<Challenge, 'id' | 'name'> | null
  readonly people: number
  readonly problems: readonly ChallengeProblem[]
  /** People whom a reader, or the rules, could take for one another. They make nothing invalid. */
  readonly confusions: readonly Confusion[]
}

/** Says what is wrong with a challenge and where, and which names could be confused. Throws `challenge-unknown` where there is none. */
export function checkChallenge(idOrPath: string): ChallengeCheck {
  const { path: file, json } = findChallenge(idOrPath)
  const { challenge, problems } = inspectChallenge(json)
  if (challenge === null) return { file, valid: false, challenge: null, people: 0, problems, confusions: [] }
  const { id, name, roster } = challenge
  const confusions = findConfusions(challenge)
  return { file, valid: true, challenge: { id, name }, people: roster.length, problems, confusions }
}

/** The outcome of a check: a line for each problem, as compilers write them, or a table of the names that could be confused. */
export function checkText(
  { file, challenge, people, problems, confusions }: ChallengeCheck,
  width: number,
): string {
  if (challenge === null) {
    const lines = problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
    return [...lines, `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`].join('\n')
  }
  const sound = `${challenge.id}: sound, with ${people} people on the roster (${challenge.name})`
  if (confusions.length === 0) return `${sound}\nNo two of them could be confused.`
  const columns = [
    { heading: 'because of the', cell: ({ because }: Confused) => because },
    { heading: 'could be confused', cell: ({ people }: Confused) => people.join(', '), wraps: true },
  ]
  return [
    sound,
    '',
    table(columns, groupsOf(confusions), width),
    '',
    'Where an article gives no more than what two share, its words are nobody’s. Give `other_names`, `area` and dates that tell them apart.',
  ].join('\n')
}

/** People who could all be confused, for one reason. */
interface Confused {
  readonly because: Confusion['because']
  readonly people: readonly string[]
}

/** Pairs that hang together as one group each: eleven secretaries of one title are 55 pairs. */
function groupsOf(confusions: readonly Confusion[]): Confused[] {
  const groups: { because: Confusion['because']; people: Set<string> }[] = []
  for (const { people: pair, because } of confusions) {
    const group = groups.find((one) => one.because === because && pair.some((name) => one.people.has(name)))
    if (group) for (const name of pair) group.people.add(name)
    else groups.push({ because, people: new Set(pair) })
  }
  return groups.map(({ because, people }) => ({ because, people: [...people] }))
}
