import type { Queries } from '@whipcount/read-store'
import { Hono } from 'hono'

/** The declared challenges. */
export const challengesRoute = (queries: Queries): Hono =>
  new Hono().get('/challenges', async (c) => c.json(await queries.challenges()))
