import { Challenge, Failure, foldName } from '@whipcount/events'
import { Schema, SchemaIssue } from 'effect'
import { editDistance } from './edit-distance.ts'

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

type Path = readonly (string | number)[]

/** `roster[3].member_from`. */
function show(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('')
}

function unknownKey(path: Path): string {
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
function shapeProblems(cause: unknown): string[] {
  const issue = (cause as { issue?: SchemaIssue.Issue }).issue
  if (!issue) return [(cause as Error).message]
  return issuesOf(issue).issues.map(({ path = [], message }) => {
    const steps = path.map((step) => (typeof step === 'object' ? step.key : step)) as (string | number)[]
    const where = steps.length > 0 ? show(steps) : 'the file'
    if (/excess property/.test(message)) return unknownKey(steps)
    if (/^Missing key/.test(message)) return `${where} is missing`
    return `${where}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
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
function contentProblems(challenge: Challenge): string[] {
  const problems: string[] = []
  const ordered = (where: string, from: string | null | undefined, to: string | null | undefined) => {
    if (from && to && to < from) problems.push(`${where} ends on ${to}, before it begins on ${from}`)
  }
  if (!isTimeZone(challenge.timezone)) {
    problems.push(
      `timezone ${JSON.stringify(challenge.timezone)} is not a known time zone; write one such as "America/Toronto"`,
    )
  }
  ordered('window', challenge.window.from, challenge.window.to)
  challenge.caucus.seats?.forEach((span, i) => {
    ordered(`caucus.seats[${i}]`, span.from, span.to)
  })
  for (const [i, name] of [challenge.leader.name, ...challenge.leader.other_names].entries()) {
    if (foldName(name) === '') {
      problems.push(
        `leader.${i === 0 ? 'name' : `other_names[${i - 1}]`} ${JSON.stringify(name)} holds no name`,
      )
    }
  }
  const first = new Map<string, number>()
  challenge.roster.forEach((one, i) => {
    const before = first.get(one.id)
    if (before === undefined) first.set(one.id, i)
    else problems.push(`roster[${i}].id ${JSON.stringify(one.id)} is given already by roster[${before}]`)
    if (foldName(one.name) === '')
      problems.push(`roster[${i}].name ${JSON.stringify(one.name)} holds no name`)
    ordered(`roster[${i}] membership`, one.member_from, one.member_to)
    one.roles.forEach((role, j) => {
      ordered(`roster[${i}].roles[${j}]`, role.from, role.to)
    })
  })
  return problems
}

/**
 * Reads the content of a `challenge.json`.
 *
 * Throws `challenge-invalid` whose message lists every problem with its path, so that one correction is enough.
 * `where` names the file in that message.
 */
export function parseChallenge(json: string, where: string): Challenge {
  const refuse = (problems: readonly string[], cause?: unknown): Failure =>
    new Failure(
      'challenge-invalid',
      [
        `${where} is not a valid challenge:`,
        ...problems.map((problem) => `  ${where}: ${problem}`),
        'Correct the file and declare the challenge again; nothing was changed.',
      ].join('\n'),
      { context: { where, problems }, cause },
    )
  let raw: unknown
  try {
    raw = JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw refuse([`is not JSON: ${(cause as Error).message}`], cause)
  }
  let challenge: Challenge
  try {
    challenge = decode(raw)
  } catch (cause) {
    throw refuse(shapeProblems(cause), cause)
  }
  const problems = contentProblems(challenge)
  if (problems.length > 0) throw refuse(problems)
  return challenge
}
