import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Failure } from '@whipcount/events'
import type { Metrics } from './metrics.ts'

/** Answers probes and scrapes: `/livez`, `/readyz` and `/metrics`; and, where a service has one, its own routes. */
export interface HealthServer {
  readonly url: string
  /** Takes no further request; resolves once those under way are answered. */
  drain(): Promise<void>
}

/** How often connections that clients keep open after an answer are closed, while the server drains. */
const SWEEP_MS = 50
/**
 * How long a connection without a request is kept: longer than proxies and clients keep theirs (a minute is usual), or one is closed just
 * as a request is on its way. Node's own five seconds cost a request in thousands.
 */
const KEPT_MS = 65_000

/**
 * Starts the health server.
 *
 * @param ready resolves to null when the service can work, else to the reason why not; it is asked at each probe.
 * @param alive the same for liveness: a reason here makes the platform restart the process.
 * @param routes answers every other path; null where the service has none (yet).
 */
export async function startHealthServer(options: {
  port: number
  host: string
  metrics: Metrics
  ready: () => Promise<string | null>
  alive: () => string | null
  routes?: () => RequestListener | null
}): Promise<HealthServer> {
  const { port, host, metrics, ready, alive, routes } = options
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: string, type = 'text/plain; charset=utf-8') =>
      response.writeHead(status, { 'content-type': type }).end(body)
    try {
      if (request.url === '/livez' || request.url === '/readyz') {
        const reason = request.url === '/livez' ? alive() : (alive() ?? (await ready()))
        answer(reason === null ? 200 : 503, reason ?? 'ok')
      } else if (request.url === '/metrics') {
        answer(200, await metrics.registry.metrics(), metrics.registry.contentType)
      } else {
        const own = routes?.()
        if (own) await own(request, response)
        else answer(routes ? 503 : 404, routes ? 'starting' : 'Here are /livez, /readyz and /metrics.')
      }
    } catch (error) {
      if (response.headersSent) response.destroy()
      else answer(503, (error as Error).message)
    }
  })
  server.keepAliveTimeout = KEPT_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new Failure(
          'config-invalid',
          `Cannot listen on ${host}:${port}: ${cause.message}. Choose another port.`,
          { cause },
        ),
      ),
    )
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    drain: () =>
      new Promise((resolve) => {
        const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
        server.close(() => {
          clearInterval(sweep)
          resolve()
        })
      }),
  }
}
