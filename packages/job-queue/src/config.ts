import { type ConfigOf, optionalText } from '@whipcount/service-kit'
import type { QueueListener } from './bullmq/bullmq-queue.ts'
import { createInProcessQueue } from './in-process/in-process-queue.ts'
import type { JobData, JobQueue, JobQueueOptions } from './port.ts'

/** What says where jobs wait. */
export const queueVariables = {
  REDIS_URL: optionalText(
    'The Redis in which jobs wait: `redis://user:password@host:6379`. Without it each process keeps its own.',
  ),
} as const

export type QueueConfig = ConfigOf<typeof queueVariables>

/** Opens a queue: on Redis where `REDIS_URL` is set, else in this process. */
export async function openQueue<Data extends JobData>(
  config: QueueConfig,
  options: JobQueueOptions & { readonly logger: QueueListener },
): Promise<JobQueue<Data>> {
  const { logger, ...queue } = options
  if (config.REDIS_URL === null) return createInProcessQueue<Data>(queue)
  // 100 ms of loading that a process without Redis does not need.
  const { createBullmqQueue } = await import('./bullmq/bullmq-queue.ts')
  return createBullmqQueue<Data>({ ...queue, url: config.REDIS_URL, logger })
}
