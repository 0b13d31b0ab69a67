import type { ClaimContent } from '@whipcount/events'
import { describe, expect, it } from 'vitest'
import { exampleArticle, exampleChallenge } from './example.ts'
import type { Extraction, Extractor } from './port.ts'
import { createUnion, unite } from './union.ts'

const claim = (over: Partial<ClaimContent>): ClaimContent => ({
  type: 'public-call',
  actor: 'Robert Finch',
  person: 'robert-finch',
  matched: true,
  attrs: { demand: 'vote' },
  date: null,
  earlier: false,
  attribution: 'named',
  evidence: { start: 0, end: 1, text: 'x' },
  quote: null,
  credited: null,
  rule: 'public-call/asks-for-vote',
  ...over,
})
const found = (...claims: ClaimContent[]): Extraction => ({ claims, refused: {} })
const count = (low: number, counted: string) =>
  claim({
    type: 'signature-count',
    actor: null,
    person: null,
    attrs: { low, high: null, counted, hedge: 'at-least' },
  })
const loss = (place: string | null) =>
  claim({ type: 'setback', actor: null, person: null, attrs: { kind: 'byelection-loss', place } })
const support = (type: ClaimContent['type']) => claim({ type, attrs: {} })

describe('the union of what two extractors found', () => {
  it.each<[string, ClaimContent, ClaimContent]>([
    ['the same person, type and key', claim({}), claim({ date: '2030-05-01', rule: 'model/m' })],
    [
      'a body under one name',
      claim({ person: null, actor: 'Northport Women' }),
      claim({ person: null, actor: 'the Northport women' }),
    ],
    ['a weaker call of one person', claim({}), claim({ attrs: { demand: 'reconsider' } })],
    ['support, of whichever kind', support('ministerial-support'), support('member-support')],
    ['a figure, whatever it counts', count(20, 'signed'), count(20, 'calling')],
    ['a byelection in a place of that name', loss('Northport'), loss('the Northport seat')],
    ['a byelection whose place is not named', loss('Northport'), loss(null)],
  ])('adds nothing for %s', (_, first, second) => {
    expect(unite(found(first), found(second)).claims).toEqual([first])
  })

  it.each<[string, ClaimContent, ClaimContent]>([
    ['another person', claim({}), claim({ person: 'tom-reyes', actor: 'Tom Reyes' })],
    ['another type', claim({}), claim({ type: 'signature', attrs: { signed: true } })],
    ['a stronger call', claim({}), claim({ attrs: { demand: 'resign' } })],
    ['another figure', count(20, 'signed'), count(24, 'signed')],
    ['a byelection elsewhere', loss('Northport'), loss('Saltmarsh')],
  ])('adds %s', (_, first, second) => {
    expect(unite(found(first), found(second)).claims).toEqual([first, second])
  })

  it('adds up what both refused', () => {
    const first = { claims: [], refused: { evidence: 1, quote: 1 } }
    expect(unite(first, { claims: [], refused: { evidence: 2 } }).refused).toEqual({ evidence: 3, quote: 1 })
  })

  it('is an extractor with a version of its own, and fails where one of them does', async () => {
    const of = (id: string, extract: Extractor['extract']): Extractor => ({
      id,
      version: id.repeat(4),
      extract,
    })
    const one = of('rules', async () => found(claim({})))
    const other = of('model', async () => found(claim({ attrs: { demand: 'resign' } })))
    const both = createUnion(one, other)
    expect(both.id).toBe('rules+model')
    expect(new Set([one.version, other.version, both.version, createUnion(other, one).version]).size).toBe(4)
    expect((await both.extract(exampleArticle('x'), exampleChallenge)).claims).toHaveLength(2)
    const broken = of('model', () => Promise.reject(new Error('no')))
    await expect(createUnion(one, broken).extract(exampleArticle('x'), exampleChallenge)).rejects.toThrow(
      'no',
    )
  })
})
