import { failpoints } from '@whipcount/service-kit'
import { describe, expect, inject, it } from 'vitest'
import { createRandom } from '../bench/articles.ts'
import { type Cluster, onCluster } from './cluster.ts'
import { startLoad } from './load.ts'
import type { Service, ServiceName } from './service.ts'
import { undisturbed } from './undisturbed.ts'

/** Kills of each service at each of its points: `CLUSTER_KILLS=200` is a soak of hours. */
const KILLS = Number(process.env['CLUSTER_KILLS'] ?? 2)
const seed = Number(process.env['CLUSTER_SEED'] ?? Math.floor(Math.random() * 1e9))
/** A point that is not come to in so long never will be. */
const HIT_MS = 120_000

interface Kill {
  readonly service: 'normalizer' | 'projector'
  readonly point: string
  readonly count: number
}

/** The kills of one service, in an order of their own for each seed. */
function killsOf(service: Kill['service'], random: () => number): Kill[] {
  const points = failpoints.filter((name) => name.startsWith(service) || name.startsWith('consumer/'))
  const kills = points.flatMap((point) =>
    Array.from({ length: KILLS }, (): Kill => {
      const most = point === 'consumer/assigned' ? 3 : point.startsWith('consumer/') ? 2 : 12
      return { service, point, count: 1 + Math.floor(random() * most) }
    }),
  )
  return kills
    .map((kill) => ({ kill, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ kill }) => kill)
}

/** Adds another member to the group and takes it away until the process has died: only that makes the group share anew. */
async function disturb(cluster: Cluster, service: ServiceName, victim: Service): Promise<void> {
  let dead = false
  void victim.exited.then(() => {
    dead = true
  })
  while (!dead) {
    const other = cluster.start(service)
    // It has joined once it handles something.
    while (!dead && (await other.measure('whipcount_records_total').catch(() => 0)) === 0)
      await new Promise((resolve) => setTimeout(resolve, 20))
    other.signal('SIGTERM')
    await other.exited
  }
}

async function kill(cluster: Cluster, { service, point, count }: Kill): Promise<void> {
  const victim = cluster.start(service, {
    WHIPCOUNT_FAILPOINT: `${point}:${count}`,
    WHIPCOUNT_BATCH_SIZE: '5',
  })
  const timer = setTimeout(() => victim.signal('SIGTERM'), HIT_MS)
  const shared = point === 'consumer/rebalancing' || point === 'consumer/assigned'
  const [exit] = await Promise.all([victim.exited, shared ? disturb(cluster, service, victim) : null])
  clearTimeout(timer)
  expect(exit, `${service} at ${point}:${count} (seed ${seed})\n${victim.stderr()}`).toEqual({
    code: null,
    signal: 'SIGKILL',
  })
}

describe('kill -9 of normalizers and projectors at every named point', () => {
  it('loses and doubles nothing', async () => {
    console.log(
      `kill matrix: seed ${seed} (CLUSTER_SEED repeats it), ${KILLS} kills at each point (CLUSTER_KILLS)`,
    )
    const random = createRandom(seed)
    const hits = new Map<string, number>()
    await onCluster(
      { server: inject('server'), brokers: inject('brokers'), sessionTimeoutMs: 1_500 },
      async (cluster) => {
        const [collector] = await cluster.startAll({ api: 0 })
        await cluster.declare('lpc-2024')
        const load = startLoad(cluster, () => collector!)
        const killAll = async (service: Kill['service']): Promise<void> => {
          for (const one of killsOf(service, random)) {
            await kill(cluster, one)
            const cell = `${service} ${one.point}`
            hits.set(cell, (hits.get(cell) ?? 0) + 1)
          }
        }
        await Promise.all([killAll('normalizer'), killAll('projector')])
        await load.stop()
        await cluster.settled()
        const rows = await cluster.rows()
        console.table(
          [...hits]
            .map(([cell, times]) => ({ 'killed at': cell, times }))
            .sort((a, b) => (a['killed at'] < b['killed at'] ? -1 : 1)),
        )
        console.log(`kill matrix: ${JSON.stringify(rows)}`)
        expect(rows['sightings']).toBe(load.articles().trim().split('\n').length)
        expect(await cluster.digest()).toBe(await undisturbed(load.articles()))
      },
    )
    expect(hits.size).toBe(
      2 * failpoints.filter((name) => name.startsWith('consumer/')).length +
        failpoints.filter((name) => !name.startsWith('consumer/')).length,
    )
  })
})
