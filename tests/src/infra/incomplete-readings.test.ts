import type { CloudEvent } from '@whipcount/events'
import { createQueries } from '@whipcount/read-store'
import { createMetrics, silent } from '@whipcount/service-kit'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { watchReadings } from '../../../services/projector/src/watch-readings.ts'
import { openReadModel } from '../house/read-model.ts'
import { history } from '../replay/history.ts'

/** Whether every claim that a reading lists is told too. */
function isWhole(events: readonly CloudEvent[]): boolean {
  const told = new Set(
    events.map(({ data }) => {
      const { reading, claim } = data as { reading?: string; claim?: string }
      return `${reading} ${claim}`
    }),
  )
  return events.every(({ type, data }) => {
    if (type !== 'article.normalized') return true
    const { reading, claims } = data as { reading: string; claims: readonly string[] }
    return claims.every((claim) => told.has(`${reading} ${claim}`))
  })
}

describe('the measure of incomplete readings', () => {
  let model: Awaited<ReturnType<typeof openReadModel>>
  beforeAll(async () => {
    model = await openReadModel('pglite')
  })
  afterAll(() => model.drop())

  it('counts the readings of which a claim has not arrived, until it has', async () => {
    const { events } = fc
      .sample(history, { numRuns: 50, seed: 3 })
      .find(({ events }) => events.some(({ type }) => type.endsWith('.reported')) && isWhole(events))!
    const claims = events.filter(({ type }) => type.endsWith('.reported'))
    const metrics = createMetrics('projector')
    const watching = watchReadings({
      queries: createQueries(model.db),
      metrics,
      logger: silent,
      intervalMs: 20,
    })
    const measured = async (): Promise<number> => (await metrics.incompleteReadings.get()).values[0]!.value
    const until = async (holds: (value: number) => boolean): Promise<void> => {
      const deadline = performance.now() + 30_000
      while (!holds(await measured())) {
        if (performance.now() > deadline) throw new Error(`waited 30 s; it stands at ${await measured()}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    }
    try {
      await model.apply(events.filter((event) => !claims.includes(event)))
      await until((value) => value > 0)
      expect(await measured()).toBe((await model.queries.status()).incomplete.length)
      await model.apply(claims)
      await until((value) => value === 0)
    } finally {
      await watching.stop()
    }
  })
})
