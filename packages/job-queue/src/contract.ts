import { Failure } from '@whipcount/events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobInHand, JobQueue, JobQueueOptions, NewJob, WorkOptions } from './port.ts'

/** What a suite needs of an adapter: an empty queue for each test. */
export interface QueueHarness {
  open(options: JobQueueOptions): Promise<JobQueue<Data>>
  /** Removes what the queue left behind. */
  drop(): Promise<void>
}

type Data = { readonly n: number }

const quick = { attempts: 3, firstPauseMs: 20, longestPauseMs: 40 }
const job = (id: string, group: string | null = null): NewJob<Data> => ({ id, group, data: { n: 1 } })

/** Waits for something that workers bring about; fails loudly instead of waiting for ever. */
async function until(what: string, happened: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!happened()) {
    if (performance.now() > deadline) throw new Error(`waited 20 s for ${what}`)
    await pause(5)
  }
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A promise that a test settles. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: () => resolve() }
}

/** The suite that every adapter of the queue passes. */
export function jobQueueContract(name: string, harness: () => Promise<QueueHarness>): void {
  describe(`${name} keeps the contract of the queue`, () => {
    let storage: QueueHarness
    let queues: JobQueue<Data>[]
    const open = async (options: Partial<JobQueueOptions> = {}): Promise<JobQueue<Data>> => {
      const queue = await storage.open({ name: 'contract', retry: quick, ...options })
      queues.push(queue)
      return queue
    }
    /** Works, and keeps what was in hand. */
    const working = async (
      queue: JobQueue<Data>,
      options: Partial<WorkOptions<Data>> = {},
    ): Promise<JobInHand<Data>[]> => {
      const taken: JobInHand<Data>[] = []
      const { handle = async () => {}, ...rest } = options
      await queue.work({
        ...rest,
        handle: async (one) => {
          taken.push(one)
          await handle(one)
        },
      })
      return taken
    }
    beforeEach(async () => {
      storage = await harness()
      queues = []
    })
    afterEach(async () => {
      await Promise.all(queues.map((queue) => queue.close()))
      await storage.drop()
    })

    it('does a job once, with what it carries', async () => {
      const queue = await open()
      await queue.enqueue({ id: 'https://a.example/feed?x=1:2', group: 'a.example', data: { n: 7 } })
      const taken = await working(queue)
      await until('the job', () => taken.length > 0)
      await queue.enqueue(job('last'))
      await until('the last', () => taken.some(({ id }) => id === 'last'))
      const { signal, ...first } = taken[0]!
      expect(first).toEqual({
        id: 'https://a.example/feed?x=1:2',
        group: 'a.example',
        data: { n: 7 },
        attempt: 1,
      })
      expect(signal.aborted).toBe(false)
      expect(taken).toHaveLength(2)
    })

    it('takes an id once while it waits or is in hand, and again once it is done', async () => {
      const queue = await open()
      const held = gate()
      await queue.enqueue(job('a'))
      await queue.enqueue(job('a'))
      const taken = await working(queue, { handle: () => held.opened })
      await until('the first', () => taken.length === 1)
      await queue.enqueue(job('a'))
      await queue.enqueue(job('b'))
      await until('the other', () => taken.some(({ id }) => id === 'b'))
      expect(taken.map(({ id }) => id)).toEqual(['a', 'b'])
      held.open()
      await until('another of that id', () => {
        void queue.enqueue(job('a'))
        return taken.length >= 3
      })
      expect(taken[2]!.id).toBe('a')
    })

    it('tries a failed job again, after pauses, until its attempts are spent', async () => {
      const queue = await open({ retry: { attempts: 3, firstPauseMs: 200, longestPauseMs: 10_000 } })
      const failures: [number, string, boolean][] = []
      const at: number[] = []
      await queue.enqueue(job('a'))
      const taken = await working(queue, {
        handle: async ({ attempt }) => {
          at.push(performance.now())
          throw new Error(`attempt ${attempt}`)
        },
        onFailed: ({ attempt }, error, again) =>
          void failures.push([attempt, (error as Error).message, again]),
      })
      await until('the last attempt', () => failures.length >= 3)
      expect(failures).toEqual([
        [1, 'attempt 1', true],
        [2, 'attempt 2', true],
        [3, 'attempt 3', false],
      ])
      expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(95)
      expect(at[2]! - at[1]!).toBeGreaterThanOrEqual(195)
      await queue.enqueue(job('b'))
      await until('the next', () => taken.some(({ id }) => id === 'b'))
      expect(taken.filter(({ id }) => id === 'a')).toHaveLength(3)
    })

    it('does a job once that fails for good', async () => {
      const queue = await open()
      const again: boolean[] = []
      const failure = new Failure('feed-invalid', 'no feed', { fate: 'deadLetter' })
      await queue.enqueue(job('a'))
      const taken = await working(queue, {
        handle: async ({ id }) => {
          if (id === 'a') throw failure
        },
        onFailed: (_, error, willBe) => {
          expect(error).toBe(failure)
          again.push(willBe)
        },
      })
      await until('the failure', () => again.length > 0)
      await pause(3 * quick.longestPauseMs)
      await queue.enqueue(job('b'))
      await until('the next', () => taken.some(({ id }) => id === 'b'))
      expect(again).toEqual([false])
      expect(taken.map(({ id }) => id)).toEqual(['a', 'b'])
    })

    it('goes on where the one who is told of a failure fails', async () => {
      const queue = await open()
      await queue.enqueue(job('a'))
      const taken = await working(queue, {
        handle: async ({ attempt }) => {
          if (attempt < 3) throw new Error('not yet')
        },
        onFailed: () => {
          throw new Error('nobody listens')
        },
      })
      await until('the third attempt', () => taken.some(({ attempt }) => attempt === 3))
    })

    it('does what is scheduled at once, and again after each period', async () => {
      const queue = await open()
      const began = performance.now()
      const at: number[] = []
      const taken = await working(queue, { handle: async () => void at.push(performance.now() - began) })
      await queue.schedule([{ ...job('a', 'g'), everyMs: 300 }])
      await until('four ticks', () => at.length >= 4)
      expect(taken[0]).toMatchObject({ id: 'a', group: 'g', data: { n: 1 }, attempt: 1 })
      expect(at[0]).toBeLessThan(290)
      expect(at[3]! - at[0]!).toBeGreaterThan(2 * 300)
    })

    it('leaves a schedule as it is that is set again', async () => {
      const queue = await open()
      const taken = await working(queue)
      const schedule = { ...job('a'), everyMs: 60_000 }
      await queue.schedule([schedule])
      await until('the first tick', () => taken.length > 0)
      for (let n = 0; n < 5; n++) await queue.schedule([schedule])
      await queue.schedule([schedule, { ...job('b'), everyMs: 60_000 }])
      await until('the other', () => taken.some(({ id }) => id === 'b'))
      expect(taken.map(({ id }) => id)).toEqual(['a', 'b'])
    })

    it('begins a changed schedule anew, and at once', async () => {
      const queue = await open()
      const taken = await working(queue)
      await queue.schedule([{ ...job('a'), everyMs: 60_000 }])
      await until('the first tick', () => taken.length === 1)
      await queue.schedule([{ ...job('a'), everyMs: 50 }])
      await until('ticks of the new period', () => taken.length >= 4)
      await queue.schedule([{ ...job('a'), data: { n: 2 }, everyMs: 60_000 }])
      await until('the new content', () => taken.at(-1)!.data.n === 2)
    })

    it('forgets a schedule that is left out, one that is being tried again too', async () => {
      const queue = await open({ retry: { attempts: 50, firstPauseMs: 30, longestPauseMs: 30 } })
      const taken = await working(queue, {
        handle: async ({ id }) => {
          if (id === 'failing') throw new Error('not yet')
        },
      })
      await queue.schedule([
        { ...job('ticking'), everyMs: 30 },
        { ...job('failing'), everyMs: 60_000 },
      ])
      await until(
        'both',
        () => new Set(taken.map(({ id }) => id)).size === 2 && taken.some(({ attempt }) => attempt === 3),
      )
      await queue.schedule([{ ...job('kept'), everyMs: 30 }])
      // A job that is in hand, or already waits at a worker, may still be done.
      await pause(100)
      const before = taken.length
      await until('ticks of the one kept', () => taken.slice(before).length >= 5)
      expect(new Set(taken.slice(before).map(({ id }) => id))).toEqual(new Set(['kept']))
    })

    it('does not begin a tick while the one before is in hand', async () => {
      const queue = await open()
      let most = 0
      let inHand = 0
      const taken = await working(queue, {
        handle: async () => {
          most = Math.max(most, ++inHand)
          await pause(60)
          inHand--
        },
      })
      await queue.schedule([{ ...job('a', 'a'), everyMs: 10 }])
      await until('some ticks', () => taken.length >= 4)
      expect(most).toBe(1)
    })

    it('does one job of a group at a time, whoever works, and others meanwhile', async () => {
      const queue = await open()
      const inHand = new Map<string, number>()
      let most = 0
      let together = 0
      const handle = async ({ group }: JobInHand<Data>): Promise<void> => {
        inHand.set(group!, (inHand.get(group!) ?? 0) + 1)
        most = Math.max(most, ...inHand.values())
        together = Math.max(together, [...inHand.values()].filter((n) => n > 0).length)
        await pause(30)
        inHand.set(group!, inHand.get(group!)! - 1)
      }
      for (const group of ['g', 'h'])
        for (let n = 0; n < 6; n++) await queue.enqueue(job(`${group}${n}`, group))
      const taken = await Promise.all([working(queue, { handle }), working(queue, { handle })])
      await until('all jobs', () => taken.flat().length === 12)
      expect(most).toBe(1)
      expect(together).toBe(2)
      expect(new Set(taken.flat().map(({ attempt }) => attempt))).toEqual(new Set([1]))
    })

    it('leaves a pause between two jobs of a group', async () => {
      const queue = await open({ groupPauseMs: 150 })
      const at: number[] = []
      for (let n = 0; n < 3; n++) await queue.enqueue(job(`g${n}`, 'g'))
      await working(queue, { handle: async () => void at.push(performance.now()) })
      await until('all jobs', () => at.length === 3)
      expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(145)
      expect(at[2]! - at[1]!).toBeGreaterThanOrEqual(145)
    })

    it('has at most so many jobs in hand', async () => {
      const queue = await open()
      let inHand = 0
      let most = 0
      for (let n = 0; n < 8; n++) await queue.enqueue(job(`j${n}`))
      const taken = await working(queue, {
        concurrency: 2,
        handle: async () => {
          most = Math.max(most, ++inHand)
          await pause(20)
          inHand--
        },
      })
      await until('all jobs', () => taken.length === 8)
      expect(most).toBe(2)
    })

    it('stops once the jobs in hand are done, and takes no other', async () => {
      const queue = await open()
      const held = gate()
      let done = 0
      await queue.enqueue(job('a'))
      const taken: string[] = []
      const worker = await queue.work({
        concurrency: 1,
        handle: async ({ id }) => {
          taken.push(id)
          await held.opened
          done++
        },
      })
      await until('the job', () => taken.length === 1)
      await queue.enqueue(job('b'))
      const stopped = worker.stop()
      held.open()
      await stopped
      expect(done).toBe(1)
      expect(taken).toEqual(['a'])
      const after = await working(queue)
      await until('the one that waited', () => after.length === 1)
      expect(after[0]!.id).toBe('b')
    })

    it('aborts what outlasts the drain, and gives it back without counting the attempt', async () => {
      const queue = await open({ drainMs: 50 })
      const failed: unknown[] = []
      await queue.enqueue(job('a'))
      const attempts: number[] = []
      const worker = await queue.work({
        handle: ({ attempt, signal }) => {
          attempts.push(attempt)
          return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
        },
        onFailed: (_, error) => void failed.push(error),
      })
      await until('the job', () => attempts.length === 1)
      await worker.stop()
      expect(failed).toEqual([])
      const after = await working(queue)
      await until('the job again', () => after.length === 1)
      expect(after[0]!.attempt).toBe(1)
    })

    it('closes in bounded time even where a job never ends', async () => {
      const queue = await open({ drainMs: 50 })
      await queue.enqueue(job('a'))
      const taken = await working(queue, { handle: () => new Promise(() => {}) })
      await until('the job', () => taken.length === 1)
      const began = performance.now()
      await queue.close()
      expect(performance.now() - began).toBeLessThan(3_000)
    })

    it('says so when it is used after it was closed', async () => {
      const queue = await open()
      await queue.close()
      await queue.close()
      const failure = { code: 'queue-unreachable', fate: 'retry' }
      await expect(queue.enqueue(job('a'))).rejects.toMatchObject(failure)
      await expect(queue.schedule([])).rejects.toMatchObject(failure)
      await expect(queue.work({ handle: async () => {} })).rejects.toMatchObject(failure)
    })
  })
}
