import { Challenge, Failure, foldName } from '@whipcount/events'
import { Schema, SchemaIssue } from 'effect'
import { editDistance } from './edit-distance.ts'
import { type JsonPath, jsonPlaces, type Place, placeAt } from './json-places.ts'

const decode = Schema.decodeUnknownSync(Challenge, { errors: 'all', onExcessProperty: 'error' })
const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1()

const { leader, party, caucus, window, roster } = Challenge.fields
const person = roster.value.fields
const seats = caucus.fields.seats.schema.value.fields

/** The keys that each object of a challenge may have, by its path with indexes left out. */
const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(Challenge.fields),
  leader: Object.keys(leader.fields),
  party: Object.keys(party.fields),
  caucus: Object.keys(caucus.fields),
  'caucus.seats': Object.keys(seats),
  window: Object.keys(window.fields),
  threshold: Object.keys(Challenge.fields.threshold.schema.fields),
  roster: Object.keys(person),
  'roster.roles': Object.keys(person.roles.value.fields),
}

/** Something wrong with a challenge, and where it stands in the file. */
export interface ChallengeProblem extends Place {
  /** `roster[3].member_from`; empty where it is the whole file. */
  readonly path: string
  /** What is wrong, with the path in it. */
  readonly message: string
}

/** What a look at a challenge finds: the challenge, or what is wrong with it. */
export type ChallengeInspection =
  | { readonly challenge: Challenge; readonly problems: readonly [] }
  | {
      readonly challenge: null
      readonly problems: readonly ChallengeProblem[]
      readonly cause: unknown
    }

/** A problem before its place is looked up. */
interface Finding {
  readonly path: JsonPath
  readonly message: string
}

/** `roster[3].member_from`. */
function show(path: JsonPath): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('')
}

function unknownKey(path: JsonPath): string {
  const key = String(path.at(-1))
  const known =
    knownKeys[
      path
        .slice(0, -1)
        .filter((step) => typeof step === 'string')
        .join('.')
    ] ?? []
  const nearest = known
    .map((name) => ({ name, distance: editDistance(key.toLowerCase().replace(/[-\s]/g, '_'), name) }))
    .sort((a, b) => a.distance - b.distance)[0]
  const close = nearest && nearest.distance <= Math.max(2, Math.floor(key.length / 3))
  return `${show(path)} is not a known key${close ? `; did you mean ${nearest.name}?` : `; known are ${known.join(', ')}`}`
}

