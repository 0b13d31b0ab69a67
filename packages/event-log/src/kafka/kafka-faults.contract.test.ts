import { randomBytes, randomUUID } from 'node:crypto'
import { Failure } from '@whipcount/events'
import { Kafka, logLevel, Partitioners } from 'kafkajs'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { ConsumeOptions, EventLog, LogBatch, NewRecord, Subscription } from '../port.ts'
import { createKafkaLog, type KafkaLogOptions } from './kafka-log.ts'
import { localBroker, type ScratchBroker } from './scratch.ts'

const found: ScratchBroker | Error = await localBroker().catch((error: Error) => error)

const series = (count: number, from = 0): NewRecord[] =>
  Array.from({ length: count }, (_, n) => ({ key: `key-${(from + n) % 7}`, value: String(from + n) }))

async function until(what: string, happened: () => boolean, seconds = 30): Promise<void> {
  const deadline = performance.now() + seconds * 1_000
  while (!happened()) {
    if (performance.now() > deadline) throw new Error(`waited ${seconds} s for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Positions kept by compare-and-set, as the read store keeps them, and what was applied with them. */
function createSink() {
  const positions = new Map<string, bigint>()
  const values: string[] = []
  const nameOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`
  return {
    values,
    positions: async (topic: string, partition: number) => positions.get(nameOf({ topic, partition })) ?? 0n,
    apply(batch: LogBatch) {
      if ((positions.get(nameOf(batch)) ?? 0n) !== batch.from) {
        throw new Failure('checkpoint-lost', 'lost', { fate: 'retry' })
      }
      positions.set(nameOf(batch), batch.next)
      values.push(...batch.records.map(({ value }) => value))
    },
  }
}

if (found instanceof Error) {
  it('has a broker of its own to kill', () => {
    console.error(`NOT RUN: the faults of the Kafka log. ${found.message}`)
    expect(process.env['CI']).not.toBe('true')
  })
} else {
  describe('The Kafka log', () => {
    const logs: EventLog[] = []
    const topicPrefix = (): string => `test.${randomUUID()}.`
    const open = async (options: Partial<KafkaLogOptions> = {}): Promise<EventLog> => {
      const log = await createKafkaLog({
        brokers: found.brokers,
        clientId: 'faults',
        topicPrefix: topicPrefix(),
        partitions: { articles: 1 },
        sessionTimeoutMs: 3_000,
        ...options,
      })
      logs.push(log)
      return log
    }
    const consume = (log: EventLog, options: Partial<ConsumeOptions>): Promise<Subscription> =>
      log.consume({
        topics: ['articles'],
        group: 'g',
        positions: async () => 0n,
        handle: async () => {},
        ...options,
      })
    afterEach(async () => {
      await Promise.all(logs.splice(0).map((log) => log.close()))
    })
    afterAll(() => found.stop())

    it('splits a long append into batches, and keeps what has one key together', async () => {
      const log = await open({ compress: false })
      const long = (key: string): NewRecord => ({ key, value: randomBytes(300_000).toString('base64') })
      const records = ['a', 'b', 'c', 'a', 'b', 'c', 'a'].map(long)
      const places = await log.append('articles', records)
      expect(places).toHaveLength(7)
      expect([places[3]!.position, places[6]!.position]).toEqual([
        places[0]!.position + 1n,
        places[0]!.position + 2n,
      ])
      const read = await log.read('articles', 0, 0n, 100)
      for (const [n, { position }] of places.entries()) {
        expect(read[Number(position)]?.value === records[n]!.value).toBe(true)
      }
    })

    it('takes a group of 4 MiB that does not compress, and refuses a longer one whole', async () => {
      const log = await open()
      const value = randomBytes(500_000)
        .toString('latin1')
        .replaceAll(/[^ -~]/g, (c) => String(c.charCodeAt(0) % 10))
      const group = (count: number): NewRecord[] => Array.from({ length: count }, () => ({ key: 'a', value }))
      await log.append('articles', group(8))
      await expect(log.append('articles', group(9))).rejects.toMatchObject({ code: 'article-too-long' })
      expect((await log.ends('articles')).get(0)).toBe(8n)
    })

    it('passes over what transactions of others leave: control records, and aborted ones', async () => {
      const prefix = topicPrefix()
      const log = await open({ topicPrefix: prefix })
      const kafka = new Kafka({ brokers: [...found.brokers], logLevel: logLevel.NOTHING })
      const stranger = kafka.producer({
        transactionalId: prefix,
        createPartitioner: Partitioners.DefaultPartitioner,
      })
      await stranger.connect()
      const transact = async (value: string, end: 'commit' | 'abort'): Promise<void> => {
        const transaction = await stranger.transaction()
        await transaction.send({ topic: `${prefix}articles`, messages: [{ key: 'a', value }] })
        await transaction[end]()
      }
      const sink = createSink()
      const subscription = await consume(log, { ...sink, handle: async (batch) => sink.apply(batch) })
      let failed: unknown = null
      subscription.ended.catch((error) => {
        failed = error
      })
      await transact('1', 'commit')
      await transact('not this', 'abort')
      await transact('nor this', 'abort')
      await until('the first', () => sink.values.length === 1)
      await new Promise((resolve) => setTimeout(resolve, 600))
      await log.append('articles', [{ key: 'a', value: '2' }])
      await transact('3', 'commit')
      await until('three', () => sink.values.length === 3)
      await stranger.disconnect()
      expect(sink.values).toEqual(['1', '2', '3'])
      expect(failed).toBe(null)
    })

    it('keeps its partitions through a batch that takes longer than the session', async () => {
      const log = await open({ sessionTimeoutMs: 1_500 })
      const sink = createSink()
      const ours: boolean[] = []
      await consume(log, {
        batchSize: 2,
        ...sink,
        handle: async (batch) => {
          if (batch.from === 0n) await new Promise((resolve) => setTimeout(resolve, 3_000))
          ours.push(batch.stillOurs())
          sink.apply(batch)
        },
      })
      await log.append('articles', series(4))
      await until('all four', () => sink.values.length === 4)
      expect(ours).toEqual([true, true])
      expect(sink.values).toEqual(['0', '1', '2', '3'])
    })

    it('tells the batch in hand that its partition went to another, and lets the checkpoint decide', async () => {
      const options = { topicPrefix: topicPrefix(), partitions: { articles: 2 } }
      const [one, two] = [await open(options), await open(options)]
      await one.append('articles', series(20))
      const sink = createSink()
      let release: () => void = () => {}
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      const held: LogBatch[] = []
      const refused: unknown[] = []
      await consume(one, {
        ...sink,
        onRetry: (error) => refused.push((error as Failure).code),
        handle: async (batch) => {
          held.push(batch)
          await released
          sink.apply(batch)
        },
      })
      await until('both partitions in hand', () => held.length === 2)
      const taken: LogBatch[] = []
      await consume(two, {
        ...sink,
        handle: async (batch) => {
          taken.push(batch)
          sink.apply(batch)
        },
      })
      await until('the other to take one', () => taken.length > 0)
      const lost = held.find(({ partition }) => partition === taken[0]!.partition)!
      expect(lost.stillOurs()).toBe(false)
      release()
      await until('everything', () => sink.values.length >= 20)
      expect(new Set(sink.values).size).toBe(20)
      expect(sink.values).toHaveLength(20)
    })

    it('ends when a batch is not handled in time, and stops without waiting for it for ever', async () => {
      const log = await open({ handleTimeoutMs: 500, stopTimeoutMs: 1_000 })
      await log.append('articles', series(1))
      const subscription = await consume(log, { handle: () => new Promise(() => {}) })
      await expect(subscription.ended).rejects.toMatchObject({ code: 'record-poison' })
      const begun = performance.now()
      await subscription.stop()
      expect(performance.now() - begun).toBeLessThan(4_000)
    })

    it('ends when the positions lie outside the log', async () => {
      const log = await open()
      await log.append('articles', series(3))
      const subscription = await consume(log, { positions: async () => 4n })
      await expect(subscription.ended).rejects.toMatchObject({ code: 'log-conflict', fate: 'halt' })
    })

    it('ends when records vanish ahead of it, instead of jumping over them', async () => {
      const prefix = topicPrefix()
      const log = await open({ topicPrefix: prefix })
      await log.append('articles', series(10))
      const handled: string[] = []
      const subscription = await consume(log, {
        positions: async () => 0n,
        handle: async ({ records }) => void handled.push(...records.map(({ value }) => value)),
      })
      await until('the first ten', () => handled.length === 10)
      subscription.seek('articles', 0, 5n)
      const admin = new Kafka({ brokers: [...found.brokers], logLevel: logLevel.NOTHING }).admin()
      await admin.connect()
      subscription.pause()
      // kafkajs deletes by the metadata that it happens to hold.
      await admin.fetchTopicOffsets(`${prefix}articles`)
      await admin.deleteTopicRecords({
        topic: `${prefix}articles`,
        partitions: [{ partition: 0, offset: '8' }],
      })
      subscription.seek('articles', 0, 2n)
      subscription.resume()
      await admin.disconnect()
      await expect(subscription.ended).rejects.toMatchObject({
        code: 'log-conflict',
        context: { position: '2', low: '8' },
      })
    })

    it('loses and repeats nothing when the broker is killed amid it', async () => {
      // On a busy machine a broker takes half a minute to come back.
      const log = await open({ partitions: { articles: 3 }, timeoutMs: 120_000 })
      const sink = createSink()
      await consume(log, { ...sink, handle: async (batch) => sink.apply(batch) })
      let sent = 0
      let sending = true
      const errors: unknown[] = []
      const writing = (async () => {
        while (sending) {
          await log.append('articles', series(20, sent)).catch((error) => errors.push(error))
          sent += 20
        }
      })()
      await until('records before', () => sink.values.length > 500)
      await found.restart!()
      const before = sink.values.length
      await until('records after', () => sink.values.length > before + 500, 90)
      sending = false
      await writing
      expect(errors).toEqual([])
      await until('everything', () => sink.values.length >= sent)
      expect(sink.values).toHaveLength(sent)
      expect(new Set(sink.values).size).toBe(sent)
      expect((await log.read('articles', 0, 0n, 10)).length).toBe(10)
    })

    it('fails within its time, as worth trying again, when no broker answers', async () => {
      const timeoutMs = 2_000
      const log = await open({ timeoutMs, outageMs: 3_000, stopTimeoutMs: 2_000 })
      await log.append('articles', series(1))
      await log.read('articles', 0, 0n, 1)
      const subscription = await consume(log, {})
      await found.stop()
      const gone = { code: 'log-unreachable', fate: 'retry' }
      const begun = performance.now()
      await Promise.all([
        expect(log.append('articles', series(1))).rejects.toMatchObject(gone),
        expect(log.read('articles', 0, 0n, 1)).rejects.toMatchObject(gone),
        expect(log.ends('articles')).rejects.toMatchObject(gone),
        expect(consume(log, { group: 'other' })).rejects.toMatchObject(gone),
        expect(open({ timeoutMs })).rejects.toMatchObject(gone),
      ])
      expect(performance.now() - begun).toBeLessThan(timeoutMs + 1_000)
      await expect(subscription.ended).rejects.toMatchObject(gone)
      await log.close()
      expect(performance.now() - begun).toBeLessThan(15_000)
    })
  })
}
