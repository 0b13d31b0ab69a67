import type { Schema } from 'effect'
import { decoderOf } from './decoder.ts'
import { Failure } from './failure.ts'

/**
 * A CloudEvents 1.0 envelope in JSON. `id` is deterministic; `time` and `traceparent` say how it came and are never
 * part of a read model's row.
 */
export interface CloudEvent<Type extends string = string, Data = unknown> {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: Type
  readonly subject: string
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly dataschema: string
  readonly traceparent?: string
  readonly data: Data
}

/** What an event type means, for people: the source of `CODEBOOK.md`. */
export interface CodebookEntry {
  readonly means: string
  readonly counts: readonly string[]
  readonly doesNotCount: readonly string[]
  /** The position that a claim of this type gives its person, in words; none for types that move nobody. */
  readonly position?: string
}

/** Lifts the data of one version to the next, while reading. Never edited once released. */
export type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>

export type EventTopic = 'articles' | 'events' | 'desk' | 'answers' | 'dead-letters'

/** The parts of an event type that its file declares. */
export interface EventDeclaration<Type extends string, Data extends Schema.ConstraintDecoder<unknown>> {
  readonly type: Type
  readonly version: number
  readonly topic: EventTopic
  readonly codebook: CodebookEntry
  readonly data: Data
  /** By the version that they lift from: `{ 1: (v1) => v2 }`. */
  readonly upcast: Readonly<Record<number, Upcaster>>
  /** A true example: it parses, and test builders start from it. */
  readonly example: Data['Type']
}

/** An event type with its decoder. */
export interface EventDefinition<
  Type extends string = string,
  Data extends Schema.ConstraintDecoder<unknown> = Schema.ConstraintDecoder<unknown>,
> extends EventDeclaration<Type, Data> {
  /** Decodes data of any released version. Throws `event-invalid` that names the field. */
  readonly decode: (data: unknown, version: number) => Data['Type']
}

/** The data of an event type. */
export type DataOf<Definition> = Definition extends { readonly example: infer Data } ? Data : never

/** Declares an event type: schema, codebook entry, upcasters and a true example in one place. */
export function defineEvent<const Type extends string, Data extends Schema.ConstraintDecoder<unknown>>(
  declaration: EventDeclaration<Type, Data>,
): EventDefinition<Type, Data> {
  const decodeData = decoderOf(declaration.data)
  return {
    ...declaration,
    decode(data, version) {
      let lifted = data
      for (let from = version; from < declaration.version; from++) {
        const upcast = declaration.upcast[from]
        if (!upcast) {
          throw new Failure(
            'event-unknown',
            `${declaration.type} version ${from} has no upcaster to version ${from + 1}.`,
            {
              fate: 'deadLetter',
            },
          )
        }
        lifted = upcast(lifted as Record<string, unknown>)
      }
      try {
        return decodeData(lifted)
      } catch (cause) {
        throw new Failure(
          'event-invalid',
          `${declaration.type}: ${(cause as Error).message.replace(/\s*\n\s*/g, ' ')}`,
          {
            fate: 'deadLetter',
            cause,
          },
        )
      }
    },
  }
}

/** `dataschema` of an event type's version. */
export function schemaUrn(type: string, version: number): string {
  return `urn:whipcount:event:${type}:${version}`
}

/** The version in a `dataschema`, or null where it names none. */
export function versionOfUrn(urn: string): number | null {
  const match = /^urn:whipcount:event:[a-z.-]+:(\d+)$/.exec(urn)
  return match ? Number(match[1]) : null
}

/** Wraps data of an event type in its envelope. The data is not checked again: it is typed. */
export function envelope<Type extends string, Data extends Schema.ConstraintDecoder<unknown>>(
  definition: EventDefinition<Type, Data>,
  about: { id: string; subject: string; time: string; source: string; traceparent?: string | undefined },
  data: Data['Type'],
): CloudEvent<Type, Data['Type']> {
  return {
    specversion: '1.0',
    id: about.id,
    source: about.source,
    type: definition.type,
    subject: about.subject,
    time: about.time,
    datacontenttype: 'application/json',
    dataschema: schemaUrn(definition.type, definition.version),
    ...(about.traceparent === undefined ? {} : { traceparent: about.traceparent }),
    data,
  }
}
