import { join } from 'node:path'
import { createApi, listen } from '@whipcount/api'
import type { SubmissionDefaults } from '@whipcount/collector'
import type { Challenge } from '@whipcount/events'
import type { House } from '../house.ts'
import { countText, estimatesText, ingestText, legend, positionsText } from '../terminal/answers.ts'
import type { Progress } from '../terminal/progress.ts'
import { ingest } from './ingest.ts'

/** The bundled corpus of the demonstration. */
export const demonstration = join(import.meta.dirname, '..', '..', 'demonstration', 'articles')

const noDefaults: SubmissionDefaults = { outlet: null, published: null, captured: null }

/**
 * Ingests a folder, prints the whip count with its evidence, and serves the api until somebody interrupts. Resolves to whether all of
 * that was done: an interruption while the articles are read ends it, and a later start goes on from there.
 *
 * @param once ends after the whip count.
 * @param ask a command that asks this house another question, shown once it may be opened again.
 * @param json prints one JSON object in place of the tables, and nothing else on standard output.
 */
export async function start(
  house: House,
  options: {
    articles: string
    challenge: Challenge
    host: string
    port: number
    once: boolean
    interrupted: Promise<unknown>
    json: boolean
    ask: string
    progress: Progress
    width: number
    print: (text: string) => void
    warn: (line: string) => void
  },
): Promise<boolean> {
  const { challenge, host, port, once, interrupted, json, ask, progress, print, warn } = options
  const told = await Promise.race([
    readAndTell(house, options).then(() => true),
    interrupted.then(() => false),
  ])
  if (!told) {
    progress.end()
    warn('stopped before every article was read. What was read is kept; the same command goes on from there.')
    return false
  }
  if (once) {
    if (!json) print(`\nMore: ${ask} (or count, timeline, signatures, meetings, claims)`)
    return true
  }
  const api = await listen(createApi(house.queries), { host, port })
  const say = json ? warn : print
  say(
    `${json ? '' : '\n'}The api listens at ${api.url}/challenges/${challenge.id}/positions (Ctrl-C ends it).`,
  )
  try {
    await Promise.race([interrupted, house.ended])
  } finally {
    await api.close()
  }
  return true
}

async function readAndTell(
  house: House,
  options: Pick<
    Parameters<typeof start>[1],
    'articles' | 'challenge' | 'json' | 'progress' | 'width' | 'print' | 'warn'
  >,
): Promise<void> {
  const { articles, challenge, json, progress, width, print, warn } = options
  await house.declare(challenge)
  const stdin = (async function* (): AsyncGenerator<Buffer> {})()
  const summary = await ingest(house, [articles], { defaults: noDefaults, stdin, progress, warn })
  const { queries } = house
  const count = await queries.count(challenge.id)
  const positions = await queries.positions(challenge.id)
  const signatures = await queries.signatures(challenge.id)
  if (json) print(JSON.stringify({ summary, count, positions, signatures }, null, 2))
  else {
    print(
      [
        ingestText(summary),
        countText(count),
        positionsText(positions, width),
        estimatesText(signatures, width),
        legend,
      ].join('\n\n'),
    )
  }
}
