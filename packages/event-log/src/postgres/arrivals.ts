/** Tells the consumers of this process that something happened to a name: a topic has new records, a group another member. */
export interface Arrivals {
  announce(name: string): void
  /** How often a name was announced: take it before you look, and `wait` loses nothing that comes while you look. */
  seen(name: string): number
  /** Resolves once the name was announced since `seen`, after `ms`, or when the signal aborts. */
  wait(name: string, seen: number, ms: number, signal: AbortSignal): Promise<void>
}

export function createArrivals(): Arrivals {
  const counts = new Map<string, number>()
  const waiting = new Map<string, Set<() => void>>()
  const seen = (name: string): number => counts.get(name) ?? 0
  return {
    seen,
    announce(name) {
      counts.set(name, seen(name) + 1)
      for (const wake of waiting.get(name) ?? []) wake()
    },
    wait(name, before, ms, signal) {
      if (seen(name) !== before || signal.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const wakers = waiting.get(name) ?? new Set()
        waiting.set(name, wakers)
        const wake = (): void => {
          clearTimeout(timer)
          wakers.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        wakers.add(wake)
        signal.addEventListener('abort', wake)
      })
    },
  }
}
