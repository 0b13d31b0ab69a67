import { describe, expect, it } from 'vitest'
import { gistOf } from './gist.ts'

const state = (text: string) => ({
  text,
  title: 'Finch calls',
  byline: null,
  published: '2024-10-16',
  outlet: 'Ledger',
})
const story = 'Robert Finch said Vale must go.\n\nHe said so at 14:05 on Monday, to 24 colleagues.'
const same = (a: string, b: string) => expect(gistOf(state(a))).toBe(gistOf(state(b)))
const other = (a: string, b: string) => expect(gistOf(state(a))).not.toBe(gistOf(state(b)))

describe('the gist of an article', () => {
  it('is the same whatever white space, wrapping and invisible characters a page has', () => {
    same(story, story.replace('\n\n', '\r\n \n\t').replace('Vale must', 'Vale\n must'))
    same(story, story.replace('Finch said', 'Finch\u00A0said').replace('colleagues', 'col\u00ADleagues'))
  })

  it.each([
    ['Updated 14:05', 'Updated 16:30'],
    ['Last updated: Oct. 16, 2024 at 3:15 p.m. EDT', 'Last updated: Oct. 16, 2024 at 4:02 p.m. EDT'],
    ['09:12 GMT', '10:40 GMT'],
    ['3 hours ago', '4 hours ago'],
    ['12 comments', '214 comments'],
    ['Comments (3)', 'Advertisement'],
    ['Share this article', 'Subscribe to our newsletter, The Whip'],
  ])('does not see %j become %j around the text', (before, after) => {
    same(`${before}\n${story}`, `${after}\n${story}`)
    same(`${story}\n${before}`, `${story}\n${after}`)
  })

  it.each([
    ['to 24 colleagues', 'to 25 colleagues'],
    ['at 14:05', 'at 15:05'],
    ['must go', 'must not go'],
    ['on Monday', 'on Tuesday'],
  ])('sees %j become %j in a sentence', (before, after) => {
    other(story, story.replace(before, after))
  })

  it('sees another day in a stamp, and a sentence that only begins like furniture', () => {
    other(`Updated Oct. 16, 14:05\n${story}`, `Updated Oct. 17, 14:05\n${story}`)
    other(story, `${story}\nShare the letter, Finch told them, and nobody will sign.`)
  })

  it('sees another title, byline, outlet or published day', () => {
    const gists = [
      {},
      { title: 'Finch' },
      { byline: 'A. Writer' },
      { outlet: 'Courier' },
      { published: null },
    ].map((change) => gistOf({ ...state(story), ...change }))
    expect(new Set(gists).size).toBe(gists.length)
  })
})
