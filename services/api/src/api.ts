import { Failure } from '@whipcount/events'
import type { Queries } from '@whipcount/read-store'
import { Hono } from 'hono'
import { keptAnswers } from './kept-answers.ts'
import { challengesRoute } from './routes/challenges.ts'
import { claimsRoute } from './routes/claims.ts'
import { diffRoute } from './routes/diff.ts'
import { meetingsRoute } from './routes/meetings.ts'
import { positionsRoute } from './routes/positions.ts'
import { signaturesRoute } from './routes/signatures.ts'
import { timelineRoute } from './routes/timeline.ts'
import { whipCountRoute } from './routes/whip-count.ts'

/**
 * The read api: answers from the read models as JSON.
 * An unknown challenge or person is 404, a question that cannot be read 400; both say why and what to do.
 */
export function createApi(queries: Queries): Hono {
  const app = new Hono()
  app.use('/challenges/*', keptAnswers(queries))
  for (const route of [
    challengesRoute,
    positionsRoute,
    whipCountRoute,
    timelineRoute,
    signaturesRoute,
    meetingsRoute,
    claimsRoute,
    diffRoute,
  ]) {
    app.route('/', route(queries))
  }
  app.get('/', (c) =>
    c.json({
      service: 'whipcount',
      routes: app.routes
        .filter((route) => route.method === 'GET' && route.path !== '/')
        .map((route) => route.path),
    }),
  )
  app.notFound((c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      c.header('allow', 'GET, HEAD')
      return c.json({ error: 'usage', message: `The api only answers: GET ${c.req.path}.` }, 405)
    }
    return c.json({ error: 'not-found', message: `${c.req.path} is no route. GET / lists them.` }, 404)
  })
  app.onError((error, c) => {
    if (error instanceof Failure) {
      const status = error.code.endsWith('-unknown') ? 404 : error.code === 'usage' ? 400 : 503
      return c.json({ error: error.code, message: error.message }, status)
    }
    return c.json({ error: 'internal', message: error.message }, 500)
  })
  return app
}
