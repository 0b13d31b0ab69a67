/**
 * `npm run cluster [-- --normalizers 1] [--projectors 1] [--kafka-data DIRECTORY] [--until-stdin-ends]`: the services as processes of
 * their own, on Kafka, Postgres and Redis. Starts a local Kafka unless `KAFKA_BROKERS` is set; `DATABASE_URL` and `REDIS_URL` default to
 * servers on this machine. Prints one line of JSON for each process, then `ready`. A service that ends by itself is started anew.
 * Ctrl-C takes everything down.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type Broker, startBroker } from '../kafka/broker.ts'

const STOP_DEADLINE_MS = 15_000
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000

const root = join(import.meta.dirname, '..', '..')
const { values } = parseArgs({
  options: {
    normalizers: { type: 'string', default: '1' },
    projectors: { type: 'string', default: '1' },
    'kafka-data': { type: 'string', default: join(root, '.whipcount', 'kafka') },
    'until-stdin-ends': { type: 'boolean' },
  },
})

let stopping = false
let broker: Broker | null = null
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

async function down(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  const deadline = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL')
  }, STOP_DEADLINE_MS)
  await Promise.all(
    [...children].map((child) => {
      child.kill('SIGTERM')
      return child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
    }),
  )
  clearTimeout(deadline)
  await broker?.stop()
  process.exit(code)
}
process.on('SIGINT', () => void down(0))
process.on('SIGTERM', () => void down(0))
// A test that is killed closes its end of the pipe, and leaves no service behind.
if (values['until-stdin-ends']) process.stdin.on('end', () => void down(0)).resume()

const given = process.env['KAFKA_BROKERS']
try {
  broker = given ? null : await startBroker({ dataDirectory: values['kafka-data'] })
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
const environment = {
  ...process.env,
  KAFKA_BROKERS: given || broker!.brokers,
  DATABASE_URL: process.env['DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/whipcount',
  REDIS_URL: process.env['REDIS_URL'] || 'redis://127.0.0.1:6379',
}
if (broker !== null) say({ service: 'kafka', pid: broker.pid, url: `kafka://${broker.brokers}` })

const migrated = spawnNode('packages/cli/src/main.ts', ['migrate', '--create-database'], 'ignore')
const [code] = (await once(migrated, 'exit')) as [number | null]
if (code !== 0) await down(1)

const services = [
  'collector',
  ...Array.from({ length: Number(values.normalizers) }, () => 'normalizer'),
  ...Array.from({ length: Number(values.projectors) }, () => 'projector'),
  'api',
]
await Promise.all(services.map(keepUp))
console.log('ready')

/** Starts a service and starts it anew whenever it ends; resolves once it has said that it runs. */
function keepUp(service: string): Promise<void> {
  return new Promise((resolve) => {
    let pauseMs = FIRST_PAUSE_MS
    const start = (): void => {
      if (stopping) return
      const child = spawnNode(`services/${service}/src/main.ts`, [], 'pipe')
      createInterface({ input: child.stdout! }).on('line', (line) => {
        console.log(line)
        pauseMs = FIRST_PAUSE_MS
        resolve()
      })
      child.on('exit', (ended, signal) => {
        if (stopping) return
        console.error(
          `${service} (${child.pid}) ended with ${signal ?? ended}; it is started anew in ${pauseMs} ms.`,
        )
        setTimeout(start, pauseMs)
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
      })
    }
    start()
  })
}

function spawnNode(module: string, args: readonly string[], stdout: 'pipe' | 'ignore'): ChildProcess {
  const child = spawn(process.execPath, [join(root, module), ...args], {
    env: environment,
    stdio: ['ignore', stdout, 'inherit'],
  })
  children.add(child)
  child.on('exit', () => children.delete(child))
  return child
}

function say(line: object): void {
  console.log(JSON.stringify(line))
}
