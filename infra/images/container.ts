import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type BuiltStage, imageEnvironment } from './build.ts'
import type { Runtime } from './dockerfile.ts'

/** A process started as a container of an image would start it. */
export interface Container {
  /** Its lines on standard output, so far. */
  readonly printed: readonly string[]
  /** Resolves to its first line on standard output; rejects where it ends before, with what it said on standard error. */
  readonly firstLine: Promise<string>
  /** Resolves to its exit code. */
  readonly ended: Promise<number | null>
  kill(signal: NodeJS.Signals): void
}

/**
 * Starts a command in an image that was built without Docker: in its folder, with its environment, and, where this process is root's, as
 * the image's user, who owns no file there.
 *
 * @param argv default: the image's `ENTRYPOINT` and `CMD`.
 */
export function startContainer(
  image: BuiltStage,
  runtime: Runtime,
  options: { env?: Readonly<Record<string, string>>; argv?: readonly string[] } = {},
): Container {
  const [command, ...args] = options.argv ?? [...runtime.entrypoint, ...runtime.cmd]
  const asUser = process.getuid?.() === 0 && runtime.user !== null ? runtime.user : {}
  const child: ChildProcess = spawn(command!, args, {
    cwd: join(image.root, runtime.workdir),
    env: { PATH: imageEnvironment('')['PATH'], HOME: '/home/node', ...runtime.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...asUser,
  })
  const printed: string[] = []
  let said = ''
  child.stderr!.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000)
  })
  const lines = createInterface({ input: child.stdout! })
  lines.on('line', (line) => printed.push(line))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const firstLine = Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then((code) => {
      if (printed[0] !== undefined) return printed[0]
      throw new Error(`${[command, ...args].join(' ')} ended with ${code}: ${said}`)
    }),
  ])
  firstLine.catch(() => {})
  return { printed, firstLine, ended, kill: (signal) => void child.kill(signal) }
}
