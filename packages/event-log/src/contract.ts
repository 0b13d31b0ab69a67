import { Failure } from '@whipcount/events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  demandOurs,
  type EventLog,
  LONGEST_RECORD_BYTES,
  type LogBatch,
  type NewRecord,
  type Subscription,
} from './port.ts'

/** What a suite needs of an adapter: empty storage for each test, and any number of logs over it. */
export interface LogHarness {
  /** Opens a log over the test's storage as one process does; may be called several times. */
  open(partitions: Readonly<Record<string, number>>): Promise<EventLog>
  /** Removes the storage. */
  drop(): Promise<void>
}

const record = (key: string, n: number): NewRecord => ({ key, value: JSON.stringify({ key, n }) })
const series = (key: string, count: number): NewRecord[] =>
  Array.from({ length: count }, (_, n) => record(key, n))

/** Positions as a consumer keeps them, moved by compare-and-set like the read store's. */
function createPositions() {
  const positions = new Map<string, bigint>()
  const name = (topic: string, partition: number) => `${topic}/${partition}`
  return {
    get: async (topic: string, partition: number) => positions.get(name(topic, partition)) ?? 0n,
    advance({ topic, partition, from, next }: LogBatch) {
      if ((positions.get(name(topic, partition)) ?? 0n) !== from) {
        throw new Failure('checkpoint-lost', 'lost', { fate: 'retry' })
      }
      positions.set(name(topic, partition), next)
    },
    sum: () => [...positions.values()].reduce((total, position) => total + position, 0n),
  }
}

