import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'
import { repair } from './repair.ts'

describe('repaired text', () => {
  it('reads mojibake as what it was', () => {
    expect(repair('â€œIt wonâ€™t,â€\u009d she said at the cafÃ© â€” â€˜noâ€™').text).toBe(
      '“It won’t,” she said at the café — ‘no’',
    )
  })
  it('leaves a certain accent alone', () => {
    for (const text of ['São Paulo, château, Ã', 'A&B', 'château']) expect(repair(text).text).toBe(text)
  })
  it('keeps the spans of the text as given', () => {
    const text = 'She said sheâ€™d go to the cafÃ© soon.'
    const document = readDocument(text, { published: null })
    const cafe = document.tokens.find((token) => token.lower === 'cafe')
    expect(cafe?.text).toBe('café')
    expect(text.slice(cafe?.start, cafe?.end)).toBe('cafÃ©')
    for (const sentence of document.sentences) expect(text.slice(sentence.start, sentence.end)).toBe(text)
  })
})
