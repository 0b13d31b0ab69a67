import { describe, expect, it } from 'vitest'
import { EXAMPLES, KNOWN_MISSES, NEAR_MISSES } from './quotes-of.examples.ts'
import { quotesOf } from './quotes-of.ts'
import { readDocument } from './read-document.ts'

function quoted(text: string) {
  const words = (span: readonly [number, number] | null): string | null =>
    span ? text.slice(span[0], span[1]) : null
  return quotesOf(readDocument(text, { published: null })).map(({ source, cue, content }) => [
    words(source),
    words(cue),
    ...content.map(words),
  ])
}

describe('the statements of a text', () => {
  it.each(EXAMPLES)('%s [%s / %s]', (...example) => {
    const [text, ...expected] = example
    expect(quoted(text ?? '')).toContainEqual(expected)
  })
  it.each(KNOWN_MISSES)('are still missed in %s', (...example) => {
    const [text, ...expected] = example
    expect(quoted(text ?? '')).not.toContainEqual(expected)
  })
  it('are the outermost alone, unless the inner ones are asked for', () => {
    const document = readDocument('Orr said that Dunn told him the race was over.', { published: null })
    const speakers = (nested: boolean) => quotesOf(document, { nested }).map(({ speaker }) => speaker)
    expect(speakers(false)).toEqual(['Orr'])
    expect(speakers(true)).toEqual(['Orr', 'Dunn'])
  })
  it('hold the quotations that follow without a cue of their own', () => {
    expect(quoted('"We lost," Orr said. "We are done."\n\n"It is over," he added.')).toEqual([
      ['Orr', 'said', 'We lost,', 'We are done.'],
      ['he', 'added', 'It is over,'],
    ])
  })
  it.each(NEAR_MISSES)('are none in %j', (text) => expect(quoted(text)).toEqual([]))
})
