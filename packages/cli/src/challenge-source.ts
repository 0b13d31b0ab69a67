import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { type Challenge, Failure } from '@whipcount/events'
import { parseChallenge } from '@whipcount/roster'

/** The challenges that are shipped with the roster package, by id. */
const SHIPPED = join(dirname(createRequire(import.meta.url).resolve('@whipcount/roster')), '..', 'challenges')

/** The ids of the shipped challenges. */
export function shippedChallenges(): string[] {
  return readdirSync(SHIPPED, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** A challenge as it stands in its file. */
export interface ChallengeFile {
  readonly path: string
  readonly json: string
}

/**
 * Finds a challenge by the id of a shipped one, or by the path of a folder with `challenge.json`, or of such a file.
 * Throws `challenge-unknown` where there is none.
 */
export function findChallenge(idOrPath: string): ChallengeFile {
  const shipped = shippedChallenges()
  const path = shipped.includes(idOrPath)
    ? join(SHIPPED, idOrPath, 'challenge.json')
    : challengeFile(idOrPath, shipped)
  return { path, json: readFileSync(path, 'utf8') }
}

/** Loads a challenge that {@link findChallenge} finds. Throws `challenge-invalid` too, which lists what is wrong and where. */
export function loadChallenge(idOrPath: string): Challenge {
  const { path, json } = findChallenge(idOrPath)
  return parseChallenge(json, path)
}

function challengeFile(path: string, shipped: readonly string[]): string {
  const full = resolve(path)
  const found = statSync(full, { throwIfNoEntry: false })
  const file = found?.isDirectory() ? join(full, 'challenge.json') : full
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new Failure(
      'challenge-unknown',
      `${path}: neither a shipped challenge (${shipped.join(', ')}) nor a folder with challenge.json. Name one of them.`,
    )
  }
  return file
}
