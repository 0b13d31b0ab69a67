import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { warmCommand } from './warm-command.ts'

export const root = join(import.meta.dirname, '..', '..', '..')
/** The command's main module. */
export const main = join(root, 'packages', 'cli', 'src', 'main.ts')

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** SIGKILL after so many milliseconds. */
  readonly killAfterMs?: number
  /** They count from when standard error first holds this, not from the start. */
  readonly killFrom?: string
}

/**
 * Runs `whipcount` to its end. As a process of its own, as a person would, where something is said of that process: what it is fed, where it
 * stands, when it is killed. Otherwise in one that has run commands before: most of what a command takes is the time to load itself and to
 * compile Postgres, and the tests have hundreds of them.
 */
export function whipcount(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const env = { ...withoutHouse(), ...options.env }
  const { input, cwd, killAfterMs, killFrom } = options
  const own = [input, cwd, killAfterMs, killFrom].some((said) => said !== undefined)
  return (own ? null : warmCommand(args, env)) ?? inOwnProcess(args, env, options)
}

/** Runs `whipcount` as a process of its own to its end. */
function inOwnProcess(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { cwd = root, input = '', killAfterMs, killFrom }: RunOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--liftoff-only', main, ...args], {
      cwd,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    let timer: NodeJS.Timeout | undefined
    const startClock = (): void => {
      if (killAfterMs !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    }
    if (killFrom === undefined) startClock()
    child.stderr.on('data', (chunk: Buffer) => {
      err.push(chunk)
      if (killFrom !== undefined && chunk.includes(killFrom)) startClock()
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    })
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** The environment without what would point the command at another house. */
function withoutHouse(): NodeJS.ProcessEnv {
  const env = { ...process.env }
  for (const name of Object.keys(env)) {
    if (
      name.startsWith('WHIPCOUNT_') ||
      name === 'DATABASE_URL' ||
      name === 'KAFKA_BROKERS' ||
      name === 'REDIS_URL'
    )
      delete env[name]
  }
  return env
}

/** A directory that is gone after `use`. */
export async function inDirectory<Result>(use: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'whipcount-test-'))
  try {
    return await use(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** What an empty data directory depends on: the packages that make its tables, and the PGlite that keeps them. */
function ofStore(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const name of ['event-log', 'read-store']) {
    const source = join(root, 'packages', name, 'src')
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:ts|sql)$/.test(file)) hash.update(file).update(readFileSync(join(source, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * Puts an empty data directory in a place, for tests to which it does not matter who made it: `initdb` takes seconds each time. The command
 * makes one, which is kept in the system's directory for what may go, and copied from then on.
 */
export async function emptyHouse(at: string): Promise<void> {
  const kept = join(tmpdir(), `whipcount-empty-house-${ofStore()}`)
  if (!existsSync(kept))
    await inDirectory(async (directory) => {
      const data = join(directory, 'data')
      const { code, stderr } = await whipcount(['status', '--data', data])
      if (code !== 0) throw new Error(stderr)
      try {
        renameSync(data, kept)
      } catch (error) {
        // Where another test was first, that one is kept.
        if (!existsSync(kept)) throw error
      }
    })
  cpSync(kept, at, { recursive: true })
}
