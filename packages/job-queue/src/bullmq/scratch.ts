import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPart, redisContainer, startInDocker, withoutPassword } from '@whipcount/real-parts'
import { Redis } from 'ioredis'

/** A Redis that tests share, and where it came from. */
export interface ScratchRedis {
  readonly url: string
  readonly from: string
  stop(): Promise<void>
}

/** A Redis that is a process of ours, for tests of outages. It keeps nothing on disk: restarted, it is empty. */
export interface OwnRedis extends ScratchRedis {
  /** Forgets everything. */
  flush(): Promise<void>
  /** Kills it and starts it anew, empty, on the same port; it is away for at least `awayMs`. */
  restart(awayMs: number): Promise<void>
}

const LOCAL = 'redis://127.0.0.1:6379'

/**
 * Finds a Redis for tests: the one given (`REDIS_URL`), else one in Docker, else the server of this machine, else a `redis-server` of our
 * own.
 */
export function scratchRedis(given: string | undefined): Promise<ScratchRedis> {
  return findPart<ScratchRedis>({
    part: 'Redis',
    variable: 'REDIS_URL',
    given,
    async use(url) {
      await ping(url)
      return { url, from: `REDIS_URL=${withoutPassword(url)}`, stop: async () => {} }
    },
    docker: async () => {
      const { address, from, stop } = await startInDocker(redisContainer)
      return { url: `redis://${address}`, from, stop }
    },
    local: [local, ownRedis],
  })
}

async function local(): Promise<ScratchRedis> {
  await ping(LOCAL)
  return { url: LOCAL, from: `the local server, ${LOCAL}`, stop: async () => {} }
}

/** Starts a `redis-server` on a free port, with a directory of its own. */
export async function ownRedis(): Promise<OwnRedis> {
  const directory = await mkdtemp(join(tmpdir(), 'whipcount-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess
  const start = async (): Promise<void> => {
    child = spawn(
      'redis-server',
      ['--port', String(port), '--dir', directory, '--save', '', '--bind', '127.0.0.1'],
      {
        stdio: 'ignore',
      },
    )
    let problem: Error | null = null
    child.once('error', (error) => {
      problem = error
    })
    for (let tries = 0; ; tries++) {
      if (problem !== null) throw new Error(`redis-server: ${(problem as Error).message}`)
      try {
        await ping(url)
        return
      } catch (error) {
        if (tries >= 100) throw error
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }
  const kill = async (): Promise<void> => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await start()
  return {
    url,
    from: `a redis-server of our own, ${url}`,
    flush: () => ask(url, (redis) => redis.flushall()),
    async restart(awayMs) {
      await kill()
      await new Promise((resolve) => setTimeout(resolve, awayMs))
      await start()
    },
    async stop() {
      await kill()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

const ping = (url: string): Promise<void> => ask(url, (redis) => redis.ping())

/** Asks a Redis one thing over a connection of its own. */
export async function ask(url: string, question: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 2_000, retryStrategy: () => null })
  const errors: Error[] = []
  redis.on('error', (error) => void errors.push(error))
  try {
    await redis.connect()
    await question(redis)
  } catch (error) {
    throw new Error(`${url}: ${(errors.at(-1) ?? (error as Error)).message}`)
  } finally {
    redis.disconnect()
  }
}

/** Removes every key that begins so. */
export function removeKeys(url: string, prefix: string): Promise<void> {
  return ask(url, async (redis) => {
    for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 1_000 })) {
      if (keys.length > 0) await redis.unlink(...(keys as string[]))
    }
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
