import { Failure } from '@whipcount/events'

/** What a full or read-only disk makes of an error; null where it is something else. */
export function diskFailure(directory: string, error: unknown): Failure | null {
  const { code, errno, message = '' } = error as { code?: string; errno?: number; message?: string }
  // Inside PGlite the errors of the file system come as Emscripten's numbers: 51 is ENOSPC, 69 is EROFS.
  const full =
    code === 'ENOSPC' || code === '53100' || errno === 51 || /No space left on device/i.test(message)
  const readOnly = code === 'EROFS' || errno === 69 || /Read-only file system/i.test(message)
  if (!full && !readOnly) return null
  return new Failure(
    'disk-full',
    full
      ? `${directory}: no space left on the disk. Free some, or name another directory with --data; what was acknowledged is kept.`
      : `${directory}: the disk is read-only. Name another directory with --data.`,
    { cause: error },
  )
}
