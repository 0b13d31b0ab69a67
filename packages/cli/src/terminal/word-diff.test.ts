import { describe, expect, it } from 'vitest'
import { wordDiff, wordDiffText } from './word-diff.ts'

const rebuilt = (before: string, after: string) => {
  const runs = wordDiff(before, after)
  const side = (kind: 'gone' | 'come') =>
    runs
      .filter((run) => run.kind !== kind)
      .flatMap(({ words }) => words)
      .join(' ')
  return [side('come'), side('gone')]
}

describe('a word diff', () => {
  it('shows what went and what came, with words around it', () => {
    const before =
      'One two three four five six seven eight nine ten. Finch has 24 names, he said on Monday to all of us here.'
    expect(wordDiffText(wordDiff(before, before.replace('24', '25').replace(' on Monday', '')))).toBe(
      '… seven eight nine ten. Finch has [-24-] {+25+} names, he said [-on Monday-] to all of us here.',
    )
  })

  it.each([
    ['a b c a b b a', 'c b a b a c'],
    ['', 'a b'],
    ['a b', ''],
    ['a b c', 'x y z'],
    ['same text', 'same text'],
    ['one\n\ntwo', 'one two'],
    ['a a a b', 'b a a a'],
  ])('of %j and %j has both texts in it', (before, after) => {
    const words = (text: string) =>
      text
        .trim()
        .replace(/\n\s*\n/g, ' ¶ ')
        .split(/\s+/)
        .filter(Boolean)
        .join(' ')
    expect(rebuilt(before, after)).toEqual([words(before), words(after)])
  })

  it('is the shortest there is', () => {
    const edits = wordDiff('a b c a b b a', 'c b a b a c').flatMap(({ kind, words }) =>
      kind === 'same' ? [] : words,
    )
    expect(edits).toHaveLength(5)
  })

  it('of two long texts with nothing in common ends soon', () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join(' ')
    expect(wordDiff(text('a'), text('b')).map(({ kind }) => kind)).toEqual(['gone', 'come'])
  })
})
