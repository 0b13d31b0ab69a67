import { Failure } from '@whipcount/events'

/** What Redis answers when it does not let a client in; no retry mends it. */
const REFUSED = /\b(NOAUTH|WRONGPASS|NOPERM)\b|invalid password|without any password/i

/** Turns what BullMQ or ioredis threw into a failure with a fate. `doing` begins the message: "Adding a job to feeds". */
export function toFailure(error: unknown, doing: string): Failure {
  if (error instanceof Failure) return error
  const { message, code } = error as NodeJS.ErrnoException
  const why = (message || code || String(error)).replace(/\.$/, '')
  if (REFUSED.test(why)) {
    return new Failure('config-invalid', `${doing}: Redis refuses: ${why}. Correct REDIS_URL.`, {
      cause: error,
    })
  }
  return new Failure('queue-unreachable', `${doing}: Redis does not answer: ${why}. It is tried again.`, {
    fate: 'retry',
    cause: error,
  })
}
