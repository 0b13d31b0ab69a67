import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'

const kinds = (text: string): string[] =>
  readDocument(text, { published: null }).paragraphs.map(({ kind }) => kind)
const BODY = 'The council met on Monday and argued for hours about the bridge that nobody wants.'

describe('paragraphs', () => {
  it.each([
    'Read more: Ten bridges that fell',
    'Advertisement',
    'Share this story',
    'Sign up for our newsletter',
    'We use cookies to give you the best experience.',
    'By Jane Moss',
    'With files from Jane Moss',
    'HOME | NEWS | SPORT',
    'This is a developing story. More to come.',
  ])('are furniture: %j', (text) => expect(kinds(`${BODY}\n\n${text}`)).toEqual(['body', 'furniture']))
  it.each([
    '(Jane Moss/The Canadian Press)',
    'Photo: The bridge in May',
    'Mayor Hale is seen in this file photo.',
  ])('are captions: %j', (text) => expect(kinds(`${BODY}\n\n${text}`)).toEqual(['body', 'caption']))
  it('tell headline, body and list', () => {
    expect(kinds(`Council argues about bridge\n\n${BODY}\n\n- Hale: for\n- Moss: against`)).toEqual([
      'headline',
      'body',
      'list',
      'list',
    ])
  })
  it('are duplicates the second time', () =>
    expect(kinds(`${BODY}\n\n${BODY}`)).toEqual(['body', 'duplicate']))
  it('are letters below their head', () =>
    expect(kinds(`Letters to the editor\n\n${BODY}`)).toEqual(['letter', 'letter']))
  it('are news below "LETTERS" within an article', () =>
    expect(kinds(`${BODY}\n\nLETTERS\n\n${BODY.toUpperCase()} Then it was over.`)).toEqual([
      'body',
      'headline',
      'body',
    ]))
  it('lead elsewhere below a head that says so', () =>
    expect(kinds(`${BODY}\n\nRelated:\n\n- Bridge falls\n- Bridge stands`)).toEqual([
      'body',
      'furniture',
      'furniture',
      'furniture',
    ]))
  it('are turns of a transcript with their label', () => {
    const text = 'HALE: I am for it.\nMOSS: I am not.'
    const { paragraphs, sentences } = readDocument(text, { published: null })
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['transcript', 'transcript'])
    expect(text.slice(sentences[0]?.label?.start, sentences[0]?.label?.end)).toBe('HALE:')
  })
  it('go on over lines of a fixed width', () => {
    const line = 'The council met on Monday and argued for hours about a bridge\n'
    expect(kinds(`${line}${line.toLowerCase()}${line}that nobody wants.\n\n${BODY}`)).toHaveLength(2)
  })
})
