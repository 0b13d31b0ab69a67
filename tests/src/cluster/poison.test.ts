import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import { madeArticles } from '../faults/made-articles.ts'
import { type Cluster, onCluster } from './cluster.ts'

const ARTICLES = 2_000
const articles = madeArticles(ARTICLES, 40, 1)
/** Of the calm figure. */
const FLOOR = 0.5
/** Another machine's worth of work may fall into either run: the best of so many decides. */
const ROUNDS = 3

/** Ids of articles are spread evenly: 30 % of them lie below this. */
const BAD_BELOW = '4ccccccc-cccc-cccc-cccc-cccccccccccc'
const TABLES = ['sightings', 'readings', 'reading_claims']

/** Has the read model refuse whatever is about three articles in ten. */
async function poison({ db }: Cluster): Promise<void> {
  for (const table of TABLES)
    await sql
      .raw(`alter table whipcount_p1.${table} add constraint poison check (article >= '${BAD_BELOW}')`)
      .execute(db)
}

async function mend({ db }: Cluster): Promise<void> {
  for (const table of TABLES)
    await sql.raw(`alter table whipcount_p1.${table} drop constraint poison`).execute(db)
}

/** Seconds from the first article handed in to where everything is read and applied, or set aside. */
async function run(cluster: Cluster, before: () => Promise<void>): Promise<number> {
  const [collector] = await cluster.startAll({ api: 0 })
  await cluster.declare('lpc-2024')
  await before()
  const began = performance.now()
  await cluster.post(collector!, articles)
  await cluster.settled()
  return (performance.now() - began) / 1000
}

const options = () => ({ server: inject('server'), brokers: inject('brokers') })

const calm = () =>
  onCluster(options(), async (cluster) => ({
    seconds: await run(cluster, async () => {}),
    digest: await cluster.digest(),
  }))

const storm = (digest: string) =>
  onCluster(options(), async (cluster) => {
    const seconds = await run(cluster, () => poison(cluster))
    const { rows } = await sql<{ good: number }>`
      select count(*)::integer as good from whipcount_p1.sightings`.execute(cluster.db)
    const good = rows[0]!.good
    expect(good).toBeGreaterThan(0.6 * ARTICLES)
    expect(good).toBeLessThan(0.8 * ARTICLES)
    expect(await cluster.deadLetters.count()).toBeGreaterThan(0.4 * ARTICLES)

    await mend(cluster)
    const redriven = await cluster.whipcount('dead-letters', 'redrive', '--code', 'record-poison')
    expect(redriven).toMatchObject({ code: 0 })
    expect(await cluster.deadLetters.count()).toBe(0)
    expect(await cluster.digest()).toBe(digest)
    return { seconds, good }
  })

describe('a storm of records of which three in ten are bad', () => {
  it('leaves the good ones more than half of their throughput, and nothing behind once they are mended', async () => {
    let best = 0
    for (let round = 0; round < ROUNDS && best < FLOOR; round++) {
      const undisturbed = await calm()
      const { seconds, good } = await storm(undisturbed.digest)
      const [calmly, stormily] = [ARTICLES / undisturbed.seconds, good / seconds]
      best = Math.max(best, stormily / calmly)
      console.log(
        `good articles/s: calm ${calmly.toFixed(0)}, storm ${stormily.toFixed(0)}, ratio ${(stormily / calmly).toFixed(2)}`,
      )
    }
    expect(best).toBeGreaterThan(FLOOR)
  })
})
