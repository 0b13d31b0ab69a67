import { setTimeout as pause } from 'node:timers/promises'
import type { Applier, Projections } from '@whipcount/read-store'
import { projectorName } from '@whipcount/read-store'
import { createProjector, type Projector, type ProjectorOptions } from './projector.ts'

export interface VersionsProjectorOptions extends Omit<ProjectorOptions, 'applier' | 'group'> {
  readonly projections: Projections
  readonly applierOf: (version: number) => Applier
  /** How often it looks for versions that were built or dropped, in milliseconds. Default 1000. */
  readonly intervalMs?: number
}

/** Keeps up every projection version that this build can: the one in use, one that waits for its turn, one to go back to. */
export interface VersionsProjector {
  /** The versions that it keeps up. */
  running(): readonly number[]
  /** Rejects with what broke it; never resolves. */
  readonly ended: Promise<never>
  stop(): Promise<void>
}

/** Starts a projector for each version that is built or in use, now and as versions come and go. */
export async function createVersionsProjector(options: VersionsProjectorOptions): Promise<VersionsProjector> {
  const { projections, applierOf, intervalMs = 1_000, logger } = options
  const running = new Map<number, Projector>()
  const stopping = new AbortController()
  let fail: (error: unknown) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    fail = reject
  })
  ended.catch(() => {})

  const follow = async (): Promise<void> => {
    const wanted = await projections.followed()
    for (const [version, projector] of running) {
      if (wanted.includes(version)) continue
      running.delete(version)
      await projector.stop()
      logger.info({ version }, 'no longer keeps up a version of the read models')
    }
    for (const version of wanted) {
      if (running.has(version)) continue
      const projector = await createProjector({
        ...options,
        applier: applierOf(version),
        group: projectorName(version),
      })
      running.set(version, projector)
      projector.ended.catch((error: unknown) => {
        // A version that was dropped under it is no loss.
        if (running.get(version) === projector) fail(error)
      })
      logger.info({ version }, 'keeps up a version of the read models')
    }
    if (wanted.length === 0)
      logger.warn('no version of the read models is of this build; nothing is projected')
  }

  await follow()
  const following = (async () => {
    while (!stopping.signal.aborted) {
      await pause(intervalMs, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      // An outage is told by the projectors themselves, and whether versions come or go can wait.
      await follow().catch((error: Error) => logger.warn(error.message))
    }
  })()

  return {
    running: () => [...running.keys()],
    ended,
    async stop() {
      stopping.abort()
      await following
      await Promise.all([...running.values()].map((projector) => projector.stop()))
    },
  }
}
