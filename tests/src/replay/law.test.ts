import type { CloudEvent } from '@whipcount/events'
import { derivedTables, sqlViews } from '@whipcount/projections'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { challengeOf } from '../corpus/annotations.ts'
import { openReadModel, type ReadModel } from '../house/read-model.ts'
import { decidedHistory } from './decided-history.ts'
import { type History, history } from './history.ts'
import { eventsOf } from './reports.ts'

const CHALLENGE = 'avalia-2031'

/** Histories tried on each database; on CI, which has twenty minutes for everything, half of them. */
const runsOn = (kind: 'pglite' | 'postgres'): number =>
  Math.round((kind === 'pglite' ? 40 : 25) / (process.env['CI'] ? 2 : 1))

/** The whole contents of a read model's views, and what it says of some days as known on others. */
async function answersOf(model: ReadModel): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const view of sqlViews) answers[view] = await contents(model.db, `whipcount.${view}`)
  for (const known of ['2031-05-08', '2031-05-20']) {
    for (const asked of ['positions', 'whip_count', 'position_changes']) {
      const from = `whipcount_p1.${asked}_as_of('${CHALLENGE}', '2031-05-15', '${known}')`
      answers[`${asked} known ${known}`] = await contents(model.db, from)
    }
    const days = `whipcount_p1.whip_count_days('${CHALLENGE}', '${known}')`
    answers[`days known ${known}`] = await contents(model.db, days)
  }
  return answers
}

/** Everything that a read model holds and answers: the tables that are worked out from the sets and the digest of these, too. */
async function everything(model: ReadModel): Promise<Record<string, unknown>> {
  const answers = await answersOf(model)
  for (const { table } of derivedTables) answers[table] = await contents(model.db, `whipcount_p1.${table}`)
  return { digest: await model.digests.digest(), tables: await model.digests.digestTables(), ...answers }
}

/** The moves of every article, worked out now from all that the sets hold. */
const movesAnew = (db: Kysely<unknown>): Promise<string[]> =>
  contents(
    db,
    `(select m.* from whipcount_p1.current_declarations() d cross join lateral whipcount_p1.moves_of(d.challenge, array(
        select article from whipcount_p1.sightings union select article from whipcount_p1.entered_claims)) m)`,
  )

/** What `moves` must say of a time, by the claims that count then. */
const movesByClaims = (known: string): string => `(
  select l.claim, l.who, l.day, l.earlier, l.position, l.outlet, l.actor,
         nullif(lower(coalesce(l.credited, whipcount_p1.copied_from(l.article, l.revision))), lower(l.outlet)) as credited
  from whipcount_p1.live_claims('${CHALLENGE}', '${known}') l
  where l.who is not null and not l.leader and (l.position is not null or l.type = 'signature'))`
const movesByTable = (known: string): string => `(
  select m.claim, m.who, m.day, m.earlier, (array['wavering', 'for', 'against'])[m.commitment] as position, m.outlet,
         substr(m.form, 6) as actor, m.credited
  from whipcount_p1.moves_as_of('${CHALLENGE}', null, '${known}') m)`

