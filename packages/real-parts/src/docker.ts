import { createServer } from 'node:net'
import type { ContainerPlan } from './containers.ts'

/** A container that runs. */
export interface StartedContainer {
  /** `host:port`, as this process reaches it. */
  readonly address: string
  /** What it is, for a person. */
  readonly from: string
  stop(): Promise<void>
}

const START_MS = 180_000

/** Starts a container and waits until it serves. It is removed with this process at the latest. Throws where there is no Docker. */
export async function startInDocker(plan: ContainerPlan): Promise<StartedContainer> {
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers')
  const client = await getContainerRuntimeClient().catch((error: Error) => {
    throw new Error(`Docker: ${error.message}`)
  })
  // Known before it starts, for a Kafka is told its address when it is made.
  const port = await freePort()
  const address = `${client.info.containerRuntime.host}:${port}`
  const container = new GenericContainer(plan.image)
    .withEnvironment({ ...plan.environment(address) })
    .withExposedPorts({ container: plan.port, host: port })
    .withWaitStrategy(Wait.forLogMessage(plan.ready.line, plan.ready.times))
    .withStartupTimeout(START_MS)
  if (plan.command !== undefined) container.withCommand([...plan.command])
  const started = await container.start()
  return {
    address,
    from: `Docker, ${plan.image} at ${address}`,
    stop: async () => void (await started.stop()),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, () => {
      const bound = server.address()
      server.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : 0))
    })
  })
}
