import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { main } from '../house/command.ts'
import { benchChallenge, makeArticles } from './articles.ts'

/** What `whipcount ingest` did with so many articles on an empty data directory. */
export interface PipelineFigures {
  readonly articles: number
  readonly withEvents: number
  /** The whole command, its start included. */
  readonly seconds: number
  /** Articles a second, the time of a command that does nothing taken off. */
  readonly perSecond: number
  /** The most memory that the process held, in MiB; null where the system does not say (it needs /proc). */
  readonly peakMiB: number | null
}

/** Ingests made articles with the command itself, embedded, each count in a new data directory. */
export async function benchPipeline(
  counts: readonly number[],
  relevantShare: number,
): Promise<PipelineFigures[]> {
  const figures: PipelineFigures[] = []
  for (const articles of counts) {
    const directory = mkdtempSync(join(tmpdir(), 'whipcount-bench-'))
    try {
      const file = join(directory, 'articles.jsonl')
      await pipeline(Readable.from(linesOf(articles, relevantShare)), createWriteStream(file))
      const data = ['--data', join(directory, 'data')]
      await timed(['challenge', 'declare', benchChallenge, ...data])
      const idle = await timed(['status', ...data])
      const busy = await timed(['ingest', file, '--json', ...data])
      const { withEvents } = JSON.parse(busy.stdout) as { withEvents: number }
      figures.push({
        articles,
        withEvents,
        seconds: busy.seconds,
        perSecond: articles / (busy.seconds - idle.seconds),
        peakMiB: busy.peakMiB,
      })
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }
  return figures
}

function* linesOf(articles: number, relevantShare: number): Generator<string> {
  for (const article of makeArticles(articles, relevantShare)) yield `${JSON.stringify(article)}\n`
}

interface Timed {
  readonly seconds: number
  readonly peakMiB: number | null
  readonly stdout: string
}

function timed(args: readonly string[]): Promise<Timed> {
  const began = performance.now()
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let peakMiB: number | null = null
  const watch = setInterval(() => {
    peakMiB = peakOf(child.pid!) ?? peakMiB
  }, 100)
  let stdout = ''
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2_000)
  })
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      if (code !== 0) return reject(new Error(`whipcount ${args.join(' ')} ended with code ${code}: ${said}`))
      resolve({ seconds: (performance.now() - began) / 1000, peakMiB, stdout })
    })
  })
}

function peakOf(pid: number): number | null {
  try {
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kib === undefined ? null : Math.round(Number(kib) / 1024)
  } catch {
    return null
  }
}
