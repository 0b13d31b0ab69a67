import { describe, expect, it } from 'vitest'
import { readAnnotation } from './annotation.ts'

const text = 'Sean Casey told reporters he "needs to go".'
const claim = {
  type: 'public-call',
  actor: 'Sean Casey',
  attrs: { demand: 'resign' },
  date: null,
  attribution: 'named',
  quote: 'needs to go',
  evidence: text,
}
const read = (claims: readonly unknown[], over = {}) =>
  readAnnotation('a', JSON.stringify({ challenge: 'c', published: null, claims, ...over }), text)

describe('readAnnotation', () => {
  it('takes a stretch copied, or by its place', () => {
    const { article } = read([claim, { ...claim, evidence: [0, text.length], quote: [30, 41] }])
    expect(article?.claims[1]).toEqual(article?.claims[0])
  })

  it('says all that is wrong at once', () => {
    const { problems } = read([
      { ...claim, evidence: 'Casey told nobody' },
      { ...claim, attrs: { demand: 'dance' }, actor: null },
      { ...claim, attrs: { colour: 'red' } },
      { ...claim, type: 'signature-count', attrs: { hedge: 'exact' } },
    ])
    expect(problems).toEqual([
      'claims[0] (public-call): its evidence is not in the text: "Casey told nobody"',
      'claims[1] (public-call): demand "dance" is no value of that attribute',
      'claims[1] (public-call): it has no actor',
      'claims[2] (public-call): colour is no attribute of it; it has demand',
      'claims[2] (public-call): its demand is missing',
      'claims[3] (signature-count): it counts nothing: neither low nor high is given',
    ])
  })

  it('refuses what is no annotation', () => {
    expect(read([{ ...claim, type: 'rumour' }], { published: 'May' }).problems[0]).toMatch(
      /rumour|public-call/,
    )
    expect(readAnnotation('a', '{', text).problems).toHaveLength(1)
  })
})
