import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inDirectory, whipcount } from '../house/command.ts'

const known = new Map<string, Promise<string>>()

/** The digest of what the one-process house makes of the same articles while nobody disturbs it. */
export function undisturbed(articles: string): Promise<string> {
  const digest = known.get(articles) ?? digestOf(articles)
  known.set(articles, digest)
  return digest
}

function digestOf(articles: string): Promise<string> {
  return inDirectory(async (directory) => {
    const file = join(directory, 'articles.jsonl')
    writeFileSync(file, articles)
    const data = ['--data', join(directory, 'data')]
    const { code, stdout, stderr } = await whipcount([
      'ingest',
      file,
      '--challenge',
      'lpc-2024',
      '--json',
      ...data,
    ])
    if (code !== 0) throw new Error(`The undisturbed house ended with ${code}: ${stderr}`)
    // Without events the digests would be equal whatever was lost.
    const { withEvents } = JSON.parse(stdout) as { withEvents: number }
    if (withEvents === 0) throw new Error('None of the articles has events.')
    return (await whipcount(['digest', ...data])).stdout.trim()
  })
}
