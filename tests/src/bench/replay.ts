/**
 * `npm run bench:replay [-- --events 1000000]`: how long a rebuild of the read models takes on Postgres, for a tenth of so many events and
 * for all of them, and how much memory it holds. The events are as many to an article, and of the types, that annotators find in the
 * corpora. Prints a table, and one JSON object as its last line.
 */
import { spawn } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createTableLog, type EventLog } from '@whipcount/event-log'
import { scratchPostgres } from '@whipcount/event-log/scratch'
import type { CloudEvent } from '@whipcount/events'
import { createProjections, migrate } from '@whipcount/read-store'
import { sql } from 'kysely'
import { testServer } from '../house/read-model.ts'
import { makeDesk, makeEvents } from './events.ts'

/** Every article of the corpora is about its challenge, with claims or without. */
const RELEVANT = 1
const AT_ONCE = 500
/** What the design asks for. */
const TARGET = { perEvent: 30 / 1_000_000, peakMiB: 512, growth: 11 }

const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000' } } })
const wanted = Number(values.events)
if (!Number.isInteger(wanted) || wanted < 1_000) {
  console.error(`--events ${values.events} is no count of events. Write a whole number from 1000 on.`)
  process.exit(2)
}

interface Run {
  readonly records: number
  readonly seconds: number
  /** Processor time of our process. */
  readonly cpuSeconds: number
  readonly peakMiB: number
  readonly version: number
}

const scratch = await scratchPostgres(testServer)
try {
  const { db } = scratch
  await migrate(db)
  const log = await createTableLog({ db })
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const url = new URL(testServer)
  url.pathname = `/${rows[0]!.name}`
  const projections = createProjections(db)
  const fill = filling(log)
  const runs: Run[] = []
  for (const count of [Math.floor(wanted / 10), wanted]) {
    await fill(count)
    await sql`vacuum analyze whipcount_log.records`.execute(db)
    const run = await rebuilt(url.href)
    runs.push(run)
    await projections.drop(run.version)
  }
  await log.close()
  report(runs)
} finally {
  await scratch.drop()
}

/** Appends made events until the log has so many. */
function filling(log: EventLog): (count: number) => Promise<void> {
  const made = makeEvents(wanted, RELEVANT)
  let events = 0
  const append = async (
    topic: 'articles' | 'events' | 'desk',
    some: readonly CloudEvent[],
  ): Promise<void> => {
    events += some.length
    await log.append(
      topic,
      some.map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
    )
  }
  return async (count) => {
    if (events === 0) await append('desk', makeDesk())
    while (events < count) {
      const collected: CloudEvent[] = []
      const read: CloudEvent[] = []
      while (collected.length < AT_ONCE && events + collected.length + read.length < count) {
        const { value } = made.next()
        if (value === undefined) throw new Error('the history ended before the log had what was asked for')
        collected.push(value.articles)
        read.push(...value.events)
      }
      await append('articles', collected)
      await append('events', read)
    }
  }
}

/** One rebuild, by a process of its own. */
function rebuilt(url: string): Promise<Run> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'replay-run.ts'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`the rebuild ended with code ${code}`))
      resolve(JSON.parse(stdout.trim().split('\n').at(-1)!) as Run)
    })
  })
}

function report(runs: readonly Run[]): void {
  const [small, large] = [runs[0]!, runs[1]!]
  const growth = large.seconds / large.records / (small.seconds / small.records)
  console.log('\nA rebuild of the read models from the log, on Postgres')
  console.table(
    runs.map(({ records, seconds, cpuSeconds, peakMiB }) => ({
      records,
      seconds: Math.round(seconds * 10) / 10,
      'events/s': Math.round(records / seconds),
      'our CPU s': Math.round(cpuSeconds * 10) / 10,
      'peak MiB': peakMiB,
      'asked for': `${Math.round(records * TARGET.perEvent * 10) / 10} s, ${TARGET.peakMiB} MiB`,
    })),
  )
  console.log(
    `Ten times the events take ${(growth * 10).toFixed(1)} times as long (asked for: at most ${TARGET.growth}).`,
  )
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? null }
  console.log(
    JSON.stringify({ bench: 'replay', relevantShare: RELEVANT, runs, growth: growth * 10, machine }),
  )
}
