import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { jobQueueContract } from '../contract.ts'
import { createBullmqQueue } from './bullmq-queue.ts'
import { removeKeys, type ScratchRedis, scratchRedis } from './scratch.ts'

const found: ScratchRedis | Error = await scratchRedis(process.env['REDIS_URL']).catch(
  (error: Error) => error,
)

if (found instanceof Error) {
  it('has a Redis to run on', () => {
    console.error(`NOT RUN: the queue on Redis. ${found.message}`)
    expect(process.env['CI']).not.toBe('true')
  })
} else {
  afterAll(() => found.stop())
  jobQueueContract('The queue on Redis', async () => {
    const prefix = `test-${randomUUID()}`
    return {
      open: (options) => createBullmqQueue({ ...options, url: found.url, prefix }),
      drop: () => removeKeys(found.url, prefix),
    }
  })
}
