import { describe, expect, it } from 'vitest'
import { decodeShingles, encodeShingles, minHashesOf, shinglesOf } from './shingles.ts'

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

  it('of fewer than five words are none, and have no minimum', () => {
    expect(shinglesOf('He will not go.')).toEqual([])
    expect(minHashesOf([])).toBeNull()
  })

  it('come back as they went into the log', () => {
    const shingles = shinglesOf(words(500, 1).join(' '))
    expect(decodeShingles(encodeShingles(shingles))).toEqual(shingles)
  })

  it('of a book are as many as of a long article', () => {
    expect(shinglesOf(words(50_000, 2).join(' '))).toHaveLength(2_000)
  })
})

describe('the minimum hashes of a text', () => {
  it('are shared by a text that was cut a little, and not by another', () => {
    const original = words(500, 3)
    const cut = original.slice(0, 460)
    const shared = (a: readonly string[], b: readonly string[]): number => {
      const [left, right] = [a, b].map((text) => minHashesOf(shinglesOf(text.join(' ')))!)
      return left!.filter((hash, n) => hash === right![n]).length
    }
    expect(jaccard(shinglesOf(original.join(' ')), shinglesOf(cut.join(' ')))).toBeGreaterThan(0.8)
    expect(shared(original, cut)).toBeGreaterThan(0)
    expect(shared(original, words(500, 4))).toBe(0)
  })

  it('are the same in two texts as often as the texts are alike', () => {
    let same = 0
    for (let seed = 10; seed < 210; seed++) {
      const original = words(120, seed)
      const other = [...original.slice(0, 90), ...words(30, seed + 1_000)]
      const [a, b] = [original, other].map((text) => minHashesOf(shinglesOf(text.join(' ')))!)
      same += a!.filter((hash, n) => hash === b![n]).length
    }
    // 86 of 146 shingles are in both: 0.59 of 800 hashes.
    expect(same / 800).toBeGreaterThan(0.52)
    expect(same / 800).toBeLessThan(0.66)
  })
})
