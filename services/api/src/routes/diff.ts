import { Failure, isDay } from '@whipcount/events'
import type { Queries } from '@whipcount/read-store'
import { Hono } from 'hono'
import { askedDays } from '../asked-days.ts'

/**
 * Who moved between the ends of two days (`from`, by default the first of the window, and `to`, by default now), on which sentence, as
 * `known` by then; with `learned=true` the days are those on which things became known.
 */
export const diffRoute = (queries: Queries): Hono =>
  new Hono().get('/challenges/:challenge/diff', async (c) => {
    const { from, to, learned, ...days } = c.req.query()
    for (const [name, day] of Object.entries({ from, to })) {
      if (day !== undefined && !isDay(day))
        throw new Failure('usage', `${name}=${JSON.stringify(day)} is no day. Write it as YYYY-MM-DD.`)
    }
    const { known } = askedDays(days)
    return c.json(
      await queries.between(c.req.param('challenge'), {
        from: from ?? null,
        to: to ?? null,
        known: known ?? null,
        learned: learned === 'true',
      }),
    )
  })