/** What each value was expected to be, in the words of the schema. */
function shapeProblems(cause: unknown): Finding[] {
  const issue = (cause as { issue?: SchemaIssue.Issue }).issue
  if (!issue) return [{ path: [], message: (cause as Error).message }]
  return issuesOf(issue).issues.map(({ path: steps = [], message }) => {
    const path = steps.map((step) => (typeof step === 'object' ? step.key : step)) as (string | number)[]
    const where = path.length > 0 ? show(path) : 'the file'
    if (/excess property/.test(message)) return { path, message: unknownKey(path) }
    if (/^Missing key/.test(message)) return { path, message: `${where} is missing` }
    return { path, message: `${where}: ${message.charAt(0).toLowerCase()}${message.slice(1)}` }
  })
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** What a schema cannot see: ids given twice, spans of time that end before they begin, a zone that does not exist. */
function contentProblems(challenge: Challenge): Finding[] {
  const problems: Finding[] = []
  const say = (path: JsonPath, what: string) => problems.push({ path, message: `${show(path)}${what}` })
  const ordered = (
    path: JsonPath,
    [from, to]: readonly [string | null | undefined, string | null | undefined],
    { key = 'to', what = '' } = {},
  ) => {
    if (!from || !to || to >= from) return
    const message = `${show(path)}${what} ends on ${to}, before it begins on ${from}`
    problems.push({ path: [...path, key], message })
  }
  if (!isTimeZone(challenge.timezone)) {
    const zone = JSON.stringify(challenge.timezone)
    say(['timezone'], ` ${zone} is not a known time zone; write one such as "America/Toronto"`)
  }
  ordered(['window'], [challenge.window.from, challenge.window.to])
  challenge.caucus.seats?.forEach((span, i) => {
    ordered(['caucus', 'seats', i], [span.from, span.to])
  })
  for (const [i, name] of [challenge.leader.name, ...challenge.leader.other_names].entries()) {
    if (foldName(name) !== '') continue
    const path = i === 0 ? ['leader', 'name'] : ['leader', 'other_names', i - 1]
    say(path, ` ${JSON.stringify(name)} holds no name`)
  }
  const first = new Map<string, number>()
  challenge.roster.forEach((one, i) => {
    const before = first.get(one.id)
    if (before === undefined) first.set(one.id, i)
    else say(['roster', i, 'id'], ` ${JSON.stringify(one.id)} is given already by roster[${before}]`)
    if (foldName(one.name) === '') say(['roster', i, 'name'], ` ${JSON.stringify(one.name)} holds no name`)
    ordered(['roster', i], [one.member_from, one.member_to], { key: 'member_to', what: ' membership' })
    one.roles.forEach((role, j) => {
      ordered(['roster', i, 'roles', j], [role.from, role.to])
    })
  })
  return problems
}

/** Objects of a challenge stand no deeper than this. */
const DEEPEST = 6

/** The key of a remark for people, in any object. JSON Schema has it under the same name and to the same end (its core, 8.3). */
const COMMENT = '$comment'

/** A value without the remarks in it. */
function withoutComments(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return value
  if (Array.isArray(value)) return value.map((one) => withoutComments(one, depth + 1))
  const members = Object.entries(value).filter(([key]) => key !== COMMENT)
  return Object.fromEntries(members.map(([key, one]) => [key, withoutComments(one, depth + 1)]))
}

/**
 * Looks at the content of a `challenge.json` and says everything that is wrong with it, each problem with its line and column.
 * Any object may hold a `"$comment"`, which is passed over.
 */
export function inspectChallenge(json: string): ChallengeInspection {
  const text = json.replace(/^\uFEFF/, '')
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (cause) {
    const { message } = cause as Error
    const position = / at position (\d+)/.exec(message)
    const place = placeAt(text, position ? Number(position[1]) : text.length)
    const problem = { path: '', ...place, message: `is not JSON: ${message}` }
    return { challenge: null, problems: [problem], cause }
  }
  const places = jsonPlaces(text)
  const refuse = (findings: readonly Finding[], cause?: unknown): ChallengeInspection => {
    const problems = findings.map(({ path, message }) => ({ path: show(path), ...places.of(path), message }))
    return {
      challenge: null,
      problems: problems.sort((a, b) => a.line - b.line || a.column - b.column),
      cause,
    }
  }
  const repeated = places.repeated
    .filter((path) => path.at(-1) !== COMMENT)
    .map((path): Finding => ({ path, message: `${show(path)} is given twice; only this one would count` }))
  let challenge: Challenge
  try {
    challenge = decode(withoutComments(raw))
  } catch (cause) {
    return refuse([...repeated, ...shapeProblems(cause)], cause)
  }
  const problems = [...repeated, ...contentProblems(challenge)]
  return problems.length > 0 ? refuse(problems) : { challenge, problems: [] }
}

/**
 * Reads the content of a `challenge.json`. `where` names the file in messages.
 *
 * Throws `challenge-invalid` whose message lists every problem with its line, column and path, so that one correction is enough.
 */
export function parseChallenge(json: string, where: string): Challenge {
  const { challenge, problems, ...rest } = inspectChallenge(json)
  if (challenge) return challenge
  throw new Failure(
    'challenge-invalid',
    [
      `${where} is not a valid challenge:`,
      ...problems.map(({ line, column, message }) => `  ${where}:${line}:${column}: ${message}`),
      'Correct the file and declare the challenge again; nothing was changed.',
    ].join('\n'),
    { context: { where, problems }, ...rest },
  )
}
