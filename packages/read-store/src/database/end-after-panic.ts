import { messages, type PGlite, type Transaction } from '@electric-sql/pglite'
import { Failure } from '@whipcount/events'
import { diskFailure } from './disk-failure.ts'

/** Whether a PGlite may still be spoken to. */
export interface Life {
  /** Why it ended; null while it is well. */
  ended(): Failure | null
}

/**
 * Has a PGlite answer nothing more once it has panicked, and makes clear failures of a full or read-only disk.
 *
 * A Postgres that panics ends its process, and the next start mends the files from the write-ahead log. In PGlite there is no process
 * to end: the locks stay taken, and the next message waits for them in WASM for ever, with the event loop blocked. A disk with less
 * than 16 MiB left (a segment of the write-ahead log) is enough for it. So every message after a panic is refused before it gets there.
 */
export function endAfterPanic(pglite: PGlite, directory: string): Life {
  let ended: Failure | null = null
  const send = pglite.execProtocolStream.bind(pglite)
  pglite.execProtocolStream = async (...message) => {
    if (ended !== null) throw ended
    try {
      return await send(...message)
    } catch (error) {
      const failure = diskFailure(directory, error)
      // An error of a statement leaves Postgres well; a panic, or an exception out of WASM itself, does not.
      if (!(error instanceof messages.DatabaseError && error.severity === 'ERROR'))
        ended = failure ?? gaveUp(directory, error)
      throw ended ?? failure ?? (isDamage(error) ? gaveUp(directory, error) : error)
    }
  }
  const transaction = pglite.transaction.bind(pglite)
  // Kysely waits for ever for a transaction whose BEGIN fails: it is let in, and its first statement fails instead.
  pglite.transaction = async <Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result> => {
    let begun = false
    try {
      return await transaction((trx) => {
        begun = true
        return work(trx)
      })
    } catch (error) {
      if (begun) throw error
      return work({ query: () => Promise.reject(error) } as unknown as Transaction)
    }
  }
  return { ended: () => ended }
}

/** A file that is missing or does not hold what it should: XX001, XX002, 58P01. Source: Postgres manual, Appendix A. */
function isDamage(error: unknown): boolean {
  return /^(XX00[12]|58P01)$/.test((error as { code?: string }).code ?? '')
}

function gaveUp(directory: string, cause: unknown): Failure {
  return new Failure(
    'data-directory-broken',
    `${directory}: the embedded database gave up (${(cause as Error).message}). Run the command again; where it gives up again, restore the directory from a backup.`,
    { cause },
  )
}
