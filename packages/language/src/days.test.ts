import { describe, expect, it } from 'vitest'
import { daysIn } from './days.ts'
import { readDocument } from './read-document.ts'

/** 24 October 2024 was a Thursday. */
const read = (text: string, published: string | null = '2024-10-24') =>
  daysIn(readDocument(text, { published })).map(({ start, end, day, direction }) => [
    text.slice(start, end),
    day,
    direction,
  ])

describe('days', () => {
  it.each<[string, string, string | null, string]>([
    ['He said on Tuesday he will stay.', 'Tuesday', '2024-10-22', 'past'],
    ['It happened Thursday.', 'Thursday', '2024-10-24', 'present'],
    ['They met Tuesday night.', 'Tuesday night', '2024-10-22', 'past'],
    ['They will meet on Wednesday.', 'Wednesday', '2024-10-30', 'future'],
    ['They plan to vote next Monday.', 'next Monday', '2024-10-28', 'future'],
    ['The party meets on Sunday.', 'Sunday', '2024-10-27', 'future'],
    ['They spoke last Wednesday.', 'last Wednesday', '2024-10-23', 'past'],
    ["At Wednesday's meeting they sang.", 'Wednesday', '2024-10-23', 'past'],
    ['She left yesterday.', 'yesterday', '2024-10-23', 'past'],
    ['She leaves tomorrow.', 'tomorrow', '2024-10-25', 'future'],
    ['They met this morning.', 'this morning', '2024-10-24', 'present'],
    ['They sing tonight.', 'tonight', '2024-10-24', 'present'],
    ['She left two days ago.', 'two days ago', '2024-10-22', 'past'],
    ['It was on Oct. 15.', 'Oct. 15', '2024-10-15', 'past'],
    ['It was on 15 October 2023.', '15 October 2023', '2023-10-15', 'past'],
    ['There is an October 28 deadline.', 'October 28', '2024-10-28', 'future'],
    ['She left last week.', 'last week', null, 'past'],
    ['They lost by 2,300 votes on Monday.', 'Monday', '2024-10-21', 'past'],
    ['The list was released by rebels on Tuesday.', 'Tuesday', '2024-10-22', 'past'],
    ['She has to answer by Friday.', 'Friday', '2024-10-25', 'future'],
    ['They gather on Wednesday, Oct. 30.', 'Wednesday, Oct. 30', '2024-10-30', 'future'],
    ['It is eight days since he called on her to go.', 'eight days since', '2024-10-16', 'past'],
    ['Five days after that caucus nothing is settled.', 'Five days after', '2024-10-19', 'past'],
    ['They met last evening.', 'last evening', '2024-10-23', 'past'],
  ])('%s', (text, words, day, direction) => expect(read(text)).toEqual([[words, day, direction]]))
  it('are counted from the day that is told of where the words say so', () =>
    expect(
      read('She was dismissed on Tuesday. Two days earlier she had written to him. She wept that night.'),
    ).toEqual([
      ['Tuesday', '2024-10-22', 'past'],
      ['Two days earlier', '2024-10-20', 'past'],
      ['that night', '2024-10-20', 'past'],
    ]))
  it('have no date where the published day is not known, unless they name a year', () => {
    expect(read('They met on Tuesday and on Oct. 15, 2024.', null)).toEqual([
      ['Tuesday', null, 'past'],
      ['Oct. 15, 2024', '2024-10-15', 'past'],
    ])
  })
  it('are none in months and words alone', () =>
    expect(read('He may march in May. The sun rises.')).toEqual([]))
})
