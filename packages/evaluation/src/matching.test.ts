import { describe, expect, it } from 'vitest'
import { type Comparable, matches, overlaps, sameActor } from './matching.ts'

const claim = (over: Partial<Comparable>): Comparable => ({
  type: 'public-call',
  actor: 'Sean Casey',
  attrs: { demand: 'resign' },
  ...over,
})

describe('sameActor', () => {
  it.each([
    ['Sean Casey', 'Casey'],
    ['Dr. Hélène Desrochers', 'Helene Desrochers'],
    ['Rob Oliphant', 'Robert Oliphant'],
    ['Yvan Baker', 'Ivan Baker'],
    ['The Governor Kathy Hochul', 'kathy hochul'],
    ["Seamus O'Regan", 'Seamus O’Regan'],
    [null, null],
  ])('takes %s and %s for one', (a, b) => {
    expect(sameActor(a, b)).toBe(true)
  })
  it.each([
    ['Sean Casey', 'Sean Kasey'],
    ['Maninder Sidhu', 'Sonia Sidhu'],
    ['Sean Casey', null],
    ['Ian Baker', 'Ivan Baker'],
  ])('tells %s and %s apart', (a, b) => {
    expect(sameActor(a, b)).toBe(false)
  })
})

describe('matches', () => {
  it('asks for type, actor and key attribute', () => {
    expect(matches(claim({}), claim({ actor: 'Casey' }))).toBe(true)
    expect(matches(claim({}), claim({ attrs: { demand: 'vote' } }))).toBe(false)
    expect(matches(claim({}), claim({ actor: 'Ken McDonald' }))).toBe(false)
    expect(matches(claim({}), claim({ type: 'noncommittal' }))).toBe(false)
  })
  it('asks no actor of meetings, counts, responses and setbacks', () => {
    const count = claim({
      type: 'signature-count',
      actor: null,
      attrs: { low: 20, high: null, counted: 'signed' },
    })
    expect(matches(count, claim({ ...count, actor: 'x', attrs: { low: 20, counted: 'calling' } }))).toBe(true)
    expect(matches(count, claim({ ...count, attrs: { low: 20, high: 24 } }))).toBe(false)
  })
  it('takes a meeting without a kind for a national one', () => {
    const meeting = claim({ type: 'caucus-meeting', actor: null, attrs: { status: 'held' } })
    expect(matches(meeting, claim({ ...meeting, attrs: { status: 'held', kind: 'national' } }))).toBe(true)
    expect(matches(meeting, claim({ ...meeting, attrs: { status: 'held', kind: 'regional' } }))).toBe(false)
  })
  it('compares the places of lost byelections by their words, and no other setback’s', () => {
    const loss = (place: string | null) =>
      claim({ type: 'setback', actor: null, attrs: { kind: 'byelection-loss', place } })
    expect(matches(loss('Toronto-St. Paul’s'), loss('the Toronto seat'))).toBe(true)
    expect(matches(loss('Toronto-St. Paul’s'), loss('LaSalle'))).toBe(false)
    expect(matches(loss('LaSalle'), loss(null))).toBe(false)
    expect(matches(loss(null), loss(null))).toBe(true)
    const polls = (place: string | null) => claim({ ...loss(place), attrs: { kind: 'polling', place } })
    expect(matches(polls('LaSalle'), polls(null))).toBe(true)
  })
})

describe('overlaps', () => {
  it('asks that the words in common be half of all, each as often as it stands', () => {
    expect(overlaps('He should go now', 'he should, go!')).toBe(true)
    expect(overlaps('one two three', 'one four five')).toBe(false)
    expect(overlaps('go go go go', 'go')).toBe(false)
    expect(overlaps('', '')).toBe(false)
  })
})
