import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { type OwnPostgres, ownPostgres } from '@whipcount/event-log/own-postgres'
import { localBroker, type ScratchBroker } from '@whipcount/event-log/scratch-kafka'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Cluster, openCluster } from './cluster.ts'
import { until } from './load.ts'
import { reap } from './reaper.ts'
import { type ServiceName, startService } from './service.ts'

const all: readonly ServiceName[] = ['collector', 'normalizer', 'projector', 'api']
const onLog: readonly ServiceName[] = ['collector', 'normalizer', 'projector']
const LIMIT_MS = 15_000

describe('a service whose configuration is wrong', () => {
  let cluster: Cluster
  let newer: Cluster
  let postgres: OwnPostgres
  let guarded: ScratchBroker
  let silent: Server
  let silentPort: number
  let redis: ChildProcess
  let redisPort: number

  beforeAll(async () => {
    postgres = await ownPostgres()
    guarded = await localBroker({ secured: true })
    const options = { server: inject('server'), brokers: inject('brokers'), partitions: 4 }
    cluster = await openCluster(options)
    newer = await openCluster(options)
    await sql`insert into whipcount_control.version values (1000)`.execute(newer.db)
    // It takes connections and never says anything.
    silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    silentPort = portOf(silent)
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    redisPort = portOf(free)
    await new Promise((resolve) => free.close(resolve))
    redis = spawn('redis-server', ['--port', `${redisPort}`, '--save', '', '--requirepass', 'right'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    reap(redis)
    let said = ''
    redis.stdout!.on('data', (chunk: Buffer) => {
      said += chunk
    })
    await until('redis-server', () => said.includes('Ready to accept'))
  })
  afterAll(async () => {
    redis.kill('SIGKILL')
    silent.close()
    await newer.close()
    await cluster.close()
    await postgres.stop()
    await guarded.stop()
  })

  const wrong: readonly [string, readonly ServiceName[], () => Record<string, string>, RegExp][] = [
    [
      'an unknown variable',
      all,
      () => ({ WHIPCOUNT_PARTITION: '12' }),
      /^config-invalid: .*WHIPCOUNT_PARTITION is not a known variable/,
    ],
    [
      'a broker that nobody runs',
      onLog,
      () => ({ KAFKA_BROKERS: '127.0.0.1:1' }),
      /^log-unreachable: Kafka at 127\.0\.0\.1:1 does not answer within \d+ ms: .*ECONNREFUSED/,
    ],
    [
      'a broker that never answers',
      onLog,
      () => ({ KAFKA_BROKERS: `127.0.0.1:${silentPort}` }),
      /^log-unreachable: Kafka at 127\.0\.0\.1:\d+ does not answer within \d+ ms: /,
    ],
    [
      'a database that never answers',
      all,
      () => ({ DATABASE_URL: `postgres://whipcount@127.0.0.1:${silentPort}/whipcount` }),
      /^database-unreachable: postgres:\/\/whipcount@127\.0\.0\.1:\d+\/whipcount: .*timeout/,
    ],
    [
      'a wrong password of the database',
      all,
      () => ({ DATABASE_URL: postgres.guardedUrl.replace(':right@', ':wrong@') }),
      /^database-unreachable: postgres:\/\/guarded@.*password authentication failed/,
    ],
    [
      'a wrong password of Kafka',
      onLog,
      () => ({
        KAFKA_BROKERS: guarded.secured!.brokers,
        KAFKA_TLS: 'true',
        KAFKA_TLS_CA_FILE: guarded.secured!.caFile,
        KAFKA_SASL_MECHANISM: 'scram-sha-256',
        KAFKA_SASL_USERNAME: guarded.secured!.username,
        KAFKA_SASL_PASSWORD: 'wrong',
      }),
      /^config-invalid: .*Kafka refuses: /,
    ],
    [
      'a wrong password of Redis',
      ['collector'],
      () => ({ REDIS_URL: `redis://:wrong@127.0.0.1:${redisPort}` }),
      /^config-invalid: Opening redis:.*WRONGPASS/,
    ],
    [
      'a topic with too few partitions',
      onLog,
      () => ({ WHIPCOUNT_PARTITIONS: '12' }),
      /^topic-mismatch: Kafka's topic \S+\.(articles|events) has 4 partitions, not 12/,
    ],
    [
      'a database of a newer version',
      all,
      () => ({ DATABASE_URL: newer.environment['DATABASE_URL']! }),
      /^database-newer: The read store has version 1000; this build knows \d+\./,
    ],
  ]

  it.concurrent.each(wrong)(
    'does not start with %s, and says so in one line',
    async (_, services, change, line) => {
      const { WHIPCOUNT_LOG_LEVEL: _level, ...environment } = cluster.environment
      const ended = await Promise.all(
        services.map(async (name) => {
          const began = performance.now()
          const service = startService(name, { ...environment, ...change() })
          const exit = await service.exited
          return { name, ...exit, inTime: performance.now() - began < LIMIT_MS, said: service.stderr() }
        }),
      )
      for (const { said, ...how } of ended) {
        expect(how).toEqual({ name: how.name, code: 1, signal: null, inTime: true })
        expect(said).toMatch(line)
        expect(said.trimEnd().split('\n')).toHaveLength(1)
        expect(said).not.toContain('wrong')
      }
    },
  )
})

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
