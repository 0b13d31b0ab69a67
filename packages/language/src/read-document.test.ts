import { describe, expect, it } from 'vitest'
import { clauseStatusAt } from './clause-status.ts'
import { daysIn } from './days.ts'
import { quantitiesIn } from './numbers.ts'
import { quotesOf } from './quotes-of.ts'
import { readDocument } from './read-document.ts'

const PIECES = [
  '"',
  '“',
  '”',
  "'",
  '’',
  ' said',
  ' Moss',
  ',',
  '. ',
  '\n\n',
  'â€™',
  '\ud800',
  '\udc00',
  '😀',
  '\0',
  'Mr. ',
  'if ',
  'not ',
  'two dozen ',
  'Q. ',
  'HALE: ',
  'according to ',
  'who ',
  '__proto__ ',
  'é',
  '&amp;',
  '\u200b',
]

/** A generator of its own: the tests are the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) yield state >> 8
}

describe('a document', () => {
  it('is made of any text, with every span inside it and in order', () => {
    const random = numbers(7)
    const next = (n: number): number => (random.next().value ?? 0) % n
    for (let round = 0; round < 400; round++) {
      let text = ''
      for (let i = next(50); i > 0; i--)
        text += next(4) > 0 ? PIECES[next(PIECES.length)] : String.fromCharCode(next(0x10000))
      const document = readDocument(text, { published: '2024-10-22' })
      const spans = [
        ...document.quotations,
        ...document.sentences,
        ...document.statements.flatMap(({ source, cue, content }) => [source, cue, ...content]),
      ]
      for (const span of spans)
        if (span) expect(span.start < span.end && span.end <= text.length, JSON.stringify(text)).toBe(true)
      let at = 0
      for (const token of document.tokens) {
        expect(
          token.start >= at && document.sentences[token.sentence] !== undefined,
          JSON.stringify(text),
        ).toBe(true)
        at = token.start
      }
      expect(() => [
        daysIn(document),
        quantitiesIn(document),
        quotesOf(document),
        clauseStatusAt(document, 0, text.length),
      ]).not.toThrow()
    }
  })
  it('is the same whenever it is read', () => {
    const text = 'Moss said on Tuesday that "it is over". Hale, who lost, denied it.'
    const first = JSON.stringify(readDocument(text, { published: null }))
    readDocument('Something else entirely, said Moss.', { published: null })
    expect(JSON.stringify(readDocument(text, { published: null }))).toBe(first)
  })
  it('covers each paragraph with its sentences and tokens', () => {
    const { paragraphs, sentences, tokens } = readDocument('One. Two.\n\nThree said Four.', {
      published: null,
    })
    expect(paragraphs.at(-1)?.endSentence).toBe(sentences.length)
    expect(sentences.at(-1)?.endToken).toBe(tokens.length)
  })
  it('has nothing in it where the text has not', () => {
    expect(readDocument('', { published: null })).toMatchObject({
      tokens: [],
      sentences: [],
      paragraphs: [],
      statements: [],
    })
  })
})
