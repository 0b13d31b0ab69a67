import { describe, expect, it } from 'vitest'
import { createExtractor } from './extractor.ts'
import { premierChallenge } from './idioms/challenge.ts'

const extractor = createExtractor(premierChallenge)
const page = (signature: string) =>
  `Letters to the editor

Sir, – Helen Thorne has governed well enough, and for longer than most of us. She should now step down.

${signature}

Sir, – The first cuckoo was heard in Hartwell on Tuesday.

Jane Moss
Hartwell`
const calls = (text: string) =>
  extractor
    .extract({ text, title: null, byline: null, published: '2031-06-18', outlet: null })
    .map(({ type, actor, evidence }) => [type, actor, evidence.text])

describe('a letter to the editor', () => {
  it.each([
    ['Cllr Roy Banks\nSaltash', 'Roy Banks'],
    ['Mary Oduya\n(Premier, 2019–24)', 'Mary Oduya'],
    ['Yours faithfully,\nRuth Keane', 'Ruth Keane'],
  ])('is the words of a figure of the party who signs it: %s', (signature, actor) => {
    expect(calls(page(signature))).toEqual([['public-call', actor, 'She should now step down.']])
  })

  it('makes no claim where a reader signs it', () => {
    expect(calls(page('R. Tolliver\nGarrow Bridge'))).toEqual([])
  })
})
