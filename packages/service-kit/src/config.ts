import { Failure } from '@whipcount/events'
import { Schema } from 'effect'

/** One environment variable: how its text is read, its default, and one sentence for the README's table. */
export interface Variable<Value> {
  readonly about: string
  readonly schema: Schema.Codec<Value, string>
  /** The value where the variable is not set or empty; `required` stops the start instead. */
  readonly fallback: Value | typeof required
}
export const required = Symbol('required')

/** Variables by their name in the environment. The unit is in the name: `POLL_INTERVAL_MS`. */
export type Variables = Readonly<Record<string, Variable<unknown>>>
export type ConfigOf<Spec extends Variables> = {
  readonly [Name in keyof Spec]: Spec[Name] extends Variable<infer Value> ? Value : never
}

/** A variable that holds text. */
export function text(about: string, fallback: string | typeof required = required): Variable<string> {
  return { about, schema: Schema.String, fallback }
}

/** A variable that may be absent. */
export function optionalText(about: string): Variable<string | null> {
  return { about, schema: Schema.String as Schema.Codec<string | null, string>, fallback: null }
}

/** A variable that holds a whole number of at least `least` (0 by default). */
export function wholeNumber(about: string, fallback: number, least = 0): Variable<number> {
  const schema = Schema.NumberFromString.check(Schema.isInt(), Schema.isGreaterThanOrEqualTo(least))
  return { about, schema, fallback }
}

/** The same, but it may be absent. */
export function optionalWholeNumber(about: string, least = 0): Variable<number | null> {
  return { ...wholeNumber(about, 0, least), fallback: null } as Variable<number | null>
}

/** A variable that holds one of a few words. */
export function oneOf<const Word extends string>(
  about: string,
  words: readonly Word[],
  fallback: Word,
): Variable<Word> {
  return { about, schema: Schema.Literals(words) as unknown as Schema.Codec<Word, string>, fallback }
}

/**
 * The `WHIPCOUNT_*` variables of all services and of the command. Services that share an environment do not take each other's for
 * misspelt ones; a test holds this list against what they declare.
 */
export const knownVariables: readonly string[] = [
  'WHIPCOUNT_BATCH_SIZE',
  'WHIPCOUNT_CONTACT',
  'WHIPCOUNT_DATA',
  'WHIPCOUNT_DRAIN_MS',
  'WHIPCOUNT_FAILPOINT',
  'WHIPCOUNT_HTTP_HOST',
  'WHIPCOUNT_HTTP_PORT',
  'WHIPCOUNT_LOG_LEVEL',
  'WHIPCOUNT_MODEL_CONCURRENCY',
  'WHIPCOUNT_MODEL_KEY',
  'WHIPCOUNT_MODEL_NAME',
  'WHIPCOUNT_MODEL_TIMEOUT_MS',
  'WHIPCOUNT_MODEL_TRIES',
  'WHIPCOUNT_MODEL_URL',
  'WHIPCOUNT_PARTITIONS',
  'WHIPCOUNT_REPLICATION',
  'WHIPCOUNT_SESSION_TIMEOUT_MS',
  'WHIPCOUNT_TEST_DATABASE_URL',
  'WHIPCOUNT_TOPIC_PREFIX',
]

/**
 * Parses the environment once. Throws `config-invalid` that lists every problem: a missing or malformed variable, and a
 * `WHIPCOUNT_*` variable that nobody reads (a misspelt one would silently do nothing).
 */
export function readConfig<const Spec extends Variables>(
  spec: Spec,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ConfigOf<Spec> {
  const problems: string[] = []
  const config: Record<string, unknown> = {}
  for (const [name, variable] of Object.entries(spec)) {
    const raw = environment[name]
    if (raw === undefined || raw === '') {
      if (variable.fallback === required) problems.push(`${name} is not set: ${variable.about}`)
      config[name] = variable.fallback
      continue
    }
    try {
      config[name] = Schema.decodeUnknownSync(variable.schema)(raw)
    } catch (error) {
      const why = (error as Error).message.replace(/\s*\n\s*/g, ' ')
      problems.push(`${name}=${JSON.stringify(raw)}: ${why}`)
    }
  }
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('WHIPCOUNT_') || name in spec || knownVariables.includes(name)) continue
    problems.push(`${name} is not a known variable (known: ${knownVariables.join(', ')})`)
  }
  if (problems.length > 0)
    throw new Failure('config-invalid', `Wrong configuration. ${problems.map(sentence).join(' ')}`)
  return config as ConfigOf<Spec>
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

/** The README's table of a service's variables. */
export function configTable(spec: Variables): string {
  const rows = Object.entries(spec).map(([name, { about, fallback }]) => {
    const shown = fallback === required ? 'required' : fallback === null ? '' : `\`${String(fallback)}\``
    return `| \`${name}\` | ${shown} | ${about} |`
  })
  return ['| variable | default | what it sets |', '|---|---|---|', ...rows].join('\n')
}
