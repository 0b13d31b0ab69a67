import { ArticleErased, ClaimCorrected, RulesetActivated } from '@whipcount/events'
import { sqlViews } from '@whipcount/projections'
import { purgeArticle } from '@whipcount/read-store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReadModel, type ReadModel } from '../house/read-model.ts'
import { article, at, call, challenge, decided, declared } from './made-claims.ts'

const [finch, reyes] = challenge.roster
const A = 'a'.repeat(64)

describe.each(['pglite', 'postgres'] as const)('an article that was taken down, on %s', (kind) => {
  let model: ReadModel
  beforeAll(async () => {
    model = await openReadModel(kind)
  })
  afterAll(() => model.drop())

  const desk = [declared(), decided(RulesetActivated, { challenge: challenge.id, ruleset: A, at: at(0) })]
  const gone = article(1, [[A, [call(finch!, { quote: 'time to go' })]]])
  const kept = article(2, [[A, [call(reyes!)]]])
  const erased = decided(ArticleErased, { article: gone.id, reason: 'An order.', by: 'A. Editor', at: at(9) })
  const views = async () => {
    const found: Record<string, string[]> = {}
    for (const view of sqlViews) {
      const { rows } = await sql<{ row: string }>`
        select to_jsonb(v)::text as row from ${sql.raw(`whipcount.${view}`)} v order by to_jsonb(v)::text collate "C"`.execute(
        model.db,
      )
      found[view] = rows.map(({ row }) => row)
    }
    return found
  }

  it('answers as if it had never been, before it is purged and after, and the digest says the same', async () => {
    await model.apply([...desk, ...kept.events, erased])
    const never = { views: await views(), digest: await model.digests.digestTables() }
    await model.empty()
    const [claim] = gone.events
      .filter(({ type }) => type === 'public-call.reported')
      .map(({ data }) => data as { claim: string })
    const corrected = decided(ClaimCorrected, {
      ...ClaimCorrected.example,
      challenge: challenge.id,
      claim: claim!.claim,
      about: { ...ClaimCorrected.example.about, article: gone.id },
    })
    // In whatever order: the rest may come after the erasure.
    await model.apply([...desk, erased, corrected, ...gone.events, ...kept.events])
    expect({ views: await views(), digest: await model.digests.digestTables() }).toEqual(never)
    expect(JSON.stringify(never.views)).not.toContain(gone.id)
    expect(await model.queries.article(gone.id)).toEqual([])
    expect(await model.queries.evidence(claim!.claim)).toEqual([])

    expect(await purgeArticle(model.db, gone.id)).toBeGreaterThan(4)
    expect({ views: await views(), digest: await model.digests.digestTables() }).toEqual(never)
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from whipcount_p1.reading_claims where article = ${gone.id}::text::uuid)
           + (select count(*) from whipcount_p1.revisions where article = ${gone.id}::text::uuid) as n`.execute(
      model.db,
    )
    expect(Number(rows[0]!.n)).toBe(0)
    expect(await purgeArticle(model.db, gone.id)).toBe(0)
    expect(await model.queries.positions(challenge.id)).toContainEqual(
      expect.objectContaining({ person: reyes!.id, position: 'against' }),
    )
  })

  it('leaves its copies with an origin of their own, whether it is purged before that is worked out or after', async () => {
    const story = `Text ${Array.from({ length: 50 }, (_, n) => `word${n}`).join(' ')}`
    const printed = (n: number, outlet: string, text: string, captured: string) =>
      article(n, [[A, [call(reyes!)]]], { text, outlet, captured })
    const original = printed(5, 'Wire', story, at(1))
    const copy = printed(6, 'Ledger', `${story} again`, at(2))
    const another = printed(7, 'Wire', 'Text of its own', at(3))
    const taken = decided(ArticleErased, {
      article: original.id,
      reason: 'An order.',
      by: 'A. Editor',
      at: at(9),
    })
    const figures = async () => {
      const all = await model.queries.positions(challenge.id)
      const { outlets, origins } = all.find(({ person }) => person === reyes!.id)!
      return { outlets, origins }
    }
    const before = [...desk, ...original.events, ...copy.events, ...another.events]
    for (const purgeFirst of [true, false]) {
      await model.empty()
      await model.apply(before)
      expect(await figures()).toEqual({ outlets: 2, origins: 1 })
      if (purgeFirst) await purgeArticle(model.db, original.id)
      await model.apply([taken])
      expect(await figures()).toEqual({ outlets: 2, origins: 2 })
      await purgeArticle(model.db, original.id)
      expect(await figures()).toEqual({ outlets: 2, origins: 2 })
    }
  })
})
