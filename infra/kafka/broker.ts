import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { type SecuredListener, secure } from './secured.ts'

const run = promisify(execFile)

export interface BrokerOptions {
  /** Where clients connect. Default: a free port. */
  readonly port?: number
  /** Where the logs are kept; used again when it holds some. Default: a temporary directory, removed by `stop`. */
  readonly dataDirectory?: string
  /** What the broker writes to `broker.log` in its data directory. Default `warn`. */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error'
  /** Has it listen at a second port too, where it asks for TLS and a password. Its logs must be new. */
  readonly secured?: boolean
}

/** A Kafka broker that runs as a child of this process. */
export interface Broker {
  /** Its address, as `KAFKA_BROKERS` wants it. */
  readonly brokers: string
  /** The process that serves now; `restart` makes another. */
  readonly pid: number
  readonly dataDirectory: string
  /** Null where none was asked for. */
  readonly secured: SecuredListener | null
  /** Ends it in an orderly way and removes a temporary data directory. Idempotent. */
  stop(): Promise<void>
  /** Ends it at once, as a power failure does (SIGKILL); `restart` brings it back. */
  kill(): void
  /** Starts it again at the same address over the same logs, after killing it where it still runs. */
  restart(): Promise<void>
}

/** A small heap and the quick compiler: 170 to 195 MB resident, 2 s to start. */
const JAVA_OPTIONS = [
  '-Xms128m',
  '-Xmx384m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Djava.awt.headless=true',
]
const STARTED = 'Kafka Server started'
const START_DEADLINE_MS = 60_000
const STOP_DEADLINE_MS = 10_000

/**
 * Starts a real single-node Kafka (KRaft: broker and controller in one process) out of Maven artifacts, and resolves once it
 * serves. Needs `java` 17 or later; needs `mvn` the first time, to fetch 43 MB into the user's cache. Several run side by side.
 *
 * For development and tests: no replication, loopback only, and no authentication but at the secured listener.
 */
export async function startBroker(options: BrokerOptions = {}): Promise<Broker> {
  await demand('java', ['-version'], 'a Java runtime, 17 or later')
  const jars = await fetchJars()
  const temporary = options.dataDirectory === undefined
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'whipcount-kafka-')))
  await mkdir(dataDirectory, { recursive: true })
  const port = options.port ?? (await freePort())
  const controllerPort = await freePort()
  const properties = join(dataDirectory, 'server.properties')
  const logging = join(dataDirectory, 'log4j2.properties')
  const secured = options.secured ? await secure(dataDirectory, await freePort()) : null
  const settings = serverProperties(port, controllerPort, join(dataDirectory, 'data'), secured?.listener)
  await writeFile(properties, settings + (secured?.properties ?? ''))
  await writeFile(logging, loggingProperties(options.logLevel ?? 'warn'))
  const classPath = ['-cp', join(jars, '*')]
  const java = [...JAVA_OPTIONS, `-Dlog4j2.configurationFile=${logging}`, ...classPath]
  if (!existsSync(join(dataDirectory, 'data', 'meta.properties'))) {
    await run('java', [
      ...java,
      'kafka.tools.StorageTool',
      'format',
      '--standalone',
      '-t',
      clusterId(),
      '-c',
      properties,
      ...(secured?.format ?? []),
    ])
  }

  let child: ChildProcess | null = null
  const killed = (): void => void child?.kill('SIGKILL')
  const start = async (): Promise<void> => {
    child = spawn('java', [...java, 'kafka.Kafka', properties], { stdio: ['ignore', 'pipe', 'pipe'] })
    await started(child, join(dataDirectory, 'broker.log'))
  }
  // A parent that ends without `stop` does not leave its broker behind.
  process.on('exit', killed)
  try {
    await start()
  } catch (error) {
    killed()
    process.off('exit', killed)
    throw error
  }
  let stopped: Promise<void> | null = null
  return {
    brokers: `127.0.0.1:${port}`,
    get pid() {
      return child?.pid ?? 0
    },
    dataDirectory,
    secured: secured?.told ?? null,
    kill: killed,
    async restart() {
      killed()
      await exited(child)
      await start()
    },
    stop() {
      stopped ??= (async () => {
        child?.kill('SIGTERM')
        const deadline = setTimeout(killed, STOP_DEADLINE_MS)
        await exited(child)
        clearTimeout(deadline)
        process.off('exit', killed)
        if (temporary) await rm(dataDirectory, { recursive: true, force: true })
      })()
      return stopped
    },
  }
}

