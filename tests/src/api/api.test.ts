import { createApi } from '@whipcount/api'
import { unmatchedPersonId } from '@whipcount/events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { challengeOf } from '../corpus/annotations.ts'
import { openReadModel, type ReadModel } from '../house/read-model.ts'
import { eventsOf } from '../replay/reports.ts'

const challenge = { ...challengeOf('avalia'), window: { from: '2031-05-01', to: null }, roster: [] }
const base = `/challenges/${challenge.id}`
const rook = { actor: 'Sam Rook', person: unmatchedPersonId(challenge.id, 'Sam Rook') }

let model: ReadModel
beforeAll(async () => {
  model = await openReadModel('pglite')
  const call = { type: 'public-call', attrs: { demand: 'resign' }, ...rook } as const
  await model.apply(eventsOf(challenge, [{ published: '2031-05-10', claims: [call] }]))
})
afterAll(() => model.drop())

const get = async (path: string, init?: RequestInit) => {
  const answer = await createApi(model.queries).request(path, init)
  return { status: answer.status, body: (await answer.json()) as unknown }
}

describe('the api', () => {
  it('lists its routes, and answers each', async () => {
    const [claim] = await model.queries.claims(challenge.id)
    const { body } = await get('/')
    const { routes } = body as { routes: string[] }
    expect(routes).toContain('/challenges/:challenge/positions')
    for (const route of routes) {
      const path = route
        .replace(':challenge', challenge.id)
        .replace(':name', 'Rook')
        .replace(':claim', claim!.claim)
      expect({ path, ...(await get(path)) }).toMatchObject({ path, status: 200 })
    }
  })

  it.each([
    ['positions?on=2031-02-30', 'on="2031-02-30" is no day. Write it as YYYY-MM-DD.'],
    ...['5', 'yesterday', '2031-05-10T12:00:00', '2031-02-30T12:00:00Z'].map((known) => [
      `positions?known=${known}`,
      `known="${known}" is neither a day nor an instant. Write YYYY-MM-DD or 2024-10-16T12:00:00Z.`,
    ]),
  ])('says what is wrong with %s', async (path, message) => {
    expect(await get(`${base}/${path}`)).toEqual({ status: 400, body: { error: 'usage', message } })
  })

  it('takes an instant with its time zone', async () => {
    const asked = (known: string) => get(`${base}/claims?known=${encodeURIComponent(known)}`)
    expect(await asked('2031-05-10T10:29:59.999Z')).toEqual({ status: 200, body: [] })
    expect((await asked('2031-05-10T12:30:00+02:00')).body).toHaveLength(1)
  })

  it('says which types of claim there are', async () => {
    const { status, body } = await get(`${base}/claims?type=bogus`)
    expect(status).toBe(400)
    expect((body as { message: string }).message).toMatch(
      /^type="bogus" is no type of claim. The types are .*setback\.$/,
    )
    expect((await get(`${base}/claims?type=setback`)).body).toEqual([])
  })

  it.each([
    ['/challenges/nowhere/positions', 'challenge-unknown'],
    [`${base}/people/Nobody`, 'person-unknown'],
    [`/claims/${'-'.repeat(36)}/evidence`, 'claim-unknown'],
    ['/nowhere', 'not-found'],
  ])('answers 404 for %s', async (path, error) => {
    expect(await get(path)).toMatchObject({ status: 404, body: { error } })
  })

  it('works an answer out once while nothing new has come', async () => {
    let worked = 0
    const api = createApi({
      ...model.queries,
      count: (...asked) => {
        worked++
        return model.queries.count(...asked)
      },
    })
    const asked = async () => {
      const answer = await api.request(`${base}/whip-count`)
      expect(answer.headers.get('content-type')).toBe('application/json')
      return (await answer.json()) as { against: number }
    }
    const [first, second] = await Promise.all([asked(), asked()])
    expect(await asked()).toEqual(first)
    expect(second).toEqual(first)
    expect(worked).toBe(1)
    const finch = { actor: 'Ada Finch', person: unmatchedPersonId(challenge.id, 'Ada Finch') }
    const call = { type: 'public-call', attrs: { demand: 'resign' }, ...finch } as const
    const other = { ...call, ...rook }
    await model.apply(eventsOf(challenge, [{ published: '2031-05-11', claims: [call, other] }]))
    expect((await asked()).against).toBe(first.against + 1)
    expect(worked).toBe(2)
    expect((await api.request('/challenges/nowhere/whip-count')).status).toBe(404)
    expect((await api.request('/challenges/nowhere/whip-count')).status).toBe(404)
    expect(worked).toBe(4)
  })

  it('only answers', async () => {
    expect(await get(`${base}/positions`, { method: 'POST' })).toMatchObject({
      status: 405,
      body: { message: `The api only answers: GET ${base}/positions.` },
    })
  })
})
