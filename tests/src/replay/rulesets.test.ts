import {
  ArticleCollected,
  articleIdOf,
  ChallengeDeclared,
  type ClaimContent,
  type CloudEvent,
  envelope,
  eventIdOf,
  RulesetActivated,
  revisionOf,
} from '@whipcount/events'
import { eventsOfReading } from '@whipcount/normalizer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { challengeOf } from '../corpus/annotations.ts'
import { openReadModel, type ReadModel } from '../house/read-model.ts'

const challenge = challengeOf('avalia')
const [finch, reyes, moss] = challenge.roster
const [A, B] = ['a'.repeat(64), 'b'.repeat(64)]
const at = (hour: number): string => new Date(Date.UTC(2031, 4, 1, hour)).toISOString()
const about = (subject: string, id: string) => ({ id, subject, time: at(0), source: '/test' })

const call = (person: { id: string; name: string }, change: Partial<ClaimContent> = {}): ClaimContent => ({
  type: 'public-call',
  attrs: { demand: 'resign' },
  actor: person.name,
  person: person.id,
  matched: true,
  date: '2031-05-02',
  earlier: false,
  attribution: 'named',
  evidence: { start: 0, end: 4, text: 'Text' },
  quote: null,
  credited: null,
  rule: 'test/any',
  ...change,
})

function activation(ruleset: string, hour: number): CloudEvent {
  const data = { challenge: challenge.id, ruleset, at: at(hour) }
  return envelope(
    RulesetActivated,
    about(challenge.id, eventIdOf(RulesetActivated.type, ruleset, data.at)),
    data,
  )
}

function article(
  n: number,
  readings: readonly (readonly [ruleset: string, claims: readonly ClaimContent[]])[],
) {
  const content = {
    text: `Text of article ${n}`,
    title: null,
    byline: null,
    published: '2031-05-03',
    outlet: 'Ledger',
  }
  const id = articleIdOf({ url: null, outlet: 'Ledger', sourceId: String(n), text: content.text })
  const data = {
    ...content,
    article: id,
    revision: revisionOf(content),
    captured_at: at(1),
    url: null,
    source_id: String(n),
    via: 'test',
  }
  const place = { partition: 0, position: 0n, time: at(0) }
  return {
    id,
    revision: data.revision,
    events: [
      envelope(ArticleCollected, about(id, eventIdOf(ArticleCollected.type, id)), data),
      ...readings.flatMap(([ruleset, claims]) =>
        eventsOfReading(data, claims, { challenge: challenge.id, ruleset }, place),
      ),
    ],
  }
}

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
  const declared = envelope(ChallengeDeclared, about(challenge.id, 'd'.repeat(8)), { challenge, at: at(0) })
  const id = eventIdOf(ChallengeDeclared.type, challenge.id)

  it('say exactly what would change, and nothing changes until one is activated', async () => {
    await model.apply([{ ...declared, id }, activation(A, 1), ...one.events, ...two.events, ...three.events])
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