/**
 * A random id for a new cluster: 22 characters of URL-safe base64, as Kafka's `Uuid.randomUuid` draws them: never one that begins
 * with a hyphen, which a command line takes for an option.
 */
export function clusterId(): string {
  for (;;) {
    const id = randomBytes(16).toString('base64url')
    if (!id.startsWith('-')) return id
  }
}

/** The directory of the broker's jars, fetched by Maven where they are not in the cache yet. */
async function fetchJars(): Promise<string> {
  const pom = join(import.meta.dirname, 'pom.xml')
  const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12)
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'whipcount', 'kafka')
  const jars = join(cache, version)
  if (existsSync(jars)) return jars
  await demand('mvn', ['--version'], 'Maven, once, to fetch the jars of Kafka')
  await mkdir(cache, { recursive: true })
  const fetched = await mkdtemp(join(cache, 'fetching-'))
  try {
    await run(
      'mvn',
      [
        '-B',
        '-q',
        '-f',
        pom,
        'dependency:copy-dependencies',
        `-DoutputDirectory=${fetched}`,
        '-DincludeScope=runtime',
      ],
      { maxBuffer: 16 * 1024 * 1024 },
    )
    await rename(fetched, jars)
  } catch (error) {
    await rm(fetched, { recursive: true, force: true })
    // Another process that fetched at the same time was first.
    if (existsSync(jars)) return jars
    const { stdout = '' } = error as { stdout?: string }
    throw new Error(`Maven could not fetch Kafka's jars: ${(error as Error).message}\n${stdout}`)
  }
  return jars
}

async function demand(command: string, args: string[], what: string): Promise<void> {
  try {
    await run(command, args)
  } catch (error) {
    throw new Error(
      `A local Kafka needs ${what}; \`${command}\` does not run here: ${(error as Error).message}. ` +
        'Install it, or name a running broker in KAFKA_BROKERS.',
    )
  }
}

/** Resolves once the broker serves: its listener is up before that, so a port that answers would not do. */
function started(child: ChildProcess, logFile: string): Promise<void> {
  const log = createWriteStream(logFile, { flags: 'a' })
  const last: string[] = []
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(deadline)
      reject(new Error(`Kafka ${why}. Its last words (all of them in ${logFile}):\n${last.join('\n')}`))
    }
    const deadline = setTimeout(() => fail(`did not start within ${START_DEADLINE_MS} ms`), START_DEADLINE_MS)
    const hear = (line: string): void => {
      log.write(`${line}\n`)
      last.push(line)
      if (last.length > 20) last.shift()
      if (!line.includes(STARTED)) return
      clearTimeout(deadline)
      resolve()
    }
    createInterface({ input: child.stdout! }).on('line', hear)
    createInterface({ input: child.stderr! }).on('line', hear)
    child.on('error', (error) => fail(`could not be started: ${error.message}`))
    child.on('exit', (code, signal) => {
      log.end()
      fail(`ended with ${signal ?? `code ${code}`} before it served`)
    })
  })
}

function exited(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Timeouts are short so that a broker that was killed is back in 3 s, not in the 7 s that its old incarnation has by default. */
function serverProperties(port: number, controllerPort: number, logs: string, secured?: string): string {
  const listeners = [`PLAINTEXT://127.0.0.1:${port}`, `CONTROLLER://127.0.0.1:${controllerPort}`, secured]
    .filter((one) => one !== undefined)
    .join(',')
  return `process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}
listeners=${listeners}
advertised.listeners=${listeners}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SECURED:SASL_SSL
log.dirs=${logs}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=300
num.network.threads=2
num.io.threads=2
log.cleaner.dedupe.buffer.size=8388608
log.index.size.max.bytes=1048576
auto.create.topics.enable=false
`
}

/** `KafkaRaftServer` says when the broker serves; it is heard at every level. */
function loggingProperties(level: string): string {
  return `appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d %p %m (%c{1})%n
rootLogger.level=${level}
rootLogger.appenderRef.console.ref=console
logger.started.name=kafka.server.KafkaRaftServer
logger.started.level=info
`
}
