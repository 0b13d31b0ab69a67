import { Failure } from '@whipcount/events'
import type { RetryPolicy } from './port.ts'

export const standardRetry: RetryPolicy = { attempts: 4, firstPauseMs: 5_000, longestPauseMs: 60_000 }

/**
 * The pause in milliseconds after the failure of an attempt (the first is 1): it doubles each time up to the longest, and chance takes
 * up to half of it away, so that jobs which failed together do not come back together.
 *
 * @param chance from 0 (inclusive) to 1 (exclusive).
 */
export function pauseAfter(attempt: number, policy: RetryPolicy, chance: number): number {
  const whole = Math.min(policy.longestPauseMs, policy.firstPauseMs * 2 ** (attempt - 1))
  return Math.round(whole * (1 - chance / 2))
}

/** Whether a job that failed so is tried again. */
export function isTriedAgain(error: unknown, attempt: number, policy: RetryPolicy): boolean {
  if (error instanceof Failure && error.fate !== 'retry') return false
  return attempt < policy.attempts
}
