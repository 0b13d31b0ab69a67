import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Tells one running process from every other, past and present. */
export interface ProcessMark {
  readonly host: string
  /** The machine's boot; with the namespace it says where `pid` means something. */
  readonly boot: string
  readonly namespace: string
  readonly pid: number
  readonly started: string
}

const readOr = (read: () => string, otherwise: string): string => {
  try {
    return read().trim()
  } catch {
    return otherwise
  }
}

/** When a process started, in whatever unit the system has; empty where there is no such process. */
function startOf(pid: number): string {
  // Field 22 of /proc/PID/stat, counted behind the command's closing bracket; elsewhere `ps` knows.
  return readOr(
    () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19]!,
    process.platform === 'linux'
      ? ''
      : readOr(() => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }), ''),
  )
}

/** The mark of this process. */
export const thisProcess: ProcessMark = {
  host: hostname(),
  boot: readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), ''),
  namespace: readOr(() => readlinkSync('/proc/self/ns/pid'), ''),
  pid: process.pid,
  started: startOf(process.pid),
}

/** Whether a process still runs; `unknown` where it belongs to another machine or container. */
export function stateOf(mark: ProcessMark): 'alive' | 'dead' | 'unknown' {
  if (mark.host !== thisProcess.host) return 'unknown'
  if (mark.boot !== thisProcess.boot) return 'dead'
  if (mark.namespace !== thisProcess.namespace) return 'unknown'
  return startOf(mark.pid) === mark.started && mark.started !== '' ? 'alive' : 'dead'
}
