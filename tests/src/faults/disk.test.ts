import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeArticles } from '../bench/articles.ts'
import { inDirectory, whipcount } from '../house/command.ts'
import { madeArticles } from './made-articles.ts'

const mayMount = process.platform === 'linux' && process.getuid?.() === 0
if (!mayMount) console.warn('NOT TESTED: a full and a read-only disk need root on Linux to mount a tmpfs.')

const noSpace = (directory: string): string =>
  `whipcount: disk-full: ${directory}: no space left on the disk. Free some, or name another directory with --data; what was acknowledged is kept.`

const mounted = (options: string, use: (directory: string) => Promise<void>) =>
  inDirectory(async (directory) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory])
    try {
      await use(directory)
    } finally {
      execFileSync('umount', ['-l', directory])
    }
  })

// In CI a missing right to mount fails the tests; elsewhere they are skipped, loudly.
describe.runIf(mayMount || process.env['CI'])('a disk', () => {
  it('that is full from the start ends the command with one clear line', async () => {
    await mounted('size=8m', async (directory) => {
      const data = join(directory, 'data')
      const ended = await whipcount(['challenge', 'declare', 'lpc-2024', '--data', data])
      expect(ended).toMatchObject({ code: 1, stderr: `${noSpace(data)}\n` })
    })
  })

  it('that is read-only ends the command with one clear line', async () => {
    await mounted('ro', async (directory) => {
      const data = join(directory, 'data')
      const ended = await whipcount(['challenge', 'declare', 'lpc-2024', '--data', data])
      expect(ended).toMatchObject({
        code: 1,
        stderr: `whipcount: disk-full: ${data}: the disk is read-only. Name another directory with --data.\n`,
      })
    })
  })

  it('that fills up while articles are taken in ends the command soon, and loses nothing', {
    timeout: 240_000,
  }, async () => {
    await inDirectory(async (elsewhere) => {
      const relevant = 200
      const others = 9_000
      const articles = join(elsewhere, 'articles')
      mkdirSync(articles)
      writeFileSync(join(articles, '1.jsonl'), madeArticles(relevant, 150, 1))
      // Of another seed: one article in two states would rightly be sighted anew by the second run.
      for (const article of makeArticles(others, 0, 2))
        appendFileSync(
          join(articles, '2.jsonl'),
          `${JSON.stringify({ ...article, published: '2024-10-01' })}\n`,
        )
      const ingest = (data: string) =>
        whipcount(
          [
            'ingest',
            articles,
            '--challenge',
            'lpc-2024',
            '--captured',
            'published',
            '--data',
            data,
            '--json',
          ],
          { killAfterMs: 60_000 },
        )

      await mounted('size=120m', async (directory) => {
        const data = join(directory, 'data')
        // The second start finds the disk still full, and cannot even recover.
        for (const attempt of ['first', 'second']) {
          const began = performance.now()
          const ended = await ingest(data)
          console.log(
            `disk full, ${attempt} attempt: ended after ${Math.round(performance.now() - began)} ms`,
          )
          expect(ended).toMatchObject({ code: 1, signal: null, stdout: '', stderr: `${noSpace(data)}\n` })
        }

        execFileSync('mount', ['-o', 'remount,size=600m', directory])
        const mended = await ingest(data)
        expect(mended.stderr).toBe('')
        const summary = JSON.parse(mended.stdout) as Record<string, number>
        expect(summary).toMatchObject({ read: relevant + others, deadLetters: 0 })
        // What was acknowledged before the disk was full is known now.
        expect(summary['alreadyKnown']).toBeGreaterThan(relevant)
        expect(summary['alreadyKnown']).toBeLessThan(relevant + others)

        const undisturbed = join(elsewhere, 'undisturbed')
        expect((await ingest(undisturbed)).code).toBe(0)
        const digestOf = async (of: string) => (await whipcount(['digest', '--data', of])).stdout
        expect(await digestOf(data)).toBe(await digestOf(undisturbed))
        expect(await digestOf(data)).toMatch(/^[0-9a-f]{64}\n$/)
      })
    })
  })
})
