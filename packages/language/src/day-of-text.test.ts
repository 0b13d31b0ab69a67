import { describe, expect, it } from 'vitest'
import { dayOfText } from './day-of-text.ts'

describe('the day of a text', () => {
  it.each<[string, string | null]>([
    ['Date: 2031-10-23\n\nThe council met.', '2031-10-23'],
    [
      'NORTH RADIO\nRush transcript. Monday, October 27, 2031. This text may be updated.\n\nVALE: No.',
      '2031-10-27',
    ],
    ['Politics live\n\nWednesday 4 July 2029\n\n22.51\nShe is out.', '2029-07-04'],
    ['TEA\nTuesday 12 June 2029 · View in browser\n\nGood morning.', '2029-06-12'],
    ['EXPLAINER\n\nBy Staff · Posted Nov. 20, 2031 · 5 min read\n\nQ: Why?', '2031-11-20'],
    ['PORT VALE, November 12, 2031 — Members of the caucus met.', '2031-11-12'],
    ['She quit.\n\nThis report by The Press was first published Sept. 16, 2031.', '2031-09-16'],
    ['She came to office on 12 June 2029 and has regretted it.', null],
    ['The vote was held on June 12, 2029.', null],
    ['Minutes of the 31 February 2030', null],
    ['PORT VALE — Members of the caucus met on Tuesday.', null],
    ['', null],
  ])('%s', (text, day) => expect(dayOfText(text)).toBe(day))
})
