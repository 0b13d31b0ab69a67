import type { Queries } from '@whipcount/read-store'
import { Hono } from 'hono'
import { askedDays } from '../asked-days.ts'

/** Members by position, on a day, as known on a day; and day by day. */
export const whipCountRoute = (queries: Queries): Hono =>
  new Hono()
    .get('/challenges/:challenge/whip-count', async (c) =>
      c.json(await queries.count(c.req.param('challenge'), askedDays(c.req.query()))),
    )
    .get('/challenges/:challenge/whip-count/daily', async (c) =>
      c.json(await queries.daily(c.req.param('challenge'), askedDays(c.req.query()))),
    )
