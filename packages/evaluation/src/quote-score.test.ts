import { describe, expect, it } from 'vitest'
import { type Attributed, quoteF1, scoreQuotes } from './quote-score.ts'

const text = 'Moss said the bridge must go now. Hale denied it.'
const spanOf = (words: string): [number, number] => {
  const start = text.indexOf(words)
  return [start, start + words.length]
}
const said = (source: string | null, content: string): Attributed => ({
  source: source === null ? null : spanOf(source),
  content: [spanOf(content)],
})
const moss = said('Moss', 'the bridge must go now')

describe('the score of attributions', () => {
  it.each<[string, Attributed, number]>([
    ['the same', moss, 1],
    ['half the words', said('Moss', 'the bridge'), 1],
    ['too few of the words', said('Moss', 'the'), 0],
    ['another source', said('Hale', 'the bridge must go now'), 0],
    ['no source', said(null, 'the bridge must go now'), 0],
    ['a source in parts', { ...moss, source: [spanOf('Moss'), spanOf('Hale')] }, 1],
  ])('takes %s', (_name, made, right) =>
    expect(scoreQuotes(text, [moss], [made])).toEqual({ expected: 1, made: 1, right }),
  )
  it('takes none as right that has no source on one side alone', () => {
    const nobody = said(null, 'it')
    expect(scoreQuotes(text, [nobody], [nobody]).right).toBe(1)
  })
  it('matches each once', () => {
    expect(scoreQuotes(text, [moss], [moss, said('Moss', 'the bridge must')])).toEqual({
      expected: 1,
      made: 2,
      right: 1,
    })
  })
  it('sums over texts', () => {
    expect(
      quoteF1([
        { expected: 2, made: 1, right: 1 },
        { expected: 1, made: 2, right: 1 },
      ]),
    ).toBeCloseTo(2 / 3)
    expect(quoteF1([])).toBe(0)
  })
})
