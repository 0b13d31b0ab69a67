import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as the server saw it. */
export interface Seen {
  readonly url: string
  readonly authorization: string | undefined
  readonly body: { readonly model: string; readonly messages: readonly { content: string }[] } & Record<
    string,
    unknown
  >
}

/** What the server does with one request. */
export type Turn = (response: ServerResponse, request: IncomingMessage) => void

/** A chat endpoint of our own that does as it is told, turn by turn; the last turn is repeated. For tests. */
export interface ScriptedServer {
  readonly url: string
  readonly seen: readonly Seen[]
  /** Most requests that were open at one time. */
  readonly most: number
  play(...turns: Turn[]): void
  close(): Promise<void>
}

/** A chat completion with this content. */
export const says =
  (content: unknown, over: Record<string, unknown> = {}): Turn =>
  (response) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    const body = {
      choices: [{ message: { content: text }, finish_reason: 'stop', ...over }],
      usage: { prompt_tokens: 7, completion_tokens: 3 },
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
  }

/** A status, and what goes with it. */
export const status =
  (code: number, headers: Record<string, string> = {}): Turn =>
  (response) =>
    response.writeHead(code, headers).end('{"error":{"message":"no"}}')

export async function startScriptedServer(): Promise<ScriptedServer> {
  const seen: Seen[] = []
  let turns: Turn[] = []
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    most = Math.max(most, ++open)
    response.on('close', () => open--)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { authorization } = request.headers
      seen.push({ url: request.url!, authorization, body: JSON.parse(Buffer.concat(chunks).toString()) })
      const turn = turns.length > 1 ? turns.shift()! : turns[0]!
      turn(response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    seen,
    get most() {
      return most
    },
    play(...next) {
      turns = next
      seen.length = 0
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
