import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Failure } from '@whipcount/events'
import type { Hono } from 'hono'

/** An api that listens. */
export interface Listening {
  readonly url: string
  close(): Promise<void>
}

/** Serves an app over HTTP. Throws `config-invalid` where the port is taken or may not be used. */
export async function listen(app: Hono, options: { host: string; port: number }): Promise<Listening> {
  const { host, port } = options
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(starting))
    starting.once('error', (cause: Error) =>
      reject(
        new Failure(
          'config-invalid',
          `Cannot listen on ${host}:${port}: ${cause.message}. Choose another port.`,
          { cause },
        ),
      ),
    )
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