/** Waits for something that consumers bring about; fails loudly instead of waiting for ever. */
async function until(what: string, happened: () => boolean): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!happened()) {
    if (performance.now() > deadline) throw new Error(`waited 30 s for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The suite that every adapter of the log passes. */
export function eventLogContract(name: string, harness: () => Promise<LogHarness>): void {
  describe(`${name} keeps the contract of the log`, () => {
    let storage: LogHarness
    let logs: EventLog[]
    let subscriptions: Subscription[]
    const open = async (partitions: Record<string, number>): Promise<EventLog> => {
      const log = await storage.open(partitions)
      logs.push(log)
      return log
    }
    const consume = async (
      log: EventLog,
      options: Parameters<EventLog['consume']>[0],
    ): Promise<Subscription> => {
      const subscription = await log.consume(options)
      subscriptions.push(subscription)
      return subscription
    }
    beforeEach(async () => {
      storage = await harness()
      logs = []
      subscriptions = []
    })
    afterEach(async () => {
      await Promise.all(subscriptions.map((subscription) => subscription.stop()))
      await Promise.all(logs.map((log) => log.close()))
      await storage.drop()
    })

    it('gives appended records back as they were, in order', async () => {
      const log = await open({ articles: 1 })
      const value = JSON.stringify({ text: 'Séance “levée”, \\ { } , "quoted" 🗳️\n\u0000' })
      const places = await log.append('articles', [
        { key: 'a', value, headers: { traceparent: '00-ab-cd-01' } },
        { key: 'b', value: '{}' },
      ])
      expect(places).toHaveLength(2)
      const records = await log.read('articles', 0, 0n, 10)
      expect(records.map(({ key, value, headers }) => ({ key, value, headers }))).toEqual([
        { key: 'a', value, headers: { traceparent: '00-ab-cd-01' } },
        { key: 'b', value: '{}', headers: {} },
      ])
      expect(records.map(({ partition, position }) => ({ partition, position }))).toEqual(places)
      expect(Math.abs(records[0]!.appendedAt.getTime() - Date.now())).toBeLessThan(60_000)
    })

    it('reads from a position on, and nothing at the end', async () => {
      const log = await open({ articles: 1 })
      const places = await log.append('articles', series('a', 5))
      const rest = await log.read('articles', 0, places[2]!.position, 2)
      expect(rest.map(({ position }) => position)).toEqual([places[2]!.position, places[3]!.position])
      const end = (await log.ends('articles')).get(0)!
      expect(end).toBeGreaterThan(places[4]!.position)
      expect(await log.read('articles', 0, end, 10)).toEqual([])
    })

    it('keeps the records of one key in one partition, in order', async () => {
      const log = await open({ articles: 4 })
      const keys = Array.from({ length: 20 }, (_, n) => `key-${n}`)
      const first = await log.append(
        'articles',
        keys.map((key) => record(key, 0)),
      )
      const second = await log.append(
        'articles',
        keys.map((key) => record(key, 1)),
      )
      expect(await log.partitions('articles')).toBe(4)
      expect(new Set(first.map(({ partition }) => partition)).size).toBe(4)
      expect(second.map(({ partition }) => partition)).toEqual(first.map(({ partition }) => partition))
      for (const [n, { position }] of second.entries()) expect(position).toBeGreaterThan(first[n]!.position)
    })

    it('appends all of a group or nothing', async () => {
      const log = await open({ articles: 2 })
      const tooLong = { key: 'long', value: 'x'.repeat(LONGEST_RECORD_BYTES) }
      await expect(log.append('articles', [...series('a', 3), tooLong])).rejects.toMatchObject({
        code: 'article-too-long',
        fate: 'deadLetter',
      })
      expect([...(await log.ends('articles')).values()]).toEqual([0n, 0n])
    })

    it('holds a record of the greatest length', async () => {
      const log = await open({ articles: 1 })
      const value = 'x'.repeat(LONGEST_RECORD_BYTES - 1)
      await log.append('articles', [{ key: 'a', value }])
      expect((await log.read('articles', 0, 0n, 1))[0]?.value).toBe(value)
    })

    it('refuses an unknown topic', async () => {
      const log = await open({ articles: 1 })
      const failure = { code: 'topic-mismatch' }
      await expect(log.append('rumours', series('a', 1))).rejects.toMatchObject(failure)
      await expect(log.ends('rumours')).rejects.toMatchObject(failure)
      await expect(log.partitions('rumours')).rejects.toMatchObject(failure)
    })

    it('refuses a topic with another number of partitions', async () => {
      await open({ articles: 2 })
      await expect(open({ articles: 3 })).rejects.toMatchObject({ code: 'topic-mismatch' })
    })

    it('shows a reader each record once, however many append at the same time', async () => {
      const writers = await Promise.all([1, 2, 3].map(() => open({ articles: 1 })))
      const reader = await open({ articles: 1 })
      const seen: string[] = []
      let from = 0n
      let writing = true
      const reading = (async () => {
        while (true) {
          const last = !writing
          const records = await reader.read('articles', 0, from, 1000)
          for (const { value, position } of records) {
            seen.push(value)
            from = position + 1n
          }
          if (last && records.length === 0) return
        }
      })()
      await Promise.all(
        writers.map(async (log, w) => {
          for (let n = 0; n < 30; n++)
            await log.append('articles', [record(`w${w}`, 2 * n), record(`w${w}`, 2 * n + 1)])
        }),
      )
      writing = false
      await reading
      expect(seen).toHaveLength(180)
      for (const w of [0, 1, 2]) {
        const own = seen
          .map((value) => JSON.parse(value) as { key: string; n: number })
          .filter(({ key }) => key === `w${w}`)
        expect(own.map(({ n }) => n)).toEqual(Array.from({ length: 60 }, (_, n) => n))
      }
    })

    it('hands a consumer everything from its positions on, in batches of its size', async () => {
      const log = await open({ articles: 1 })
      const places = await log.append('articles', series('a', 25))
      const start = places[5]!.position
      const batches: LogBatch[] = []
      await consume(log, {
        topics: ['articles'],
        group: 'g',
        batchSize: 10,
        positions: async () => start,
        handle: async (batch) => {
          expect(batch.stillOurs()).toBe(true)
          batches.push(batch)
        },
      })
      await until('20 records', () => batches.flatMap(({ records }) => records).length >= 20)
      expect(batches.flatMap(({ records }) => records).map(({ position }) => position)).toEqual(
        places.slice(5).map(({ position }) => position),
      )
      expect(batches.every(({ records }) => records.length <= 10)).toBe(true)
      expect(batches[0]!.from).toBe(start)
      for (const [n, batch] of batches.entries()) {
        expect(batch.next).toBeGreaterThan(batch.records.at(-1)!.position)
        if (n > 0) expect(batch.from).toBe(batches[n - 1]!.next)
      }
    })

    it('bounds a batch in bytes', async () => {
      const log = await open({ articles: 1 })
      const value = 'x'.repeat(1000)
      await log.append(
        'articles',
        Array.from({ length: 10 }, () => ({ key: 'a', value })),
      )
      const lengths: number[] = []
      await consume(log, {
        topics: ['articles'],
        group: 'g',
        maxBytes: 2500,
        positions: async () => 0n,
        handle: async ({ records }) => void lengths.push(records.length),
      })
      await until('all records', () => lengths.reduce((sum, n) => sum + n, 0) >= 10)
      expect(Math.max(...lengths)).toBeLessThanOrEqual(3)
    })

    it('tells a waiting consumer of new records', async () => {
      const log = await open({ articles: 1, desk: 1 })
      const topics: string[] = []
      await consume(log, {
        topics: ['articles', 'desk'],
        group: 'g',
        positions: async () => 0n,
        handle: async ({ topic }) => void topics.push(topic),
      })
      await log.append('articles', series('a', 1))
      await until('the article', () => topics.includes('articles'))
      await log.append('desk', series('d', 1))
      await until('the declaration', () => topics.includes('desk'))
    })

    it('goes on from the committed position after a failure that is to be tried again', async () => {
      const log = await open({ articles: 1 })
      await log.append('articles', series('a', 6))
      const positions = createPositions()
      const handled: bigint[] = []
      const retried: unknown[] = []
      let failures = 2
      await consume(log, {
        topics: ['articles'],
        group: 'g',
        batchSize: 2,
        positions: positions.get,
        onRetry: (error) => retried.push((error as Failure).code),
        handle: async (batch) => {
          if (batch.from > 0n && failures > 0) {
            failures -= 1
            throw new Failure('database-unreachable', 'gone', { fate: 'retry' })
          }
          positions.advance(batch)
          handled.push(...batch.records.map(({ position }) => position))
        },
      })
      await until('all six', () => handled.length >= 6)
      expect(handled).toEqual([0n, 1n, 2n, 3n, 4n, 5n])
      expect(retried).toEqual(['database-unreachable', 'database-unreachable'])
    })

    it('hands out again what its handler refused as no longer its own', async () => {
      const log = await open({ articles: 1 })
      await log.append('articles', series('a', 3))
      const positions = createPositions()
      const handled: bigint[] = []
      const retried: unknown[] = []
      let tries = 0
      await consume(log, {
        topics: ['articles'],
        group: 'g',
        positions: positions.get,
        onRetry: (error) => retried.push((error as Failure).code),
        handle: async (batch) => {
          tries += 1
          demandOurs(tries > 1 ? batch : { ...batch, stillOurs: () => false })
          positions.advance(batch)
          handled.push(...batch.records.map(({ position }) => position))
        },
      })
      await until('all three', () => handled.length >= 3)
      expect(handled).toEqual([0n, 1n, 2n])
      expect(retried).toEqual(['partition-lost'])
    })

    it('ends with the failure that halts it', async () => {
      const log = await open({ articles: 1 })
      await log.append('articles', series('a', 1))
      const subscription = await consume(log, {
        topics: ['articles'],
        group: 'g',
        positions: async () => 0n,
        handle: async () => {
          throw new Failure('database-newer', 'upgrade')
        },
      })
      await expect(subscription.ended).rejects.toMatchObject({ code: 'database-newer' })
    })

    it('shares the partitions among the consumers of a group, and hands them over when one stops', async () => {
      const topics = { articles: 4 }
      const [writer, one, two] = [await open(topics), await open(topics), await open(topics)]
      const positions = createPositions()
      const partitionsOf = [new Set<number>(), new Set<number>()]
      const handled: string[] = []
      const start = (log: EventLog, n: 0 | 1): Promise<Subscription> =>
        consume(log, {
          topics: ['articles'],
          group: 'g',
          positions: positions.get,
          handle: async (batch) => {
            positions.advance(batch)
            partitionsOf[n]!.add(batch.partition)
            handled.push(...batch.records.map(({ value }) => value))
          },
        })
      const first = await start(one, 0)
      await start(two, 1)
      let sent = 0
      const send = async (): Promise<void> => {
        await writer.append(
          'articles',
          Array.from({ length: 40 }, (_, n) => record(`key-${n}`, sent + n)),
        )
        sent += 40
      }
      const deadline = performance.now() + 40_000
      while (partitionsOf[0]!.size === 0 || partitionsOf[1]!.size === 0) {
        if (performance.now() > deadline) throw new Error('one consumer got nothing for 40 s')
        await send()
        const target = sent
        await until('what was sent', () => handled.length >= target)
      }
      await first.stop()
      partitionsOf[1]!.clear()
      const target = sent + 40
      await send()
      await until('what was sent after the hand-over', () => handled.length >= target)
      expect(partitionsOf[1]!.size).toBe(4)
      expect(handled).toHaveLength(target)
      expect(new Set(handled).size).toBe(target)
    })

    it('gives each group everything', async () => {
      const log = await open({ articles: 1 })
      await log.append('articles', series('a', 3))
      const counts = { projector: 0, normalizer: 0 }
      for (const group of ['projector', 'normalizer'] as const) {
        await consume(log, {
          topics: ['articles'],
          group,
          positions: async () => 0n,
          handle: async ({ records }) => {
            counts[group] += records.length
          },
        })
      }
      await until('both groups', () => counts.projector === 3 && counts.normalizer === 3)
    })

    it('seeks', async () => {
      const log = await open({ articles: 1 })
      await log.append('articles', series('a', 4))
      const handled: bigint[] = []
      const subscription = await consume(log, {
        topics: ['articles'],
        group: 'g',
        positions: async () => 0n,
        handle: async ({ records }) => void handled.push(...records.map(({ position }) => position)),
      })
      await until('the first pass', () => handled.length === 4)
      subscription.seek('articles', 0, 2n)
      await log.append('articles', series('a', 1))
      await until('the second pass', () => handled.length >= 7)
      expect(handled).toEqual([0n, 1n, 2n, 3n, 2n, 3n, 4n])
    })

    it('hands out nothing while paused', async () => {
      const log = await open({ articles: 1 })
      let handled = 0
      const subscription = await consume(log, {
        topics: ['articles'],
        group: 'g',
        positions: async () => 0n,
        handle: async ({ records }) => {
          handled += records.length
        },
      })
      await log.append('articles', series('a', 1))
      await until('the first record', () => handled === 1)
      subscription.pause()
      await log.append('articles', series('a', 1))
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(handled).toBe(1)
      subscription.resume()
      await until('the second record', () => handled === 2)
    })

    it('finishes the batch in hand when it is stopped, and hands out no other', async () => {
      const log = await open({ articles: 1 })
      await log.append('articles', series('a', 4))
      let begun = 0
      let finished = 0
      let release: () => void = () => {}
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      const subscription = await consume(log, {
        topics: ['articles'],
        group: 'g',
        batchSize: 1,
        positions: async () => 0n,
        handle: async () => {
          begun += 1
          await released
          finished += 1
        },
      })
      await until('the first batch', () => begun === 1)
      const stopping = subscription.stop()
      release()
      await stopping
      expect([begun, finished]).toEqual([1, 1])
    })
  })
}
