import { describe, expect, it } from 'vitest'
import { bandsOf, decodeShingles, encodeShingles, shinglesOf } from './shingles.ts'

/** Words that follow no pattern, the same ones each time. */
function words(count: number, seed: number): string[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 12).toString(36)
  })
}

function jaccard(a: readonly number[], b: readonly number[]): number {
  const both = a.filter((hash) => b.includes(hash)).length
  return both / (a.length + b.length - both)
}

describe('the shingles of a text', () => {
  it('are what the log has always held', () => {
    expect(shinglesOf('Five Liberal MPs have signed the letter.')).toEqual([300130411, 585343610, 733433897])
  })

  it('heed no case, punctuation or white space', () => {
    expect(shinglesOf('He said: “I will not go, ever”.')).toEqual(shinglesOf('he said I will\n\nnot go ever'))
  })

  it('of fewer than five words are none, and have no bands', () => {
    expect(shinglesOf('He will not go.')).toEqual([])
    expect(bandsOf([])).toBeNull()
  })

  it('come back as they went into the log', () => {
    const shingles = shinglesOf(words(500, 1).join(' '))
    expect(decodeShingles(encodeShingles(shingles))).toEqual(shingles)
  })

  it('of a book are as many as of a long article', () => {
    expect(shinglesOf(words(50_000, 2).join(' '))).toHaveLength(2_000)
  })
})

describe('the bands of a text', () => {
  /** How many of 100 pairs of texts of 120 words share a band, where that many of their words are the same. */
  const found = (same: number): number => {
    let pairs = 0
    for (let seed = 10; seed < 110; seed++) {
      const original = words(120, seed)
      const other = [...original.slice(0, same), ...words(120 - same, seed + 1_000)]
      const [a, b] = [original, other].map((text) => bandsOf(shinglesOf(text.join(' ')))!)
      if (a!.some((band, n) => band === b![n])) pairs++
    }
    return pairs
  }

  it('are shared by nearly all texts that were cut a little, and by hardly one that has a footer in common', () => {
    const [original, cut] = [words(120, 5), words(120, 5).slice(0, 109)]
    expect(jaccard(shinglesOf(original.join(' ')), shinglesOf(cut.join(' ')))).toBeCloseTo(0.905, 2)
    expect(found(114)).toBeGreaterThanOrEqual(96)
    // A fifth of their words: a Jaccard index of 0.1.
    expect(found(24)).toBeLessThanOrEqual(3)
    expect(found(0)).toBe(0)
  })
})
