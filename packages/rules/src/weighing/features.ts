import type { Candidate, Word, Zone } from './candidates.ts'

/** What a classifier sees of a candidate: hashes of what is there, each once, and the mean meaning of its words by zone. */
export interface Features {
  readonly hashes: readonly number[]
  /** Three stretches of `dimensions` numbers: the words said, told, and of the line before. */
  readonly dense: Float32Array
}

/** Directions of meaning of words: one row of `dimensions` numbers for each word known. */
export interface Vectors {
  readonly dimensions: number
  readonly rows: ReadonlyMap<string, number>
  /** Row by row, in units of `scale`. */
  readonly values: Int8Array
  readonly scale: number
  /** How much a word says, 0 to 1: rare words more. By row. */
  readonly weights: Float32Array
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b)
  hash ^= hash >>> 13
  return Math.imul(hash, 0xc2b2ae35) >>> 0
}

const ZONE: Readonly<Record<Zone, number>> = { said: 0x51ed, told: 0x7e11, others: 0x0b3a }
const SKIP = 0x5eed
const CONTEXT = hashOf('context')
const A_LEADS = [1, 2, 3].map((step) => mix(hashOf('after'), step))
const A_FOLLOWS = [1, 2, 3].map((step) => mix(hashOf('before'), step))
const L_LEADS = hashOf('pastL')
const L_FOLLOWS = hashOf('toL')

/** Words alone, in twos and threes, two with one between; words near `A` and near `L`; those of the line before; facts. */
export function featuresOf({ words, before, facts }: Candidate, vectors: Vectors): Features {
  const found = new Set<number>()
  const hashes = words.map(({ text }) => hashOf(text))
  const size = words.length
  for (let i = 0; i < size; i++) {
    const { zone, text } = words[i]!
    const one = mix(ZONE[zone], hashes[i]!)
    found.add(one)
    if (i + 1 < size) found.add(mix(one, hashes[i + 1]!))
    if (i + 2 < size) {
      found.add(mix(mix(one, SKIP), hashes[i + 2]!))
      found.add(mix(mix(one, hashes[i + 1]!), hashes[i + 2]!))
    }
    if (text === 'A' && zone !== 'said')
      for (let k = 1; k <= 5; k++) {
        const step = Math.min(k, 3) - 1
        if (i + k < size) found.add(mix(A_LEADS[step]!, hashes[i + k]!))
        if (i - k >= 0 && k <= 3) found.add(mix(A_FOLLOWS[step]!, hashes[i - k]!))
      }
    if (text === 'L')
      for (let k = 1; k <= 4; k++) {
        if (i + k < size) found.add(mix(mix(ZONE[zone], L_LEADS), hashes[i + k]!))
        if (i - k >= 0) found.add(mix(mix(ZONE[zone], L_FOLLOWS), hashes[i - k]!))
      }
  }
  for (const { text } of before) found.add(mix(CONTEXT, hashOf(text)))
  for (const fact of facts) found.add(hashOf(fact))
  found.add(hashOf('always'))
  const { dimensions } = vectors
  const dense = new Float32Array(dimensions * 3)
  addMean(words, 'said', vectors, dense, 0)
  addMean(words, 'told', vectors, dense, dimensions)
  addMean(before, null, vectors, dense, 2 * dimensions)
  return { hashes: [...found], dense }
}

function addMean(
  words: readonly Word[],
  zone: Zone | null,
  { dimensions, rows, values, scale, weights }: Vectors,
  into: Float32Array,
  at: number,
): void {
  let total = 0
  for (const word of words) {
    if (zone !== null && word.zone !== zone) continue
    const row = rows.get(word.text)
    if (row === undefined) continue
    const weight = weights[row]!
    total += weight
    const factor = scale * weight
    for (let k = 0, from = row * dimensions; k < dimensions; k++) into[at + k]! += values[from + k]! * factor
  }
  if (total > 1) for (let k = 0; k < dimensions; k++) into[at + k]! /= total
}
