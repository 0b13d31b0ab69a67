import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, inject, it } from 'vitest'
import { madeArticles } from '../faults/made-articles.ts'
import { inDirectory, root } from '../house/command.ts'
import { onCluster } from './cluster.ts'
import { until } from './load.ts'
import { reap } from './reaper.ts'
import { undisturbed } from './undisturbed.ts'

interface Said {
  readonly service: string
  readonly pid: number
  readonly url: string
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('npm run cluster', () => {
  it('names its processes, starts anew what dies, serves the command, and takes everything down on Ctrl-C', async () => {
    await onCluster({ server: inject('server'), brokers: inject('brokers') }, async (cluster) => {
      const child = spawn(
        process.execPath,
        [join(root, 'infra', 'cluster', 'main.ts'), '--normalizers', '2', '--until-stdin-ends'],
        {
          env: { PATH: process.env['PATH'], ...cluster.environment },
          stdio: ['pipe', 'pipe', 'pipe'],
        },
      )
      reap(child)
      let stderr = ''
      child.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk
      })
      const lines: string[] = []
      createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
      await until(`ready: ${stderr}`, () => lines.includes('ready'))
      const said = (): Said[] =>
        lines.filter((line) => line !== 'ready').map((line) => JSON.parse(line) as Said)
      expect(
        said()
          .map(({ service }) => service)
          .sort(),
      ).toEqual(['api', 'collector', 'normalizer', 'normalizer', 'projector'])

      process.kill(said().find(({ service }) => service === 'projector')!.pid, 'SIGKILL')
      const articles = madeArticles(60, 40, 1)
      await inDirectory(async (directory) => {
        const file = join(directory, 'articles.jsonl')
        writeFileSync(file, articles)
        const ingested = await cluster.whipcount('ingest', file, '--challenge', 'lpc-2024', '--json')
        expect(ingested).toMatchObject({ code: 0 })
      })
      expect(await cluster.digest()).toBe(await undisturbed(articles))
      expect(said().filter(({ service }) => service === 'projector')).toHaveLength(2)
      expect(stderr).toContain('projector')

      const exited = once(child, 'exit')
      child.kill('SIGINT')
      expect(await exited).toEqual([0, null])
      expect(said().filter(({ pid }) => runs(pid))).toEqual([])
    })
  })
})
