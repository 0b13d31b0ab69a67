import type { Failure } from '@whipcount/events'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ChatOptions, createChatEndpoint } from './chat.ts'
import { type ScriptedServer, says, startScriptedServer, status } from './scripted-server.ts'

const question = { told: 'Code it.', asked: 'Text: …', schema: { type: 'object' }, about: 'article a1' }
const usable = (content: string) => void JSON.parse(content)

let server: ScriptedServer
let pauses: number[] = []
let clock = 0
beforeAll(async () => {
  server = await startScriptedServer()
})
afterAll(() => server.close())
beforeEach(() => {
  pauses = []
  clock = 0
})

/** An endpoint whose pauses take no time; chance is always 1, so each pause is the longest that it may be. */
const endpoint = (over: Partial<ChatOptions> = {}) =>
  createChatEndpoint({
    url: server.url,
    model: 'a-model',
    key: 'sk-secret',
    timeoutMs: 20_000,
    tries: 3,
    concurrency: 4,
    now: () => clock,
    random: () => 1,
    pause: async (ms) => {
      pauses.push(ms)
      clock += ms
    },
    ...over,
  })

const failureOf = async (asking: Promise<unknown>): Promise<Failure> => {
  const failure: Failure = await asking.then(
    () => expect.unreachable('it was answered'),
    (error: Failure) => error,
  )
  expect(failure.fate).toBe('deadLetter')
  expect(failure.message).not.toContain('sk-secret')
  return failure
}
const address = () => `${server.url}/chat/completions on article a1`
const later = 'What the rules found counts meanwhile; redrive once the endpoint answers.'
const right = 'What the rules found counts meanwhile; set WHIPCOUNT_MODEL_* right, then redrive.'
const other = 'What the rules found counts meanwhile; use a model that keeps to a JSON schema, then redrive.'

