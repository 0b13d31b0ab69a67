import { describe, expect, it } from 'vitest'
import { bandsOf, decodeSketch, encodeSketch, sketchOf } from './sketch.ts'

/** Words that follow no pattern, the same ones each time. */
function words(count: number, seed: number): string[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 12).toString(36)
  })
}

const sketched = (text: readonly string[]): number[] => sketchOf(text.join(' '))!

/** 100 pairs of texts of so many words, of which the first `same` are the same. */
function pairs(count: number, same: number): [number[], number[]][] {
  return Array.from({ length: 100 }, (_, n) => {
    const original = words(count, n + 10)
    return [sketched(original), sketched([...original.slice(0, same), ...words(count - same, n + 1_010)])]
  })
}

describe('the sketch of a text', () => {
  it('is what the log has always held', () => {
    const sketch = sketchOf('Five Liberal MPs have signed the letter.')!
    expect(sketch).toHaveLength(64)
    // Three shingles: 300130411, 585343610 and 733433897, by their last six bits.
    expect([...sketch.entries()].filter(([, least]) => least !== -1)).toEqual(
      [
        [300130411 % 64, 300130411 >> 6],
        [733433897 % 64, 733433897 >> 6],
        [585343610 % 64, 585343610 >> 6],
      ].sort(([a], [b]) => a! - b!),
    )
  })

  it('heeds no case, punctuation or white space', () => {
    expect(sketchOf('He said: “I will not go, ever”.')).toEqual(sketchOf('he said I will\n\nnot go ever'))
  })

  it('of fewer than five words is none', () => {
    expect(sketchOf('He will not go.')).toBeNull()
  })

  it('comes back as it went into the log', () => {
    const sketch = sketched(words(40, 1))
    expect(sketch).toContain(-1)
    expect(decodeSketch(encodeSketch(sketch))).toEqual(sketch)
  })

  it('has as many bins in common with another as their texts have shingles, about', () => {
    // 280 of 400 words: 276 shingles of 516, which is 0.535.
    const shares = pairs(400, 280).map(
      ([a, b]) => a.filter((least, bin) => least === b[bin]).length / a.length,
    )
    expect(shares.reduce((sum, share) => sum + share) / shares.length).toBeCloseTo(0.535, 1)
  })
})

describe('the bands of a sketch', () => {
  /** How many of 100 pairs of texts share a band. */
  const found = (count: number, same: number): number =>
    pairs(count, same).filter(([a, b]) => {
      const others = bandsOf(b)
      return bandsOf(a).some((band, n) => band !== null && band === others[n])
    }).length

  it('are shared by nearly all texts that were cut a little, and by none that has a footer in common', () => {
    // A Jaccard index of 0.9, of 0.1 and of nothing.
    expect(found(400, 380)).toBeGreaterThanOrEqual(96)
    expect(found(400, 75)).toBe(0)
    expect(found(400, 0)).toBe(0)
  })

  it('of a sentence that stands alone are those that it has', () => {
    const bands = bandsOf(sketched(words(7, 3)))
    expect(bands.filter((band) => band === null).length).toBeGreaterThanOrEqual(3)
    expect(bands.filter((band) => band !== null).length).toBeGreaterThanOrEqual(1)
  })
})
