import { describe, expect, it } from 'vitest'
import { createExtractor } from '../extractor.ts'
import { premierChallenge } from './challenge.ts'
import * as departure from './departure.ts'
import * as noncommittal from './noncommittal.ts'
import * as publicCall from './public-call.ts'
import * as support from './support.ts'
import * as turns from './turns-of-phrase.ts'

const extractor = createExtractor(premierChallenge)

const claimsOf = (text: string) =>
  extractor.extract({ text, title: null, byline: null, published: '2031-06-18', outlet: null })

describe('calls', () => {
  it.each(publicCall.says)('%s', (text, demand) => {
    const calls = claimsOf(text).filter(({ type }) => type === 'public-call')
    expect(calls.map(({ attrs }) => attrs['demand'])).toContain(demand)
  })
  it.each(publicCall.nearMisses)('no call: %s', (text) => {
    expect(claimsOf(text).filter(({ type }) => type === 'public-call')).toEqual([])
  })
})

describe('support', () => {
  it.each(support.says)('%s', (text, want) => {
    expect(claimsOf(text).map(({ type }) => type)).toContain(want)
  })
  it.each(support.nearMisses)('no support: %s', (text) => {
    expect(claimsOf(text).filter(({ type }) => type.endsWith('support'))).toEqual([])
  })
})

describe('no side', () => {
  it.each(noncommittal.says)('%s', (text) => {
    expect(claimsOf(text).map(({ type }) => type)).toContain('noncommittal')
  })
  it.each(noncommittal.nearMisses)('a side, or no stand: %s', (text) => {
    expect(claimsOf(text).filter(({ type }) => type === 'noncommittal')).toEqual([])
  })
})

describe('departures', () => {
  it.each(departure.says)('%s', (text, kind) => {
    const departures = claimsOf(text).filter(({ type }) => type === 'departure')
    expect(departures.map(({ attrs }) => attrs['kind'])).toContain(kind)
  })
  it.each(departure.nearMisses)('nobody leaves: %s', (text) => {
    expect(claimsOf(text).filter(({ type }) => type === 'departure')).toEqual([])
  })
})

describe('turns of phrase', () => {
  const stands = (text: string) =>
    claimsOf(text)
      .map(({ type }) => type)
      .filter((type) => type === 'public-call' || type === 'noncommittal' || type.endsWith('support'))
  it.each(turns.calls)('a call: %s', (text) => {
    expect([...new Set(stands(text))]).toEqual(['public-call'])
  })
  it.each(turns.support)('support: %s', (text) => {
    expect(stands(text)).not.toEqual([])
    expect(stands(text).every((type) => type.endsWith('support'))).toBe(true)
  })
  it.each(turns.noSide)('no side: %s', (text) => {
    expect([...new Set(stands(text))]).toEqual(['noncommittal'])
  })
})
