import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Schema } from 'effect'
import { describe, expect, it } from 'vitest'
import {
  claimDefinitions,
  decodeEvent,
  envelope,
  eventDefinitions,
  type Failure,
  schemaUrn,
} from './index.ts'

const about = { id: 'e1', subject: 's', time: '2024-10-16T12:00:00.000Z', source: '/test' }
const fixtures = join(import.meta.dirname, '..', 'fixtures')

describe.each(eventDefinitions.map((definition) => [definition.type, definition] as const))(
  '%s',
  (type, definition) => {
    it('has an example that parses with no key too many', () => {
      const strict = Schema.decodeUnknownSync(definition.data, { onExcessProperty: 'error' })
      expect(strict(definition.example)).toEqual(definition.example)
    })

    it('has a complete codebook entry', () => {
      expect(definition.codebook.means).toMatch(/\.$/)
      for (const line of [...definition.codebook.counts, ...definition.codebook.doesNotCount])
        expect(line).toMatch(/\.$/)
    })

    it('has a stored fixture of every released version that lifts to today’s shape', () => {
      for (let version = 1; version <= definition.version; version++) {
        const value = readFileSync(join(fixtures, `${type}.${version}.fixture.json`), 'utf8')
        const event = decodeEvent(value)
        expect(event.type).toBe(type)
        const strict = Schema.decodeUnknownSync(definition.data, { onExcessProperty: 'error' })
        expect(() => strict(event.data)).not.toThrow()
      }
    })

    it('comes back from its envelope as it went in', () => {
      const value = JSON.stringify(envelope(definition, about, definition.example))
      expect(decodeEvent(value).data).toEqual(definition.example)
    })
  },
)

describe('decodeEvent', () => {
  const rejected = (value: string): Failure => {
    try {
      decodeEvent(value)
    } catch (error) {
      return error as Failure
    }
    throw new Error('was accepted')
  }
  const [first] = eventDefinitions
  const good = envelope(first!, about, first!.example)

  it('sends what is not JSON to the dead letters', () => {
    expect(rejected('{"id": ')).toMatchObject({ code: 'event-invalid', fate: 'deadLetter' })
  })

  it('names the field that is wrong', () => {
    const bad = { ...good, data: { ...(good.data as object), captured_at: 'yesterday' } }
    expect(rejected(JSON.stringify(bad)).message).toContain('captured_at')
  })

  it('sends an unknown type and a newer version to the dead letters with that reason', () => {
    expect(rejected(JSON.stringify({ ...good, type: 'planet.discovered' }))).toMatchObject({
      code: 'event-unknown',
    })
    const newer = { ...good, dataschema: schemaUrn(good.type, 99) }
    expect(rejected(JSON.stringify(newer)).message).toContain('Upgrade, then redrive')
  })
})

describe('claim types', () => {
  it('have a position exactly where the codebook says so', () => {
    const positioned = Object.values(claimDefinitions).filter((d) => d.codebook.position !== undefined)
    expect(positioned.map((d) => d.claimType).sort()).toEqual(
      ['member-support', 'ministerial-support', 'noncommittal', 'public-call', 'signature'].sort(),
    )
    expect(
      claimDefinitions['public-call'].positionOf({ attrs: { demand: 'reconsider' }, attribution: 'named' }),
    ).toBe('wavering')
    expect(
      claimDefinitions['public-call'].positionOf({ attrs: { demand: 'vote' }, attribution: 'named' }),
    ).toBe('against')
    expect(
      claimDefinitions.signature.positionOf({ attrs: { signed: true }, attribution: 'anonymous' }),
    ).toBeNull()
    expect(claimDefinitions.signature.positionOf({ attrs: { signed: true }, attribution: 'outlet' })).toBe(
      'against',
    )
    expect(claimDefinitions.setback.positionOf({ attrs: {}, attribution: 'outlet' })).toBeNull()
  })
})

it('stores a fixture for no type that does not exist', () => {
  const known = eventDefinitions.flatMap((d) =>
    Array.from({ length: d.version }, (_, i) => `${d.type}.${i + 1}.fixture.json`),
  )
  expect(readdirSync(fixtures).sort()).toEqual(known.sort())
})
