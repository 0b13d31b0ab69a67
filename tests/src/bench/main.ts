/**
 * `npm run bench [-- --articles 2000]`: how fast the whole embedded pipeline is, at 1, 4 and 16 times so many articles, and how fast a
 * projector catches up beside a bare insert of the same rows. Prints tables, and one JSON object as its last line.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { noServer, testServer } from '../house/read-model.ts'
import { benchCatchUp } from './catch-up.ts'
import { benchPipeline } from './pipeline.ts'

const RELEVANT = 0.1

const { values } = parseArgs({ options: { articles: { type: 'string', default: '2000' } } })
const unit = Number(values.articles)
if (!Number.isInteger(unit) || unit < 1) {
  console.error(`--articles ${values.articles} is no count of articles.`)
  process.exit(2)
}

const pipeline = await benchPipeline([unit, 4 * unit, 16 * unit], RELEVANT)
console.log(
  `\nThe embedded pipeline, ${RELEVANT * 100} % of the articles relevant (whipcount ingest, PGlite)`,
)
console.table(
  pipeline.map(({ articles, withEvents, seconds, perSecond, peakMiB }) => ({
    articles,
    'with events': withEvents,
    seconds: round(seconds),
    'articles/s': Math.round(perSecond),
    'peak MiB': peakMiB,
  })),
)

if (noServer !== null) console.warn(`NOT MEASURED on Postgres: ${noServer}`)
const catchUp = [await benchCatchUp('pglite', 5 * unit, testServer)]
if (noServer === null) catchUp.push(await benchCatchUp('postgres', 5 * unit, testServer))
console.log('\nA projector catching up, beside a bare insert of the same rows in batches of the same size')
console.table(
  catchUp.map(({ database, events, rows, perSecond, barePerSecond, share, residentMiB }) => ({
    database,
    events,
    rows,
    'events/s': Math.round(perSecond),
    'bare events/s': Math.round(barePerSecond),
    'share of bare': round(share),
    'MiB at the end': residentMiB,
  })),
)

const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? null }
console.log(JSON.stringify({ bench: 'embedded', relevantShare: RELEVANT, pipeline, catchUp, machine }))

function round(figure: number): number {
  return Math.round(figure * 100) / 100
}
