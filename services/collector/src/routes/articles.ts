import { Failure } from '@whipcount/events'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Collector, Outcome } from '../collector.ts'
import { readLines, type SourceItem } from '../sources/files.ts'
import { LONGEST_TEXT_BYTES, type SubmissionDefaults, submissionFromJson } from '../submission.ts'

/** One article in JSON: its text, escaped in the worst way, and what belongs to it. */
const LONGEST_BODY_BYTES = 6 * LONGEST_TEXT_BYTES + 64 * 1024
/** Articles handed to the collector at once. */
const GROUP = 200

const noDefaults: SubmissionDefaults = { outlet: null, published: null, captured: null }

/**
 * `POST /articles`: one article as `application/json`, or any number as `application/x-ndjson`, in the form of `ingest`'s JSON
 * lines. 202 once the log has them; sending the same again changes nothing. 422 where every one is refused, with the reasons; 503
 * where the log or the database does not answer: what was sent may be sent again whole.
 */
export function articlesRoute(collector: Collector): Hono {
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: LONGEST_BODY_BYTES,
    onError: (c) =>
      c.json(
        { error: 'article-too-long', message: `One article has at most ${LONGEST_BODY_BYTES} bytes.` },
        413,
      ),
  })
  app.post('/articles', async (c, next) =>
    kindOf(c.req.header('content-type')) === 'one' ? limit(c, next) : next(),
  )
  app.post('/articles', async (c) => {
    const kind = kindOf(c.req.header('content-type'))
    if (kind === null) {
      const message = 'Send one article as application/json, or many as application/x-ndjson.'
      return c.json({ error: 'usage', message }, 415)
    }
    const parent = c.req.header('traceparent')
    if (kind === 'one') {
      const [outcome] = await collector.collect([oneItem(await c.req.text())], parent)
      return c.json(answerOf(outcome!), outcome!.kind === 'set-aside' ? 422 : 202)
    }
    const answers: Answer[] = []
    let group: SourceItem[] = []
    const flush = async (): Promise<void> => {
      answers.push(...(await collector.collect(group, parent)).map(answerOf))
      group = []
    }
    for await (const item of readLines(chunksOf(c.req.raw.body), 'line', 'http', noDefaults)) {
      group.push(item)
      if (group.length >= GROUP) await flush()
    }
    if (group.length > 0) await flush()
    const count = (status: Answer['status']): number => answers.filter((one) => one.status === status).length
    const [collected, known, refused] = [count('collected'), count('known'), count('refused')]
    const status = refused > 0 && refused === answers.length ? 422 : 202
    return c.json({ collected, known, refused, articles: answers }, status)
  })
  return app
}

type Answer =
  | { readonly status: 'collected' | 'known'; readonly article: string; readonly revision: string }
  | { readonly status: 'refused'; readonly where: string; readonly error: string; readonly message: string }

function answerOf(outcome: Outcome): Answer {
  if (outcome.kind === 'set-aside') {
    const { where, failure } = outcome
    return { status: 'refused', where, error: failure.code, message: failure.message }
  }
  return { status: outcome.kind, article: outcome.article, revision: outcome.revision }
}

function kindOf(contentType: string | undefined): 'one' | 'many' | null {
  const type = contentType?.replace(/;.*/, '').trim().toLowerCase()
  if (type === 'application/json') return 'one'
  return type === 'application/x-ndjson' || type === 'application/jsonl' ? 'many' : null
}

function oneItem(body: string): SourceItem {
  try {
    return { submission: submissionFromJson(body, 'body', 'http', noDefaults) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { rejected: error, where: 'body', payload: body.slice(0, LONGEST_TEXT_BYTES) }
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Buffer> {
  if (body === null) return
  for await (const chunk of body) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}
