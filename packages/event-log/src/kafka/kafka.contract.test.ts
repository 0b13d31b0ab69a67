import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { eventLogContract } from '../contract.ts'
import { createKafkaLog } from './kafka-log.ts'
import { type ScratchBroker, scratchBroker } from './scratch.ts'

const found: ScratchBroker | Error = await scratchBroker(process.env['KAFKA_BROKERS']).catch(
  (error: Error) => error,
)

if (found instanceof Error) {
  it('has a broker to run on', () => {
    console.error(`NOT RUN: the Kafka log. ${found.message}`)
    expect(process.env['CI']).not.toBe('true')
  })
} else {
  afterAll(() => found.stop())
  eventLogContract('The Kafka log', async () => {
    const topicPrefix = `test.${randomUUID()}.`
    return {
      open: (partitions) =>
        createKafkaLog({
          brokers: found.brokers,
          clientId: 'contract',
          topicPrefix,
          partitions,
          sessionTimeoutMs: 3_000,
        }),
      drop: async () => {},
    }
  })
}
