import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type ContainerPlan,
  explainContainer,
  kafkaContainer,
  postgresContainer,
  redisContainer,
} from './containers.ts'
import { startInDocker } from './docker.ts'

/** What a container is made with, as Docker hears it. */
interface Asked {
  readonly Image: string
  readonly Env: readonly string[]
  readonly Cmd?: readonly string[]
  readonly HostConfig: { readonly PortBindings: Readonly<Record<string, readonly { HostPort: string }[]>> }
}

/** A Docker that has every image, hears what container it is to make, and makes none. */
describe('a container, where Docker only listens', () => {
  let docker: Server
  const asked: Asked[] = []
  // Testcontainers looks for Docker once in a process.
  beforeAll(async () => {
    docker = createServer(async (request, response) => {
      const path = request.url!.replace(/^\/v[\d.]+/, '')
      const answer = (status: number, body: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      }
      if (path.startsWith('/containers/create')) {
        const parts: Buffer[] = []
        for await (const part of request) parts.push(part as Buffer)
        asked.push(JSON.parse(Buffer.concat(parts).toString()) as Asked)
        answer(500, { message: 'it only listens' })
      } else if (path.startsWith('/info'))
        answer(200, { OperatingSystem: 'none', OSType: 'linux', Architecture: 'x86_64' })
      else if (path.startsWith('/images/')) answer(200, { Id: 'sha256:0', Config: {} })
      else answer(200, path.startsWith('/containers/json') ? [] : {})
    }).listen(0, '127.0.0.1')
    await once(docker, 'listening')
    vi.stubEnv('DOCKER_HOST', `tcp://127.0.0.1:${(docker.address() as AddressInfo).port}`)
    vi.stubEnv('TESTCONTAINERS_RYUK_DISABLED', 'true')
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    docker.closeAllConnections()
    docker.close()
    await once(docker, 'close')
  })

  it.each([
    ['Kafka', kafkaContainer],
    ['Postgres', postgresContainer],
    ['Redis', redisContainer],
  ] as [string, ContainerPlan][])('is asked for as the plan of %s says', async (_, plan) => {
    asked.length = 0
    await expect(startInDocker(plan)).rejects.toThrow(/it only listens/)
    expect(asked).toHaveLength(1)
    const { Image, Env, Cmd, HostConfig } = asked[0]!
    expect(Image).toBe(plan.image)
    const bound = HostConfig.PortBindings[`${plan.port}/tcp`]!
    expect(Number(bound[0]!.HostPort)).toBeGreaterThan(1024)
    const environment = plan.environment(`127.0.0.1:${bound[0]!.HostPort}`)
    expect([...Env].sort()).toEqual(
      Object.entries(environment)
        .map(([name, value]) => `${name}=${value}`)
        .sort(),
    )
    expect(Cmd ?? []).toEqual(plan.command ?? [])
  })
})

describe('a dry start', () => {
  it('says the image, the settings and when it serves', () => {
    expect(explainContainer(postgresContainer)).toEqual([
      'image    postgres:17.6-bookworm',
      'port     5432, at a free one of the host',
      'env      POSTGRES_HOST_AUTH_METHOD=trust',
      'command  postgres -c fsync=off -c max_connections=200',
      'ready    at /database system is ready to accept connections/, the 2nd time',
    ])
    expect(explainContainer(kafkaContainer)).toContain(
      'env      KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://localhost:9092,HOST://HOST:PORT',
    )
  })
})
