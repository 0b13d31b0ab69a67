import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { JobQueue, Schedule } from '../port.ts'
import { type BullmqQueueOptions, createBullmqQueue } from './bullmq-queue.ts'
import { keepWorker } from './keep-worker.ts'
import { ask, type OwnRedis, ownRedis } from './scratch.ts'

type Data = { readonly n: number }
const own: OwnRedis | Error = await ownRedis().catch((error: Error) => error)

const until = async (what: string, happened: () => boolean): Promise<void> => {
  const deadline = performance.now() + 30_000
  while (!happened()) {
    if (performance.now() > deadline) throw new Error(`waited 30 s for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('a queue on a Redis that does not work', () => {
  it('does not open where nothing answers, and says so in one line', async () => {
    const opening = createBullmqQueue({ name: 'feeds', url: 'redis://:secret@127.0.0.1:1' })
    await expect(opening).rejects.toMatchObject({
      code: 'queue-unreachable',
      fate: 'retry',
      message: expect.stringMatching(
        /^Opening redis:\/\/127\.0\.0\.1:1: Redis does not answer: .*ECONNREFUSED.*\.$/,
      ),
    })
  })
})

if (own instanceof Error) {
  it('has a redis-server of its own to run on', () => {
    console.error(`NOT RUN: outages of Redis. ${own.message}`)
    expect(process.env['CI']).not.toBe('true')
  })
} else {
  console.info(`Outages of Redis run on ${own.from}`)
  afterAll(() => own.stop())

  describe('a queue on Redis', () => {
    const queues: JobQueue<Data>[] = []
    const open = async (options: Partial<BullmqQueueOptions> = {}): Promise<JobQueue<Data>> => {
      const retry = { attempts: 5, firstPauseMs: 50, longestPauseMs: 100 }
      const queue = await createBullmqQueue<Data>({ name: 'faults', url: own.url, retry, ...options })
      queues.push(queue)
      return queue
    }
    afterEach(async () => {
      await Promise.all(queues.splice(0).map((queue) => queue.close()))
      await own.flush()
    })

    const schedules: Schedule<Data>[] = ['a', 'b'].map((id) => ({
      id,
      group: id,
      data: { n: 1 },
      everyMs: 200,
    }))

    it('ticks again after Redis forgot everything, once the schedules are set again', async () => {
      const queue = await open()
      const taken: string[] = []
      await queue.work({ handle: async ({ id }) => void taken.push(id) })
      await queue.schedule(schedules)
      await until('ticks', () => taken.length >= 4)
      await own.flush()
      const before = taken.length
      await queue.schedule(schedules)
      await until(
        'ticks of both',
        () => new Set(taken.slice(before)).size === 2 && taken.length >= before + 6,
      )
    })

    it('ticks again after Redis was killed and came back empty', async () => {
      const queue = await open()
      const taken: string[] = []
      await queue.work({ handle: async ({ id }) => void taken.push(id) })
      await queue.schedule(schedules)
      await until('ticks', () => taken.length >= 2)
      const restarted = own.restart(1_000)
      await new Promise((resolve) => setTimeout(resolve, 300))
      await expect(queue.schedule(schedules)).rejects.toMatchObject({ code: 'queue-unreachable' })
      await expect(queue.enqueue(schedules[0]!)).rejects.toMatchObject({ code: 'queue-unreachable' })
      await restarted
      const before = taken.length
      for (let set = false; !set; ) {
        set = await queue.schedule(schedules).then(
          () => true,
          () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 100)),
        )
      }
      await until(
        'ticks of both',
        () => new Set(taken.slice(before)).size === 2 && taken.length >= before + 6,
      )
    })

    it('makes a schedule anew whose next job is gone', async () => {
      const queue = await open({ prefix: 'gone' })
      const taken: string[] = []
      await queue.work({ handle: async ({ id }) => void taken.push(id) })
      await queue.schedule([schedules[0]!])
      await until('a tick', () => taken.length >= 1)
      await ask(own.url, async (redis) => {
        await redis.del('gone:faults:delayed', 'gone:faults:wait')
        const [key] = await redis.zrange('gone:faults:repeat', '0', '0')
        await redis.zadd('gone:faults:repeat', String(Date.now() - 120_000), key!)
      })
      await new Promise((resolve) => setTimeout(resolve, 400))
      const before = taken.length
      await queue.schedule([schedules[0]!])
      await until('ticks', () => taken.length >= before + 3)
    })

    it('gives the job of a process that was killed to another, and its group too', async () => {
      const queue = await open({ leaseMs: 1_000 })
      await queue.enqueue({ id: 'a', group: 'g', data: { n: 1 } })
      const module = pathToFileURL(join(import.meta.dirname, 'bullmq-queue.ts')).href
      const child = spawn(process.execPath, [
        '--input-type=module',
        '-e',
        `import { createBullmqQueue } from '${module}'
         const queue = await createBullmqQueue({ name: 'faults', url: '${own.url}', leaseMs: 1_000 })
         await queue.work({ handle: () => { console.log('taken'); return new Promise(() => {}) } })`,
      ])
      await once(child.stdout, 'data')
      const taken: { id: string; attempt: number }[] = []
      await queue.work({ handle: async ({ id, attempt }) => void taken.push({ id, attempt }) })
      await new Promise((resolve) => setTimeout(resolve, 2_500))
      expect(taken).toEqual([])
      child.kill('SIGKILL')
      await until('the job', () => taken.length > 0)
      expect(taken).toEqual([{ id: 'a', attempt: 1 }])
    })

    it('does one job of a group at a time across queues that know nothing of each other', async () => {
      const both = await Promise.all([open(), open()])
      let inHand = 0
      let most = 0
      let done = 0
      for (let n = 0; n < 8; n++) await both[n % 2]!.enqueue({ id: `j${n}`, group: 'g', data: { n } })
      for (const queue of both) {
        await queue.work({
          handle: async () => {
            most = Math.max(most, ++inHand)
            await new Promise((resolve) => setTimeout(resolve, 20))
            inHand--
            done++
          },
        })
      }
      await until('all jobs', () => done === 8)
      expect(most).toBe(1)
    })

    it('makes a worker anew whose connections ended for good', async () => {
      const taken: string[] = []
      const worker = keepWorker<{ id: string }>({
        name: 'faults',
        process: async (job) => void taken.push(job.data.id),
        options: {
          prefix: '{whipcount}',
          connection: { url: own.url, maxRetriesPerRequest: null, retryStrategy: () => null },
        },
        logger: { info() {}, warn() {} },
        isReachable: () => true,
        lookMs: 50,
        lostMs: 300,
      })
      try {
        const queue = await open()
        await queue.enqueue({ id: 'a', group: null, data: { n: 1 } })
        await until('the first job', () => taken.length === 1)
        await ask(own.url, (redis) => redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'))
        const enqueued = (): Promise<boolean> =>
          queue.enqueue({ id: 'b', group: null, data: { n: 1 } }).then(
            () => true,
            () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 50)),
          )
        while (!(await enqueued())) {}
        await until('the job after', () => taken.length === 2)
        expect(taken).toEqual(['a', 'b'])
      } finally {
        await worker.close()
      }
    })

    it('does not open where the password is wrong, and says what to correct', async () => {
      await ask(own.url, (redis) => redis.config('SET', 'requirepass', 'right'))
      try {
        const opening = createBullmqQueue({ name: 'feeds', url: own.url.replace('//', '//:wrong@') })
        await expect(opening).rejects.toMatchObject({
          code: 'config-invalid',
          message: expect.stringMatching(/Redis refuses: .*Correct REDIS_URL\.$/),
        })
      } finally {
        await ask(own.url.replace('//', '//:right@'), (redis) => redis.config('SET', 'requirepass', ''))
      }
    })
  })
}
