import { Schema } from 'effect'
import { type CodebookEntry, defineEvent, type EventDefinition, type Upcaster } from './event.ts'
import { claimIdOf } from './identity.ts'
import { Attribution, Day, Evidence, type Position, Sha256, Uuid } from './values.ts'

/** What every claim says, whatever its type; the type's attributes come beside them as `attrs`. */
const claimFields = {
  reading: Uuid,
  claim: Uuid,
  challenge: Schema.NonEmptyString,
  article: Uuid,
  revision: Sha256,
  actor: Schema.NullOr(Schema.NonEmptyString).annotate({
    description:
      'The person or body as the article names it, in the fullest form; null where the type has none.',
  }),
  person: Schema.NullOr(Schema.NonEmptyString).annotate({
    description:
      "The roster's id of the person, else a UUID of the folded name; null for bodies and for types without an actor.",
  }),
  matched: Schema.Boolean.annotate({ description: 'Whether the roster knows the person.' }),
  date: Schema.NullOr(Day).annotate({
    description: 'When it was said or happened; null where the text does not say.',
  }),
  earlier: Schema.Boolean.annotate({
    description: 'The article presents it as older than its news, on a day that it does not give.',
  }),
  attribution: Attribution,
  evidence: Evidence,
  quote: Schema.NullOr(Schema.NonEmptyString).annotate({
    description: "The actor's own words, without the marks.",
  }),
  credited: Schema.NullOr(Schema.NonEmptyString).annotate({
    description: 'The other outlet that the evidence credits ("told CTV News"), or null.',
  }),
  rule: Schema.NonEmptyString.annotate({ description: 'The rule that made the claim.' }),
} as const

type ClaimBase = Schema.Struct<typeof claimFields>['Type']

/** A claim's content before it is given ids: what an extractor finds. */
export type ClaimContent = Omit<ClaimBase, 'reading' | 'claim' | 'challenge' | 'article' | 'revision'> & {
  readonly type: ClaimType
  readonly attrs: ClaimAttributes
}

export type ClaimAttributes = Readonly<Record<string, string | number | boolean | null>>

/** The ten claim types of the codebook. */
export const claimTypes = [
  'caucus-meeting',
  'public-call',
  'ministerial-support',
  'member-support',
  'noncommittal',
  'signature',
  'signature-count',
  'leader-response',
  'departure',
  'setback',
] as const
export type ClaimType = (typeof claimTypes)[number]

/** The data of any claim event, its attributes untyped. */
export type ClaimData = ClaimBase & { readonly attrs: ClaimAttributes }

/** A claim type: an event type, and how a claim of it is told apart and what it says of its person. */
export interface ClaimDefinition<Type extends ClaimType = ClaimType>
  extends EventDefinition<`${Type}.reported`, Schema.ConstraintDecoder<ClaimData>> {
  readonly claimType: Type
  /** The attributes of this type alone. */
  readonly attrs: Schema.Struct<Schema.Struct.Fields>
  /** The key attributes: one claim for each article, type, actor and value of these. */
  readonly key: readonly string[]
  /** The position that a claim gives its person; null where it moves nobody. */
  readonly positionOf: (claim: { attrs: ClaimAttributes; attribution: Attribution }) => Position | null
}

/** Declares a claim type. Its event type is the claim type with `.reported`. */
export function defineClaim<const Type extends ClaimType, Fields extends Schema.Struct.Fields>(declaration: {
  readonly claimType: Type
  readonly version: number
  readonly codebook: CodebookEntry
  readonly attrs: Schema.Struct<Fields>
  readonly key: readonly (keyof Fields & string)[]
  readonly positionOf?: ClaimDefinition['positionOf']
  readonly upcast: Readonly<Record<number, Upcaster>>
  readonly example: ClaimBase & { readonly attrs: Schema.Struct<Fields>['Type'] }
}): ClaimDefinition<Type> {
  const { claimType, attrs, key, positionOf = () => null, ...rest } = declaration
  const definition = defineEvent({
    ...rest,
    type: `${claimType}.reported` as const,
    topic: 'events',
    data: Schema.Struct({ ...claimFields, attrs }) as unknown as Schema.ConstraintDecoder<ClaimData>,
    example: rest.example as unknown as ClaimData,
  })
  return { ...definition, claimType, attrs, key, positionOf }
}

/** The id of a claim found in an article for a challenge. */
export function claimId(
  definition: ClaimDefinition,
  challenge: string,
  article: string,
  claim: { actor: string | null; person: string | null; attrs: ClaimAttributes },
): string {
  const key = definition.key.map((name) => claim.attrs[name] ?? null)
  return claimIdOf({
    challenge,
    article,
    type: definition.claimType,
    person: claim.person,
    actor: claim.actor,
    key,
  })
}

/** The fields that examples share, so that each example shows only what is its own. */
export const exampleClaim = {
  reading: '5c1d94b6-8a61-5f53-9f3a-0f6f2b8d6a11',
  claim: '0b8f1f7a-3a52-5a2e-8d0e-6a3a5d1c9e42',
  challenge: 'lpc-2024',
  article: '9d2f6c80-1b7e-5b0a-a8e4-4f1f0a7c3d55',
  revision: '3f0f7ad1c2b45e6f8a9b0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f4051',
  actor: null,
  person: null,
  matched: false,
  date: null,
  earlier: false,
  attribution: 'named',
  quote: null,
  credited: null,
} as const
