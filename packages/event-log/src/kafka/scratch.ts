import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A broker that tests share, and where it came from. */
export interface ScratchBroker {
  readonly brokers: readonly string[]
  readonly from: string
  /** Kills the broker and brings it back over the same logs; only where it is a process of ours. */
  readonly restart?: () => Promise<void>
  stop(): Promise<void>
}

/** The image that the Docker way starts: Kafka 4.1. */
const IMAGE = 'confluentinc/cp-kafka:8.1.0'

/**
 * Finds a broker for tests: the one given (`KAFKA_BROKERS`), else one in Docker, else one out of Maven's jars. Throws with all the
 * reasons where there is none.
 */
export async function scratchBroker(given: string | undefined): Promise<ScratchBroker> {
  if (given) return { brokers: given.split(','), from: `KAFKA_BROKERS=${given}`, stop: async () => {} }
  const reasons: string[] = []
  for (const start of [inDocker, localBroker]) {
    try {
      return await start()
    } catch (error) {
      reasons.push((error as Error).message)
    }
  }
  throw new Error(`No broker. ${reasons.join(' ')}`)
}

async function inDocker(): Promise<ScratchBroker> {
  const { getContainerRuntimeClient } = await import('testcontainers')
  try {
    await getContainerRuntimeClient()
  } catch (error) {
    throw new Error(`Docker: ${(error as Error).message}`)
  }
  const { KafkaContainer } = await import('@testcontainers/kafka')
  const container = await new KafkaContainer(IMAGE)
    .withKraft()
    .withEnvironment({
      KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS: '1000',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    })
    .start()
  return {
    brokers: [`${container.getHost()}:${container.getMappedPort(9093)}`],
    from: `Docker, ${IMAGE}`,
    stop: async () => void (await container.stop()),
  }
}

/** A broker that is a process of ours: tests of outages kill it. `infra` is imported by no code, so it is run as `npm run kafka` runs it. */
export async function localBroker(): Promise<ScratchBroker> {
  const main = join(import.meta.dirname, '..', '..', '..', '..', 'infra', 'kafka', 'main.ts')
  const child = spawn(process.execPath, [main, '--until-stdin-ends'], { stdio: ['pipe', 'pipe', 'pipe'] })
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const lines = createInterface({ input: child.stdout })
  const line = await Promise.race([
    once(lines, 'line').then(([first]) => String(first)),
    once(child, 'exit').then(([code]) => {
      throw new Error(`Local jars: ended with code ${code}: ${said.join('\n')}`)
    }),
  ])
  const { brokers } = JSON.parse(line) as { brokers: string }
  return {
    brokers: [brokers],
    from: `local jars, ${brokers}`,
    async restart() {
      const restarted = once(lines, 'line')
      child.kill('SIGUSR2')
      await restarted
    },
    async stop() {
      if (child.exitCode !== null) return
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}
