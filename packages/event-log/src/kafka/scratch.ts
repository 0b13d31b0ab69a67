import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findPart, kafkaContainer, startInDocker } from '@whipcount/real-parts'

/** A broker that tests share, and where it came from. */
export interface ScratchBroker {
  readonly brokers: readonly string[]
  readonly from: string
  /** Where it asks for TLS and a password, where that was asked for. */
  readonly secured?: {
    readonly brokers: string
    readonly caFile: string
    readonly username: string
    readonly password: string
  }
  /** Kills the broker and brings it back over the same logs; only where it is a process of ours. */
  readonly restart?: () => Promise<void>
  stop(): Promise<void>
}

/** Finds a broker for tests: the one given (`KAFKA_BROKERS`), else one in Docker, else one out of Maven's jars. */
export function scratchBroker(given: string | undefined): Promise<ScratchBroker> {
  return findPart<ScratchBroker>({
    part: 'Kafka',
    variable: 'KAFKA_BROKERS',
    given,
    use: async (address) => ({
      brokers: address.split(','),
      from: `KAFKA_BROKERS=${address}`,
      stop: async () => {},
    }),
    docker: async () => {
      const { address, from, stop } = await startInDocker(kafkaContainer)
      return { brokers: [address], from, stop }
    },
    local: [() => localBroker()],
  })
}

/** A broker that is a process of ours: tests of outages kill it. `infra` is imported by no code, so it is run as `npm run kafka` runs it. */
export async function localBroker(options: { secured?: boolean } = {}): Promise<ScratchBroker> {
  const main = join(import.meta.dirname, '..', '..', '..', '..', 'infra', 'kafka', 'main.ts')
  const args = [main, '--until-stdin-ends', ...(options.secured ? ['--secured'] : [])]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const lines = createInterface({ input: child.stdout })
  const line = await Promise.race([
    once(lines, 'line').then(([first]) => String(first)),
    once(child, 'exit').then(([code]) => {
      throw new Error(`Local jars: ended with code ${code}: ${said.join('\n')}`)
    }),
  ])
  const { brokers, secured } = JSON.parse(line) as { brokers: string } & Pick<ScratchBroker, 'secured'>
  return {
    brokers: [brokers],
    from: `local jars, ${brokers}`,
    ...(secured === undefined ? {} : { secured }),
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
