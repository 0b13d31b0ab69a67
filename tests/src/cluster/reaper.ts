import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/**
 * Ends what a test leaves behind, however the test itself ends (a time limit, Ctrl-C, SIGKILL): a process of its own that is told of
 * each child, and kills those that are left when its standard input ends.
 */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const left = new Set<number>()
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const pid = Number(line.slice(1))
      if (line.startsWith('+')) left.add(pid)
      else left.delete(pid)
    })
    .on('close', () => {
      for (const pid of left) {
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // It has ended meanwhile.
        }
      }
      process.exit(0)
    })
}

let reaper: ChildProcess | null = null

/** Has a child killed once this process is gone. */
export function reap(child: ChildProcess): void {
  if (reaper === null) {
    reaper = spawn(process.execPath, [import.meta.filename], {
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true,
    })
    reaper.unref()
    ;(reaper.stdin as unknown as { unref(): void }).unref()
  }
  const { pid } = child
  const { stdin } = reaper
  stdin!.write(`+${pid}\n`)
  child.once('exit', () => stdin!.write(`-${pid}\n`))
}
