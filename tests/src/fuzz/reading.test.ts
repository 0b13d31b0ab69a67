import { quotesOf, readDocument } from '@whipcount/language'
import { createExtractor } from '@whipcount/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../bench/hostile-texts.ts'
import { challengeOf } from '../corpus/annotations.ts'

const challenge = challengeOf('seeds')
const leader = challenge.leader.name
const extractor = createExtractor(challenge)

/** What tries the finders of cues and quotations, beside the hostile texts that try the rules. */
const UNITS: Readonly<Record<string, string>> = {
  cues: 'said told that ',
  'clauses in clauses': 'he told her that ',
  relatives: ', who said',
  nouns: "Dunn's claim that ",
  states: 'was worried that he ',
  passives: 'was accused by ',
  sources: 'according to ',
  asides: 'as he put it, ',
  hearsay: 'reportedly ',
  judgments: 'he supports a ',
  labels: 'CASEY: no\n',
  'openings without an end': '\n\n"a',
  'quotations inside quotations': '“‘',
  'broken attributions': '“ said ',
  hedges: 'at least about some two dozen ',
  entities: '&amp;',
}

const made = (size: number) => [
  ...hostileTexts(size, leader),
  ...Object.entries(UNITS).map(([name, unit]) => ({
    name,
    text: `${leader} ${unit.repeat(size / unit.length)}`,
  })),
]

function read(text: string): number {
  const from = performance.now()
  const quotes = quotesOf(readDocument(text, { published: '2024-10-22' }))
  extractor.extract({ text, title: null, byline: null, published: '2024-10-22', outlet: null })
  const took = performance.now() - from
  for (const { source, cue, content, speaker } of quotes) {
    if (source) expect(text.slice(...source)).toBe(speaker)
    for (const span of [source, cue, ...content])
      if (span) expect(span[0] < span[1] && span[0] >= 0 && span[1] <= text.length, String(span)).toBe(true)
  }
  return took
}

/** The lesser of two: what else the machine does only adds. */
const atBest = (text: string): number => Math.min(read(text), read(text))

describe('reading', { timeout: 900_000 }, () => {
  it.each(made(100_000))(
    'takes 100 KB of $name in time, and four times the text in proportion',
    ({ name, text }) => {
      const took = read(text)
      expect(took).toBeLessThan(5_000)
      const shorter = made(25_000).find((other) => other.name === name)
      // A few milliseconds measure the machine rather than the text; what grows with the square takes 16 times as long.
      expect(Math.min(took, read(text)) / Math.max(atBest(shorter?.text ?? ''), 40)).toBeLessThan(12)
    },
  )

  it('takes 10 MB of quotation marks', () => {
    expect(() => readDocument('"'.repeat(10_000_000), { published: null })).not.toThrow()
    expect(() => read('"'.repeat(10_000_000))).not.toThrow()
  })

  it('takes any text, with spans that are true to it', () => {
    const words = fc.constantFrom(
      ...Object.values(UNITS),
      `${leader} `,
      'Liberal MP Sean Casey ',
      'should resign ',
      ', ',
      '. ',
      '” ',
      ': ',
      '—',
      '\ud83d',
      '\udc00',
      '\u2028',
      '\u200b',
      'é',
      '\0',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 60 }).map((list) => list.join('')),
      fc.array(fc.nat(0xffff), { maxLength: 200 }).map((list) => String.fromCharCode(...list)),
    )
    fc.assert(
      fc.property(texts, (text) => {
        read(text)
      }),
      { numRuns: 400, seed: 7 },
    )
  })
})
