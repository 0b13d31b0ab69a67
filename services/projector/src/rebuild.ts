import { setTimeout as pause } from 'node:timers/promises'
import { projectorName } from '@whipcount/read-store'
import { createProjector, recordsBehind } from './projector.ts'
import type { VersionsProjectorOptions } from './versions.ts'

const LOOK_EVERY_MS = 50

/** What a rebuild did. */
export interface Rebuilt {
  readonly version: number
  /** `resumed`: a building that had been cut short; `standing`: a version that was built already, brought up to the end of the log. */
  readonly outcome: 'begun' | 'resumed' | 'standing'
  readonly records: number
}

/**
 * Builds the next version of the read models by replay, from the first record to the end of the log, while the one in use goes on
 * answering. Cut short at any moment, it goes on where it stood when it is called again.
 */
export async function rebuild(
  options: Omit<VersionsProjectorOptions, 'intervalMs'> & {
    readonly progress?: (done: number, total: number) => void
  },
): Promise<Rebuilt> {
  const { log, projections, applierOf, progress } = options
  const { version, outcome } = await projections.begin()
  const applier = applierOf(version)
  let total = await recordsBehind(log, applier)
  const projector = await createProjector({
    ...options,
    applier,
    group: projectorName(version),
    settles: false,
  })
  try {
    const fill = async (): Promise<void> => {
      for (;;) {
        const behind = await projector.behind()
        total = Math.max(total, behind)
        progress?.(total - behind, total)
        if (behind === 0) return
        await pause(LOOK_EVERY_MS)
      }
    }
    await Promise.race([fill(), projector.ended])
  } finally {
    await projector.stop()
  }
  await projections.built(version)
  return { version, outcome, records: total }
}
