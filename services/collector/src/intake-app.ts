import { isPassing } from '@whipcount/event-log'
import { Failure } from '@whipcount/events'
import { Hono } from 'hono'
import type { Collector } from './collector.ts'
import { articlesRoute } from './routes/articles.ts'

const RETRY_AFTER_SECONDS = '5'

/** The collector's own routes. */
export function createIntakeApp(collector: Collector): Hono {
  const app = new Hono()
  app.route('/', articlesRoute(collector))
  app.notFound((c) =>
    c.json(
      { error: 'not-found', message: `${c.req.method} ${c.req.path} is no route. POST /articles is.` },
      404,
    ),
  )
  app.onError((error, c) => {
    const failure = error instanceof Failure ? error : null
    const code = failure?.code ?? (isPassing(error) ? 'database-unreachable' : 'internal')
    const passes = failure?.fate === 'retry' || code === 'database-unreachable'
    if (passes) c.header('retry-after', RETRY_AFTER_SECONDS)
    return c.json({ error: code, message: error.message }, passes ? 503 : 500)
  })
  return app
}
