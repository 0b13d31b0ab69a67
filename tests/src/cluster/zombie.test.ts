import { readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { madeArticles } from '../faults/made-articles.ts'
import { type Cluster, onCluster } from './cluster.ts'
import type { Service } from './service.ts'
import { undisturbed } from './undisturbed.ts'

const SESSION_MS = 2_000

/** Waits until a process has stopped itself at its point. */
async function stopped(service: Service): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; ) {
    // The third field of /proc/PID/stat, behind the command's closing bracket: T is stopped.
    if (/\) T /.test(readFileSync(`/proc/${service.pid}/stat`, 'utf8'))) return
    if (Date.now() > deadline) throw new Error(`waited a minute for ${service.name} to stop itself`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Waits until a process has counted so many lost compare-and-sets. */
async function lost(service: Service, count: number): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; ) {
    if ((await service.measure('whipcount_lost_checkpoints_total')) >= count) return
    if (Date.now() > deadline)
      throw new Error(`waited a minute for ${service.name} to lose: ${service.stderr()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Everything that a batch of a zombie could change. */
const stateOf = async (cluster: Cluster) => ({ digest: await cluster.digest(), rows: await cluster.rows() })

describe.each([
  { log: 'Kafka', brokers: () => inject('brokers') },
  { log: 'the table log', brokers: () => null },
])('an owner on $log that was frozen past its session', ({ brokers }) => {
  it.each(['projector/before-apply', 'normalizer/before-append'] as const)(
    'has its next batch rolled back when it comes round at %s',
    async (point) => {
      const service = point.startsWith('projector') ? 'projector' : 'normalizer'
      const options = {
        server: inject('server'),
        brokers: brokers(),
        partitions: 1,
        sessionTimeoutMs: SESSION_MS,
      }
      await onCluster(options, async (cluster) => {
        const [collector, normalizer, projector] = await cluster.startAll({ api: 0 })
        await cluster.declare('lpc-2024')
        const before = service === 'projector' ? projector! : normalizer!
        before.signal('SIGTERM')
        expect(await before.exited).toEqual({ code: 0, signal: null })

        const zombie = cluster.start(service, { WHIPCOUNT_FAILPOINT: `${point}:1:stop` })
        const articles = madeArticles(30, 40, 1)
        await cluster.post(collector!, articles)
        await stopped(zombie)
        const heir = cluster.start(service)
        await heir.url
        await cluster.settled()
        const taken = await stateOf(cluster)
        expect(taken.rows['sightings']).toBe(30)

        zombie.signal('SIGCONT')
        await lost(zombie, 1)
        // What it appended again is a repetition, and goes through the projector like everything else.
        await cluster.settled()
        expect(await stateOf(cluster)).toEqual(taken)
        // One loss for each partition of which it had a batch in hand.
        const losses = await zombie.measure('whipcount_lost_checkpoints_total')

        // It goes on as a member like any other.
        const more = madeArticles(30, 40, 2)
        await cluster.post(collector!, more)
        await cluster.settled()
        expect(await zombie.measure('whipcount_lost_checkpoints_total')).toBe(losses)
        expect(await heir.measure('whipcount_lost_checkpoints_total')).toBe(0)
        expect(await cluster.digest()).toBe(await undisturbed(articles + more))
      })
    },
  )
})

describe('a projector that was frozen amid its transaction', () => {
  it('does not keep its heir waiting for ever, and changes nothing when it comes round', async () => {
    const options = {
      server: inject('server'),
      brokers: inject('brokers'),
      partitions: 1,
      sessionTimeoutMs: SESSION_MS,
    }
    await onCluster(options, async (cluster) => {
      const [collector, , projector] = await cluster.startAll({ api: 0 })
      await cluster.declare('lpc-2024')
      projector!.signal('SIGTERM')
      await projector!.exited
      const zombie = cluster.start('projector', { WHIPCOUNT_FAILPOINT: 'projector/before-commit:1:stop' })
      const articles = madeArticles(30, 40, 1)
      await cluster.post(collector!, articles)
      await stopped(zombie)
      await cluster.start('projector').url
      await cluster.settled()
      const taken = await stateOf(cluster)
      zombie.signal('SIGCONT')
      await cluster.post(collector!, madeArticles(30, 40, 1))
      await cluster.settled()
      zombie.signal('SIGTERM')
      expect(await zombie.exited).toEqual({ code: 0, signal: null })
      expect(await stateOf(cluster)).toEqual(taken)
      expect(taken.digest).toBe(await undisturbed(articles))
    })
  })
})
