import { describe, expect, it } from 'vitest'
import { createExtractor } from './extractor.ts'
import { premierChallenge } from './idioms/challenge.ts'

const extractor = createExtractor(premierChallenge)
const stands = (text: string) =>
  extractor
    .extract({ text, title: null, byline: null, published: '2031-06-18', outlet: null })
    .map(({ type, actor }) => `${type} ${actor}`)

describe('a stand that is shared', () => {
  it.each([
    ['Dan Abara said Thorne should resign. Ruth Keane said much the same.', 'public-call Ruth Keane'],
    ['Dan Abara called on Thorne to go on Monday. So did Colm Daly.', 'public-call Colm Daly'],
    ['Dan Abara backed Thorne. Tom Vance agreed.', 'member-support Tom Vance'],
  ])('is taken by whoever is said to share it: %s', (text, want) => {
    expect(stands(text)).toContain(want)
  })

  it.each([
    'Dan Abara said Thorne should resign. Ruth Keane agreed to meet him.',
    'Dan Abara opened a bridge with Thorne. Ruth Keane said much the same.',
    'Dan Abara said Thorne should resign. So did one MP.',
  ])('is taken by nobody else: %s', (text) => {
    expect(stands(text).filter((one) => !one.endsWith('Dan Abara'))).toEqual([])
  })
})
