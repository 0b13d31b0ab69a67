import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../bench/articles.ts'
import { whipcount } from '../house/command.ts'
import { inDatabase } from '../house/database.ts'
import { madeArticles } from './made-articles.ts'

const ARTICLES = 200
/** Kills of one command before it is left to finish. */
const MOST_KILLS = 2
/** How long a build goes on after its first record, about. */
const WORKING_MS = 400
const seed = Number(process.env['KILL_SEED'] ?? Math.floor(Math.random() * 1e9))

interface Version {
  readonly version: number
  readonly state: 'building' | 'built' | 'active' | 'dropping'
}

const directory = mkdtempSync(join(tmpdir(), 'whipcount-kill-'))
const articles = join(directory, 'articles.jsonl')
beforeAll(() => {
  console.log(`kill -9: seed ${seed} (KILL_SEED repeats it)`)
  writeFileSync(articles, madeArticles(ARTICLES, 60, 1))
})
afterAll(() => rmSync(directory, { recursive: true }))

const inPostgres = (use: (args: string[], env: Record<string, string>) => Promise<void>): Promise<void> =>
  inDatabase((url) => use([], { DATABASE_URL: url }))

const inDataDirectory = (
  use: (args: string[], env: Record<string, string>) => Promise<void>,
): Promise<void> => use(['--data', join(directory, 'data')], {})

describe('kill -9 of a change of versions', () => {
  it.concurrent.each([
    ['PGlite', inDataDirectory],
    ['Postgres', inPostgres],
  ])(
    'leaves, on %s, a state from which the same command goes on',
    { timeout: 900_000 },
    async (_, inPlace) => {
      await inPlace(async (place, env) => {
        const random = createRandom(seed)
        const run = async (...args: string[]): Promise<string> => {
          const ended = await whipcount([...args, ...place], { env })
          expect(ended, `seed ${seed}: ${args.join(' ')}`).toMatchObject({ code: 0 })
          return ended.stdout
        }
        const versions = async () => JSON.parse(await run('projections', 'list', '--json')) as Version[]
        const answers = async () => [await run('digest'), await run('positions', '--json')]
        const tally = new Map<string, number>()
        /** Kills a command at random moments of the time that it takes, every other build from its first record on; then lets it finish. */
        const killed = async (tookMs: number, ...args: string[]): Promise<void> => {
          for (let n = 0; n < MOST_KILLS; n++) {
            const working = n % 2 === 0 && args[1] === 'build'
            const kill = {
              // The first falls right behind the first record: a build may be over before a random moment.
              killAfterMs: working && n === 0 ? 0 : Math.round(random() * (working ? WORKING_MS : tookMs)),
              ...(working ? { killFrom: '"msg":"applied"' } : {}),
            }
            const ended = await whipcount([...args, ...place], {
              env: { ...env, WHIPCOUNT_LOG_LEVEL: 'debug' },
              ...kill,
            })
            if (ended.signal !== 'SIGKILL') break
            const states = await versions()
            // Something answers, whatever was cut short, and one version alone.
            expect(
              states.filter(({ state }) => state === 'active'),
              `seed ${seed}`,
            ).toHaveLength(1)
            const left = `${args[1]} left ${states.map(({ state }) => state).join(', ')}`
            tally.set(left, (tally.get(left) ?? 0) + 1)
          }
          await run(...args)
        }
        const timed = async (...args: string[]): Promise<number> => {
          const began = performance.now()
          await run(...args)
          return performance.now() - began
        }
        await run('ingest', articles, '--challenge', 'lpc-2024', '--captured', 'published')
        const before = await answers()
        // Most of what each takes is to start; what comes after lies in the second half.
        const tookMs = 2 * (await timed('projections', 'list', '--json'))
        await killed(tookMs, 'projections', 'build')
        await run('projections', 'verify')
        const present = (await versions()).find(({ state }) => state === 'active')!
        const next = (await versions()).find(({ state }) => state === 'built')!
        await killed(tookMs, 'projections', 'cutover', String(next.version))
        expect((await versions()).find(({ state }) => state === 'active')!.version).toBe(next.version)
        expect(await answers(), `seed ${seed}`).toEqual(before)
        await run('projections', 'drop', String(present.version))
        console.log(`kills: ${JSON.stringify(Object.fromEntries(tally))}`)
        expect([...tally.keys()].some((left) => left.includes('building'))).toBe(true)
      })
    },
  )
})
