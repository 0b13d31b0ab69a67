import { Failure } from '@whipcount/events'
import { describe, expect, it } from 'vitest'
import { isTriedAgain, pauseAfter } from './retry.ts'

const policy = { attempts: 4, firstPauseMs: 100, longestPauseMs: 1_000 }

describe('the pause before a job is tried again', () => {
  it('doubles up to the longest', () => {
    expect([1, 2, 3, 4, 5, 60].map((attempt) => pauseAfter(attempt, policy, 0))).toEqual([
      100, 200, 400, 800, 1_000, 1_000,
    ])
  })

  it('loses up to half of itself to chance', () => {
    expect(pauseAfter(3, policy, 0.5)).toBe(300)
    expect(pauseAfter(3, policy, 0.999_999)).toBe(200)
  })
})

describe('a job that failed', () => {
  it('is tried again until its attempts are spent', () => {
    const error = new Error('no route to host')
    expect([1, 2, 3, 4].map((attempt) => isTriedAgain(error, attempt, policy))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('is not tried again where its failure says that this is of no use', () => {
    const withFate = (fate: 'retry' | 'deadLetter' | 'halt') =>
      new Failure('feed-invalid', 'no feed', { fate })
    expect(isTriedAgain(withFate('retry'), 1, policy)).toBe(true)
    expect(isTriedAgain(withFate('deadLetter'), 1, policy)).toBe(false)
    expect(isTriedAgain(withFate('halt'), 1, policy)).toBe(false)
  })
})
