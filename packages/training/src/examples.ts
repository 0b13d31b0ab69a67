import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type AnnotatedClaim, readAnnotatedFolder } from '@whipcount/evaluation'
import { type Challenge, demands, setbackKinds } from '@whipcount/events'
import {
  type WeighedCandidate as Candidate,
  type Candidates,
  candidatesOf,
  createReader,
  featuresOf,
  matchesOf,
  rules,
  type Vectors,
} from '@whipcount/rules'

/** The classifiers that are trained, and what each tells apart. */
export const classes = {
  stands: [
    'none',
    ...demands.map((demand) => `public-call:${demand}`),
    'member-support',
    'noncommittal',
    'signature:true',
    'signature:false',
    'leader-response:staying',
    'leader-response:leaving',
    'leader-response:reflecting',
    'leader-response:declines-comment',
    'departure:not-running',
    'departure:cabinet-resignation',
    'departure:caucus-exit',
    'departure:dismissed',
  ],
  happenings: [
    'none',
    ...['scheduled', 'underway', 'held'].flatMap((status) =>
      ['national', 'regional', 'informal'].map((kind) => `caucus-meeting:${status}:${kind}`),
    ),
    ...setbackKinds.map((kind) => `setback:${kind}`),
  ],
  counts: [
    'none',
    ...['signed', 'calling', 'willing', 'involved'].map((counted) => `signature-count:${counted}`),
  ],
} as const

export type Task = keyof typeof classes

/** One candidate with its answer. */
export interface Example {
  readonly hashes: Uint32Array
  readonly dense: Float32Array
  readonly label: number
  readonly weight: number
  /** Candidates of one group are told to say it together: at least one of them does. -1 where a candidate answers for itself. */
  readonly group: number
}

export type Examples = Record<Task, Example[]>

/** Labels of passages, as their writers put them, in the names of classes. */
function classOf(label: string): { task: Task; name: string } | null {
  const [head, ...rest] = label.split(':')
  const value = rest.join(':')
  switch (head) {
    case 'call':
      return { task: 'stands', name: `public-call:${value}` }
    case 'support':
      return { task: 'stands', name: 'member-support' }
    case 'noncommittal':
      return { task: 'stands', name: 'noncommittal' }
    case 'signed':
      return { task: 'stands', name: `signature:${value}` }
    case 'leader':
      return { task: 'stands', name: `leader-response:${value}` }
    case 'leave':
      return { task: 'stands', name: `departure:${value}` }
    case 'meeting':
      return value ? { task: 'happenings', name: `caucus-meeting:${value}` } : null
    case 'setback':
      return value ? { task: 'happenings', name: `setback:${value}` } : null
    case 'count':
      return { task: 'counts', name: `signature-count:${value}` }
    case 'none':
    case 'no-count':
    case 'no-meeting':
    case 'no-setback':
      return null
    default:
      throw new Error(`${label} is no label of passages: see packages/training/README.md.`)
  }
}

const fold = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function readerOf(
  challenge: Challenge,
  vectors: Vectors,
): (text: string, published: string | null) => Candidates {
  const read = createReader(challenge)
  return (text, published) => {
    const article = read({ text, title: null, byline: null, published, outlet: null })
    return candidatesOf(article, vectors, matchesOf(article, rules))
  }
}

let groups = 0

/**
 * The passages of a challenge: files of `label | actor | text`, a line each. A passage says its label of its actor, and nothing else of
 * anybody but what other lines with its text say.
 */
export function passagesOf(folder: string, vectors: Vectors): Examples {
  const read = readerOf(challengeOf(folder), vectors)
  const examples: Examples = { stands: [], happenings: [], counts: [] }
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort())
    addPassages(join(folder, file), read, vectors, examples)
  return examples
}

function challengeOf(folder: string): Challenge {
  return JSON.parse(readFileSync(join(folder, 'challenge.json'), 'utf8')) as Challenge
}

function addPassages(
  file: string,
  read: ReturnType<typeof readerOf>,
  vectors: Vectors,
  examples: Examples,
): void {
  const byText = new Map<string, { label: string; actor: string }[]>()
  for (const row of readFileSync(file, 'utf8').split('\n')) {
    if (row === '') continue
    const [label, actor, text] = row.split(' | ')
    if (text === undefined) throw new Error(`${file}: "${row.slice(0, 80)}" is not label | actor | text.`)
    const known = byText.get(text)
    if (known) known.push({ label: label!, actor: actor! })
    else byText.set(text, [{ label: label!, actor: actor! }])
  }
  const ofEvents = basename(file).startsWith('events-')
  for (const [text, told] of byText) {
    const candidates = read(text, '2031-05-01')
    const add = (task: Task, candidate: Candidate, name: string, group: number, weight: number) =>
      examples[task].push(exampleOf(task, candidate, name, group, weight, vectors))
    const labels = told.map(({ label, actor }) => ({ of: classOf(label), label, actor, group: groups++ }))
    const has = (label: string) => labels.some((one) => one.label === label)
    // What a passage about something else says of people, meetings and numbers is not known.
    const blank = ofEvents || labels.every(({ label }) => label === 'none')
    const aboutPeople = labels.some(({ of }) => of?.task === 'stands')
    for (const candidate of candidates.stands) {
      const mine = labels.find(({ actor }) => fold(actor) === fold(candidate.actor.name))
      if (mine?.of?.task === 'stands') add('stands', candidate, mine.of.name, mine.group, 1)
      // Others of a passage may share its stand; the leader does not.
      else if (mine || (aboutPeople ? candidate.actor.leader : blank)) add('stands', candidate, 'none', -1, 1)
    }
    const addAll = (task: 'happenings' | 'counts', nothing: boolean) => {
      const told = labels.find(({ of }) => of?.task === task)
      for (const candidate of candidates[task]) {
        if (told && !nothing) add(task, candidate, told.of!.name, told.group, 1)
        else if (nothing || blank) add(task, candidate, 'none', -1, 1)
      }
    }
    addAll('happenings', has('no-meeting') || has('no-setback'))
    addAll('counts', has('no-count'))
  }
}

