import { describe, expect, it } from 'vitest'
import { exampleChallenge } from './example-challenge.ts'
import { type Candidate, createTrial } from './try-pattern.ts'

const text = 'Robert Finch told reporters Vale "must go". Tom Reyes has not signed the letter. Nobody met.'
const article = { text, title: null, byline: null, published: '2030-05-15', outlet: null }
const tried = (over: Partial<Candidate>) =>
  createTrial(exampleChallenge, { pattern: '', kind: 'reported', by: 'figure', unless: [], ...over })(
    article,
  ).map(({ start, end, actor }) => [text.slice(start, end), actor])

describe('createTrial', () => {
  it('tries a pattern on the words of statements, on sentences by their subject, and on any sentence', () => {
    expect(tried({ kind: 'said', pattern: '{must} {leave}' })).toEqual([['must go', 'Robert Finch']])
    expect(tried({ kind: 'told', pattern: '{figure} (?:has )?(?:not )?signed {letter}' })).toEqual([
      ['Tom Reyes has not signed the letter', 'Tom Reyes'],
    ])
    expect(tried({ kind: 'reported', pattern: 'nobody \\w+' })).toEqual([['Nobody met', null]])
  })

  it('tries a pattern over meanings, whatever the words', () => {
    expect(tried({ kind: 'said', means: true, pattern: 'MUST GO' })).toEqual([['must go', 'Robert Finch']])
    expect(() => tried({ kind: 'said', means: true, pattern: 'MUST GOO' })).toThrow(/GOO/)
  })

  it('leaves out what the conditions refuse', () => {
    const pattern = '(?:has )?not signed {letter}'
    expect(tried({ pattern })).toHaveLength(1)
    expect(tried({ pattern: 'signed {letter}' })).toHaveLength(1)
    expect(tried({ pattern: 'signed {letter}', unless: ['negated'] })).toEqual([])
  })

  it('refuses a word class that there is none of, and what is no expression', () => {
    expect(() => tried({ pattern: '{leeve}' })).toThrow('There is no word class {leeve}')
    expect(() => tried({ pattern: '(' })).toThrow()
  })
})
