import type { Queries } from '@whipcount/read-store'
import type { MiddlewareHandler } from 'hono'

/** How many answers are kept, and how many bytes of them together. */
const MOST_ANSWERS = 1_000
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Keeps answers while the read models stand where they stood: whoever asks the same meanwhile gets what was answered, and whoever asks
 * at the same time waits for one answer. The place of the read models is asked for first, so an answer is never older than its question.
 * Refusals are not kept.
 */
export function keptAnswers(queries: Pick<Queries, 'place'>): MiddlewareHandler {
  const kept = new Map<string, Promise<ArrayBuffer>>()
  let standing = ''
  let bytes = 0
  return async (c, next) => {
    if (c.req.method !== 'GET') return next()
    const place = await queries.place()
    if (place !== standing) {
      standing = place
      bytes = 0
      kept.clear()
    }
    const { pathname, search } = new URL(c.req.url)
    const asked = `${pathname}${search}`
    const known = kept.get(asked)
    if (known !== undefined) {
      const answer = await known.catch(() => null)
      if (answer !== null) return c.body(answer, 200, { 'content-type': 'application/json' })
    }
    const { promise, resolve, reject } = Promise.withResolvers<ArrayBuffer>()
    promise.catch(() => {})
    kept.set(asked, promise)
    const forget = (): void => {
      if (kept.get(asked) === promise) kept.delete(asked)
    }
    await next()
    if (c.res.status !== 200) {
      forget()
      reject(new Error('not answered'))
      return
    }
    const answer = await c.res.clone().arrayBuffer()
    resolve(answer)
    if (kept.get(asked) !== promise) return
    bytes += answer.byteLength
    if (kept.size > MOST_ANSWERS || bytes > MOST_BYTES) {
      bytes = 0
      kept.clear()
    }
  }
}