function classOfClaim({ type, attrs, evidence }: AnnotatedClaim): { task: Task; name: string } {
  const { demand, signed, stance, kind, status, counted } = attrs ?? {}
  switch (type) {
    case 'public-call':
      return { task: 'stands', name: `${type}:${demand}` }
    case 'ministerial-support':
    case 'member-support':
      return { task: 'stands', name: 'member-support' }
    case 'signature':
      return { task: 'stands', name: `${type}:${signed}` }
    case 'leader-response':
      return { task: 'stands', name: `${type}:${stance}` }
    case 'departure':
      return { task: 'stands', name: `${type}:${kind}` }
    case 'caucus-meeting':
      return { task: 'happenings', name: `${type}:${status}:${kind}` }
    case 'setback':
      return { task: 'happenings', name: `${type}:${kind}` }
    case 'signature-count':
      return {
        task: 'counts',
        name: `${type}:${counted ?? (/sign|letter|name/i.test(evidence) ? 'signed' : 'calling')}`,
      }
    default:
      return { task: 'stands', name: type }
  }
}

/** Annotated articles: what is annotated is so; a line of somebody with another claim may repeat it, and is left out. */
export function articlesOf(folder: string, vectors: Vectors): Examples {
  const read = readerOf(challengeOf(folder), vectors)
  const examples: Examples = { stands: [], happenings: [], counts: [] }
  for (const annotated of readAnnotatedFolder(folder)) {
    const { text, given, published } = annotated
    const candidates = read(text, given ? published : null)
    const claims = annotated.claims.map((claim) => ({
      claim,
      group: groups++,
      start: text.indexOf(claim.evidence),
      ...classOfClaim(claim),
    }))
    const here = ({ line }: Candidate) =>
      claims.filter(
        ({ start, claim }) =>
          start < line.sentence.end && start + claim.evidence.length > line.sentence.start,
      )
    const add = (
      task: Task,
      candidate: Candidate,
      mine: readonly (typeof claims)[number][],
      others: number,
    ) => {
      const one = mine[0]
      if (!one) {
        if (others > 0) examples[task].push(exampleOf(task, candidate, 'none', -1, others, vectors))
      } else if (!mine.every(({ claim }) => claim.optional))
        examples[task].push(exampleOf(task, candidate, one.name, one.group, 1, vectors))
    }
    for (const candidate of candidates.stands) {
      const name = fold(candidate.actor.name)
      const own = claims.filter(
        ({ task, claim }) =>
          task === 'stands' &&
          (claim.type === 'leader-response'
            ? candidate.actor.leader
            : fold(claim.actor ?? '').includes(name) || name.includes(fold(claim.actor ?? '-'))),
      )
      const lines = here(candidate)
      add(
        'stands',
        candidate,
        own.filter((one) => lines.includes(one)),
        own.length > 0 ? 0 : 1,
      )
    }
    for (const task of ['happenings', 'counts'] as const) {
      const own = claims.filter((one) => one.task === task)
      for (const candidate of candidates[task]) {
        const lines = here(candidate)
        const mine = own.filter(
          (one) =>
            lines.includes(one) && (!('quantity' in candidate) || counts(one.claim, candidate.quantity)),
        )
        add(task, candidate, mine, own.length > 0 && task === 'happenings' ? 0.5 : 1)
      }
    }
  }
  return examples
}

function counts({ attrs }: AnnotatedClaim, quantity: unknown): boolean {
  const { low, high } = quantity as { low: number | null; high: number | null }
  return attrs?.['low'] === low && attrs?.['high'] === high
}

function exampleOf(
  task: Task,
  candidate: Candidate,
  name: string,
  group: number,
  weight: number,
  vectors: Vectors,
): Example {
  const label = (classes[task] as readonly string[]).indexOf(name)
  if (label < 0) throw new Error(`The classifier of ${task} has no class ${name}.`)
  const { hashes, dense } = featuresOf(candidate, vectors)
  return { hashes, dense, label, weight, group }
}

/** The folders in a directory that are of a challenge, by name. */
export function foldersIn(directory: string): string[] {
  return readdirSync(directory)
    .sort()
    .map((name) => join(directory, name))
    .filter((path) => existsSync(join(path, 'challenge.json')))
}

/** Examples that count as much as several. */
export function weighted(examples: readonly Example[], times: number): Example[] {
  return examples.map((example) => ({ ...example, weight: example.weight * times }))
}
