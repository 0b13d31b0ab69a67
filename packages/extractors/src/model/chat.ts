import { setTimeout as pauseFor } from 'node:timers/promises'
import { Failure, type FailureCode } from '@whipcount/events'
import { Schema } from 'effect'
import { createGate } from './gate.ts'

/** What a chat endpoint answered. */
export interface ChatAnswer {
  readonly content: string
  readonly tokens: { readonly asked: number; readonly answered: number } | null
}

/** A chat endpoint as OpenAI defines it, and as most servers of models speak it: `POST {url}/chat/completions`. */
export interface ChatEndpoint {
  readonly model: string
  /** What of the settings can change an answer. */
  readonly settings: Readonly<Record<string, unknown>>
  /**
   * Asks, and asks again a bounded number of times where that may help. Resolves to the first answer that `usable` takes; what it throws
   * is why an answer is not.
   *
   * Throws, with fate `deadLetter`: `model-unreachable` where no answer came, `model-refused` where the endpoint will not answer this
   * question, `model-answer-invalid` where no answer was usable. With fate `retry` where `signal` is aborted.
   */
  ask(question: ChatQuestion, usable: (content: string) => void, signal?: AbortSignal): Promise<ChatAnswer>
}

export interface ChatQuestion {
  readonly told: string
  readonly asked: string
  /** The JSON Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>
  /** What it is about, for messages. */
  readonly about: string
}

export interface ChatOptions {
  /** The base: `https://host/v1`. */
  readonly url: string
  readonly model: string
  readonly key: string | null
  /** For one request, its body too. */
  readonly timeoutMs: number
  /** Requests for one question, the first too. */
  readonly tries: number
  /** Requests at one time. */
  readonly concurrency: number
  /** The clock and chance, for tests. */
  readonly now?: () => number
  readonly pause?: (ms: number, signal?: AbortSignal) => Promise<void>
  readonly random?: () => number
}

/** An answer about one article is a few thousand characters; the log takes no record above 1 MiB. */
const LONGEST_BODY_BYTES = 512 * 1024
/** Pauses before another try: at random up to so much, doubled each time. Source: AWS, "Exponential backoff and jitter" (full jitter). */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 20_000
/** An endpoint that asks for more patience than this is not waited for. */
const LONGEST_PATIENCE_MS = 60_000
/** An endpoint that did not answer at all is left alone for so long: what comes meanwhile fails at once. */
const REST_MS = 30_000

const decodeBody = Schema.decodeUnknownSync(
  Schema.Struct({
    choices: Schema.NonEmptyArray(
      Schema.Struct({
        message: Schema.Struct({
          content: Schema.optionalKey(Schema.NullOr(Schema.String)),
          refusal: Schema.optionalKey(Schema.NullOr(Schema.String)),
        }),
        finish_reason: Schema.optionalKey(Schema.NullOr(Schema.String)),
      }),
    ),
    usage: Schema.optionalKey(
      Schema.NullOr(Schema.Struct({ prompt_tokens: Schema.Int, completion_tokens: Schema.Int })),
    ),
  }),
)

/** Why one request did not come to a usable answer. */
class Unanswered extends Error {
  readonly code: Extract<FailureCode, `model-${string}`>
  /** Whether another try may help, and after how long at the earliest; null where it may not. */
  readonly afterMs: number | null

