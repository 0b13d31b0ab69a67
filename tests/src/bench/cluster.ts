/**
 * `npm run bench:cluster [-- --articles 10000] [--events 50000] [--minutes 1]`: how fast the services are as processes on a real Kafka and Postgres.
 * `--articles` go through all of them; a projector catches up with the events of `--events` articles; for `--minutes` articles come
 * in at 50 a second. Prints tables, and one JSON object as its last line.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { scratchBroker } from '@whipcount/event-log/scratch-kafka'
import { sql } from 'kysely'
import { onCluster } from '../cluster/cluster.ts'
import { testServer } from '../house/read-model.ts'
import { benchClusterCatchUp } from './cluster-catch-up.ts'
import { benchPace, benchThroughput } from './cluster-intake.ts'

const PACE = 50

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    events: { type: 'string', default: '50000' },
    minutes: { type: 'string', default: '1' },
  },
})
const [articles, history, minutes] = [values.articles, values.events, values.minutes].map(Number)
if (!(articles! >= 1 && history! >= 1 && minutes! > 0)) {
  console.error('--articles and --events are counts of articles, --minutes a length of time.')
  process.exit(2)
}

const broker = await scratchBroker(process.env['KAFKA_BROKERS'])
const options = { server: testServer, brokers: broker.brokers.join(','), sessionTimeoutMs: 10_000 }
try {
  const postgres = await onCluster(options, async ({ db }) => {
    const { rows } = await sql<{
      version: string
    }>`select current_setting('server_version') as version`.execute(db)
    return rows[0]!.version
  })
  console.log(`Kafka: ${broker.from}. Postgres ${postgres}: ${testServer}`)
  const throughput = await benchThroughput(options, articles!)
  console.log('\nFrom intake to read model, as fast as it goes (10 % of the articles relevant)')
  console.table([
    {
      articles: throughput.articles,
      seconds: round(throughput.seconds),
      'articles/s': Math.round(throughput.perSecond),
    },
  ])
  const catchUp = await benchClusterCatchUp(options, history!)
  console.log(
    '\nA projector catching up with Kafka, beside a bare insert of the same rows in batches of the same size',
  )
  console.table([
    {
      events: catchUp.events,
      rows: catchUp.rows,
      'events/s': Math.round(catchUp.perSecond),
      'bare events/s': Math.round(catchUp.barePerSecond),
      'share of bare': round(catchUp.share),
    },
  ])
  const pace = await benchPace(options, PACE, minutes! * 60)
  console.log(`\nAt ${PACE} articles/s for ${minutes} min: from accepted to visible, and memory`)
  console.table([
    {
      articles: pace.articles,
      'articles/s': round(pace.articlesPerSecond),
      'p50 ms': Math.round(pace.visibleMs.p50),
      'p99 ms': Math.round(pace.visibleMs.p99),
      'most ms': Math.round(pace.visibleMs.most),
    },
  ])
  console.table(
    pace.memory.map(({ slopeMiBPerMinute, ...one }) => ({ ...one, 'MiB/min': round(slopeMiBPerMinute) })),
  )
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? null }
  const versions = { kafka: broker.from, postgres }
  console.log(JSON.stringify({ bench: 'cluster', throughput, catchUp, pace, versions, machine }))
} finally {
  await broker.stop()
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100
}
