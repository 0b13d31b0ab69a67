/**
 * `npm run kafka [-- --port 9092] [--data DIRECTORY] [--secured] [--until-stdin-ends]`: a real Kafka for this machine. Prints its address
 * as one line of JSON, and ends on Ctrl-C. On SIGUSR2 it kills the broker and brings it back over the same logs, for tests.
 */
import { parseArgs } from 'node:util'
import { startBroker } from './broker.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    secured: { type: 'boolean' },
    'until-stdin-ends': { type: 'boolean' },
  },
})
const broker = await startBroker({
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
  ...(values.data === undefined ? {} : { dataDirectory: values.data }),
  ...(values.secured ? { secured: true } : {}),
}).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
const end = async (): Promise<void> => {
  await broker.stop()
  process.exit(0)
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
// A test that is killed closes its end of the pipe, and leaves no broker behind.
if (values['until-stdin-ends']) process.stdin.on('end', end).resume()
process.on('SIGUSR2', async () => {
  await broker.restart()
  console.log(JSON.stringify({ brokers: broker.brokers, restarted: true }))
})
const { brokers, dataDirectory: logs, secured } = broker
console.log(JSON.stringify({ brokers, logs, ...(secured === null ? {} : { secured }) }))
