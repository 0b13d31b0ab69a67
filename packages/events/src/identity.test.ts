import { describe, expect, it } from 'vitest'
import { articleIdOf, canonicalJson, canonicalUrl, foldName, readingIdOf, revisionOf } from './identity.ts'

describe('canonicalUrl', () => {
  it('leaves out how a reader came and keeps what was read', () => {
    expect(canonicalUrl('http://www.CBC.ca/news/1.2/?utm_source=x&b=2&a=1#top')).toBe(
      'https://cbc.ca/news/1.2?a=1&b=2',
    )
  })
  it('is null for what is no web address', () => {
    expect(canonicalUrl('ftp://a.b/c')).toBeNull()
    expect(canonicalUrl('not an address')).toBeNull()
  })
  it('is stable when applied again', () => {
    const once = canonicalUrl('https://example.org/a b?q=é&utm_medium=1')!
    expect(canonicalUrl(once)).toBe(once)
  })
})

describe('articleIdOf', () => {
  const none = { url: null, outlet: null, sourceId: null, text: 'a' }
  it('prefers the address, then the source’s own id, then the text', () => {
    const url = articleIdOf({ ...none, url: 'https://a.b/c' })
    expect(articleIdOf({ url: 'https://a.b/c', outlet: 'x', sourceId: '1', text: 'b' })).toBe(url)
    const id = articleIdOf({ ...none, outlet: 'x', sourceId: '1' })
    expect(articleIdOf({ ...none, outlet: 'x', sourceId: '1', text: 'b' })).toBe(id)
    expect(articleIdOf({ ...none, outlet: 'y', sourceId: '1' })).not.toBe(id)
    expect(articleIdOf({ ...none, text: 'b' })).not.toBe(articleIdOf(none))
  })
})

describe('revisionOf', () => {
  it('changes with each thing that the normalizer reads and with the place where one field ends', () => {
    const base = { text: 't', title: null, byline: null, published: null, outlet: null }
    const all = [
      base,
      { ...base, text: 'u' },
      { ...base, title: 't' },
      { ...base, byline: 't' },
      { ...base, published: 't' },
      { ...base, outlet: 't' },
    ]
    expect(new Set(all.map(revisionOf)).size).toBe(all.length)
  })
})

describe('readingIdOf', () => {
  it('does not depend on the order in which claims were found', () => {
    const reading = { article: 'a', revision: 'r', challenge: 'c', ruleset: 's' }
    const [x, y] = [
      { claim: '1', rule: 'p' },
      { claim: '2', rule: 'q' },
    ]
    expect(readingIdOf({ ...reading, claims: [x, y] })).toBe(readingIdOf({ ...reading, claims: [y, x] }))
    expect(readingIdOf({ ...reading, claims: [x] })).not.toBe(readingIdOf({ ...reading, claims: [x, y] }))
  })
})

it('folds a name to letters without case, marks and honorifics', () => {
  expect(foldName('Dr. Hélène Desrochers')).toBe('helene desrochers')
  expect(foldName('the Rt. Hon. Sir D.J. O’Brien')).toBe('d j obrien')
})

it('writes equal values as equal JSON', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: undefined }] })).toBe('{"a":[{"d":null}],"b":1}')
})
