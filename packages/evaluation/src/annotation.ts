import {
  Attribution,
  type ClaimAttributes,
  type ClaimType,
  claimDefinitions,
  claimTypes,
  isDay,
} from '@whipcount/events'
import { Schema } from 'effect'

/** A claim as an annotator wrote it down. */
export interface AnnotatedClaim {
  readonly type: ClaimType
  readonly actor: string | null
  readonly attrs: ClaimAttributes
  readonly date: string | null
  readonly attribution: Attribution
  readonly quote: string | null
  readonly evidence: string
  /** Careful readers disagree on it: making it or leaving it out costs nothing. */
  readonly optional: boolean
}

/** An article with what annotators found in it. */
export interface AnnotatedArticle {
  /** The name of its files without their ending. */
  readonly article: string
  readonly text: string
  /** The id of the challenge that it was annotated for. */
  readonly challenge: string
  readonly published: string | null
  /** Whether `published` comes with the article; else it stands in the text at most, and whoever reads it is not told. */
  readonly given: boolean
  readonly claims: readonly AnnotatedClaim[]
}

/** A stretch of the text, copied or by its place. */
const Stretch = Schema.Union([Schema.String, Schema.Tuple([Schema.Int, Schema.Int])])
const Day = Schema.String.check(
  Schema.makeFilter((value: string) => isDay(value) || 'expected a day as YYYY-MM-DD'),
)

const decode = Schema.decodeUnknownSync(
  Schema.Struct({
    challenge: Schema.String,
    published: Schema.NullOr(Day),
    given: Schema.optionalKey(Schema.Boolean),
    claims: Schema.Array(
      Schema.Struct({
        type: Schema.Literals(claimTypes),
        actor: Schema.NullOr(Schema.NonEmptyString),
        attrs: Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown)),
        date: Schema.NullOr(Day),
        attribution: Attribution,
        quote: Schema.optionalKey(Schema.NullOr(Stretch)),
        evidence: Stretch,
        optional: Schema.optionalKey(Schema.Boolean),
      }),
    ),
  }),
  { errors: 'all' },
)

/** Types that are about nobody, or about the leader whoever is written down. */
const WITHOUT_ACTOR: ReadonlySet<ClaimType> = new Set([
  'caucus-meeting',
  'signature-count',
  'leader-response',
  'setback',
])
/** Key attributes that an annotator may leave out: `kind` of a national meeting, `place`, what is `counted`, an open bound. */
const MAY_BE_LEFT_OUT: Partial<Record<ClaimType, readonly string[]>> = {
  'caucus-meeting': ['kind'],
  'signature-count': ['low', 'high', 'counted'],
  setback: ['place'],
}

/** An annotation, or everything that is wrong with it. */
export type ReadAnnotation =
  | { readonly article: AnnotatedArticle; readonly problems: readonly [] }
  | { readonly article: null; readonly problems: readonly string[] }

/** Reads an annotation in the format at the end of the codebook, and holds it against the text that it is about. */
export function readAnnotation(article: string, json: string, text: string): ReadAnnotation {
  let raw: ReturnType<typeof decode>
  try {
    raw = decode(JSON.parse(json))
  } catch (error) {
    return { article: null, problems: [(error as Error).message.replace(/\s*\n\s*/g, ' ')] }
  }
  const problems: string[] = []
  const claims = raw.claims.map((claim, i): AnnotatedClaim => {
    const { type, actor, date, attribution, attrs = {}, optional = false } = claim
    const say = (what: string) => problems.push(`claims[${i}] (${type}): ${what}`)
    const copied = (name: 'evidence' | 'quote'): string | null => {
      const stretch = claim[name] ?? null
      const copy = stretch === null || typeof stretch === 'string' ? stretch : text.slice(...stretch)
      if (copy === '' || (copy !== null && !text.includes(copy)))
        say(`its ${name} is not in the text: ${JSON.stringify(copy.slice(0, 60))}`)
      return copy
    }
    for (const problem of attributeProblems(type, attrs)) say(problem)
    if (actor === null && !WITHOUT_ACTOR.has(type)) say('it has no actor')
    const evidence = copied('evidence')!
    const quote = copied('quote')
    return { type, actor, attrs: attrs as ClaimAttributes, date, attribution, quote, evidence, optional }
  })
  if (problems.length > 0) return { article: null, problems }
  const { challenge, published, given = false } = raw
  return { article: { article, text, challenge, published, given, claims }, problems: [] }
}

function attributeProblems(type: ClaimType, attrs: Readonly<Record<string, unknown>>): string[] {
  const { attrs: schema, key } = claimDefinitions[type]
  const problems: string[] = []
  for (const [name, value] of Object.entries(attrs)) {
    const field = schema.fields[name]
    if (field === undefined)
      problems.push(
        `${name} is no attribute of it; it has ${Object.keys(schema.fields).join(', ') || 'none'}`,
      )
    else if (!Schema.is(field)(value))
      problems.push(`${name} ${JSON.stringify(value)} is no value of that attribute`)
  }
  for (const name of key) {
    if (!(name in attrs) && !MAY_BE_LEFT_OUT[type]?.includes(name)) problems.push(`its ${name} is missing`)
  }
  if (type === 'signature-count' && (attrs['low'] ?? null) === null && (attrs['high'] ?? null) === null)
    problems.push('it counts nothing: neither low nor high is given')
  return problems
}
