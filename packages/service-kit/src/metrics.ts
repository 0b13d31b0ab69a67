import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The measures that every service shares; each carries the service's name as a label. */
export interface Metrics {
  readonly registry: Registry
  readonly records: Counter<'topic' | 'outcome'>
  readonly claims: Counter<'type'>
  readonly lagRecords: Gauge<'consumer' | 'topic' | 'partition'>
  readonly lagSeconds: Gauge<'consumer' | 'topic' | 'partition'>
  readonly batchSeconds: Histogram<'topic'>
  readonly deadLetters: Counter<'code'>
  readonly lostCheckpoints: Counter<'topic'>
  readonly repeats: Counter<'topic'>
  readonly incompleteReadings: Gauge
  readonly feedPolls: Counter<'outcome'>
  readonly modelQuestions: Counter<'outcome'>
  readonly modelSeconds: Histogram
  readonly modelRefused: Counter<'reason'>
}

/** Creates a registry of its own: two services in one process do not meet. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    records: new Counter({
      name: 'whipcount_records_total',
      help: 'Records handled, by what became of them.',
      labelNames: ['topic', 'outcome'],
      registers,
    }),
    claims: new Counter({
      name: 'whipcount_claims_total',
      help: 'Claims made, by type.',
      labelNames: ['type'],
      registers,
    }),
    lagRecords: new Gauge({
      name: 'whipcount_lag_records',
      help: 'Records between the checkpoint and the end of the partition.',
      labelNames: ['consumer', 'topic', 'partition'],
      registers,
    }),
    lagSeconds: new Gauge({
      name: 'whipcount_lag_seconds',
      help: 'Age of the oldest record of a partition that waits to be handled; 0 at its end.',
      labelNames: ['consumer', 'topic', 'partition'],
      registers,
    }),
    batchSeconds: new Histogram({
      name: 'whipcount_batch_seconds',
      help: 'Time to handle one batch.',
      labelNames: ['topic'],
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    deadLetters: new Counter({
      name: 'whipcount_dead_letters_total',
      help: 'Records set aside, by error code.',
      labelNames: ['code'],
      registers,
    }),
    lostCheckpoints: new Counter({
      name: 'whipcount_lost_checkpoints_total',
      help: 'Batches rolled back because another process had moved the checkpoint.',
      labelNames: ['topic'],
      registers,
    }),
    repeats: new Counter({
      name: 'whipcount_repeats_total',
      help: 'Records that were there already.',
      labelNames: ['topic'],
      registers,
    }),
    incompleteReadings: new Gauge({
      name: 'whipcount_incomplete_readings',
      help: 'Readings whose claims have not all arrived, so that they do not count yet.',
      registers,
    }),
    modelQuestions: new Counter({
      name: 'whipcount_model_questions_total',
      help: 'Articles that a language model was needed for, by how its answer came: asked, remembered, failed.',
      labelNames: ['outcome'],
      registers,
    }),
    modelSeconds: new Histogram({
      name: 'whipcount_model_seconds',
      help: 'Time to a usable answer of the language model, its repetitions included.',
      buckets: [0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160],
      registers,
    }),
    modelRefused: new Counter({
      name: 'whipcount_model_refused_total',
      help: 'Claims of the language model that were refused, by reason.',
      labelNames: ['reason'],
      registers,
    }),
    feedPolls: new Counter({
      name: 'whipcount_feed_polls_total',
      help: 'Requests for feeds, by what became of them: new, unchanged, failed.',
      labelNames: ['outcome'],
      registers,
    }),
  }
}
