import type { Candidate } from './candidates.ts'
import { type Classifier, softmax, sumHashes } from './classifier.ts'
import { hashesOf, STRETCHES, stretchOf, type Vectors } from './features.ts'

/** How likely each class of a classifier is for a candidate, in their order. The next call writes over what one gives. */
export type Weigher = (candidate: Candidate) => Float32Array

const weighers = new WeakMap<Classifier, Weigher>()

/** The weigher of a classifier, made once. */
export function weigherOf(classifier: Classifier, vectors: Vectors): Weigher {
  let weigher = weighers.get(classifier)
  if (!weigher) {
    weigher = createWeigher(classifier, vectors)
    weighers.set(classifier, weigher)
  }
  return weigher
}

/**
 * Weighs as `likelihoods` does with the features of a candidate, faster: a mean of meanings weighs what the mean of their weights is, and a
 * word's weights are worked out once.
 */
function createWeigher(classifier: Classifier, vectors: Vectors): Weigher {
  const { classes, dense } = classifier
  const size = classes.length
  const { dimensions, values } = vectors
  const words = vectors.rows.hashes.length
  /** By stretch and word: its weights, one number a class. */
  const meanings = Array.from({ length: STRETCHES }, () => new Float32Array(words * size))
  const worked = Array.from({ length: STRETCHES }, () => new Uint8Array(words))
  const mean = new Float32Array(size)
  const sums = new Float32Array(size)

  const work = (stretch: number, row: number): void => {
    const into = meanings[stretch]!
    const factor = vectors.scale * vectors.weights[row]!
    for (let d = 0; d < dimensions; d++) {
      const value = values[row * dimensions + d]! * factor
      const from = (stretch * dimensions + d) * size
      for (let c = 0; c < size; c++) into[row * size + c]! += dense[from + c]! * value
    }
    worked[stretch]![row] = 1
  }

  return (candidate) => {
    sumHashes(classifier, hashesOf(candidate), sums)
    for (let stretch = 0; stretch < STRETCHES; stretch++) {
      const {
        words: { rows: of, zones },
        zone,
      } = stretchOf(candidate, stretch)
      const from = meanings[stretch]!
      let total = 0
      mean.fill(0)
      for (let i = 0; i < of.length; i++) {
        const row = of[i]!
        if (row < 0 || zones[i] !== zone) continue
        if (worked[stretch]![row] === 0) work(stretch, row)
        total += vectors.weights[row]!
        for (let c = 0, at = row * size; c < size; c++) mean[c]! += from[at + c]!
      }
      const share = total > 1 ? 1 / total : 1
      for (let c = 0; c < size; c++) sums[c]! += mean[c]! * share
    }
    softmax(sums)
    return sums
  }
}
