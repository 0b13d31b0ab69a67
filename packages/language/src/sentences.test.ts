import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'

const sentences = (text: string): string[] =>
  readDocument(text, { published: null }).sentences.map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['end at full stops', ['Vale lost.', 'Finch won!', 'Did she?']],
    [
      'survive titles and initials',
      ['Mr. Finch and Dr. J. D. Moss met Sen. Hale on St. John St. at noon.', 'They left.'],
    ],
    [
      'survive abbreviations that may also end one',
      ['The U.S. Senate met at 10 a.m. on Friday.', 'It left for the U.S.', 'The rest stayed.'],
    ],
    ['end in front of a capital without a space', ['They like the leader.', 'The rest do not.']],
    [
      'keep a trailing attribution',
      ['"Go." Finch said.', '"She must go," Finch said on Monday.', '“Never!” shouted a man.'],
    ],
    [
      'begin anew after a quotation that was not attributed',
      ['"I will not stand for it."', 'Finch said that she would leave.'],
    ],
    ['split a long quotation at its inner ends', ['"We lost.', 'We are done," Finch said.']],
    ['survive numbers', ['Motion No. 5 passed by 3.5 points.', 'Nobody cheered.']],
  ])('%s', (_, expected) => {
    const glue = _.includes('without a space') ? '' : ' '
    expect(sentences(expected.join(glue))).toEqual(expected)
  })
  it('are cut where they never end', () => {
    expect(sentences('Vale and '.repeat(1000)).length).toBeGreaterThan(3)
  })
})
