import { describe, expect, it } from 'vitest'
import { exampleArticle, exampleChallenge } from '../example.ts'
import { decodeAnswer } from './answer.ts'
import { createClaimReader } from './claims.ts'

const text = [
  'Harbour MP Robert Finch said on Monday that Prime Minister Anna Vale "has to go".',
  'June Okafor backed her. The Northport riding association called for a vote.',
  'Opposition leader Petra Holm of the Meadow Party said Vale should resign. Nadia Bell, a Harbour organiser, agreed with Finch.',
].join('\n\n')
const article = exampleArticle(text)
const claimsOf = createClaimReader(exampleChallenge, 'model/a-model')
const stated = (over: object) => ({
  type: 'public-call',
  actor: 'Robert Finch',
  body: false,
  attrs: { demand: 'resign' },
  date: '2030-05-13',
  earlier: false,
  attribution: 'named',
  evidence: 'Harbour MP Robert Finch said on Monday that Prime Minister Anna Vale "has to go".',
  quote: 'has to go',
  ...over,
})
const read = (...claims: unknown[]) => claimsOf(decodeAnswer(JSON.stringify({ claims })), article)

describe('what a model stated', () => {
  it('becomes a claim with its place in the text, about the person whom the rules would find', () => {
    expect(read(stated({}))).toEqual({
      claims: [
        {
          type: 'public-call',
          actor: 'Robert Finch',
          person: 'robert-finch',
          matched: true,
          attrs: { demand: 'resign' },
          date: '2030-05-13',
          earlier: false,
          attribution: 'named',
          evidence: { start: 0, end: 81, text: text.slice(0, 81) },
          quote: 'has to go',
          credited: null,
          rule: 'model/a-model',
        },
      ],
      refused: {},
    })
    expect(read(stated({ actor: 'Finch' })).claims).toMatchObject([{ person: 'robert-finch' }])
  })

  it('is refused where its evidence does not stand in the text letter by letter', () => {
    const invented = [
      'Finch said Vale must go.',
      'Harbour MP Robert Finch said on Monday that Prime Minister Anna Vale “has to go”.',
      ' ',
    ]
    const { claims, refused } = read(...invented.map((evidence) => stated({ evidence })), stated({}))
    expect(claims).toHaveLength(1)
    expect(refused).toEqual({ evidence: 3 })
  })

  it('loses a quote that does not stand there, and keeps the claim', () => {
    const { claims, refused } = read(stated({ quote: 'must go' }))
    expect(claims).toMatchObject([{ quote: null }])
    expect(refused).toEqual({ quote: 1 })
  })

  it('is refused where it is about nobody in the text, the leader, or another party’s politician', () => {
    const { claims, refused } = read(
      stated({ actor: 'Carla Dunn' }),
      stated({ actor: null }),
      stated({ actor: 'Anna Vale' }),
      stated({ actor: 'The Westhaven executive', body: true }),
      stated({ actor: 'Petra Holm' }),
    )
    expect(claims).toEqual([])
    expect(refused).toEqual({ actor: 4, party: 1 })
  })

  it('may be about somebody whom no roster knows, or a body of the party', () => {
    const { claims } = read(
      stated({ actor: 'Nadia Bell', type: 'noncommittal', attrs: {}, quote: null }),
      stated({ actor: 'Northport riding association', body: true, attrs: { demand: 'vote' }, quote: null }),
    )
    expect(claims).toMatchObject([
      { actor: 'Nadia Bell', matched: false, person: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      { actor: 'Northport riding association', matched: false, person: null },
    ])
  })

  it('is a minister’s support where the roster says so for the day, whatever the model calls it', () => {
    const support = { actor: 'June Okafor', attrs: {}, evidence: 'June Okafor backed her.', quote: null }
    expect(read(stated({ ...support, type: 'member-support' })).claims).toMatchObject([
      { type: 'ministerial-support', person: 'june-okafor', attrs: {} },
    ])
    expect(read(stated({ type: 'ministerial-support', attrs: {} })).claims).toMatchObject([
      { type: 'member-support' },
    ])
  })

  it('has no day after the article’s, but for a meeting to come', () => {
    const meeting = { type: 'caucus-meeting', actor: null, attrs: { status: 'scheduled', kind: 'national' } }
    expect(read(stated({ date: '2030-06-01' })).claims).toMatchObject([{ date: null }])
    expect(read(stated({ ...meeting, date: '2030-06-01' })).claims).toMatchObject([{ date: '2030-06-01' }])
  })

  it('is one call of each person, the strongest, and nothing twice', () => {
    const { claims } = read(stated({ attrs: { demand: 'vote' } }), stated({}), stated({}))
    expect(claims.map(({ attrs }) => attrs)).toEqual([{ demand: 'resign' }])
  })

  it('is counted where it has another shape, as long as something has the right one', () => {
    const { claims, refused } = read(stated({}), stated({ attrs: { demand: 'dance' } }), { type: 'rumour' })
    expect(claims).toHaveLength(1)
    expect(refused).toEqual({ shape: 2 })
  })
})

describe('an answer', () => {
  it.each([
    ['no JSON', 'Sure!', /Unexpected token/],
    ['no list of claims', '{"claims":"none"}', /claims/],
    [
      'claims of which none has the shape asked for',
      '{"claims":[{"type":"rumour"}]}',
      /^no claim in it has the shape/,
    ],
  ])('with %s cannot be used', (_, answer, why) => {
    expect(() => decodeAnswer(answer)).toThrow(why)
  })
})
