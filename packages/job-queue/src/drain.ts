/**
 * Waits for work to end by itself; after `drainMs` it calls `abort` and waits `graceMs` more. Resolves to whether the work ended.
 */
export async function drain(
  work: Promise<unknown>,
  options: { drainMs: number; graceMs: number; abort: () => void },
): Promise<boolean> {
  const { drainMs, graceMs, abort } = options
  const ended = work.then(
    () => true,
    () => true,
  )
  if (await before(drainMs, ended)) return true
  abort()
  return before(graceMs, ended)
}

async function before(ms: number, ended: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  const inTime = await Promise.race([ended, late])
  clearTimeout(timer)
  return inTime
}
