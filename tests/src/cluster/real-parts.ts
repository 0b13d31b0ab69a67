import { scratchServer } from '@whipcount/event-log/scratch'
import { scratchBroker } from '@whipcount/event-log/scratch-kafka'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses of a Kafka, as `KAFKA_BROKERS` has them. */
    brokers: string
    /** A Postgres on which databases may be made. */
    server: string
  }
}

/** Finds or starts what all suites share. What a suite kills or flushes it starts for itself. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const broker = await scratchBroker(process.env['KAFKA_BROKERS'])
  const server = await scratchServer(process.env['WHIPCOUNT_TEST_DATABASE_URL'])
  provide('brokers', broker.brokers.join(','))
  provide('server', server.url)
  return async () => {
    await broker.stop()
    await server.stop()
  }
}