async function contents(db: Kysely<unknown>, from: string): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(v)::text as row from ${sql.raw(from)} v order by to_jsonb(v)::text collate "C"`.execute(
    db,
  )
  return rows.map(({ row }) => row)
}

/** The same events in another order, some of them more than once. */
function disturbed(events: readonly CloudEvent[], seed: number): CloudEvent[] {
  let state = seed >>> 0
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const mixed = events.flatMap((event) => (random() < 0.3 ? [event, event] : [event]))
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
  }
  return mixed
}

describe.each(['pglite', 'postgres'] as const)('a read model on %s', { timeout: 600_000 }, (kind) => {
  let model: ReadModel
  beforeAll(async () => {
    model = await openReadModel(kind)
  })
  afterAll(() => model.drop())

  it('is the same however its events are shuffled, repeated, batched and split', {
    timeout: 400_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        decidedHistory,
        fc.integer(),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 2, max: 5 }),
        async ({ events }, seed, batchSize, partitions) => {
          await model.empty()
          await model.apply(events)
          const straight = await everything(model)
          await model.empty()
          await model.apply(disturbed(events, seed), { batchSize, partitions })
          expect(await everything(model)).toEqual(straight)
          expect(straight['moves']).toEqual(await movesAnew(model.db))
        },
      ),
      { numRuns: runsOn(kind), seed: 20_241_023 },
    )
  })

  it('knows which claims move people by the hour as the claims that count do', async () => {
    await fc.assert(
      fc.asyncProperty(decidedHistory, fc.integer({ min: 0, max: 600 }), async ({ events }, hour) => {
        await model.empty()
        await model.apply(disturbed(events, hour), { batchSize: 9, partitions: 2 })
        const known = new Date(Date.UTC(2031, 4, 1) + hour * 3_600_000).toISOString()
        expect(await contents(model.db, movesByTable(known))).toEqual(
          await contents(model.db, movesByClaims(known)),
        )
      }),
      { numRuns: runsOn(kind), seed: 20_241_023 },
    )
  })

  it('has the moves right where projectors that run at once share their articles', async () => {
    await fc.assert(
      fc.asyncProperty(decidedHistory, fc.integer({ min: 2, max: 4 }), async ({ events }, partitions) => {
        await model.empty()
        await model.apply(events, { batchSize: 2, partitions, atOnce: true, settle: 'always' })
        expect(await contents(model.db, 'whipcount_p1.moves')).toEqual(await movesAnew(model.db))
      }),
      { numRuns: runsOn(kind), seed: 20_241_023 },
    )
  })

  it('answers alike whether the moves have been worked out or not, or those of a part', async () => {
    let left = 0
    await fc.assert(
      fc.asyncProperty(
        decidedHistory,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async ({ events }, share) => {
          await model.empty()
          const mixed = disturbed(events, Math.floor(share * 1e9))
          const part = Math.floor(mixed.length * share)
          await model.apply(mixed.slice(0, part), { batchSize: 5 })
          await model.apply(mixed.slice(part), { batchSize: 5, settle: 'never' })
          const before = await answersOf(model)
          const { rows } = await sql`select from whipcount_p1.moves_pending`.execute(model.db)
          if (rows.length > 0) left++
          await model.apply([])
          expect(await answersOf(model)).toEqual(before)
          expect(await contents(model.db, 'whipcount_p1.moves')).toEqual(await movesAnew(model.db))
          expect(await contents(model.db, 'whipcount_p1.moves_pending')).toEqual([])
        },
      ),
      { numRuns: runsOn(kind), seed: 20_241_023 },
    )
    expect(left).toBeGreaterThan(runsOn(kind) / 3)
  })

  it('tells two histories apart', async () => {
    const [a, b] = fc.sample(decidedHistory, { numRuns: 2, seed: 7 })
    await model.empty()
    await model.apply(a!.events)
    const first = await model.digests.digest()
    await model.empty()
    await model.apply(b!.events)
    expect(await model.digests.digest()).not.toBe(first)
  })
})

/** One meeting under two spellings, which a dictionary sorts the other way about. */
const namedInTwoWays: History = {
  events: eventsOf(
    challengeOf('avalia'),
    ['Coast caucus', 'Coast Caucus'].map((actor) => ({
      published: '2031-05-10',
      claims: [
        { type: 'caucus-meeting', attrs: { status: 'held', kind: 'regional' }, actor, date: '2031-05-10' },
      ],
    })),
  ),
}

describe('PGlite and a Postgres that sorts as a dictionary does', { timeout: 600_000 }, () => {
  const models: ReadModel[] = []
  beforeAll(async () => {
    for (const kind of ['pglite', 'dictionary'] as const) models.push(await openReadModel(kind))
  })
  afterAll(() => Promise.all(models.map((model) => model.drop())))

  it('answer alike', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ events }) => {
        const answers = []
        for (const model of models) {
          await model.empty()
          await model.apply(events)
          answers.push(await everything(model))
        }
        expect(answers[0]).toEqual(answers[1])
      }),
      { numRuns: 15, seed: 20_241_023, examples: [[namedInTwoWays]] },
    )
  })
})
