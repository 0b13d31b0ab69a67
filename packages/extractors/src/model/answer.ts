import {
  Attribution,
  type ClaimAttributes,
  type ClaimType,
  claimDefinitions,
  claimTypes,
  Day,
} from '@whipcount/events'
import { Schema } from 'effect'

/** A claim as a model is asked to state it: evidence by its words, for models do not count characters. */
const stated = <Type extends ClaimType>(type: Type) =>
  Schema.Struct({
    type: Schema.Literal(type),
    actor: Schema.NullOr(Schema.NonEmptyString),
    body: Schema.Boolean,
    attrs: claimDefinitions[type].attrs as unknown as Schema.Codec<ClaimAttributes>,
    date: Schema.NullOr(Day),
    earlier: Schema.Boolean,
    attribution: Attribution,
    evidence: Schema.NonEmptyString,
    quote: Schema.NullOr(Schema.NonEmptyString),
  })

const StatedClaim = Schema.Union(claimTypes.map(stated))
const Answer = Schema.Struct({ claims: Schema.Array(StatedClaim) })

/** What a model states of an article. */
export type StatedClaim = typeof StatedClaim.Type

const decodeClaims = Schema.decodeUnknownSync(Schema.Struct({ claims: Schema.Array(Schema.Unknown) }))
const decodeClaim = Schema.decodeUnknownSync(StatedClaim, { onExcessProperty: 'error' })

/** What of an answer has the shape that was asked for. */
export interface DecodedAnswer {
  readonly claims: readonly StatedClaim[]
  /** Claims of another shape. */
  readonly misshapen: number
}

/**
 * Reads an answer. Throws an `Error` that says why where it is not JSON, or has no list of claims, or where it lists claims and none
 * has the shape that was asked for: whoever answers so did not understand the question.
 */
export function decodeAnswer(answer: string): DecodedAnswer {
  const claims: StatedClaim[] = []
  let misshapen = 0
  let why = ''
  for (const claim of decodeClaims(JSON.parse(answer)).claims) {
    try {
      claims.push(decodeClaim(claim))
    } catch (error) {
      misshapen++
      why ||= (error as Error).message
    }
  }
  if (misshapen > 0 && claims.length === 0) throw new Error(`no claim in it has the shape asked for: ${why}`)
  return { claims, misshapen }
}

/** What chat endpoints understand of JSON Schema where they promise to follow it. Source: OpenAI, "Structured outputs". */
const UNDERSTOOD = new Set(['type', 'enum', 'anyOf', 'items', 'properties', 'required'])

/** A schema with only what is understood, and objects that hold nothing besides. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain)
  if (schema === null || typeof schema !== 'object') return schema
  // A type without attributes: the schema library says of it only that it is not null.
  if ('not' in schema) return { type: 'object', properties: {}, required: [], additionalProperties: false }
  const entries = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
    if (!UNDERSTOOD.has(key)) return []
    if (key !== 'properties') return [[key, plain(value)]]
    return [[key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]))]]
  })
  const closed = 'properties' in schema ? [['additionalProperties', false] as [string, unknown]] : []
  return Object.fromEntries([...entries, ...closed])
}

/** The JSON Schema that answers must follow, in the form that chat endpoints take as `response_format`. */
export const answerSchema = plain(Schema.toJsonSchemaDocument(Answer).schema) as Readonly<
  Record<string, unknown>
>
