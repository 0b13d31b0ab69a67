import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

/** A Postgres that is a process of ours, for tests of outages. */
export interface OwnPostgres {
  /** Its superuser's, without a password. */
  readonly url: string
  /** The same for a user who needs one. */
  readonly guardedUrl: string
  readonly pid: number
  /** Ends it at once, transactions and all, and starts it again over the same data; it is away for at least `awayMs`. */
  restart(awayMs: number): Promise<void>
  stop(): Promise<void>
}

const PASSWORD = 'right'
const START_TRIES = 600

/** Starts a Postgres on a free port, with a data directory of its own, from the binaries of this machine. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'whipcount-postgres-'))
  const account = await otherAccount()
  if (account !== null) await chown(directory, account.uid, account.gid)
  const options = { cwd: directory, ...account }
  const data = join(directory, 'data')
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  let child: ChildProcess | null = null

  const start = async (): Promise<void> => {
    const settings = ['fsync=off', 'unix_socket_directories=', 'max_connections=200', 'shared_buffers=128MB']
    const server = spawn(
      join(binaries, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap((one) => ['-c', one])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    child = server
    let said = ''
    server.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2_000)
    })
    for (let tries = 0; ; tries++) {
      if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}: ${said}`)
      try {
        await ask(url, 'select 1')
        return
      } catch (error) {
        if (tries >= START_TRIES) throw error
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  // A test that ends without `stop` does not leave its server behind.
  const killed = (): void => void child?.kill('SIGQUIT')
  process.on('exit', killed)
  let binaries = ''
  try {
    binaries = await folderOfBinaries()
    await run(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8'],
      options,
    )
    const rules = join(data, 'pg_hba.conf')
    await writeFile(rules, `host all guarded 127.0.0.1/32 scram-sha-256\n${await readFile(rules, 'utf8')}`)
    await start()
    await ask(url, `create role guarded login superuser password '${PASSWORD}'`)
  } catch (error) {
    killed()
    process.off('exit', killed)
    await rm(directory, { recursive: true, force: true })
    throw new Error(`A Postgres of its own: ${(error as Error).message}`)
  }
  return {
    url,
    guardedUrl: url.replace('postgres@', `guarded:${PASSWORD}@`),
    get pid() {
      return child!.pid!
    },
    async restart(awayMs) {
      await end('SIGQUIT')
      await new Promise((resolve) => setTimeout(resolve, awayMs))
      await start()
    },
    async stop() {
      await end('SIGQUIT')
      process.off('exit', killed)
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function ask(url: string, query: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    await client.query(query)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Postgres refuses to run as root: then it is `postgres`, or nobody. */
async function otherAccount(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null
  const id = async (option: string): Promise<number> =>
    run('id', [option, 'postgres']).then(
      ({ stdout }) => Number(stdout),
      () => 65_534,
    )
  return { uid: await id('-u'), gid: await id('-g') }
}

/** The folder of `initdb` and `postgres`: empty where PATH has it; Debian and Ubuntu keep one outside it for each version. */
async function folderOfBinaries(): Promise<string> {
  const debian = '/usr/lib/postgresql'
  const versions = await readdir(debian).catch((): string[] => [])
  const newest = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin'))
  for (const folder of ['', ...newest]) {
    if (await run(join(folder, 'initdb'), ['--version']).catch(() => null)) return folder
  }
  throw new Error(`there is no initdb in PATH or below ${debian}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
