import type { Queries } from '@whipcount/read-store'
import { Hono } from 'hono'
import { askedDays } from '../asked-days.ts'

/** The meetings of the parliamentary party, each once however many articles tell of it. */
export const meetingsRoute = (queries: Queries): Hono =>
  new Hono().get('/challenges/:challenge/meetings', async (c) =>
    c.json(await queries.meetings(c.req.param('challenge'), askedDays(c.req.query()))),
  )
