import { RulesetActivated } from '@whipcount/events'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openReadModel, type ReadModel } from '../house/read-model.ts'
import { decidedHistory } from './decided-history.ts'
import { article, at, call, challenge, decided, declared } from './made-claims.ts'

const [finch, reyes] = challenge.roster
const A = 'a'.repeat(64)

describe.each(['pglite', 'postgres'] as const)('two days on %s', (kind) => {
  let model: ReadModel
  beforeAll(async () => {
    model = await openReadModel(kind)
  })
  afterAll(() => model.drop())
  beforeEach(() => model.empty())

  it('differ by who moved, on which sentence', async () => {
    await model.apply([
      declared(),
      decided(RulesetActivated, { challenge: challenge.id, ruleset: A, at: at(0) }),
      ...article(1, [[A, [call(finch!, { attrs: { demand: 'reconsider' }, date: '2031-05-02' })]]]).events,
      ...article(2, [[A, [call(finch!, { date: '2031-05-05' }), call(reyes!, { date: '2031-05-09' })]]])
        .events,
    ])
    const days = await model.queries.between(challenge.id, { from: '2031-05-03', to: '2031-05-06' })
    expect(days.moves).toMatchObject([
      {
        person: finch!.id,
        from: { position: 'wavering', since: '2031-05-02', deciding: { date: '2031-05-02' } },
        to: { position: 'against', since: '2031-05-05', deciding: { date: '2031-05-05', evidence: 'Text' } },
      },
    ])
    expect(days.gained).toMatchObject([{ person: finch!.id, date: '2031-05-05' }])
    expect(days.lost).toEqual([])
    const since = await model.queries.between(challenge.id, { from: '2031-05-06', to: null })
    expect(since.moves).toMatchObject([{ person: reyes!.id, from: { position: 'unknown', deciding: null } }])
    const none = await model.queries.between(challenge.id, { from: '2031-05-20', to: null })
    expect([none.moves, none.gained]).toEqual([[], []])
  })

  it('differ by what was learned between them, too', async () => {
    await model.apply([
      declared(),
      decided(RulesetActivated, { challenge: challenge.id, ruleset: A, at: at(0) }),
      ...article(1, [[A, [call(finch!, { date: '2031-05-09' })]]]).events,
    ])
    // All of it was captured on the first of May, whenever it happened.
    const asked = { from: '2031-04-28', to: '2031-05-02' }
    expect((await model.queries.between(challenge.id, asked)).moves).toEqual([])
    expect((await model.queries.between(challenge.id, { ...asked, learned: true })).moves).toMatchObject([
      { person: finch!.id, to: { position: 'against' } },
    ])
  })

  it('are asked of the public functions in the same way as the views, for each answer that has days', async () => {
    const { rows: functions } = await sql<{ view: string }>`
      select replace(p.proname, '_as_of', '') as view from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'whipcount' order by 1`.execute(model.db)
    expect(functions.map(({ view }) => view)).toEqual([
      'claims',
      'meetings',
      'others',
      'position_changes',
      'positions',
      'signature_counts',
      'timeline',
      'whip_count',
    ])
    const rowsOf = async (from: string) => {
      const { rows } = await sql<{ row: string }>`
        select to_jsonb(v)::text as row from ${sql.raw(from)} v order by to_jsonb(v)::text collate "C"`.execute(
        model.db,
      )
      return rows.map(({ row }) => row)
    }
    for (const { events } of fc.sample(decidedHistory, { numRuns: 4, seed: 3 })) {
      await model.empty()
      await model.apply(events)
      for (const { view } of functions) {
        const all = (await rowsOf(`whipcount.${view}`)).filter((row) => row.includes(`"${challenge.id}"`))
        expect(await rowsOf(`whipcount.${view}_as_of('${challenge.id}')`), view).toEqual(all)
        const early = await rowsOf(
          `whipcount.${view}_as_of('${challenge.id}', date '2031-05-10', timestamptz '2000-01-01')`,
        )
        if (view === 'claims') expect(early).toEqual([])
      }
    }
  })
})
