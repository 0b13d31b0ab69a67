import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { failpoints, failpointVariables } from './failpoint.ts'

const read = (value: string) => readConfig(failpointVariables, { WHIPCOUNT_FAILPOINT: value })

describe('WHIPCOUNT_FAILPOINT', () => {
  it('names one of the points, how often it is come to, and whether the process stops or ends', () => {
    for (const point of failpoints)
      for (const value of [point, `${point}:3`, `${point}:3:stop`])
        expect(read(value)).toEqual({ WHIPCOUNT_FAILPOINT: value })
  })

  it('refuses a point that nobody comes to, and a count below one', () => {
    for (const value of [
      'projector/before-comit',
      'projector/before-commit:0',
      'projector/before-commit:stop',
    ])
      expect(() => read(value)).toThrow(/WHIPCOUNT_FAILPOINT=/)
  })
})
