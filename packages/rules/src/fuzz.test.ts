import { quotesOf, readDocument } from '@whipcount/language'
import { describe, expect, it } from 'vitest'
import { exampleChallenge } from './example-challenge.ts'
import { createExtractor } from './extractor.ts'

const extractor = createExtractor(exampleChallenge)

/** Random numbers of [0, 1) that come again for the same seed (mulberry32, public domain, Tommy Ettinger). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Reads a text in every way, and holds all that is found to it. */
function readsTruly(text: string): void {
  const claims = extractor.extract({ text, title: null, byline: null, published: '2030-05-15', outlet: null })
  for (const { evidence, quote } of claims) {
    expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text)
    if (quote !== null) expect(text).toContain(quote)
  }
  const document = readDocument(text, { published: null })
  for (const { start, end } of [...document.tokens, ...document.sentences, ...document.paragraphs]) {
    expect(start >= 0 && start <= end && end <= text.length).toBe(true)
  }
  for (const { speaker, source, content } of quotesOf(document)) {
    if (source) expect(text.slice(...source)).toBe(speaker)
    for (const [start, end] of content) expect(start <= end && end <= text.length).toBe(true)
  }
}

/** Milliseconds that hold on a machine five times slower and busy besides: what grows faster than its text takes minutes. */
const PATIENCE = 60_000

describe('texts that nobody wrote', () => {
  it('of any letters are read truly', { timeout: PATIENCE }, () => {
    const random = createRandom(1)
    for (let n = 0; n < 60; n++) {
      let text = n % 2 ? 'Anna Vale should resign. ' : ''
      for (let i = 0; i < 400; i++) text += String.fromCodePoint(Math.floor(random() * 0x110000))
      readsTruly(text)
    }
  })

  it('of lone surrogates are read truly', { timeout: PATIENCE }, () => {
    const random = createRandom(2)
    for (let n = 0; n < 40; n++) {
      let text = 'Anna Vale said "'
      for (let i = 0; i < 300; i++)
        text += random() < 0.5 ? String.fromCharCode(0xd800 + Math.floor(random() * 0x800)) : 'Vale '
      readsTruly(text)
    }
  })

  it('of words, marks and names in any order are read truly', { timeout: PATIENCE }, () => {
    const random = createRandom(3)
    const pieces =
      'Vale|Finch|Robert Finch|June Okafor|the prime minister|the caucus|Harbour MPs|said|told|that|not|should|resign|step down|signed|the letter|met|on Tuesday|at least 20|MPs|“|”|"|‘|’|«|»|(|)|:|—|.|?|\n|\n\n|- |10:15|Q:|â€™|&quot;|if|whether|"I|support|quit|lost the Northport byelection|polls|by Friday|letters of no confidence|…'.split(
        '|',
      )
    for (let n = 0; n < 250; n++) {
      let text = ''
      for (let i = 0; i < 60; i++)
        text += `${pieces[Math.floor(random() * pieces.length)]}${random() < 0.8 ? ' ' : ''}`
      readsTruly(text)
    }
  })

  it('of articles cut and joined anywhere are read truly', { timeout: PATIENCE }, () => {
    const random = createRandom(4)
    const article =
      'LIVE: Vale faces her MPs\n\n10:02\n“I signed the letter,” said Robert Finch, MP for Northport. “She should go.”\n\nAt least 20 MPs met on Monday; the caucus meets on Wednesday. Vale’s office declined to comment.\n\n'
    for (let n = 0; n < 120; n++) {
      let text = ''
      while (text.length < 1200) {
        const from = Math.floor(random() * article.length)
        text += article.slice(from, from + Math.floor(random() * 120))
      }
      readsTruly(text)
    }
  })

  it.each([
    ['two megabytes of quotation marks', `Anna Vale ${'"'.repeat(2_000_000)}`],
    ['deep nesting', `Anna Vale ${'“‘('.repeat(40_000)}`],
    ['names without end', `Anna Vale ${'Robert Finch Vale de la Reyes MP '.repeat(6000)}`],
    ['subjects without verbs', 'Vale, who, Finch, and '.repeat(8000)],
    [
      'a sentence without end',
      `Vale ${'said that he would not have signed the letter against her and '.repeat(2500)}`,
    ],
    ['numbers', `Vale ${'at least 20 or between 30 and 40 MPs '.repeat(4000)}`],
    ['days', `Vale ${'on Tuesday, two days earlier, by Friday '.repeat(4000)}`],
    ['labels', 'VALE: No.\nFINCH: Yes.\n'.repeat(5000)],
  ])('that hold %s are read in the time of their length', { timeout: PATIENCE }, (_, text) => {
    expect(() =>
      extractor.extract({ text, title: null, byline: null, published: null, outlet: null }),
    ).not.toThrow()
  })
})
