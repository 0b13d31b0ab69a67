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

/** A variable that holds one of a few words. */
export function oneOf<const Word extends string>(
  about: string,
  words: readonly Word[],
  fallback: Word,
): Variable<Word> {
  return { about, schema: Schema.Literals(words) as unknown as Schema.Codec<Word, string>, fallback }
}

/**
 * Parses the environment once. Throws `config-invalid` that lists every problem: a missing or malformed variable, and a
 * `WHIPCOUNT_*` variable that nobody reads (a misspelt one would silently do nothing).
 *
 * @param elsewhere names of `WHIPCOUNT_*` variables that other parts of the same process read.
 */
export function readConfig<const Spec extends Variables>(
  spec: Spec,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  elsewhere: readonly string[] = [],
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
    if (name.startsWith('WHIPCOUNT_') && !(name in spec) && !elsewhere.includes(name)) {
      const known = Object.keys(spec).filter((other) => other.startsWith('WHIPCOUNT_'))
      problems.push(
        `${name} is not a known variable${known.length > 0 ? ` (known: ${known.join(', ')})` : ''}`,
      )
    }
  }
  if (problems.length > 0) throw new Failure('config-invalid', `Wrong configuration. ${problems.join('. ')}.`)
  return config as ConfigOf<Spec>
}

/** The README's table of a service's variables. */
export function configTable(spec: Variables): string {
  const rows = Object.entries(spec).map(([name, { about, fallback }]) => {
    const shown = fallback === required ? 'required' : fallback === null ? '' : `\`${String(fallback)}\``
    return `| \`${name}\` | ${shown} | ${about} |`
  })
  return ['| variable | default | what it sets |', '|---|---|---|', ...rows].join('\n')
}
