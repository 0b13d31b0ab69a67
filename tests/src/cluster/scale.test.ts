import { describe, expect, inject, it } from 'vitest'
import { madeArticles } from '../faults/made-articles.ts'
import { type Cluster, onCluster } from './cluster.ts'
import { until } from './load.ts'
import { undisturbed } from './undisturbed.ts'

const ARTICLES = 600
const articles = madeArticles(ARTICLES, 40, 1)

const options = () => ({ server: inject('server'), brokers: inject('brokers'), partitions: 12 })

async function expectUndisturbed(cluster: Cluster): Promise<void> {
  await cluster.settled()
  expect((await cluster.rows())['sightings']).toBe(ARTICLES)
  expect(await cluster.digest()).toBe(await undisturbed(articles))
}

describe('normalizers over 12 partitions', () => {
  it.each([1, 2, 4])('come to the same digest when they are %i', async (normalizer) => {
    await onCluster(options(), async (cluster) => {
      const services = await cluster.startAll({ normalizer, projector: 2, api: 0 })
      await cluster.declare('lpc-2024')
      await cluster.post(services[0]!, articles)
      await expectUndisturbed(cluster)
      const read = await Promise.all(
        services
          .filter(({ name }) => name === 'normalizer')
          .map((service) => service.measure('whipcount_records_total', { outcome: 'read' })),
      )
      console.log(`articles read by each of ${normalizer}: ${read.join(', ')}`)
      expect(read.filter((count) => count > 0).length).toBeGreaterThan(normalizer / 2)
    })
  })

  it('come to the same digest when they come and go in mid stream', async () => {
    await onCluster({ ...options(), environment: { WHIPCOUNT_BATCH_SIZE: '5' } }, async (cluster) => {
      const [collector, ...first] = await cluster.startAll({ api: 0 })
      await cluster.declare('lpc-2024')
      const lines = articles.trim().split('\n')
      const group = ARTICLES / 6
      const works = (service: { measure(name: string): Promise<number> }): Promise<void> =>
        until(
          'a member to handle something',
          async () => (await service.measure('whipcount_records_total')) > 0,
        )
      let members = first
      for (let n = 0; n < 6; n++) {
        const joining = (['normalizer', 'projector'] as const).map((name) => cluster.start(name))
        await cluster.post(collector!, lines.slice(n * group, (n + 1) * group).join('\n'))
        await Promise.all(joining.map(({ url }) => url))
        if (n % 2 === 1) await Promise.all(joining.map(works))
        for (const service of members) service.signal('SIGTERM')
        for (const service of members) expect(await service.exited).toEqual({ code: 0, signal: null })
        members = joining
      }
      await expectUndisturbed(cluster)
    })
  })
})
