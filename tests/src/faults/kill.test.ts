import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../bench/articles.ts'
import { type Ended, emptyHouse, inDirectory, whipcount } from '../house/command.ts'
import { inDatabase } from '../house/database.ts'
import { madeArticles } from './made-articles.ts'

const ARTICLES = 200
/** Kills of one house, one after the other, before it is left to finish. */
const MOST_KILLS = 6
/** What a house logs once its services run. */
const RUNNING = 'reading for a challenge'
const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 1e9))

/** A house that a test has to itself: the arguments and the environment that lead to it. */
interface Place {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** A run that nobody disturbed: what came of it, when its services ran, and when it ended. */
interface Undisturbed {
  readonly digest: string
  readonly runningMs: number
  readonly endedMs: number
}

/** Kills by what the process was at: starting, or else what it had logged last. */
interface Tally {
  killed: number
  starting: number
  running: number
  collected: number
  read: number
  applied: number
}

const ingestInto = (place: Place, articles: string, kill: { killAfterMs?: number; killFrom?: string } = {}) =>
  whipcount(
    ['ingest', articles, '--challenge', 'lpc-2024', '--captured', 'published', '--json', ...place.args],
    { env: { ...place.env, WHIPCOUNT_LOG_LEVEL: 'debug' }, ...kill },
  )

async function digestOf(place: Place): Promise<string> {
  const { code, stdout, stderr } = await whipcount(['digest', ...place.args], { env: place.env })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout.trim()
}

async function runUndisturbed(place: Place, articles: string): Promise<Undisturbed> {
  const began = Date.now()
  const { code, stdout, stderr } = await ingestInto(place, articles)
  const endedMs = Date.now() - began
  expect(code).toBe(0)
  // Without events the digests would be equal whatever was lost.
  expect(JSON.parse(stdout)).toMatchObject({ read: ARTICLES, deadLetters: 0 })
  expect(JSON.parse(stdout).withEvents).toBeGreaterThan(ARTICLES / 4)
  const running = stderr.split('\n').find((line) => line.includes(RUNNING))!
  const runningMs = Date.parse(JSON.parse(running).time) - began
  return { digest: await digestOf(place), runningMs, endedMs }
}

function workOf({ stderr }: Ended): Exclude<keyof Tally, 'killed'> {
  const last = [...stderr.matchAll(/"msg":"(collected|read|applied)"/g)].at(-1)?.[1]
  if (last === undefined) return stderr.includes(RUNNING) ? 'running' : 'starting'
  return last as 'collected' | 'read' | 'applied'
}

/** Kills houses at random moments until there were `kills`, lets each finish, and compares its digest with the undisturbed one. */
async function killHouses(
  articles: string,
  kills: number,
  undisturbed: Undisturbed,
  inPlace: (use: (place: Place) => Promise<void>) => Promise<void>,
): Promise<Tally> {
  const random = createRandom(seed)
  const { runningMs, endedMs } = undisturbed
  const tally: Tally = { killed: 0, starting: 0, running: 0, collected: 0, read: 0, applied: 0 }
  while (tally.killed < kills) {
    await inPlace(async (place) => {
      const history: string[] = []
      for (let n = 0; n < MOST_KILLS && tally.killed < kills; n++) {
        // One kill in five comes during the start, the others from when the services run.
        const starting = random() < 0.2
        const killAfterMs = Math.round(random() * (starting ? runningMs : endedMs - runningMs))
        const kill = { killAfterMs, ...(starting ? {} : { killFrom: RUNNING }) }
        const ended = await ingestInto(place, articles, kill)
        if (ended.signal !== 'SIGKILL') {
          expect(ended.code).toBe(0)
          break
        }
        const work = workOf(ended)
        tally.killed++
        tally[work]++
        history.push(`${killAfterMs} ms (${work})`)
      }
      const at = `seed ${seed}, killed after ${history.join(', ')}`
      const last = await ingestInto(place, articles)
      expect(last.code, at).toBe(0)
      expect(JSON.parse(last.stdout), at).toMatchObject({ read: ARTICLES, deadLetters: 0 })
      expect(await digestOf(place), at).toBe(undisturbed.digest)
    })
  }
  return tally
}

/** At least a half of the kills came while the services ran, and a tenth after some work and before its end (on an idle machine a half). */
function expectUnderWay({ killed, running, collected, read, applied }: Tally): void {
  expect(running + collected + read + applied).toBeGreaterThanOrEqual(killed / 2)
  expect(collected + read + applied).toBeGreaterThanOrEqual(killed / 10)
}

const inDataDirectory = (use: (place: Place) => Promise<void>) =>
  inDirectory((directory) => use({ args: ['--data', join(directory, 'data')], env: {} }))

/** One that was made already: making it takes longer than reading does. What a kill leaves half made is another test's. */
const inEmptyHouse = (use: (place: Place) => Promise<void>) =>
  inDirectory(async (directory) => {
    const data = join(directory, 'data')
    await emptyHouse(data)
    await use({ args: ['--data', data], env: {} })
  })

const inPostgres = (use: (place: Place) => Promise<void>) =>
  inDatabase((url) => use({ args: [], env: { DATABASE_URL: url } }))

describe('kill -9 of the one-process house', () => {
  const directory = mkdtempSync(join(tmpdir(), 'whipcount-kill-'))
  const articles = join(directory, 'articles.jsonl')
  let undisturbed: Undisturbed

  beforeAll(async () => {
    console.log(`kill -9: seed ${seed} (KILL_SEED repeats it)`)
    writeFileSync(articles, madeArticles(ARTICLES, 40, 1))
    await inDataDirectory(async (place) => {
      undisturbed = await runUndisturbed(place, articles)
    })
  })
  afterAll(() => rmSync(directory, { recursive: true }))

  /** Compares a run in such a place that nobody disturbed with the first, then those that are killed with it. */
  async function expectNothingLost(
    database: string,
    kills: number,
    inPlace: (use: (place: Place) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    let there = undisturbed
    await inPlace(async (place) => {
      there = await runUndisturbed(place, articles)
    })
    expect(there.digest).toBe(undisturbed.digest)
    const tally = await killHouses(articles, kills, there, inPlace)
    console.log(`${database}: ${JSON.stringify(tally)} of runs of ${there.endedMs} ms`)
    expectUnderWay(tally)
  }

  it('loses and doubles nothing on PGlite', { timeout: 900_000 }, () =>
    expectNothingLost('PGlite', 30, inEmptyHouse),
  )

  it('loses and doubles nothing on Postgres', { timeout: 600_000 }, () =>
    expectNothingLost('Postgres', 5, inPostgres),
  )
})
