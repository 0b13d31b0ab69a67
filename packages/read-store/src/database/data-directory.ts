import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pgliteStart } from '@whipcount/event-log'
import { Failure } from '@whipcount/events'
import { diskFailure } from './disk-failure.ts'
import { endAfterPanic } from './end-after-panic.ts'
import { type DirectoryLock, lockDirectory } from './lock.ts'

/**
 * What a data directory is: of this layout, made by this Postgres. PGlite's minor versions change the Postgres beneath, whose files
 * another one cannot read.
 */
export const FORMAT = { format: 1, postgres: 18 } as const
type Format = { readonly format: number; readonly postgres: number }

/** An open PGlite in a data directory of ours. */
export interface OpenDirectory {
  readonly pglite: PGlite
  close(): Promise<void>
}

/**
 * Opens the PGlite of a data directory, making both where they are missing, under the directory's lock.
 *
 * Throws `data-directory-locked`, `data-directory-broken`, `data-directory-newer`, `data-directory-older` or `disk-full`.
 */
export async function openDirectory(directory: string): Promise<OpenDirectory> {
  let lock: DirectoryLock | null = null
  try {
    makeDirectory(directory)
    lock = lockDirectory(directory)
    checkFormat(directory)
    const files = join(directory, 'pglite')
    if (!existsSync(files)) await initialise(directory, files)
    checkWhole(directory, files)
    const pglite = await startPglite(directory, files)
    const life = endAfterPanic(pglite, directory)
    const held = lock
    return {
      pglite,
      async close() {
        try {
          // PGlite has no checkpointer of its own: without this the write-ahead log is read again at the next start.
          if (!pglite.closed && life.ended() === null) await pglite.exec('checkpoint')
        } finally {
          // One that panicked cannot be shut down either; it holds nothing that outlives the process.
          if (life.ended() === null) await pglite.close()
          held.release()
        }
      },
    }
  } catch (error) {
    try {
      lock?.release()
    } catch {}
    throw diskFailure(directory, error) ?? refusal(directory, error) ?? error
  }
}

/** What the system's refusal of a path makes of an error (a file in its way, no right to write); null where it is something else. */
function refusal(directory: string, error: unknown): Failure | null {
  const { syscall, message } = error as NodeJS.ErrnoException
  if (syscall === undefined) return null
  return new Failure(
    'data-directory-broken',
    `${directory}: cannot be used as a data directory (${message.split(',')[0]}). Name another directory with --data.`,
    { cause: error },
  )
}

/** Starts the PGlite of a directory. Why it does not start it says on standard error alone, so that is listened to. */
async function startPglite(directory: string, files: string): Promise<PGlite> {
  let why = ''
  try {
    return await PGlite.create(files, {
      startParams: [...pgliteStart],
      onStderr(line) {
        why = /\b(?:FATAL|PANIC): +(.*)/.exec(line)?.[1] ?? why
        return false
      },
    })
  } catch (cause) {
    const full = diskFailure(directory, why === '' ? cause : new Error(why, { cause }))
    if (full !== null) throw full
    throw new Failure(
      'data-directory-broken',
      `${directory}: the embedded database does not start (${why || (cause as Error).message}). Restore the directory from a backup, or name another one with --data.`,
      { cause },
    )
  }
}

/** Makes a directory with those above it, one by one: `recursive` says of a read-only disk that there is no such file. */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return
  const above = dirname(directory)
  if (above !== directory) makeDirectory(above)
  try {
    mkdirSync(directory)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Makes the database beside its place and moves it there whole: a crash on the way leaves nothing half made behind. */
async function initialise(directory: string, files: string): Promise<void> {
  for (const name of readdirSync(directory)) {
    if (name.startsWith('making.')) rmSync(join(directory, name), { recursive: true, force: true })
  }
  const making = join(directory, `making.${process.pid}`)
  try {
    const pglite = await PGlite.create(making, { startParams: [...pgliteStart] })
    await pglite.close()
    writeFileSync(join(directory, 'format.json'), `${JSON.stringify(FORMAT)}\n`)
    renameSync(making, files)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
}

/** What a directory says that it is; null where it is new. Throws `data-directory-broken`. */
export function formatOf(directory: string): Format | null {
  const path = join(directory, 'format.json')
  if (!existsSync(path)) {
    const strange = readdirSync(directory).filter((name) => !/^(lock|making\.)/.test(name))
    if (strange.length === 0) return null
    throw new Failure(
      'data-directory-broken',
      `${directory}: holds ${strange[0]} but no format.json, so it is no data directory of whipcount. Name another directory with --data, or move what is in it away.`,
    )
  }
  let found: Format | null
  try {
    found = JSON.parse(readFileSync(path, 'utf8')) as Format | null
  } catch (cause) {
    throw new Failure('data-directory-broken', `${path}: not JSON. Restore it from a backup.`, { cause })
  }
  if (found === null || !Number.isInteger(found.format) || !Number.isInteger(found.postgres)) {
    throw new Failure(
      'data-directory-broken',
      `${path}: not {"format", "postgres"}, two whole numbers. Restore it from a backup.`,
    )
  }
  return found
}

function checkFormat(directory: string): void {
  const found = formatOf(directory)
  if (found === null) return
  if (found.format > FORMAT.format || found.postgres > FORMAT.postgres) {
    throw new Failure(
      'data-directory-newer',
      `${directory}: made by a newer whipcount (format ${found.format}, Postgres ${found.postgres}; this one knows format ${FORMAT.format}, Postgres ${FORMAT.postgres}). Upgrade whipcount, or name another directory with --data.`,
      { context: { ...found } },
    )
  }
  if (found.postgres < FORMAT.postgres) {
    throw new Failure(
      'data-directory-older',
      `${directory}: made by an older whipcount, with Postgres ${found.postgres}; this one has Postgres ${FORMAT.postgres}, which cannot read its files. Move it with \`whipcount upgrade --data ${directory}\`.`,
      { context: { ...found } },
    )
  }
}

function checkWhole(directory: string, files: string): void {
  for (const part of ['PG_VERSION', join('global', 'pg_control')]) {
    if (existsSync(join(files, part))) continue
    throw new Failure(
      'data-directory-broken',
      `${directory}: ${join('pglite', part)} is missing. Restore the directory from a backup, or name another one with --data.`,
    )
  }
}
