import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../house/command.ts'
import { reap } from './reaper.ts'

export type ServiceName = 'collector' | 'normalizer' | 'projector' | 'api'

/** How a process ended. */
export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A service that is a process of its own. */
export interface Service {
  readonly name: ServiceName
  readonly pid: number
  /** Its address, once it has said that it runs; rejects with its last words where it ends before. */
  readonly url: Promise<string>
  readonly exited: Promise<Exit>
  /** All that it wrote to standard error. */
  stderr(): string
  signal(signal: NodeJS.Signals): void
  /** The sum of a measure over its label sets, or over those that hold all of `labels`. */
  measure(name: string, labels?: Readonly<Record<string, string>>): Promise<number>
}

/** Where compiled code is kept between starts: hundreds of services start here, and each is there a third sooner. */
const compiled = join(tmpdir(), 'node-compile-cache')

/** Starts a service with this environment and nothing of the test's own. */
export function startService(name: ServiceName, environment: Readonly<Record<string, string>>): Service {
  const child = spawn(process.execPath, [join(root, 'services', name, 'src', 'main.ts')], {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compiled, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  reap(child)
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk
  })
  const exited = new Promise<Exit>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve((JSON.parse(line) as { url: string }).url),
    )
    void exited.then(({ code, signal }) =>
      reject(new Error(`${name} ended with ${signal ?? code} before it ran: ${stderr.slice(-2_000)}`)),
    )
  })
  url.catch(() => {})
  return {
    name,
    pid: child.pid!,
    url,
    exited,
    stderr: () => stderr,
    signal: (signal) => void child.kill(signal),
    async measure(measure, labels = {}) {
      const text = await (await fetch(`${await url}/metrics`)).text()
      let sum = 0
      for (const line of text.split('\n')) {
        const [, found, set = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
        if (found !== measure) continue
        if (Object.entries(labels).every(([label, wanted]) => set.includes(`${label}="${wanted}"`)))
          sum += Number(value)
      }
      return sum
    },
  }
}
