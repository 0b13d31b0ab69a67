/**
 * `npm run bench:replay [-- --events 1000000]`: how long a rebuild of the read models takes on Postgres, for a tenth of so many events and
 * for all of them, and how much memory it holds. The events are as many to an article, and of the types, that annotators find in the
 * corpora. Beside it a rebuild of the same sets by `@event-driven-io/emmett-postgresql` from the tenth. Prints tables, and one JSON object as its last line.
 */
import { spawn } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createTableLog, type EventLog } from '@whipcount/event-log'
import { scratchPostgres } from '@whipcount/event-log/scratch'
import { createProjections, migrate } from '@whipcount/read-store'
import { sql } from 'kysely'
import { testServer } from '../house/read-model.ts'
import { type HistoryPart, makeHistory, RELEVANT } from './history.ts'

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

type Emmett = Omit<Run, 'version'>

const scratch = await scratchPostgres(testServer)
try {
  const { db } = scratch
  await migrate(db)
  const log = await createTableLog({ db })
  const projections = createProjections(db)
  const fill = filling(log)
  const runs: Run[] = []
  for (const count of [Math.floor(wanted / 10), wanted]) {
    await fill(count)
    await sql`vacuum analyze whipcount_log.records`.execute(db)
    const run = await running<Run>('replay-run.ts', scratch.url)
    runs.push(run)
    await projections.drop(run.version)
  }
  await log.close()
  await running('replay-emmett.ts', 'fill', scratch.url, String(Math.floor(wanted / 10)))
  const emmett = await running<Emmett>('replay-emmett.ts', 'rebuild', scratch.url)
  report(runs, emmett)
} finally {
  await scratch.drop()
}

/** Appends made events until the log has so many. */
function filling(log: EventLog): (count: number) => Promise<void> {
  const history = makeHistory(wanted)
  let events = 0
  return async (count) => {
    while (events < count) {
      const { value, done } = history.next()
      if (done) return
      const part: HistoryPart = value
      for (const topic of ['desk', 'articles', 'events'] as const) {
        events += part[topic].length
        await log.append(
          topic,
          part[topic].map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
        )
      }
    }
  }
}

/** Runs a script of this folder; resolves to the JSON of its last line. */
function running<Said>(script: string, ...args: readonly string[]): Promise<Said> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`${script} ended with code ${code}`))
      resolve(JSON.parse(stdout.trim().split('\n').at(-1)!) as Said)
    })
  })
}

function report(runs: readonly Run[], emmett: Emmett): void {
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
  const times = large.records / large.seconds / (emmett.records / emmett.seconds)
  console.log(
    '\nThe same sets from the first tenth of the events, by a projection of @event-driven-io/emmett-postgresql 0.42.0',
  )
  console.table([
    {
      records: emmett.records,
      seconds: Math.round(emmett.seconds * 10) / 10,
      'events/s': Math.round(emmett.records / emmett.seconds),
      'CPU s': Math.round(emmett.cpuSeconds * 10) / 10,
      'peak MiB': emmett.peakMiB,
    },
  ])
  console.log(`The rebuild of all events is ${times.toFixed(1)} times as fast.`)
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? null }
  console.log(
    JSON.stringify({
      bench: 'replay',
      relevantShare: RELEVANT,
      runs,
      growth: growth * 10,
      emmett,
      times,
      machine,
    }),
  )
}
