import { describe, expect, it } from 'vitest'
import { exampleChallenge } from './example-challenge.ts'
import { createExtractor } from './extractor.ts'

const extractor = createExtractor(exampleChallenge)

/** Type, day and attribution of each claim; 15 May 2030 was a Wednesday. */
const read = (text: string, published: string | null = '2030-05-15') =>
  extractor
    .extract({ text, title: null, byline: null, published, outlet: null })
    .map(
      ({ type, date, earlier, attribution }) =>
        `${type} ${date ?? '-'}${earlier ? ' earlier' : ''} ${attribution}`,
    )

describe('the day of a claim', () => {
  it.each<[string, string, string[]]>([
    [
      'the day of its own clause',
      'Robert Finch called on Vale to resign on Tuesday.',
      ['public-call 2030-05-14 named'],
    ],
    [
      'the day of the saying, not one in the words said',
      'Robert Finch said on Tuesday: "Vale lost me on Friday, and she should resign."',
      ['public-call 2030-05-14 named'],
    ],
    [
      'the day that its paragraph names',
      'The rebels met reporters on Monday. "Vale should resign," Robert Finch said.',
      ['public-call 2030-05-13 named'],
    ],
    [
      'the day of the news that the opening names',
      'Vale faced new trouble on Tuesday.\n\nFerries were late again.\n\n"She should resign," said Robert Finch.',
      ['public-call 2030-05-14 named'],
    ],
    ['none where none is named', '"Vale should resign," said Robert Finch.', ['public-call - named']],
    [
      'none, and earlier, where it is older than the news',
      'Vale spoke on Tuesday.\n\nRobert Finch had called on Vale to resign a week ago.',
      ['public-call - earlier named'],
    ],
    [
      'the day of a live blog',
      'Live: Vale under fire\n\n10.02\nHello.\n\n10.15\nRobert Finch: "Vale should resign."\n\n11.40\nMore soon.',
      ['public-call 2030-05-15 named'],
    ],
    [
      'a deadline is not the day of the call',
      'Robert Finch told reporters on Monday that Vale should resign by Friday.',
      ['public-call 2030-05-13 named'],
    ],
    [
      'the day that another sentence gives to the meeting',
      'Rebels want Vale to resign.\n\nThe caucus met for three hours.\n\nAt Monday’s caucus nobody sang.',
      ['caucus-meeting 2030-05-13 outlet'],
    ],
    [
      'not the day of another clause',
      'Vale vowed on Tuesday to stay on despite calls to resign, after her party lost the Northport byelection.',
      ['leader-response 2030-05-14 named', 'setback - outlet'],
    ],
  ])('is %s', (_, text, expected) => expect(read(text).sort()).toEqual(expected))

  it('rests on the day that the text itself gives where none came with it', () => {
    expect(
      read(
        'THE MORNING POST\nWednesday, May 15, 2030\n\nRobert Finch called on Vale to resign on Tuesday.',
        null,
      ),
    ).toEqual(['public-call 2030-05-14 named'])
    expect(read('Robert Finch called on Vale to resign on Tuesday.', null)).toEqual(['public-call - named'])
  })
})

describe('who vouches for a claim', () => {
  it.each<[string, string[]]>([
    [
      'At least 20 MPs have signed the letter against Vale, according to two aides.',
      ['signature-count - anonymous'],
    ],
    ['By our count at least 20 MPs have signed the letter against Vale.', ['signature-count - outlet']],
    ['Robert Finch said 20 MPs had signed the letter against Vale.', ['signature-count - named']],
    ['One MP said Robert Finch had signed the letter asking Vale to resign.', ['signature - anonymous']],
    ['Robert Finch said he had signed the letter asking Vale to resign.', ['signature - named']],
    ['Vale declined to say whether she would resign.', ['leader-response - outlet']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})
