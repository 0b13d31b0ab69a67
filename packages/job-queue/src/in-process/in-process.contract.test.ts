import { jobQueueContract } from '../contract.ts'
import { createInProcessQueue } from './in-process-queue.ts'

jobQueueContract('The queue in process', async () => ({
  open: async (options) => createInProcessQueue(options),
  drop: async () => {},
}))
