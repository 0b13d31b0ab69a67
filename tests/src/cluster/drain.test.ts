import { once } from 'node:events'
import http from 'node:http'
import { describe, expect, inject, it } from 'vitest'
import { madeArticles } from '../faults/made-articles.ts'
import { onCluster } from './cluster.ts'
import { startLoad, until } from './load.ts'
import type { Service } from './service.ts'
import { undisturbed } from './undisturbed.ts'

const DRAIN_MS = 10_000

const works = (service: Service): Promise<number> => service.measure('whipcount_records_total').catch(() => 0)

/** Rows that a projector found there already, and batches that another had committed before it. */
const doubled = async (service: Service) => ({
  repeats: await service.measure('whipcount_repeats_total'),
  lost: await service.measure('whipcount_lost_checkpoints_total'),
})

/** Sends half of a request's lines; what it returns sends the rest and resolves to the status. */
async function beginPosting(url: string, lines: string): Promise<() => Promise<number>> {
  const middle = lines.indexOf('\n', lines.length / 2) + 1
  const request = http.request(`${url}/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', expect: '100-continue' },
  })
  const answered = new Promise<number>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
  })
  answered.catch(() => {})
  // Until it says to go on the collector may not have come to it.
  request.flushHeaders()
  await Promise.race([once(request, 'continue'), answered])
  request.write(lines.slice(0, middle))
  return () => {
    request.end(lines.slice(middle))
    return answered
  }
}

const refuses = async (service: Service): Promise<boolean> =>
  fetch(`${await service.url}/livez`, { headers: { connection: 'close' } }).then(
    () => false,
    () => true,
  )

describe('SIGTERM under load', () => {
  it('has every service end with 0 within its deadline, and nothing is lost or comes twice', async () => {
    await onCluster(
      {
        server: inject('server'),
        brokers: inject('brokers'),
        environment: { WHIPCOUNT_DRAIN_MS: `${DRAIN_MS}` },
      },
      async (cluster) => {
        const before = await cluster.startAll()
        await cluster.declare('lpc-2024')
        let collector = before[0]!
        const load = startLoad(cluster, () => collector)
        await load.more(200)
        const [taking, reading, applying] = await cluster.startAll({ api: 0 })
        for (const service of [reading!, applying!])
          await until('both to have their share', async () => (await works(service)) > 0)
        const undone = await doubled(applying!)
        collector = taking!
        await load.more(80)
        const late = madeArticles(40, 40, 1_000_000)
        const finish = await beginPosting(await before[0]!.url, late)
        const began = performance.now()
        for (const service of before) service.signal('SIGTERM')
        await until('the old collector to take nothing new', () => refuses(before[0]!))
        // What it had begun to take it takes, and answers.
        expect(await finish()).toBe(202)
        for (const service of before) expect(await service.exited).toEqual({ code: 0, signal: null })
        expect(performance.now() - began).toBeLessThan(DRAIN_MS)
        await load.more(80)
        await load.stop()
        await cluster.settled()
        // What was drained was committed: nobody does it again.
        expect(await doubled(applying!)).toEqual(undone)
        expect((await cluster.rows())['sightings']).toBe((load.articles() + late).trim().split('\n').length)
        const rest = cluster.running()
        for (const service of rest) service.signal('SIGTERM')
        for (const service of rest) expect(await service.exited).toEqual({ code: 0, signal: null })
        expect(await cluster.digest()).toBe(await undisturbed(load.articles() + late))
      },
    )
  })
})
