import { ownPostgres } from '@whipcount/event-log/own-postgres'
import { localBroker } from '@whipcount/event-log/scratch-kafka'
import { ownRedis } from '@whipcount/job-queue/scratch'
import { createFeeds } from '@whipcount/read-store'
import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import { feedServer, rss, serving } from '../feeds/feed-server.ts'
import { type Cluster, onCluster } from './cluster.ts'
import { startLoad, until } from './load.ts'
import { undisturbed } from './undisturbed.ts'

/** Has a projector stand amid a transaction until `meanwhile` is done. */
async function amidABatch(cluster: Cluster, meanwhile: () => Promise<void>): Promise<void> {
  await cluster.db
    .transaction()
    .execute(async (trx) => {
      await sql`lock table whipcount_p1.sightings in exclusive mode`.execute(trx)
      await until('a projector amid a batch', async () => {
        const { rows } = await sql`
          select from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into whipcount_p1%'`.execute(
          trx,
        )
        return rows.length > 0
      })
      await meanwhile()
    })
    // The restart ends this transaction as well.
    .catch(() => {})
}

describe('services under load', () => {
  it('outlast a broker that is killed, and a Postgres that restarts amid a batch, without a step by hand', async () => {
    const broker = await localBroker()
    const postgres = await ownPostgres()
    try {
      await onCluster(
        {
          server: postgres.url,
          brokers: broker.brokers[0]!,
          sessionTimeoutMs: 1_500,
        },
        async (cluster) => {
          const services = await cluster.startAll()
          const api = services.find(({ name }) => name === 'api')!
          await cluster.declare('lpc-2024')
          const load = startLoad(cluster, () => services[0]!)
          await load.more(200)
          await broker.restart!()
          await load.more(200)
          await amidABatch(cluster, () => postgres.restart(1_000))
          await load.more(200)
          // Away for longer than a session lasts, and with nothing that comes in afterwards to push what was passed over.
          await Promise.all([load.stop(), broker.restart!()])
          await cluster.settled()
          expect(await cluster.digest()).toBe(await undisturbed(load.articles()))
          expect((await cluster.rows())['sightings']).toBe(load.articles().trim().split('\n').length)
          for (const { url } of services) expect((await fetch(`${await url}/readyz`)).status).toBe(200)
          const answer = await fetch(`${await api.url}/challenges`)
          expect({ status: answer.status, pids: cluster.running().map(({ pid }) => pid) }).toEqual({
            status: 200,
            pids: services.map(({ pid }) => pid),
          })
        },
      )
    } finally {
      await broker.stop()
      await postgres.stop()
    }
  })

  it('go on polling feeds after Redis was flushed, and after it was restarted empty', async () => {
    const redis = await ownRedis()
    const site = await feedServer()
    try {
      const options = { server: inject('server'), brokers: inject('brokers'), redisUrl: redis.url }
      await onCluster(options, async (cluster) => {
        const [collector] = await cluster.startAll({ normalizer: 0, projector: 0, api: 0 })
        const feeds = createFeeds(cluster.db)
        const arrives = async (path: string): Promise<void> => {
          site.answer(
            path,
            serving(() => rss([[`${path}/1`, 'Rain', '<p>It rained in Northport.</p>']])),
          )
          const feed = { url: site.url(path), outlet: 'Invented News', everyMinutes: 60 }
          await feeds.add(feed, new Date())
          await until(path, async () => (await feeds.get(feed.url))?.articles === 1)
        }
        await arrives('/one.xml')
        await redis.flush()
        await arrives('/two.xml')
        await redis.restart(1_000)
        await arrives('/three.xml')
        expect(['/one.xml', '/two.xml', '/three.xml'].map((path) => site.asked(path).length)).toEqual([
          1, 1, 1,
        ])
        expect(cluster.running()).toEqual([collector])
      })
    } finally {
      await site.close()
      await redis.stop()
    }
  })
})
