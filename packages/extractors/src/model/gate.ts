/** Lets at most so many pieces of work go on at one time; the rest wait their turn. */
export function createGate(width: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = width
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