  constructor(
    code: Unanswered['code'],
    message: string,
    options: { afterMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.code = code
    this.afterMs = options.afterMs === undefined ? 0 : options.afterMs
  }
}

/** Opens a chat endpoint. Nothing is asked before the first question. */
export function createChatEndpoint(options: ChatOptions): ChatEndpoint {
  const { model, key, timeoutMs, tries, concurrency } = options
  const { now = () => performance.now(), random = Math.random } = options
  const { pause = (ms, signal) => pauseFor(ms, undefined, signal ? { signal } : {}) } = options
  const address = `${options.url.replace(/\/+$/, '')}/chat/completions`
  const settings = { temperature: 0 }
  const gate = createGate(concurrency)
  /** Every request waits until then: a server that is too busy for one is too busy for the others. */
  let notBefore = 0
  let restUntil = 0

  async function request({ told, asked, schema }: ChatQuestion, signal?: AbortSignal): Promise<ChatAnswer> {
    const late = AbortSignal.timeout(timeoutMs)
    let response: Response
    let body: string
    try {
      response = await fetch(address, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({
          model,
          ...settings,
          messages: [
            { role: 'system', content: told },
            { role: 'user', content: asked },
          ],
          response_format: { type: 'json_schema', json_schema: { name: 'claims', strict: true, schema } },
        }),
        signal: signal ? AbortSignal.any([late, signal]) : late,
      })
      body = await bodyOf(response)
    } catch (error) {
      if (error instanceof Unanswered) throw error
      signal?.throwIfAborted()
      throw new Unanswered(
        'model-unreachable',
        late.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error),
        {
          cause: error,
        },
      )
    }
    if (response.status !== 200) throw refusal(response)
    return answerOf(body)
  }

  return {
    model,
    settings,
    ask: (question, usable, signal) =>
      gate(async () => {
        if (now() < restUntil) {
          throw failureOf(
            question,
            new Unanswered(
              'model-unreachable',
              'it did not answer a moment ago, and is left alone for a while',
            ),
            0,
          )
        }
        for (let n = 1; ; n++) {
          try {
            if (now() < notBefore) await pause(notBefore - now(), signal)
            const answer = await request(question, signal)
            try {
              usable(answer.content)
            } catch (cause) {
              throw new Unanswered('model-answer-invalid', `its answer cannot be used: ${oneLine(cause)}`, {
                cause,
              })
            }
            return answer
          } catch (error) {
            if (signal?.aborted) throw stopped(question, signal.reason)
            if (!(error instanceof Unanswered)) throw error
            if (error.afterMs === null || n >= tries) {
              if (error.code === 'model-unreachable') restUntil = now() + REST_MS
              throw failureOf(question, error, n)
            }
            const jitter = random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** n)
            if (error.afterMs > 0) notBefore = Math.max(notBefore, now() + error.afterMs)
            await pause(jitter, signal).catch(() => {})
          }
        }
      }),
  }

  function failureOf({ about }: ChatQuestion, { code, message, cause }: Unanswered, n: number): Failure {
    const times = n > 1 ? ` (asked ${n} times)` : ''
    return new Failure(code, `${address} on ${about}: ${message}${times}. ${advice[code]}`, {
      fate: 'deadLetter',
      cause,
    })
  }
  function stopped({ about }: ChatQuestion, cause: unknown): Failure {
    return new Failure('model-unreachable', `${address} on ${about}: stopped before it answered.`, {
      fate: 'retry',
      cause,
    })
  }
}

const advice: Readonly<Record<Unanswered['code'], string>> = {
  'model-unreachable': 'What the rules found counts meanwhile; redrive once the endpoint answers.',
  'model-refused': 'What the rules found counts meanwhile; set WHIPCOUNT_MODEL_* right, then redrive.',
  'model-answer-invalid':
    'What the rules found counts meanwhile; use a model that keeps to a JSON schema, then redrive.',
}

async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > LONGEST_BODY_BYTES) {
      throw new Unanswered('model-answer-invalid', `its answer is longer than ${LONGEST_BODY_BYTES} bytes`, {
        afterMs: null,
      })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** What a status other than 200 means. Those that pass: RFC 9110, 15.5.9 and 15.6; RFC 6585, 4; RFC 8470, 5.2. */
function refusal(response: Response): Unanswered {
  const { status, statusText } = response
  const said = `HTTP ${status}${statusText ? ` ${statusText}` : ''}`
  if (status < 500 && ![408, 409, 425, 429].includes(status)) {
    return new Unanswered('model-refused', said, { afterMs: null })
  }
  const afterMs = waitOf(response.headers.get('retry-after'))
  if (afterMs <= LONGEST_PATIENCE_MS) return new Unanswered('model-unreachable', said, { afterMs })
  const seconds = Math.ceil(afterMs / 1_000)
  return new Unanswered('model-unreachable', `${said}, and wants to be left alone for ${seconds} s`, {
    afterMs: null,
  })
}

/** Retry-After in milliseconds: seconds or a date (RFC 9110, 10.2.3); 0 where it says nothing. */
function waitOf(retryAfter: string | null): number {
  if (retryAfter === null) return 0
  const ms = /^\d+$/.test(retryAfter.trim())
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - Date.now()
  return Number.isFinite(ms) && ms > 0 ? ms : 0
}

function answerOf(body: string): ChatAnswer {
  let decoded: ReturnType<typeof decodeBody>
  try {
    decoded = decodeBody(JSON.parse(body))
  } catch (cause) {
    throw new Unanswered('model-answer-invalid', `what it sent is no chat completion: ${oneLine(cause)}`, {
      cause,
    })
  }
  const { message, finish_reason: end } = decoded.choices[0]
  if (message.refusal) {
    const why = JSON.stringify(message.refusal.slice(0, 80))
    throw new Unanswered('model-answer-invalid', `the model will not answer: ${why}`, { afterMs: null })
  }
  if (end === 'length' || end === 'content_filter') {
    throw new Unanswered('model-answer-invalid', `its answer was cut off (${end})`, { afterMs: null })
  }
  const { usage } = decoded
  return {
    content: message.content ?? '',
    tokens: usage ? { asked: usage.prompt_tokens, answered: usage.completion_tokens } : null,
  }
}

/** What went wrong below HTTP: the cause says it, "fetch failed" does not. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error
  const below = cause as { code?: string; message?: string } | undefined
  return below?.code ?? below?.message ?? message
}

const oneLine = (error: unknown): string => (error as Error).message.replace(/\s*\n\s*/g, ' ').slice(0, 300)
