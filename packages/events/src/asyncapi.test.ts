import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { asyncapiDocument } from './asyncapi.ts'
import { envelope, eventDefinitions } from './index.ts'

const specification = createRequire(import.meta.url)(
  '@asyncapi/specs/schemas/3.0.0-without-$id.json',
) as object

describe('the AsyncAPI document', () => {
  const document = asyncapiDocument() as {
    channels: Record<string, { messages: Record<string, unknown> }>
    components: { messages: Record<string, { payload: object }> }
  }

  it('is one by the specification’s own schema', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const valid = ajv.validate(specification, JSON.parse(JSON.stringify(document)))
    expect(ajv.errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('has every event type in exactly one channel', () => {
    const listed = Object.values(document.channels).flatMap(({ messages }) => Object.keys(messages))
    expect(listed.sort()).toEqual(eventDefinitions.map(({ type }) => type).sort())
  })

  it.each(eventDefinitions.map((one) => [one.type, one] as const))(
    'describes a true %s',
    (type, definition) => {
      const ajv = new Ajv({ strict: false, validateFormats: false })
      const about = { id: 'e1', subject: 's', time: '2024-10-16T12:00:00.000Z', source: '/test' }
      const record = JSON.parse(JSON.stringify(envelope(definition, about, definition.example)))
      const { payload } = document.components.messages[type]!
      expect(ajv.validate(payload, record), JSON.stringify(ajv.errors)).toBe(true)
      expect(ajv.validate(payload, { ...record, data: {} })).toBe(false)
    },
  )
})
