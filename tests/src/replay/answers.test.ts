import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReadModel, type ReadModel } from '../house/read-model.ts'
import { type Question, standings } from './codebook.ts'
import { history } from './history.ts'

const CHALLENGE = 'avalia-2031'
const questions: Question[] = [null, '2031-05-06', '2031-05-12', '2031-05-24'].flatMap((on) =>
  [null, '2031-05-05T03:00:00.000Z', '2031-05-15T03:00:00.000Z'].map((known) => ({
    challenge: CHALLENGE,
    on,
    known,
  })),
)

let model: ReadModel
beforeAll(async () => {
  model = await openReadModel('pglite')
})
afterAll(() => model.drop())

describe('the answers about a random history', { timeout: 600_000 }, () => {
  it('put everybody where the codebook puts them, on any day, as known on any day', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ events }) => {
        await model.empty()
        await model.apply(events)
        for (const question of questions) {
          const { rows } = await sql`
            select who, "position", since::text as since, claim::text as claim, counted
            from whipcount.positions_as_of(${CHALLENGE}, ${question.on}::text::date, ${question.known}::text::timestamptz)
            order by who collate "C"`.execute(model.db)
          expect({ question, rows }).toEqual({ question, rows: standings(events, question) })
        }
      }),
      { numRuns: 60, seed: 20_241_023 },
    )
  })

  it('count each day as the daily figures do', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ events }) => {
        await model.empty()
        await model.apply(events)
        const daily = await model.queries.daily(CHALLENGE)
        for (const { day, ...figures } of daily) {
          const {
            against,
            wavering,
            for: backing,
            unknown,
            total,
          } = await model.queries.count(CHALLENGE, { on: day })
          expect({ day, against, wavering, for: backing, unknown, total }).toEqual({ day, ...figures })
        }
      }),
      { numRuns: 60, seed: 20_241_023 },
    )
  })
})
