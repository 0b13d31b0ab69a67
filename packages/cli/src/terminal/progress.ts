import type { WriteStream } from 'node:tty'

/** Shows how far long work has come; on a pipe it says nothing. */
export interface Progress {
  /** @param total null where it is not known. */
  update(done: number, total: number | null, what: string): void
  end(): void
}

const WIDTH = 24
const EVERY_MS = 100

/** A progress bar on one line of a terminal, with the rate and the time left. Times come from `now`, in milliseconds. */
export function createProgress(stream: WriteStream, now: () => number = () => performance.now()): Progress {
  if (!stream.isTTY) return { update() {}, end() {} }
  const began = now()
  let shown = Number.NEGATIVE_INFINITY
  let drawn = false
  return {
    update(done, total, what) {
      const at = now()
      if (at - shown < EVERY_MS && done !== total) return
      shown = at
      drawn = true
      stream.write(`\r\x1b[2K${progressLine(done, total, what, (at - began) / 1000)}`)
    },
    end() {
      if (drawn) stream.write('\r\x1b[2K')
    },
  }
}

/** The line that a progress bar draws after `seconds` of work. */
export function progressLine(done: number, total: number | null, what: string, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0
  const speed = `${Math.round(rate).toLocaleString('en')}/s`
  if (total === null || total === 0) return `${what} ${done.toLocaleString('en')}  ${speed}`
  const share = Math.min(1, done / total)
  const full = Math.round(share * WIDTH)
  const left = rate > 0 ? `${Math.ceil((total - done) / rate)} s left` : ''
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${what} ${done.toLocaleString('en')}/${total.toLocaleString('en')}  ${speed}  ${left}`.trimEnd()
}
