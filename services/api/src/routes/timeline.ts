import type { Queries } from '@whipcount/read-store'
import { Hono } from 'hono'
import { askedDays } from '../asked-days.ts'

/** What happened when, with the claims behind each occurrence. */
export const timelineRoute = (queries: Queries): Hono =>
  new Hono().get('/challenges/:challenge/timeline', async (c) =>
    c.json(await queries.timeline(c.req.param('challenge'), askedDays(c.req.query()))),
  )
