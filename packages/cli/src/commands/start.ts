import { join } from 'node:path'
import { createApi, listen } from '@whipcount/api'
import type { SubmissionDefaults } from '@whipcount/collector'
import { loadChallenge } from '../challenge-source.ts'
import type { House } from '../house.ts'
import { countText, ingestText, positionsText, signaturesText } from '../terminal/answers.ts'
import type { Progress } from '../terminal/progress.ts'
import { ingest } from './ingest.ts'

/** The bundled corpus of the demonstration. */
export const demonstration = join(import.meta.dirname, '..', '..', 'demonstration', 'articles')

const noDefaults: SubmissionDefaults = { outlet: null, published: null, captured: null }

/**
 * Ingests a folder, prints the whip count with its evidence, and serves the api until `until` settles.
 *
 * @param until null ends at once (`--once`).
 */
export async function start(
  house: House,
  options: {
    articles: string
    challenge: string
    host: string
    port: number
    until: Promise<unknown> | null
    progress: Progress
    width: number
    print: (text: string) => void
    warn: (line: string) => void
  },
): Promise<void> {
  const { articles, host, port, until, progress, width, print, warn } = options
  const challenge = loadChallenge(options.challenge)
  await house.declare(challenge)
  const stdin = (async function* (): AsyncGenerator<Buffer> {})()
  const summary = await ingest(house, [articles], { defaults: noDefaults, stdin, progress, warn })
  const { queries } = house
  print(`${ingestText(summary)}\n`)
  print(`${countText(await queries.count(challenge.id))}\n`)
  print(`${positionsText(await queries.positions(challenge.id), width)}\n`)
  print(signaturesText(await queries.signatures(challenge.id), width))
  if (until === null) return
  const api = await listen(createApi(queries), { host, port })
  print(`\nThe api listens at ${api.url}/challenges/${challenge.id}/positions (Ctrl-C ends it).`)
  try {
    await Promise.race([until, house.ended])
  } finally {
    await api.close()
  }
}
