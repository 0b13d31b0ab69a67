import { type CloudEvent, RulesetActivated } from '@whipcount/events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReadModel, type ReadModel } from '../house/read-model.ts'
import { article, at, call, challenge, decided, declared } from './made-claims.ts'

const [finch, reyes, moss] = challenge.roster
const [A, B] = ['a'.repeat(64), 'b'.repeat(64)]

const activation = (ruleset: string, hour: number): CloudEvent =>
  decided(RulesetActivated, { challenge: challenge.id, ruleset, at: at(hour) })

describe.each(['pglite', 'postgres'] as const)('rulesets on %s', (kind) => {
  let model: ReadModel
  beforeAll(async () => {
    model = await openReadModel(kind)
  })
  afterAll(() => model.drop())

  const soft = call(moss!, { attrs: { demand: 'reconsider' } })
  const one = article(1, [
    [A, [call(finch!)]],
    [B, [call(reyes!)]],
  ])
  const two = article(2, [
    [A, [soft]],
    [B, [{ ...soft, date: '2031-05-01', quote: 'think it over' }]],
  ])
  const three = article(3, [[A, []]])

  it('say exactly what would change, and nothing changes until one is activated', async () => {
    await model.apply([declared(), activation(A, 1), ...one.events, ...two.events, ...three.events])
    const digest = await model.digests.digestTables()
    const before = await model.queries.positions(challenge.id)

    const diff = await model.queries.diffRulesets(challenge.id, A, B)
    expect(diff.gained).toMatchObject([{ person: reyes!.id, type: 'public-call' }])
    expect(diff.lost).toMatchObject([{ person: finch!.id }])
    expect(diff.changed).toMatchObject([{ to: { person: moss!.id }, fields: ['date', 'quote'] }])
    expect(diff.moves).toHaveLength(2)
    expect(diff.moves).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          person: finch!.id,
          from: expect.objectContaining({
            position: 'against',
            deciding: expect.objectContaining({ evidence: 'Text' }),
          }),
          to: { position: 'unknown', since: null, deciding: null },
        }),
        expect.objectContaining({ person: reyes!.id, to: expect.objectContaining({ position: 'against' }) }),
      ]),
    )
    expect(await model.queries.positions(challenge.id)).toEqual(before)
    expect(await model.digests.digestTables()).toEqual(digest)

    await model.apply([activation(B, 2)])
    const after = await model.queries.positions(challenge.id)
    const against = after.filter(({ position }) => position === 'against').map(({ person }) => person)
    expect(against).toEqual([reyes!.id])
    await model.apply([activation(A, 3)])
    expect(await model.queries.positions(challenge.id)).toEqual(before)
    const none = await model.queries.diffRulesets(challenge.id, B, B)
    expect([none.gained, none.lost, none.changed, none.moves]).toEqual([[], [], [], []])
  })

  it('are listed with how far each has read', async () => {
    expect(await model.queries.rulesets(challenge.id)).toMatchObject([
      { ruleset: A, active: true, activated_at: at(3), articles: 3, of: 3 },
      { ruleset: B, active: false, activated_at: at(2), articles: 2, of: 3 },
    ])
    const sighted = [one, two, three].map(({ id: article, revision }) => ({ article, revision }))
    expect(await model.queries.unread(challenge.id, B, sighted)).toEqual(
      new Set([`${three.id}/${three.revision}`]),
    )
  })
})
