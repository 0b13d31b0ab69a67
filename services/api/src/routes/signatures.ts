import type { Queries } from '@whipcount/read-store'
import { Hono } from 'hono'
import { askedDays } from '../asked-days.ts'

/** How many have signed, are calling, are willing or are involved: one envelope for each. */
export const signaturesRoute = (queries: Queries): Hono =>
  new Hono().get('/challenges/:challenge/signatures', async (c) =>
    c.json(await queries.signatures(c.req.param('challenge'), askedDays(c.req.query()))),
  )
