import { Schema } from 'effect'
import { describe, expect, it } from 'vitest'
import { decoderOf } from './decoder.ts'
import { eventDefinitions } from './index.ts'

/** What may stand where something else should. */
const odd: readonly unknown[] = [null, '', 'x', 0, -1, 1.5, true, [], {}, ['x'], '2024-02-30', undefined]

/** Every way to spoil a value in one place: an odd value in the place of each part, a part left out, one too many. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* odd
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries())
      for (const other of spoilt(part)) yield value.with(index, other)
    return
  }
  yield { ...value, unheard_of: 1 }
  for (const [name, part] of Object.entries(value)) {
    const { [name]: _, ...rest } = value as Record<string, unknown>
    yield rest
    for (const other of spoilt(part)) yield { ...value, [name]: other }
  }
}

describe('decoderOf', () => {
  it.each(eventDefinitions)(
    'decides as the interpreted schema of $type does, with its words',
    ({ data, example }) => {
      const interpreted = Schema.decodeUnknownSync(data, { errors: 'all' })
      const outcomeOf = (decode: (input: unknown) => unknown, input: unknown) => {
        try {
          return { decoded: decode(input) }
        } catch (error) {
          return { refused: (error as Error).message }
        }
      }
      const decode = decoderOf(data)
      const inputs = [example, ...spoilt(example)]
      const outcomes = inputs.map((input) => outcomeOf(decode, input))
      expect(outcomes).toEqual(inputs.map((input) => outcomeOf(interpreted, input)))
      expect(outcomes.some((outcome) => 'refused' in outcome)).toBe(true)
      expect(outcomes.filter((outcome) => 'decoded' in outcome).length).toBeGreaterThan(1)
    },
  )
})
