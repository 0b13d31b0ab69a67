import { fnv1a } from '@whipcount/events'
import type { Candidate, Words } from './candidates.ts'
import type { Rows } from './rows.ts'

/** What a classifier sees of a candidate: hashes of what is there, each once, and the mean meaning of its words by zone. */
export interface Features {
  readonly hashes: Uint32Array
  /** Three stretches of `dimensions` numbers: the words said, told, and of the line before. */
  readonly dense: Float32Array
}

/** Directions of meaning of words: one row of `dimensions` numbers for each word known. */
export interface Vectors {
  readonly dimensions: number
  /** By the hash of the word. */
  readonly rows: Rows
  /** Row by row, in units of `scale`. */
  readonly values: Int8Array
  readonly scale: number
  /** How much a word says, 0 to 1: rare words more. By row. */
  readonly weights: Float32Array
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b)
  hash ^= hash >>> 13
  return Math.imul(hash, 0xc2b2ae35) >>> 0
}

/** The words that stand for the one whom a candidate is about, and for the leader. */
export const A = fnv1a('A')
export const L = fnv1a('L')
/** By zone: told, said, others. */
const ZONE = [0x7e11, 0x51ed, 0x0b3a]
/** Zones of words, as seen by the one whom a candidate is about: the article's, their own, and somebody else's. */
export const TOLD = 0
export const SAID = 1
export const OTHERS = 2
const SKIP = 0x5eed
const CONCEPT = fnv1a('concept')
const CONTEXT = fnv1a('context')
const ALWAYS = fnv1a('always')
const A_LEADS = [1, 2, 3].map((step) => mix(fnv1a('after'), step))
const A_FOLLOWS = [1, 2, 3].map((step) => mix(fnv1a('before'), step))
const L_LEADS = ZONE.map((zone) => mix(zone, fnv1a('pastL')))
const L_FOLLOWS = ZONE.map((zone) => mix(zone, fnv1a('toL')))

/** A set of hashes that is emptied at once: each candidate begins with none. One extractor runs at a time. */
const SLOTS = 4096
const slots = new Uint32Array(SLOTS)
const stamps = new Uint32Array(SLOTS)
const listed = new Uint32Array(SLOTS / 2)
let stamp = 0
let count = 0

function add(hash: number): void {
  let slot = hash & (SLOTS - 1)
  while (stamps[slot] === stamp) {
    if (slots[slot] === hash) return
    slot = (slot + 1) & (SLOTS - 1)
  }
  if (count === listed.length) return
  stamps[slot] = stamp
  slots[slot] = hash
  listed[count++] = hash
}

/** The stretches of `dense`: which words of a candidate each is of. */
export const STRETCHES = 3

/**
 * The hashes of what is there, each once: words alone, in twos and threes, two with one between; words near `A` and near `L`; concepts, up to
 * four in a row; the words of the line before; facts. They stand in an array that the next call writes over.
 */
export function hashesOf({ words, before, facts }: Candidate): Uint32Array {
  stamp++
  count = 0
  const { hashes, zones } = words
  const size = hashes.length
  for (let i = 0; i < size; i++) {
    const hash = hashes[i]!
    const zone = zones[i]!
    const one = mix(ZONE[zone]!, hash)
    add(one)
    if (i + 1 < size) {
      const two = mix(one, hashes[i + 1]!)
      add(two)
      if (i + 2 < size) {
        add(mix(mix(one, SKIP), hashes[i + 2]!))
        add(mix(two, hashes[i + 2]!))
      }
    }
    if (hash === A && zone !== SAID)
      for (let k = 1; k <= 5; k++) {
        const step = Math.min(k, 3) - 1
        if (i + k < size) add(mix(A_LEADS[step]!, hashes[i + k]!))
        if (i - k >= 0 && k <= 3) add(mix(A_FOLLOWS[step]!, hashes[i - k]!))
      }
    else if (hash === L)
      for (let k = 1; k <= 4; k++) {
        if (i + k < size) add(mix(L_LEADS[zone]!, hashes[i + k]!))
        if (i - k >= 0) add(mix(L_FOLLOWS[zone]!, hashes[i - k]!))
      }
  }
  const { concepts } = words
  for (let i = 0; i < concepts.length; i++) {
    let run = mix(CONCEPT, concepts[i]!)
    add(run)
    for (let k = 1; k < 4 && i + k < concepts.length; k++) {
      run = mix(run, concepts[i + k]!)
      add(run)
    }
  }
  for (let i = 0; i < before.hashes.length; i++) add(mix(CONTEXT, before.hashes[i]!))
  for (const fact of facts) add(fact)
  add(ALWAYS)
  return listed.subarray(0, count)
}

/** The words of a stretch of `dense`, and the zone that they are in. */
export function stretchOf({ words, before }: Candidate, stretch: number): { words: Words; zone: number } {
  return stretch === 0 ? { words, zone: SAID } : { words: stretch === 1 ? words : before, zone: TOLD }
}

/** What a classifier is fitted to. */
export function featuresOf(candidate: Candidate, vectors: Vectors): Features {
  const { dimensions } = vectors
  const dense = new Float32Array(dimensions * STRETCHES)
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    const { words, zone } = stretchOf(candidate, stretch)
    addMean(words, zone, vectors, dense, stretch * dimensions)
  }
  return { hashes: hashesOf(candidate).slice(), dense }
}

function addMean(
  words: Words,
  zone: number,
  { dimensions, values, scale, weights }: Vectors,
  into: Float32Array,
  at: number,
): void {
  let total = 0
  const { rows, zones } = words
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    if (row < 0 || zones[i] !== zone) continue
    const weight = weights[row]!
    total += weight
    const factor = scale * weight
    for (let k = 0, from = row * dimensions; k < dimensions; k++) into[at + k]! += values[from + k]! * factor
  }
  if (total > 1) for (let k = 0; k < dimensions; k++) into[at + k]! /= total
}