describe('a chat endpoint', () => {
  it('is asked once, with the key, the messages and the schema', async () => {
    server.play(says({ claims: [] }))
    const answer = await endpoint().ask(question, usable)
    expect(answer).toEqual({ content: '{"claims":[]}', tokens: { asked: 7, answered: 3 } })
    expect(server.seen).toMatchObject([
      {
        url: '/v1/chat/completions',
        authorization: 'Bearer sk-secret',
        body: {
          model: 'a-model',
          temperature: 0,
          messages: [
            { role: 'system', content: 'Code it.' },
            { role: 'user', content: 'Text: …' },
          ],
          response_format: { type: 'json_schema', json_schema: { strict: true, schema: { type: 'object' } } },
        },
      },
    ])
  })

  it('is sent no key where there is none', async () => {
    server.play(says('{}'))
    await endpoint({ key: null, url: `${server.url}/` }).ask(question, usable)
    expect(server.seen).toMatchObject([{ url: '/v1/chat/completions', authorization: undefined }])
  })

  it('that is slow is given up on after its time, as often as the tries allow, with longer pauses', async () => {
    server.play(() => {})
    const failure = await failureOf(endpoint({ timeoutMs: 50 }).ask(question, usable))
    expect(failure).toMatchObject({
      code: 'model-unreachable',
      message: `${address()}: no answer within 50 ms (asked 3 times). ${later}`,
    })
    expect(server.seen).toHaveLength(3)
    expect(pauses).toEqual([1_000, 2_000])
  })

  it('that sends its headers and then nothing is slow all the same', async () => {
    server.play((response) => void response.writeHead(200).write('{"choices"'))
    const failure = await failureOf(endpoint({ timeoutMs: 100, tries: 1 }).ask(question, usable))
    expect(failure.message).toBe(`${address()}: no answer within 100 ms. ${later}`)
  })

  it('that cuts the connection is asked again, and its answer taken', async () => {
    server.play((response) => void response.destroy(), says('{}'))
    expect((await endpoint().ask(question, usable)).content).toBe('{}')
    server.play((response) => void response.destroy())
    const failure = await failureOf(endpoint().ask(question, usable))
    expect(failure).toMatchObject({ code: 'model-unreachable' })
    expect(failure.message).toBe(`${address()}: UND_ERR_SOCKET (asked 3 times). ${later}`)
  })

  it('that breaks off in the midst of its answer is asked again', async () => {
    server.play((response) => {
      response.writeHead(200, { 'content-length': '500' }).write('{"choices":[')
      setTimeout(() => response.destroy(), 20)
    })
    const failure = await failureOf(endpoint({ tries: 2 }).ask(question, usable))
    expect(failure).toMatchObject({ code: 'model-unreachable' })
    expect(failure.message).toMatch(/on article a1: \S.* \(asked 2 times\)\. What the rules found/)
    expect(server.seen).toHaveLength(2)
  })

  it('that is not there is said to be so', async () => {
    const failure = await failureOf(
      endpoint({ url: 'http://127.0.0.1:1/v1', tries: 1 }).ask(question, usable),
    )
    expect(failure).toMatchObject({
      code: 'model-unreachable',
      message: `http://127.0.0.1:1/v1/chat/completions on article a1: bad port. ${later}`,
    })
  })

  it('that is busy is asked again when it says, by every question', async () => {
    server.play(status(429, { 'retry-after': '7' }), says('{}'))
    const chat = endpoint()
    await chat.ask(question, usable)
    expect(pauses).toEqual([1_000, 6_000])
    server.play(status(429, { 'retry-after': new Date(Date.now() + 50_000).toUTCString() }), says('{}'))
    pauses = []
    await chat.ask(question, usable)
    expect(pauses[1]).toBeGreaterThan(40_000)
  })

  it('that wants more patience than there is, is not waited for', async () => {
    server.play(status(429, { 'retry-after': '3600' }))
    const failure = await failureOf(endpoint().ask(question, usable))
    expect(failure).toMatchObject({
      code: 'model-unreachable',
      message: `${address()}: HTTP 429 Too Many Requests, and wants to be left alone for 3600 s. ${later}`,
    })
    expect(pauses).toEqual([])
  })

  it('that fails is asked again, and said to have failed when the tries are over', async () => {
    server.play(status(500), status(503), says('{}'))
    expect((await endpoint().ask(question, usable)).content).toBe('{}')
    server.play(status(500))
    const failure = await failureOf(endpoint().ask(question, usable))
    expect(failure.message).toBe(`${address()}: HTTP 500 Internal Server Error (asked 3 times). ${later}`)
  })

  it('that did not answer is left alone for a while: what comes meanwhile fails at once', async () => {
    server.play(status(500))
    const chat = endpoint()
    await failureOf(chat.ask(question, usable))
    const failure = await failureOf(chat.ask(question, usable))
    expect(failure.message).toBe(
      `${address()}: it did not answer a moment ago, and is left alone for a while. ${later}`,
    )
    expect(server.seen).toHaveLength(3)
    clock += 31_000
    server.play(says('{}'))
    expect((await chat.ask(question, usable)).content).toBe('{}')
  })

  it.each([
    [401, 'HTTP 401 Unauthorized'],
    [404, 'HTTP 404 Not Found'],
    [400, 'HTTP 400 Bad Request'],
    [302, 'HTTP 302 Found'],
  ])('that refuses with %i is not asked again', async (code, said) => {
    server.play(status(code, { location: 'http://127.0.0.1:1/' }))
    const failure = await failureOf(endpoint().ask(question, usable))
    expect(failure).toMatchObject({ code: 'model-refused', message: `${address()}: ${said}. ${right}` })
    expect(server.seen).toHaveLength(1)
  })

  it.each<[string, ReturnType<typeof says>, RegExp, number]>([
    [
      'what is not JSON',
      (r) => void r.end('<html>'),
      /what it sent is no chat completion: Unexpected token.* \(asked 3 times\)/,
      3,
    ],
    [
      'JSON that is no completion',
      (r) => void r.end('{"choices":[]}'),
      /what it sent is no chat completion: .*choices/,
      3,
    ],
    [
      'an answer that is not JSON',
      says('Sure! Here are the claims'),
      /its answer cannot be used: Unexpected token.* \(asked 3 times\)/,
      3,
    ],
    [
      'no answer',
      says('', { message: { content: null } }),
      /its answer cannot be used: Unexpected end of JSON input/,
      3,
    ],
    [
      'a refusal',
      says('', { message: { content: null, refusal: 'I cannot.' } }),
      /the model will not answer: "I cannot\."\./,
      1,
    ],
    [
      'an answer cut off',
      says('{"claims":[', { finish_reason: 'length' }),
      /its answer was cut off \(length\)\./,
      1,
    ],
    ['a huge answer', says('x'.repeat(600_000)), /its answer is longer than 524288 bytes\./, 1],
  ])('that sends %s is said to have', async (_, turn, message, times) => {
    server.play(turn)
    const failure = await failureOf(endpoint().ask(question, usable))
    expect(failure.code).toBe('model-answer-invalid')
    expect(failure.message).toMatch(message)
    expect(failure.message.endsWith(other)).toBe(true)
    expect(server.seen).toHaveLength(times)
  })

  it('is asked no more questions at a time than it may be', async () => {
    const slowly = (
      response: Parameters<ReturnType<typeof says>>[0],
      request: Parameters<ReturnType<typeof says>>[1],
    ) => void setTimeout(() => says('{}')(response, request), 30)
    const own = await startScriptedServer()
    try {
      own.play(slowly)
      const chat = endpoint({ url: own.url, concurrency: 2 })
      await Promise.all(Array.from({ length: 7 }, () => chat.ask(question, usable)))
      expect(own.seen).toHaveLength(7)
      expect(own.most).toBe(2)
    } finally {
      await own.close()
    }
  })

  it('is let go of when whoever asks is stopped', async () => {
    server.play(() => {})
    const stopping = new AbortController()
    const asking = endpoint().ask(question, usable, stopping.signal)
    stopping.abort()
    await expect(asking).rejects.toMatchObject({ code: 'model-unreachable', fate: 'retry' })
  })
})
