/**
 * `npm run bench:answers [-- --claims 10000 --seconds 10]`: how long Postgres takes to say where everybody stands on a challenge of so many
 * claims, and how the read api holds out at 200 requests a second, nine in ten of the present, one as of a day. Prints a table, and one
 * JSON object as its last line.
 *
 * Why `positions_as_of` is fast. The claims that move people are kept in `moves`, each as an interval of known time, corrections and
 * mergers taken in; so no sighting, reading or correction is looked at. Its plan, for 10,000 claims of which 5,277 move somebody:
 *   1. one pass over the challenge's rows of `moves`, put into groups of (who, position, outlet) by hashing (the most of the time);
 *   2. those groups put into one for each person and position: its least `key` is the claim that decides;
 *   3. a second pass for the people who have stood in two ways alone, by the day, for `since` and `contradicting`;
 *   4. the few unconfirmed signatures and the latest day, each from a partial index; and a join with the roster.
 * Nothing is sorted but a few hundred rows, and the plan is kept from call to call (PL/pgSQL): planning took as long as all of this.
 * `--known` is a condition on the same pass, and so is a day.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { createApi, listen } from '@whipcount/api'
import type { LogRecord } from '@whipcount/event-log'
import { scratchPostgres } from '@whipcount/event-log/scratch'
import type { CloudEvent } from '@whipcount/events'
import { createApplier, createQueries, migrate } from '@whipcount/read-store'
import { type Kysely, sql } from 'kysely'
import { testServer } from '../house/read-model.ts'
import { makeDesk, makeEvents } from './events.ts'

const CHALLENGE = 'avalia-2031'
const BATCH = 1_000
const CALLS = 200
const PER_SECOND = 200
/** What the design asks for, in milliseconds. */
const TARGET = { positions: 5, api: 50 }

const { values } = parseArgs({
  options: { claims: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '10' } },
})
const wanted = Number(values.claims)
const seconds = Number(values.seconds)
if (!(Number.isInteger(wanted) && wanted > 0 && seconds > 0)) {
  console.error('--claims and --seconds are whole numbers from 1 on.')
  process.exit(2)
}

const scratch = await scratchPostgres(testServer)
try {
  const { db } = scratch
  await migrate(db)
  const claims = await fill(db, wanted)
  await sql`vacuum analyze`.execute(db)
  const days = await daysOf(db)
  const asked: [question: string, args: string][] = [
    ['the present', 'null, null'],
    ['as of a day', `'${days.middle}', null`],
    ['as known on a day', `null, '${days.middle}'`],
    ['as of a day, as known on a day', `'${days.middle}', '${days.late}'`],
  ]
  const answers = []
  for (const [question, args] of asked) {
    for (const name of ['positions_as_of', 'whip_count_as_of'])
      answers.push({ answer: name, question, ...(await timed(db, `${name}('${CHALLENGE}', ${args})`)) })
  }
  const api = await load(db, days.all)
  report(claims, answers, api)
} finally {
  await scratch.drop()
}

/** Applies made events until so many claims are there; resolves to their number. */
async function fill(db: Kysely<unknown>, wanted: number): Promise<number> {
  const applier = createApplier({ db })
  let position = 0n
  let claims = 0
  const apply = async (events: readonly CloudEvent[]): Promise<void> => {
    const from = position
    const records = events.map((event): LogRecord => {
      const value = JSON.stringify(event)
      const place = { topic: 'events', partition: 0, position: position++ }
      return { ...place, key: event.subject, value, headers: {}, appendedAt: new Date(0) }
    })
    await applier.apply({ topic: 'events', partition: 0, from, records, next: position })
  }
  let waiting = makeDesk()
  for (const { articles, events } of makeEvents(wanted, 1)) {
    waiting.push(articles, ...events)
    claims += events.length - 1
    if (waiting.length >= BATCH || claims >= wanted) {
      await apply(waiting)
      waiting = []
    }
    if (claims >= wanted) break
  }
  await applier.settle()
  return claims
}

/** The days of which the claims tell; about the middle one, half had been said. */
async function daysOf(
  db: Kysely<unknown>,
): Promise<{ all: readonly string[]; middle: string; late: string }> {
  const { rows } = await sql<{ day: string }>`
    select distinct day::text as day from whipcount.claims where challenge = ${CHALLENGE} order by day`.execute(
    db,
  )
  const all = rows.map(({ day }) => day)
  return { all, middle: all[Math.floor(all.length / 2)]!, late: all[Math.floor(all.length * 0.8)]! }
}

/** Milliseconds of many calls, over one connection as a consumer would make them. */
async function timed(
  db: Kysely<unknown>,
  call: string,
): Promise<{ least: number; median: number; p99: number }> {
  return db.connection().execute(async (connection) => {
    const times: number[] = []
    for (let n = 0; n < CALLS; n++) {
      const began = performance.now()
      await sql`select * from whipcount.${sql.raw(call)}`.execute(connection)
      times.push(performance.now() - began)
    }
    times.sort((a, b) => a - b)
    return { least: times[0]!, median: times[CALLS / 2]!, p99: times[Math.floor(CALLS * 0.99)]! }
  })
}

/** Asks the api at a steady rate, whether it keeps up or not; a request's time counts from when it was due. */
async function load(
  db: Kysely<unknown>,
  days: readonly string[],
): Promise<{ requests: number; failed: number; median: number; p99: number; most: number }> {
  const api = await listen(createApi(createQueries(db)), { host: '127.0.0.1', port: 0 })
  const times: number[] = []
  let failed = 0
  try {
    const paths = ['whip-count', 'positions', 'whip-count/daily']
    const ask = async (path: string, due: number): Promise<void> => {
      const answer = await fetch(`${api.url}/challenges/${CHALLENGE}/${path}`)
      await answer.arrayBuffer()
      if (answer.status !== 200) failed++
      times.push(performance.now() - due)
    }
    // As a service that has been up for a while.
    for (const path of paths) await ask(path, performance.now())
    times.length = 0
    const began = performance.now()
    const asked: Promise<void>[] = []
    for (let n = 0; n < PER_SECOND * seconds; n++) {
      const due = began + (n * 1000) / PER_SECOND
      const early = due - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      const path = n % 10 === 9 ? `whip-count?on=${days[n % days.length]}` : paths[n % paths.length]!
      asked.push(ask(path, due))
    }
    await Promise.all(asked)
  } finally {
    await api.close()
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor((times.length - 1) * share)]!
  return { requests: times.length, failed, median: at(0.5), p99: at(0.99), most: at(1) }
}

function report(
  claims: number,
  answers: readonly { answer: string; question: string; least: number; median: number; p99: number }[],
  api: Awaited<ReturnType<typeof load>>,
): void {
  const round = (figure: number): number => Math.round(figure * 10) / 10
  console.log(
    `\nAnswers about a challenge of ${claims} claims on Postgres, in milliseconds of ${CALLS} calls`,
  )
  console.table(
    answers.map(({ answer, question, least, median, p99 }) => ({
      answer,
      question,
      least: round(least),
      median: round(median),
      p99: round(p99),
      'asked for': TARGET.positions,
    })),
  )
  console.log(
    `The api at ${PER_SECOND} requests a second: p99 ${round(api.p99)} ms (asked for: ${TARGET.api}), median ${round(api.median)} ms, ${api.failed} of ${api.requests} failed.`,
  )
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? null }
  console.log(JSON.stringify({ bench: 'answers', claims, answers, api, machine }))
}
