import { type Classifier, rowsOf, softmax } from '@whipcount/rules'
import type { Example } from './examples.ts'

export interface Fitting {
  readonly epochs: number
  /** Step of the weights of features, and of the dense ones (Adagrad: Duchi, Hazan and Singer 2011). */
  readonly step: number
  readonly denseStep: number
  readonly denseGain: number
  readonly decay: number
  /** In how many examples a feature is found at least. */
  readonly least: number
  /** How often the sentence of a group that says it is chosen anew. */
  readonly rounds: number
  /** A feature whose every weight is smaller, in 127ths of the largest there is, is left out. */
  readonly smallest: number
}

export const fitting: Fitting = {
  epochs: 6,
  step: 0.3,
  denseStep: 0.2,
  denseGain: 3,
  decay: 1e-4,
  least: 4,
  rounds: 2,
  smallest: 8,
}

/**
 * Fits a linear classifier to examples. Where several candidates of a group are told to say something together, all are taken to say it
 * first, then only the likeliest (multiple-instance learning). The same examples give the same weights: the order is shuffled by a seed.
 */
export function fitClassifier(
  examples: readonly Example[],
  names: readonly string[],
  options: Fitting = fitting,
): Classifier {
  const size = names.length
  const found = new Map<number, number>()
  for (const { hashes } of examples) for (const hash of hashes) found.set(hash, (found.get(hash) ?? 0) + 1)
  const rows = new Map<number, number>()
  for (const [hash, times] of found) if (times >= options.least) rows.set(hash, rows.size)
  const features = examples.map(({ hashes }) =>
    Int32Array.from([...hashes].map((hash) => rows.get(hash) ?? -1).filter((row) => row >= 0)),
  )
  const dimensions = examples[0]?.dense.length ?? 0
  let chosen = examples.map((_, i) => i)
  let weights = new Float32Array(0)
  let dense = new Float32Array(0)
  const likely = new Float32Array(size)
  const guess = (i: number) => {
    likely.fill(0)
    const by = 1 / Math.sqrt(Math.max(1, features[i]!.length))
    for (const row of features[i]!) for (let c = 0; c < size; c++) likely[c]! += weights[row * size + c]! * by
    const values = examples[i]!.dense
    for (let d = 0; d < dimensions; d++) {
      const value = values[d]!
      if (value !== 0) for (let c = 0; c < size; c++) likely[c]! += dense[d * size + c]! * value
    }
    softmax(likely)
  }
  for (let round = 0; round < options.rounds; round++) {
    weights = new Float32Array(rows.size * size)
    dense = new Float32Array(dimensions * size)
    const steps = new Float32Array(rows.size * size).fill(1e-3)
    const denseSteps = new Float32Array(dimensions * size).fill(1e-3)
    const random = seeded(12345)
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      const slower = 1 - (epoch / options.epochs) * 0.8
      for (const i of shuffled(chosen, random)) {
        const { label, weight, dense: values } = examples[i]!
        guess(i)
        const by = 1 / Math.sqrt(Math.max(1, features[i]!.length))
        for (let c = 0; c < size; c++) {
          const gradient = (likely[c]! - (label === c ? 1 : 0)) * weight
          if (Math.abs(gradient) < 1e-4) continue
          for (const row of features[i]!) {
            const at = row * size + c
            const slope = gradient * by + options.decay * weights[at]!
            steps[at]! += slope * slope
            weights[at]! -= (options.step * slower * slope) / Math.sqrt(steps[at]!)
          }
          for (let d = 0; d < dimensions; d++) {
            const value = values[d]!
            if (value === 0) continue
            const at = d * size + c
            const slope = gradient * value * options.denseGain + options.decay * 10 * dense[at]!
            denseSteps[at]! += slope * slope
            dense[at]! -= (options.denseStep * slope) / Math.sqrt(denseSteps[at]!)
          }
        }
      }
    }
    if (round + 1 === options.rounds) break
    const best = new Map<number, { i: number; likelihood: number }>()
    examples.forEach(({ group, label }, i) => {
      if (group < 0) return
      guess(i)
      const known = best.get(group)
      if (!known || likely[label]! > known.likelihood) best.set(group, { i, likelihood: likely[label]! })
    })
    chosen = examples
      .map((_, i) => i)
      .filter((i) => examples[i]!.group < 0 || best.get(examples[i]!.group)!.i === i)
  }
  return { classes: names, dense, ...pruned(rows, weights, size, options.smallest) }
}

function pruned(
  rows: ReadonlyMap<number, number>,
  weights: Float32Array,
  size: number,
  smallest: number,
): Pick<Classifier, 'rows' | 'weights' | 'scale'> {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127
  const stepsOf = (row: number) =>
    Int8Array.from(weights.subarray(row * size, (row + 1) * size), (weight) => Math.round(weight / scale))
  const kept = [...rows]
    .map(([hash, row]) => ({ hash, steps: stepsOf(row) }))
    .filter(({ steps }) => steps.some((step) => Math.abs(step) >= smallest))
  const result = new Int8Array(kept.length * size)
  kept.forEach(({ steps }, row) => {
    result.set(steps, row * size)
  })
  return { rows: rowsOf(Uint32Array.from(kept, ({ hash }) => hash)), weights: result, scale }
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffled(list: readonly number[], random: () => number): number[] {
  const order = [...list]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}
