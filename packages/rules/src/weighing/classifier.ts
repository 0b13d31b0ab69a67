import { fnv1a } from '@whipcount/events'
import type { Features, Vectors } from './features.ts'
import { type Rows, rowOf, rowsOf } from './rows.ts'

/**
 * A linear classifier: the likelihood of each class is the softmax of the sum of the weights of what is there. Trained by
 * `training/train.ts`, where its data and its figures are.
 */
export interface Classifier {
  readonly classes: readonly string[]
  /** Rows of features, by their hashes. */
  readonly rows: Rows
  /** Row by row, one number a class, in units of `scale`. */
  readonly weights: Int8Array
  readonly scale: number
  /** One row a dimension of `dense`, one number a class. */
  readonly dense: Float32Array
}

/** Sums of weights, for one candidate at a time. */
const steps = new Int32Array(64)

/** Puts the sums of the weights of hashes in place of what `sums` holds, one number a class, by the root of how many are known. */
export function sumHashes(
  { rows, weights, scale }: Classifier,
  hashes: Uint32Array,
  sums: Float32Array,
): void {
  const size = sums.length
  steps.fill(0, 0, size)
  let known = 0
  for (let i = 0; i < hashes.length; i++) {
    const row = rowOf(rows, hashes[i]!)
    if (row < 0) continue
    known++
    for (let c = 0, at = row * size; c < size; c++) steps[c]! += weights[at + c]!
  }
  const by = known > 0 ? scale / Math.sqrt(known) : 0
  for (let c = 0; c < size; c++) sums[c] = steps[c]! * by
}

/** How likely each class is, in their order. Sums to one. */
export function likelihoods(classifier: Classifier, features: Features): Float32Array {
  const { classes, dense } = classifier
  const size = classes.length
  const sums = new Float32Array(size)
  sumHashes(classifier, features.hashes, sums)
  for (let d = 0; d < features.dense.length; d++) {
    const value = features.dense[d]!
    if (value !== 0) for (let c = 0, at = d * size; c < size; c++) sums[c]! += dense[at + c]! * value
  }
  softmax(sums)
  return sums
}

/** Makes sums of weights likelihoods, in place. */
export function softmax(sums: Float32Array): void {
  let most = sums[0]!
  for (let c = 1; c < sums.length; c++) most = Math.max(most, sums[c]!)
  let total = 0
  for (let c = 0; c < sums.length; c++) {
    sums[c] = Math.exp(sums[c]! - most)
    total += sums[c]!
  }
  for (let c = 0; c < sums.length; c++) sums[c]! /= total
}

/** The classifiers of an extractor, and the word meanings that they share. */
export interface Classifiers {
  readonly vectors: Vectors
  /** What a line says of the stand of somebody of the party. */
  readonly stands: Classifier
  /** Whether a line tells of a meeting of the party or of a blow. */
  readonly happenings: Classifier
  /** What a number counts. */
  readonly counts: Classifier
}

/** As it is stored: numbers in base64, little-endian. */
export interface StoredClassifier {
  readonly classes: readonly string[]
  readonly hashes: string
  readonly weights: string
  readonly scale: number
  readonly dense: string
}

export interface StoredVectors {
  readonly dimensions: number
  /** One space between. */
  readonly words: string
  /** Each word's rank by frequency, 16 bits. */
  readonly ranks: string
  readonly values: string
  readonly scale: number
}

export interface StoredClassifiers {
  readonly vectors: StoredVectors
  readonly stands: StoredClassifier
  readonly happenings: StoredClassifier
  readonly counts: StoredClassifier
}

/**
 * How much a word of a frequency rank says: nearly nothing for "the", nearly all for a rare one. Arora, Liang and Ma 2017 ("A simple
 * but tough-to-beat baseline for sentence embeddings"), with Zipf's law in place of counted frequencies.
 */
function weightOfRank(rank: number): number {
  const frequency = 0.06 / (rank + 2)
  return 1e-3 / (1e-3 + frequency)
}

export function readClassifiers(stored: StoredClassifiers): Classifiers {
  return {
    vectors: readVectors(stored.vectors),
    stands: readClassifier(stored.stands),
    happenings: readClassifier(stored.happenings),
    counts: readClassifier(stored.counts),
  }
}

export function readVectors({ dimensions, words, ranks, values, scale }: StoredVectors): Vectors {
  return {
    dimensions,
    rows: rowsOf(Uint32Array.from(words.split(' '), fnv1a)),
    values: new Int8Array(bytesOf(values)),
    scale,
    weights: Float32Array.from(new Uint16Array(bytesOf(ranks)), weightOfRank),
  }
}

function readClassifier({ classes, hashes, weights, scale, dense }: StoredClassifier): Classifier {
  return {
    classes,
    rows: rowsOf(new Uint32Array(bytesOf(hashes))),
    weights: new Int8Array(bytesOf(weights)),
    scale,
    dense: new Float32Array(bytesOf(dense)),
  }
}

function bytesOf(base64: string): ArrayBuffer {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes.buffer
}
