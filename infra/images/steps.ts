/**
 * `npm run images:steps [-- --keep] [--build-only]`: does what the Dockerfile says, without Docker, in an empty directory: installs, builds,
 * prunes, looks for development packages that stayed, then starts every image's command as its user against Postgres, Kafka and Redis,
 * hands an article in and asks the api where its speaker stands. Prints what each step took, and one line of JSON at the end.
 *
 * `DATABASE_URL` and `REDIS_URL` default to servers on this machine; without `KAFKA_BROKERS` it starts the local broker. It works in a
 * database and topics of its own, and drops the database.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '@whipcount/read-store'
import { sql } from 'kysely'
import { startBroker } from '../kafka/broker.ts'
import { type BuiltStage, createBuilder, inImage } from './build.ts'
import { type Container, startContainer } from './container.ts'
import { parseDockerfile, runtimeOf, targets } from './dockerfile.ts'

const DEADLINE_MS = 120_000

const root = join(import.meta.dirname, '..', '..')
const { values } = parseArgs({ options: { keep: { type: 'boolean' }, 'build-only': { type: 'boolean' } } })
const stages = parseDockerfile(readFileSync(join(import.meta.dirname, 'Dockerfile'), 'utf8'))
const images = targets(stages)
const services = images.filter((name) => runtimeOf(stages, name).ports.length > 0)
const directory = mkdtempSync(join(tmpdir(), 'whipcount-images-'))
const figures: Record<string, unknown> = { node: process.version, images }
const running: Container[] = []
const undo: (() => Promise<void>)[] = []
try {
  const image = await built()
  if (!values['build-only']) await started(image)
} finally {
  for (const container of running) container.kill('SIGKILL')
  for (const step of undo.reverse()) await step().catch((error: Error) => console.error(error.message))
  if (values.keep) console.log(`The stages are in ${directory}.`)
  else rmSync(directory, { recursive: true, force: true })
}
console.log(JSON.stringify(figures))

async function built(): Promise<BuiltStage> {
  const took: Record<string, number> = {}
  const builder = createBuilder({
    stages,
    context: root,
    dockerignore: readFileSync(join(root, '.dockerignore'), 'utf8'),
    directory,
    ran({ stage, command, ms }) {
      took[stage] = Math.round(ms)
      console.log(`${stage.padEnd(8)} ${(ms / 1000).toFixed(1)} s  ${command}`)
    },
  })
  // They differ in their command alone: one set of layers.
  const [image, ...others] = await Promise.all(images.map((name) => builder.build(name)))
  if (others.some((other) => other.root !== image!.root))
    throw new Error('An image has files that the others have not: compare the targets of the Dockerfile.')
  const left = developmentPackages().filter((path) => inImage(image!, join('whipcount', path)))
  if (left.length > 0) throw new Error(`Development packages stayed in the image: ${left.join(', ')}.`)
  const modules = bytesOf(join(image!.root, 'whipcount', 'node_modules'))
  const all = bytesOf(image!.root)
  console.log(
    `runtime  ${megabytes(all)} MB, ${megabytes(modules)} of them node_modules; no development package`,
  )
  Object.assign(figures, { ms: took, bytes: { node_modules: modules, all } })
  return image!
}

/** Starts the services, hands an article in, and waits until the api knows where its speaker stands. */
async function started(image: BuiltStage): Promise<void> {
  const configuration = await parts()
  await toItsEnd(image, 'migrate', configuration)
  const urls = new Map<string, string>()
  const startMs: Record<string, number> = {}
  const stops: (() => Promise<void>)[] = []
  for (const name of services) {
    const began = performance.now()
    const port = await freePort()
    const env = { ...configuration, WHIPCOUNT_HTTP_PORT: String(port) }
    const runtime = runtimeOf(stages, name)
    const container = startContainer(image, runtime, { env })
    running.push(container)
    const url = `http://127.0.0.1:${port}`
    await container.firstLine
    await until(`${name} to be ready`, async () => (await fetch(`${url}/readyz`)).ok)
    startMs[name] = Math.round(performance.now() - began)
    const probe = startContainer(image, runtime, { env, argv: runtime.healthcheck! })
    if ((await probe.ended) !== 0) throw new Error(`${name}: its HEALTHCHECK fails while it is ready.`)
    console.log(`${name.padEnd(10)} ready after ${startMs[name]} ms; /livez, /readyz and HEALTHCHECK answer`)
    urls.set(name, url)
    stops.push(async () => {
      container.kill('SIGTERM')
      const code = await container.ended
      if (code !== 0) throw new Error(`${name}: ended with ${code} after SIGTERM, not 0.`)
      const after = startContainer(image, runtime, { env, argv: runtime.healthcheck! })
      if ((await after.ended) === 0) throw new Error(`${name}: its HEALTHCHECK holds although it has ended.`)
    })
  }
  await toItsEnd(image, 'migrate', configuration, ['challenge', 'declare', 'lpc-2024'])
  const article = {
    published: '2024-10-16',
    outlet: 'Harbour Herald',
    text: 'Liberal MP Sean Casey told reporters on Wednesday that Prime Minister Justin Trudeau should resign.',
  }
  const answer = await fetch(`${urls.get('collector')}/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(article),
  })
  if (answer.status !== 202) throw new Error(`POST /articles: ${answer.status} ${await answer.text()}`)
  const began = performance.now()
  await until('the api to know where Sean Casey stands', async () => {
    const positions = await fetch(`${urls.get('api')}/challenges/lpc-2024/positions`)
    const rows = (await positions.json()) as { name: string; position: string }[]
    return rows.some(({ name, position }) => name === 'Sean Casey' && position === 'against')
  })
  console.log(`article handed in; the api had it ${Math.round(performance.now() - began)} ms later`)
  for (const stop of stops.reverse()) await stop()
  console.log('SIGTERM    every service ended with 0')
  Object.assign(figures, { startMs })
}

/** Where the images find their servers, in a database and topics of their own. */
async function parts(): Promise<Record<string, string>> {
  const given = process.env['KAFKA_BROKERS']
  const broker = given ? null : await startBroker()
  if (broker !== null) undo.push(() => broker.stop())
  const server = process.env['DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/postgres'
  const name = `whipcount_images_${randomUUID().replaceAll('-', '')}`
  const database = new URL(server)
  database.pathname = `/${name}`
  undo.push(async () => {
    const { db, close } = await openDatabase({ url: server, connections: 1 })
    await sql.raw(`drop database if exists ${name}`).execute(db)
    await close()
  })
  return {
    DATABASE_URL: database.href,
    KAFKA_BROKERS: given || broker!.brokers,
    REDIS_URL: process.env['REDIS_URL'] || 'redis://127.0.0.1:6379',
    WHIPCOUNT_TOPIC_PREFIX: `${name}.`,
    WHIPCOUNT_PARTITIONS: '2',
  }
}

async function toItsEnd(
  image: BuiltStage,
  name: string,
  env: Readonly<Record<string, string>>,
  args?: readonly string[],
): Promise<void> {
  const runtime = runtimeOf(stages, name)
  const container = startContainer(image, args === undefined ? runtime : { ...runtime, cmd: args }, { env })
  running.push(container)
  await container.firstLine
  const code = await container.ended
  if (code !== 0) throw new Error(`${name} ${args?.join(' ') ?? ''} ended with ${code}.`)
  console.log(`${name.padEnd(10)} ${container.printed.join(' ')}`)
}

/** Where the lock file says that a package is for development alone. */
function developmentPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>
  }
  return Object.entries(lock.packages).flatMap(([path, { dev }]) => (dev ? [path] : []))
}

function bytesOf(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}

async function until(what: string, happened: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS
  while (!(await happened().catch(() => false))) {
    if (performance.now() > deadline) throw new Error(`Waited ${DEADLINE_MS} ms for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
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
