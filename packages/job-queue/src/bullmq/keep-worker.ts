import { type Processor, Worker, type WorkerOptions } from 'bullmq'
import type { QueueListener } from './bullmq-queue.ts'

/** A worker that is replaced where its connections do not come back. */
export interface KeptWorker {
  /** Takes no further job and resolves once those in hand are done. */
  close(): Promise<void>
  /** Lets go of the connections, whatever is in hand. */
  disconnect(): Promise<void>
}

const LOOK_MS = 5_000
const LOST_MS = 30_000

/**
 * Keeps a worker of BullMQ's. It leaves every reconnection to ioredis, which has been seen to give up
 * (https://github.com/taskforcesh/bullmq/issues/3185): a worker that stays without a connection while Redis answers is closed and made
 * anew.
 */
export function keepWorker<Data>(given: {
  name: string
  process: Processor<Data>
  options: WorkerOptions
  logger: QueueListener
  /** Whether Redis answers others: while it does not, there is nothing that a new worker would do better. */
  isReachable: () => boolean
  /** Default 5000. */
  lookMs?: number
  /** How long a worker may be without its connections while Redis answers. Default 30000. */
  lostMs?: number
}): KeptWorker {
  const { name, process, options, logger, isReachable, lookMs = LOOK_MS, lostMs = LOST_MS } = given
  const make = (): Worker<Data> => {
    const worker = new Worker<Data>(name, process, options)
    worker.on('error', (error) => logger.warn({ queue: name, error: error.message }, 'A worker met an error'))
    worker.on('stalled', (job) => logger.warn({ queue: name, job }, 'A job lost its process and waits again'))
    return worker
  }
  let worker = make()
  let readyAt = performance.now()
  const watch = setInterval(async () => {
    const watched = worker
    const ready = await isReady(watched)
    if (ready || !isReachable()) readyAt = performance.now()
    if (watched !== worker || performance.now() - readyAt < lostMs) return
    logger.warn({ queue: name }, 'A worker lost its connections for good and is made anew')
    readyAt = performance.now()
    worker = make()
    await watched.close(true).catch(() => {})
  }, lookMs)
  return {
    async close() {
      clearInterval(watch)
      await worker.close()
    },
    async disconnect() {
      clearInterval(watch)
      await worker.disconnect()
    },
  }
}

async function isReady(worker: Worker): Promise<boolean> {
  const { client, blockingClient } = worker.getBackend()
  const soon = new Promise<null>((resolve) => setTimeout(() => resolve(null), 1_000).unref())
  const found = await Promise.race([Promise.all([client, blockingClient]), soon]).catch(() => null)
  return found?.every((one) => one?.status === 'ready') ?? false
}
