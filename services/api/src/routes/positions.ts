import type { Queries } from '@whipcount/read-store'
import { Hono } from 'hono'
import { askedDays } from '../asked-days.ts'

/** Who stands where, each with the claim that decides it; and everything about one person. */
export const positionsRoute = (queries: Queries): Hono =>
  new Hono()
    .get('/challenges/:challenge/positions', async (c) =>
      c.json(await queries.positions(c.req.param('challenge'), askedDays(c.req.query()))),
    )
    .get('/challenges/:challenge/people/:name', async (c) =>
      c.json(await queries.person(c.req.param('challenge'), c.req.param('name'), askedDays(c.req.query()))),
    )
