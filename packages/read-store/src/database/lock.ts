import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ProcessMark, stateOf, thisProcess } from '@whipcount/event-log'
import { Failure } from '@whipcount/events'

/** A data directory that this process alone may use. */
export interface DirectoryLock {
  release(): void
}

/**
 * Takes the lock of a data directory. PGlite has none of its own, and two processes on one directory lose each other's rows.
 *
 * The lock is a file that names its process; that of a process which is gone is taken over, that of one on another machine or in
 * another container never. No heartbeat: WASM blocks the event loop, so a silent process may well be alive.
 * Throws `data-directory-locked`.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const path = join(directory, 'lock')
  const mark = `${JSON.stringify(thisProcess)}\n`
  const own = join(directory, `lock.${randomUUID()}`)
  // Linking a whole file is atomic: nobody ever reads half a mark.
  writeFileSync(own, mark)
  try {
    for (let tries = 0; ; tries++) {
      try {
        linkSync(own, path)
        break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 20) throw error
      }
      clearIfDead(directory, path)
    }
  } finally {
    unlinkSync(own)
  }
  let held = true
  return {
    release() {
      if (!held) return
      held = false
      unlinkSync(path)
    },
  }
}

/** Puts the lock of a dead process out of the way. Throws `data-directory-locked` where its process may be alive. */
function clearIfDead(directory: string, path: string): void {
  const found = readOrNull(path)
  if (found === null) return
  const holder = parse(found)
  const state = holder === null ? 'dead' : stateOf(holder)
  if (state !== 'dead') throw locked(directory, path, holder!, state)
  const aside = join(directory, `lock.${randomUUID()}`)
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  // Somebody else may have taken the dead lock over in between: then it is theirs, and goes back.
  const moved = readOrNull(aside)
  if (moved !== found) linkSync(aside, path)
  unlinkSync(aside)
}

function locked(directory: string, path: string, holder: ProcessMark, state: 'alive' | 'unknown'): Failure {
  const message =
    state === 'alive'
      ? `${directory}: in use by process ${holder.pid}. Wait for it to end, or name another directory with --data.`
      : `${directory}: in use by process ${holder.pid} on ${holder.host}, which cannot be seen from here. If it has ended, remove ${path}.`
  return new Failure('data-directory-locked', message, { context: { directory, ...holder } })
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function parse(text: string): ProcessMark | null {
  try {
    return JSON.parse(text) as ProcessMark
  } catch {
    return null
  }
}
