export type { QueueListener } from './bullmq/bullmq-queue.ts'
export { openQueue, type QueueConfig, queueVariables } from './config.ts'
export { createInProcessQueue } from './in-process/in-process-queue.ts'
export type {
  JobData,
  JobInHand,
  JobQueue,
  JobQueueOptions,
  NewJob,
  RetryPolicy,
  Schedule,
  Worker,
  WorkOptions,
} from './port.ts'
