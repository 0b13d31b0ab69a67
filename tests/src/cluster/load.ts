import { madeArticles } from '../faults/made-articles.ts'
import type { Cluster } from './cluster.ts'
import type { Service } from './service.ts'

/** Articles that keep coming in until they are told to stop. */
export interface Load {
  /** What was taken in so far, as lines of JSON. */
  articles(): string
  /** Resolves when so many more articles were taken in. */
  more(count: number): Promise<void>
  /** Takes nothing more in; resolves once what was under way is taken. */
  stop(): Promise<void>
}

/** Articles handed in at once, and records that may wait before the next are. */
const AT_ONCE = 40
const MOST_WAITING = 250
const PAUSE_MS = 50

/**
 * Hands made articles to a collector, a group at a time, and again whole where it does not take them: as a client does that is told
 * to try again.
 *
 * @param collector asked before each try: tests replace it.
 */
export function startLoad(cluster: Cluster, collector: () => Service): Load {
  const taken: string[] = []
  let going = true
  let failed: unknown = null
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  const running = (async () => {
    for (let n = 1; going; n++) {
      const lines = madeArticles(AT_ONCE, 40, n)
      for (let tries = 0; ; tries++) {
        try {
          await cluster.post(collector(), lines)
          break
        } catch (error) {
          if (tries > 1_200) throw error
          await pause()
        }
      }
      taken.push(lines)
      const waiting = (): Promise<number> => cluster.behind().catch(() => MOST_WAITING + 1)
      while (going && (await waiting()) > MOST_WAITING) await pause()
    }
  })()
  running.catch((error: unknown) => {
    failed = error
  })
  return {
    articles: () => taken.join(''),
    async more(count) {
      const enough = taken.length + count / AT_ONCE
      while (taken.length < enough) {
        if (failed !== null) throw failed
        await pause()
      }
    },
    async stop() {
      going = false
      await running
    },
  }
}

/** Waits until something holds, and says what for where it does not in time. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = performance.now() + 60_000; ; ) {
    if (await holds()) return
    if (performance.now() > deadline) throw new Error(`Waited a minute for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
