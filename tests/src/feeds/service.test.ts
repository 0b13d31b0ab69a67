import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { scratchPostgres } from '@whipcount/event-log/scratch'
import { ownRedis } from '@whipcount/job-queue/scratch'
import { createFeeds, migrate } from '@whipcount/read-store'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { root } from '../house/command.ts'
import { noServer, testServer } from '../house/read-model.ts'
import { feedServer, rss, serving } from './feed-server.ts'

const missing =
  noServer ??
  (await ownRedis().then(
    (redis) => redis.stop().then(() => null),
    (error: Error) => error.message,
  ))

function collector(env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [join(root, 'services', 'collector', 'src', 'main.ts')], {
    env: { PATH: process.env['PATH'], WHIPCOUNT_LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

if (missing !== null) {
  it('has Postgres and Redis to run the collector on', () => {
    console.error(`NOT RUN: feeds in the collector service. ${missing}`)
    expect(process.env['CI']).not.toBe('true')
  })
} else {
  describe('the collector service', () => {
    it('polls feeds once between two processes, and goes on after one was killed and Redis was flushed', async () => {
      const database = await scratchPostgres(testServer)
      const redis = await ownRedis()
      const site = await feedServer()
      const services: ChildProcess[] = []
      try {
        await migrate(database.db)
        const feeds = createFeeds(database.db)
        const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db)
        const DATABASE_URL = new URL(rows[0]!.name, testServer).href
        for (let n = 0; n < 2; n++) services.push(collector({ DATABASE_URL, REDIS_URL: redis.url }))
        for (const { stdout } of services) await once(createInterface({ input: stdout! }), 'line')
        const add = async (path: string): Promise<void> => {
          site.answer(
            path,
            serving(() => rss([[`${path}/1`, 'Rain', '<p>It rained in Northport.</p>']])),
          )
          await feeds.add({ url: site.url(path), outlet: 'Invented News', everyMinutes: 60 }, new Date())
        }
        const arrived = async (path: string): Promise<void> => {
          for (const deadline = Date.now() + 30_000; ; ) {
            if ((await feeds.get(site.url(path)))?.articles === 1) return
            if (Date.now() > deadline) throw new Error(`waited 30 s for ${path}`)
            await new Promise((resolve) => setTimeout(resolve, 50))
          }
        }
        await add('/one.xml')
        await arrived('/one.xml')
        services[0]!.kill('SIGKILL')
        await redis.flush()
        await add('/two.xml')
        await arrived('/two.xml')
        expect(site.asked('/one.xml')).toHaveLength(1)
        expect(site.asked('/two.xml')).toHaveLength(1)
        const ended = once(services[1]!, 'exit')
        services[1]!.kill('SIGTERM')
        expect(await ended).toEqual([0, null])
      } finally {
        for (const service of services) service.kill('SIGKILL')
        await site.close()
        await redis.stop()
        await database.drop()
      }
    })

    it('does not start without the Redis that it is told of, and says so in one line', async () => {
      const database = await scratchPostgres(testServer)
      try {
        await migrate(database.db)
        const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db)
        const service = collector({
          DATABASE_URL: new URL(rows[0]!.name, testServer).href,
          REDIS_URL: 'redis://:secret@127.0.0.1:1',
        })
        let stderr = ''
        service.stderr!.on('data', (chunk: Buffer) => {
          stderr += chunk.toString()
        })
        const began = performance.now()
        expect(await once(service, 'close')).toEqual([1, null])
        expect(performance.now() - began).toBeLessThan(15_000)
        expect(stderr).toMatch(
          /^queue-unreachable: Opening redis:\/\/127\.0\.0\.1:1: Redis does not answer: .*\n$/,
        )
      } finally {
        await database.drop()
      }
    })
  })
}
