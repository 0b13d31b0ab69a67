import type { Applier } from '@whipcount/read-store'
import type { Logger } from '@whipcount/service-kit'

/** How long what was applied may wait to be worked out: answers look it up meanwhile, in some milliseconds for some articles. */
const EVERY_MS = 250
/** Records applied after which it is worked out though the projector is behind: or answers would become slower and slower. */
const MOST = 100_000

/** Has what was applied worked out (`Applier.settle`) beside the batches: when they are not full, or too much has come together. */
export interface Settling {
  /** Says that a batch was applied; `full` that more was waiting. */
  applied(records: number, full: boolean): void
  /** Works out what is left. */
  stop(): Promise<void>
}

export function createSettling(applier: Applier, logger: Logger): Settling {
  let timer: NodeJS.Timeout | null = null
  let working: Promise<void> | null = null
  let stopped = false
  let behind = false
  let waiting = 0

  const settle = async (): Promise<void> => {
    const mine = waiting
    waiting = 0
    try {
      await applier.settle()
    } catch (error) {
      waiting += mine
      logger.warn(`answers stay slow until this is mended: ${(error as Error).message}`)
    }
  }
  const look = (): void => {
    timer = null
    if (behind && waiting < MOST) {
      behind = false
      soon()
    } else {
      working = settle().finally(() => {
        working = null
        if (waiting > 0) soon()
      })
    }
  }
  const soon = (): void => {
    if (timer === null && working === null && !stopped) timer = setTimeout(look, EVERY_MS)
  }
  return {
    applied(records, full) {
      if (full) behind = true
      waiting += records
      soon()
    },
    async stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      await working
      if (waiting > 0) await settle()
    },
  }
}
