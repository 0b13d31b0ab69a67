import { readFileSync } from 'node:fs'
import {
  articleIdOf,
  type Challenge,
  type ClaimAttributes,
  ClaimEntered,
  type ClaimType,
  canonicalJson,
  canonicalUrl,
  claimDefinitions,
  type DataOf,
  eventIdOf,
  Failure,
} from '@whipcount/events'
import { createRoster, type Roster } from '@whipcount/roster'
import { parseCsv } from './csv.ts'

/** The fields that a line of a list may fill; an attribute of the claim type is `attrs.NAME`. */
export const enterFields = [
  'type',
  'actor',
  'body',
  'date',
  'attribution',
  'evidence',
  'quote',
  'url',
  'outlet',
  'title',
  'published',
  'reason',
  'by',
] as const
type Field = (typeof enterFields)[number]

/** What is entered, by field. */
export type Entry = Readonly<Partial<Record<Field | `attrs.${string}`, string>>>

const isField = (name: string): boolean =>
  (enterFields as readonly string[]).includes(name) || /^attrs\.[a-z_]+$/.test(name)

/** Reads `NAME=VALUE` options. Throws `usage`. */
export function assignments(option: string, given: readonly string[]): Map<string, string> {
  return new Map(
    given.map((one) => {
      const [, name, value] = /^([^=]+)=([\s\S]*)$/.exec(one) ?? []
      if (name === undefined) throw new Failure('usage', `--${option} ${one}: write it as NAME=VALUE.`)
      return [name.trim(), value!]
    }),
  )
}

/** A value as a person types it: `true`, `false`, `null` and numbers are that, everything else is text. */
export function typed(value: string): string | number | boolean | null {
  if (/^(true|false|null)$/.test(value)) return JSON.parse(value) as boolean | null
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
}

/**
 * The entries of a spreadsheet. Columns are named as the fields are, or by the map (field to column); what stands in no column comes from
 * the defaults. Throws `usage` for a column or field that there is not.
 */
export function entriesOfCsv(
  path: string,
  map: ReadonlyMap<string, string>,
  defaults: Entry,
): { entry: Entry; where: string }[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Failure('input-missing', `${path}: ${(cause as Error).message}`, { cause })
  }
  const { columns, rows } = parseCsv(text, path)
  for (const [field, column] of map) {
    if (!isField(field))
      throw new Failure(
        'usage',
        `--map ${field}=…: no such field. The fields are ${enterFields.join(', ')} and attrs.NAME.`,
      )
    if (!columns.includes(column))
      throw new Failure(
        'usage',
        `--map ${field}=${column}: ${path} has no such column. It has ${columns.join(', ')}.`,
      )
  }
  const sources = new Map([...columns.filter(isField).map((name) => [name, name] as const), ...map])
  return rows.map(({ line, cells }) => {
    const filled = [...sources].flatMap(([field, column]) => {
      const value = cells.get(column) ?? ''
      return value === '' ? [] : [[field, value] as const]
    })
    return { entry: { ...defaults, ...Object.fromEntries(filled) }, where: `${path}, line ${line}` }
  })
}

/** Turns an entry into a claim. The same entry is the same claim, whenever it is entered. Throws `usage` that says what is wrong with it. */
export function claimOfEntry(
  entry: Entry,
  where: string,
  challenge: Challenge,
  roster: Roster,
  at: string,
): DataOf<typeof ClaimEntered> {
  const wrong = (message: string, cause?: unknown) => new Failure('usage', `${where}: ${message}`, { cause })
  const required = (field: Field): string => {
    const value = entry[field]
    if (value === undefined || value.trim() === '') throw wrong(`${field} is missing.`)
    return value
  }
  const type = required('type')
  const definition = claimDefinitions[type as ClaimType]
  if (definition === undefined)
    throw wrong(`${type} is no type of claim. The types are ${Object.keys(claimDefinitions).join(', ')}.`)
  const attrs: Record<string, string | number | boolean | null> = {}
  for (const [field, value] of Object.entries(entry)) {
    if (field.startsWith('attrs.') && value !== undefined) attrs[field.slice('attrs.'.length)] = typed(value)
  }
  const date = entry.date ?? null
  const { actor } = entry
  const resolved = actor === undefined ? null : roster.resolve(actor, { on: date })
  const { evidence: _example, ...example } = definition.example
  const evidence = required('evidence')
  const claim = {
    attrs: attrs as ClaimAttributes,
    actor: actor ?? entry.body ?? null,
    person: resolved?.person ?? null,
    matched: resolved?.matched ?? false,
    date,
    attribution: (entry.attribution ?? 'named') as 'named',
    quote: entry.quote ?? null,
  }
  try {
    definition.decode(
      { ...example, ...claim, evidence: { start: 0, end: evidence.length, text: evidence } },
      definition.version,
    )
  } catch (cause) {
    throw wrong((cause as Error).message, cause)
  }
  const given = entry.url ?? null
  const url = given === null ? null : canonicalUrl(given)
  if (given !== null && url === null) throw wrong(`url ${given} is no http(s) address.`)
  const outlet = entry.outlet ?? null
  if (url === null && outlet === null) throw wrong('neither url nor outlet: a claim needs a source.')
  const said = {
    challenge: challenge.id,
    type,
    ...claim,
    evidence,
    url,
    outlet,
    title: entry.title ?? null,
    published: entry.published ?? null,
  }
  return {
    claim: eventIdOf(ClaimEntered.type, canonicalJson(said)),
    article: articleIdOf({ url, outlet, sourceId: null, text: evidence }),
    ...said,
    position: definition.positionOf(claim),
    reason: required('reason'),
    by: required('by'),
    at,
  }
}

/** Every entry as a claim; where some are wrong all of them are named, and none is given back. Throws `usage`. */
export function claimsOfEntries(
  entries: readonly { entry: Entry; where: string }[],
  challenge: Challenge,
  at: string,
): DataOf<typeof ClaimEntered>[] {
  const roster = createRoster(challenge)
  const wrong: string[] = []
  const claims = entries.flatMap(({ entry, where }) => {
    try {
      return [claimOfEntry(entry, where, challenge, roster, at)]
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      wrong.push(error.message)
      return []
    }
  })
  if (wrong.length > 0) {
    const shown = wrong.slice(0, 10).join(' | ')
    const more = wrong.length > 10 ? ` | … and ${wrong.length - 10} more` : ''
    throw new Failure('usage', `Nothing was entered. ${shown}${more}`)
  }
  return claims
}
