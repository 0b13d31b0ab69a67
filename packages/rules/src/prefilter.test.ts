import { describe, expect, it } from 'vitest'
import { createPrefilter, needsOf } from './prefilter.ts'

describe('what a pattern needs', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['resign', [['sign']]],
    ['(?:resign|quit)', [['sign', 'quit']]],
    ['(?:resign|go)', []],
    ['(?:very )?soon', [['soon']]],
    ['[a-z]+ \\w+', []],
    ['(?:will|shall) (?:not )?quit(?:ted)?', [['will', 'hall'], ['quit']]],
    ['no(?= vote)', []],
    ['vote(?! of)', [['vote']]],
    ['[^.;]{0,40} walk\\w*', [['walk']]],
    ['colou?r', [['colo']]],
  ])('%s', (source, needs) => expect(needsOf(source)).toEqual(needs))
})

describe('a prefilter', () => {
  const patterns = ['resign(?:ed|s)?', 'step(?:ped)? (?:down|aside)', '(?:no|any) \\w+', "isn't"]
  const filter = createPrefilter(patterns.map((value) => ({ value, needs: needsOf(value) })))

  it('gives those that may match, and always those that need nothing', () => {
    expect(filter.candidates('she resigned today')).toEqual(['resign(?:ed|s)?', '(?:no|any) \\w+'])
    expect(filter.candidates("it isn't so")).toEqual(['(?:no|any) \\w+', "isn't"])
    expect(filter.candidates('')).toEqual(['(?:no|any) \\w+'])
  })

  it('never leaves out one that matches', () => {
    for (const text of ['step aside', 'he stepped down', 'no idea', "this isn't", 'ré resigns'])
      for (const pattern of patterns)
        if (new RegExp(pattern).test(text)) expect(filter.candidates(text)).toContain(pattern)
  })
})
