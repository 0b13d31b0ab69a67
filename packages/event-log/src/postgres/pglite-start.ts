import { PGlite } from '@electric-sql/pglite'

/**
 * What a PGlite is started with. Each start goes through all of the shared buffers: Postgres' usual 128 MB take half a second of the one
 * that every command of the embedded house waits for. Files are read again out of the system's memory.
 */
export const pgliteStart: readonly string[] = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB']
