import {
  ClaimCorrected,
  ClaimEntered,
  claimDefinitions,
  type DataOf,
  PersonMerged,
  PersonSplit,
  RulesetActivated,
} from '@whipcount/events'
import type { ClaimRow } from '@whipcount/read-store'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openReadModel, type ReadModel } from '../house/read-model.ts'
import { article, at, call, challenge, decided, declared } from './made-claims.ts'

const [finch, reyes] = challenge.roster
const [A, B] = ['a'.repeat(64), 'b'.repeat(64)]
const stranger = { id: '3b0e4c1a-7f43-5d7e-8f0b-2c9d4a6e1f77', name: 'Rob Finche' }
const soft = { attrs: { demand: 'reconsider' } }

describe.each(['pglite', 'postgres'] as const)('corrections on %s', (kind) => {
  let model: ReadModel
  beforeAll(async () => {
    model = await openReadModel(kind)
  })
  afterAll(() => model.drop())
  beforeEach(async () => {
    await model.empty()
    await model.apply([
      declared(),
      decided(RulesetActivated, { challenge: challenge.id, ruleset: A, at: at(0) }),
    ])
  })

  const claims = () => model.queries.claims(challenge.id)
  const onlyClaim = async (): Promise<ClaimRow> => {
    const [claim, ...rest] = await claims()
    expect(rest).toEqual([])
    return claim!
  }
  const positionOf = async (person: { id: string }) =>
    (await model.queries.positions(challenge.id)).find((one) => one.person === person.id)
  const correct = (claim: ClaimRow, hour: number, change: Partial<DataOf<typeof ClaimCorrected>>) =>
    decided(ClaimCorrected, {
      challenge: challenge.id,
      claim: claim.claim,
      standing: null,
      amend: {},
      restore: [],
      about: {
        article: claim.article,
        type: claim.type,
        who: claim.person,
        start: claim.span[0],
        end: claim.span[1],
      },
      reason: `reason ${hour}`,
      by: 'A. Editor',
      at: at(hour),
      ...change,
    })

  it('withdraw a claim and confirm it again; the later decision counts, in whatever order they arrive', async () => {
    await model.apply(article(1, [[A, [call(finch!)]]]).events)
    const claim = await onlyClaim()
    const withdrawn = correct(claim, 2, { standing: 'withdrawn' })
    await model.apply([correct(claim, 3, { standing: 'confirmed' }), withdrawn])
    expect(await onlyClaim()).toMatchObject({
      claim: claim.claim,
      corrected: [{ field: 'standing', value: 'confirmed', by: 'A. Editor', at: at(3), reason: 'reason 3' }],
    })
    await model.apply([correct(claim, 4, { standing: 'withdrawn' })])
    expect(await claims()).toEqual([])
    expect(await positionOf(finch!)).toMatchObject({
      position: 'unknown',
      corrections: [{ state: 'standing', value: 'withdrawn', reason: 'reason 4' }],
    })
    const [proof] = await model.queries.evidence(claim.claim)
    expect(proof).toMatchObject({ live: false })
    expect(proof!.corrections.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'standing'])
  })

  it('withdraw what overlaps the same sentence under other rules, and nothing beside it', async () => {
    const [one, other] = [
      article(1, [
        [A, [call(finch!)]],
        [B, [call(finch!, soft)]],
      ]),
      article(2, [
        [A, [call(finch!)]],
        [B, []],
      ]),
    ]
    await model.apply([...one.events, ...other.events])
    const wrong = (await claims()).find((claim) => claim.article === one.id)!
    await model.apply([
      correct(wrong, 2, { standing: 'withdrawn' }),
      decided(RulesetActivated, { challenge: challenge.id, ruleset: B, at: at(3) }),
    ])
    // The new ruleset says something else of him, in the same words.
    expect(await claims()).toEqual([])
    expect((await model.queries.corrections(challenge.id)).map(({ state }) => state)).toEqual(['orphaned'])
    await model.apply([decided(RulesetActivated, { challenge: challenge.id, ruleset: A, at: at(4) })])
    expect((await claims()).map((claim) => claim.article)).toEqual([other.id])
    expect((await model.queries.corrections(challenge.id)).map(({ state }) => state)).toEqual(['standing'])
  })

  it('amend each field by itself, which moves the position and the day, and restore it', async () => {
    await model.apply(article(1, [[A, [call(finch!)]]]).events)
    const claim = await onlyClaim()
    await model.apply([
      correct(claim, 2, { amend: { 'attrs.demand': 'reconsider', date: '2031-05-01' } }),
      correct(claim, 3, { amend: { date: null } }),
    ])
    expect(await onlyClaim()).toMatchObject({
      attrs: { demand: 'reconsider' },
      position: 'wavering',
      date: null,
      day: '2031-05-03',
    })
    expect(await positionOf(finch!)).toMatchObject({ position: 'wavering', undated: true })
    await model.apply([correct(claim, 4, { restore: ['date', 'attrs.demand'] })])
    expect(await onlyClaim()).toMatchObject({
      attrs: { demand: 'resign' },
      position: 'against',
      date: '2031-05-02',
    })
    await model.apply([correct(claim, 5, { amend: { person: reyes!.id } })])
    expect(await positionOf(finch!)).toMatchObject({ position: 'unknown' })
    expect(await positionOf(reyes!)).toMatchObject({ position: 'against' })
  })

  it('enter a claim of an editor’s own, with its source, known from then on', async () => {
    const entered = {
      ...ClaimEntered.example,
      challenge: challenge.id,
      type: 'public-call',
      attrs: { demand: 'resign' },
      actor: finch!.name,
      person: finch!.id,
      position: 'against' as const,
      date: '2031-05-04',
      at: '2031-05-10T12:00:00.000Z',
    }
    // Entered twice: the first entry counts.
    await model.apply([
      decided(ClaimEntered, { ...entered, at: '2031-05-12T12:00:00.000Z', by: 'Another' }),
      decided(ClaimEntered, entered),
    ])
    const claim = await onlyClaim()
    expect(claim).toMatchObject({
      rule: 'editor',
      reading: null,
      outlet: 'Rideau Ledger',
      corrected: [{ field: 'entered', by: 'A. Editor', reason: entered.reason }],
    })
    expect(await positionOf(finch!)).toMatchObject({ position: 'against', since: '2031-05-04' })
    expect(await model.queries.claims(challenge.id, { known: '2031-05-09' })).toEqual([])
    expect(await model.queries.evidence(claim.claim)).toMatchObject([
      { live: true, evidence: entered.evidence },
    ])
    await model.apply([correct(claim, 400, { standing: 'withdrawn' })])
    expect(await claims()).toEqual([])
  })

  it('take a signature back, by a claim of its own', async () => {
    const signed = call(finch!, { type: 'signature', attrs: { signed: true }, date: '2031-05-02' })
    await model.apply(article(1, [[A, [signed]]]).events)
    expect(await model.queries.signatures(challenge.id)).toMatchObject([{ counted: 'signed', named: 1 }])
    const back = {
      ...ClaimEntered.example,
      challenge: challenge.id,
      actor: finch!.name,
      person: finch!.id,
      date: '2031-05-06',
    }
    await model.apply([decided(ClaimEntered, back)])
    expect(await model.queries.signatures(challenge.id)).toEqual([])
    expect(await model.queries.signatures(challenge.id, { on: '2031-05-05' })).toMatchObject([{ named: 1 }])
  })

  it('merge a stranger into somebody known, and take it back', async () => {
    await model.apply(article(1, [[A, [call(stranger, { matched: false })]]]).events)
    const merged = {
      challenge: challenge.id,
      person: stranger.id,
      into: finch!.id,
      reason: 'a slip',
      by: 'A. Editor',
      at: at(2),
    }
    await model.apply([decided(PersonMerged, merged)])
    expect(await positionOf(stranger)).toBeUndefined()
    expect(await positionOf(finch!)).toMatchObject({
      position: 'against',
      deciding: { corrected: [{ field: 'person', value: finch!.id, reason: 'a slip' }] },
      corrections: [{ merged_person: stranger.id, reason: 'a slip' }],
    })
    expect(await onlyClaim()).toMatchObject({ matched: true, name: finch!.name })
    const { into: _into, ...split } = { ...merged, at: at(3) }
    await model.apply([decided(PersonSplit, split)])
    expect(await positionOf(stranger)).toMatchObject({ position: 'against' })
    expect(await onlyClaim()).toMatchObject({ matched: false, corrected: [] })
  })

  it('give an amended claim the position that the codebook gives it', async () => {
    const attrsOf: Readonly<Record<string, fc.Arbitrary<Readonly<Record<string, string | boolean>>>>> = {
      'public-call': fc.record({ demand: fc.constantFrom('resign', 'vote', 'no-confidence', 'reconsider') }),
      signature: fc.record({ signed: fc.boolean() }),
    }
    for (const [type, definition] of Object.entries(claimDefinitions)) {
      const attrs = attrsOf[type] ?? fc.constant({})
      for (const some of fc.sample(attrs, 10)) {
        for (const attribution of ['named', 'anonymous', 'outlet'] as const) {
          const { rows } = await sql<{ position: string | null }>`
            select whipcount_p1.position_of(${type}, ${JSON.stringify(some)}::text::jsonb, ${attribution}) as position`.execute(
            model.db,
          )
          expect([type, some, attribution, rows[0]!.position]).toEqual([
            type,
            some,
            attribution,
            definition.positionOf({ attrs: some, attribution }),
          ])
        }
      }
    }
  })
})
