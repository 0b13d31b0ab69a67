import { describe, expect, it } from 'vitest'
import { glossOf } from './gloss.ts'
import { codeNames } from './lexicon.ts'
import { meaning } from './meaning.ts'

const finds = (pattern: string, marked: string): boolean => {
  const { pattern: expression } = meaning(pattern)
  expression.lastIndex = 0
  return expression.test(glossOf(marked).text)
}

describe('a gloss', () => {
  it('has one character for a phrase, and says where its words stand', () => {
    const marked = 'L should pass the torch.'
    const { text, from, to } = glossOf(marked)
    expect([...text].map((code) => codeNames().get(code) ?? code)).toEqual(['L', 'MUST', 'LEAVE', '.'])
    expect(marked.slice(from[2], to[2])).toBe('pass the torch')
  })

  it('reads any possessive, an adverb within a phrase, and contractions', () => {
    const codes = (marked: string) => [...glossOf(marked).text].map((code) => codeNames().get(code) ?? code)
    expect(codes('P fell on their sword')).toEqual(['P', 'LEAVE_ED'])
    expect(codes('a change at the very top')).toEqual(['CHANGE'])
    expect(codes("i can't")).toEqual(['SELF', 'CAN', 'NOT'])
  })
})

describe('a pattern of meanings', () => {
  it('takes words of no weight in between, and no denial', () => {
    expect(finds('LEADER MUST GO', 'L should, in my view, now resign')).toBe(true)
    expect(finds('LEADER MUST GO', 'L should not resign')).toBe(false)
  })

  it('leaves out an item with a question mark, and refuses what stands behind an exclamation mark', () => {
    expect(finds('SELF WILL? BACK LEADER !APOS', 'i back L')).toBe(true)
    expect(finds('SELF WILL? BACK LEADER !APOS', "i back L's bill")).toBe(false)
  })

  it('finds the subject across what is said of it, and not a possessor', () => {
    expect(finds('FIGURE ASK LEADER TO GO', 'P, the member for the docks, and P have asked L to go')).toBe(
      true,
    )
    expect(finds('FIGURE ASK LEADER TO GO', "P's aide asked L to go")).toBe(false)
  })

  it('names the concepts there are where it is given one that is not', () => {
    expect(() => meaning('LEADER SINGS')).toThrow(/no concept SINGS; the lexicon has .*LEAVE/)
  })
})
