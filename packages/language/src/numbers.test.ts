import { describe, expect, it } from 'vitest'
import { quantitiesIn } from './numbers.ts'
import { readDocument } from './read-document.ts'

const read = (text: string) => {
  const document = readDocument(text, { published: null })
  return quantitiesIn(document).map(({ low, high, hedge, start, end, endToken }) => [
    text.slice(start, end),
    low,
    high,
    hedge,
    document.tokens[endToken + 1]?.text,
  ])
}

describe('quantities', () => {
  it.each<[string, number | null, number | null, string]>([
    ['some two dozen', 24, 24, 'about'],
    ['at least a dozen', 12, null, 'at-least'],
    ['between 30 and 40', 30, 40, 'range'],
    ['30 to 40', 30, 40, 'range'],
    ['30-40', 30, 40, 'range'],
    ['two or three dozen', 24, 36, 'range'],
    ['fewer than ten', null, 10, 'up-to'],
    ['as many as 50', null, 50, 'up-to'],
    ['more than 45', 45, null, 'at-least'],
    ['nearly 40', 40, 40, 'about'],
    ['upwards of 30', 30, null, 'at-least'],
    ['twenty-four', 24, 24, 'exact'],
    ['half a dozen', 6, 6, 'exact'],
    ['two hundred and ten', 210, 210, 'exact'],
    ['1,200', 1200, 1200, 'exact'],
    ['20-odd', 20, 20, 'about'],
    ['20 or so', 20, 20, 'about'],
    ['40 or more', 40, null, 'at-least'],
  ])('%s', (words, low, high, hedge) =>
    expect(read(`We met ${words} members.`)).toEqual([[words, low, high, hedge, 'members']]),
  )
  it.each([
    'a handful of members',
    'dozens of members',
    'several',
    '$5 million',
    '40%',
    'at 10 a.m.',
    'the dozen',
  ])('are none in %j', (words) => expect(read(`It was ${words}`)).toEqual([]))
  it('are looked for between two tokens', () => {
    const document = readDocument('Five left and six stayed.', { published: null })
    expect(quantitiesIn(document, 2).map(({ low }) => low)).toEqual([6])
  })
})
