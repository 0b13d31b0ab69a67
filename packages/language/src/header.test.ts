import { describe, expect, it } from 'vitest'
import { findHeader } from './header.ts'

describe('a header', () => {
  it('is read from lines before the article', () => {
    const text = 'Date: 2031-10-23\nSource: Harbour Gazette\n\nThe council met.'
    const header = findHeader(text)
    expect(header).toMatchObject({ published: '2031-10-23', source: 'Harbour Gazette' })
    expect(text.slice(header.bodyStart)).toBe('The council met.')
  })
  it('may share its line with the article', () => {
    const text = ' date 2031-10-23 The council met.'
    const header = findHeader(text)
    expect(header.published).toBe('2031-10-23')
    expect(text.slice(header.bodyStart)).toBe('The council met.')
  })
  it('is absent from an ordinary text, also one that begins with a source or a date', () => {
    for (const text of [
      'The council met.',
      '',
      'Source close to Vale said it was over.',
      'Date of the vote unknown.',
      'Sources say she will go.',
    ])
      expect(findHeader(text)).toEqual({ published: null, source: null, bodyStart: 0 })
  })
  it('is not looked for below the first few lines', () => {
    expect(findHeader('One.\n\nTwo.\n\nSource: Facebook').source).toBeNull()
  })
})
