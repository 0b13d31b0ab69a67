import { expect, test } from 'vitest'
import { inspectChallenge } from './parse-challenge.ts'
import { challengeSkeleton } from './skeleton.ts'

test('The skeleton is a valid challenge with what it was told in it, and explains itself.', () => {
  const text = challengeSkeleton({ id: 'harbour-2030', from: '2030-01-01', timezone: 'Europe/London' })
  const { challenge, problems } = inspectChallenge(text)
  expect(problems).toEqual([])
  expect(challenge).toMatchObject({
    id: 'harbour-2030',
    window: { from: '2030-01-01' },
    timezone: 'Europe/London',
  })
  expect(text.match(/"\$comment"/g)!.length).toBeGreaterThan(5)
})
