import { describe, expect, it } from 'vitest'
import { exampleChallenge } from './example-challenge.ts'
import { toExtractLine } from './extract-line.ts'
import { createExtractor } from './extractor.ts'

const extractor = createExtractor(exampleChallenge)
const read = (text: string, published: string | null = '2030-05-15') =>
  extractor.extract({ text, title: null, byline: null, published, outlet: null })

describe('an extractor', () => {
  it('finds nothing in an article that names neither leader nor party', () => {
    expect(read('The ferry to Norland was late again. "It must go," said a passenger.')).toEqual([])
  })

  it('makes one claim of each person in a list', () => {
    const claims = read('Robert Finch, Tom Reyes and June Okafor called on Vale to resign.')
    expect(claims.map(({ type, actor }) => [type, actor])).toEqual([
      ['public-call', 'Robert Finch'],
      ['public-call', 'Tom Reyes'],
      ['public-call', 'June Okafor'],
    ])
  })

  it('keeps the strongest demand of a person alone', () => {
    const claims = read(
      'Robert Finch urged Vale to consider her position. A day later Finch called on Vale to resign.',
    )
    expect(claims.map(({ attrs }) => attrs)).toEqual([{ demand: 'resign' }])
  })

  it('tells a minister’s support from a member’s by the roster where the text says nothing', () => {
    const claims = read('June Okafor and Tom Reyes are backing Vale.')
    expect(claims.map(({ type, actor }) => [type, actor])).toEqual([
      ['ministerial-support', 'June Okafor'],
      ['member-support', 'Tom Reyes'],
    ])
  })

  it.each([
    '',
    '\u0000\uD800\uDFFF\uD800',
    '"'.repeat(5000),
    'Vale '.repeat(20_000),
    'Robert Finch said '.repeat(10_000),
    '(((((((((((('.repeat(1000),
  ])('takes any text without a throw (%#)', (text) => {
    expect(() => read(`Vale ${text}`)).not.toThrow()
  })

  it('writes claims as the scorer reads them', () => {
    const text = 'Robert Finch called on Vale to resign.'
    expect(toExtractLine('a', read(text))).toEqual({
      article: 'a',
      claims: [
        {
          type: 'public-call',
          actor: 'Robert Finch',
          attrs: { demand: 'resign' },
          date: null,
          attribution: 'named',
          quote: null,
          evidence: text,
          span: [0, text.length],
          rule: 'public-call/calls-for-departure',
        },
      ],
    })
  })
})
