import type { ClaimAttributes, ClaimType } from '@whipcount/events'
import type { Article } from '../article.ts'
import { kindOf } from '../caucus-meeting/kind.ts'
import type { Finding, Matches } from '../claims.ts'
import type { Hit } from '../hit.ts'
import type { Made } from '../rule.ts'
import { placesIn } from '../setback/lost-byelection.ts'
import { type Candidate, type CountCandidate, candidatesOf, type StandCandidate } from './candidates.ts'
import type { Classifier, Classifiers } from './classifier.ts'
import { isByThose, isForLeader, isOfOthers, isOnOtherMatter, isOthersLoss } from './guards.ts'
import { weigherOf } from './weigher.ts'

/**
 * How likely a claim is at least, by type. Chosen on folders that the classifiers were not fitted to: near where F1 is best, on the side
 * of precision, and so that the plain near misses of the idioms are silent. Classes of few examples have low likelihoods throughout.
 */
const LEAST: Partial<Record<ClaimType, number>> = {
  'public-call': 0.56,
  'member-support': 0.57,
  noncommittal: 0.45,
  signature: 0.47,
  'leader-response': 0.25,
  departure: 0.35,
  'caucus-meeting': 0.43,
  setback: 0.33,
  'signature-count': 0.3,
}

/**
 * What a class of a classifier claims: its name is `type`, or `type:attribute`, or `type:status:kind`. No pattern's name is on it.
 */
interface Meant {
  readonly rule: Finding['rule']
  readonly attrs: ClaimAttributes
}

const KEYS: Partial<Record<ClaimType, readonly string[]>> = {
  'public-call': ['demand'],
  signature: ['signed'],
  'leader-response': ['stance'],
  departure: ['kind'],
  'caucus-meeting': ['status', 'kind'],
  setback: ['kind'],
  'signature-count': ['counted'],
}

const meanings = new Map<string, Meant | null>()

function meantBy(name: string): Meant | null {
  let meant = meanings.get(name)
  if (meant === undefined) {
    const [type, ...values] = name.split(':') as [ClaimType, ...string[]]
    const attrs = Object.fromEntries(
      values.map((value, i) => [
        KEYS[type]![i]!,
        value === 'true' ? true : value === 'false' ? false : value,
      ]),
    )
    meant = name === 'none' ? null : { rule: { name: `${type}/weighed`, emits: type }, attrs }
    meanings.set(name, meant)
  }
  return meant
}

/**
 * What the classifiers find in an article where patterns say nothing. A sentence in which a pattern found something of somebody is not
 * weighed for them again, and what a pattern refused there (it is denied, supposed, asked) is not claimed after all.
 */
export function weigh(article: Article, classifiers: Classifiers, matches: Matches): Finding[] {
  const { stands, happenings, counts } = candidatesOf(article, classifiers.vectors)
  const findings: Finding[] = []
  for (const candidate of stands) {
    const found = likeliest(candidate, classifiers, classifiers.stands)
    if (!found || (found.rule.emits === 'leader-response') !== candidate.actor.leader) continue
    if (isSettled(candidate, found.rule.emits, matches)) continue
    // Who says how many have signed does not say to be one of them.
    if (
      found.rule.emits === 'signature' &&
      (isTold(candidate, 'signature-count', matches) || isForLeader(candidate) || isByThose(candidate))
    )
      continue
    if (found.attrs['stance'] === 'declines-comment' && isOnOtherMatter(candidate)) continue
    findings.push(standOf(article, candidate, found))
  }
  for (const candidate of happenings) {
    const found = likeliest(candidate, classifiers, classifiers.happenings)
    if (found && !isTold(candidate, found.rule.emits, matches) && !(isLost(found) && isOthersLoss(candidate)))
      findings.push(...happeningOf(article, candidate, found))
  }
  for (const candidate of counts) {
    const found = likeliest(candidate, classifiers, classifiers.counts)
    const least = candidate.quantity.low ?? candidate.quantity.high ?? 0
    if (
      found &&
      least >= 2 &&
      least <= 400 &&
      !isForLeader(candidate) &&
      !isOfOthers(article, candidate) &&
      !isTold(candidate, found.rule.emits, matches)
    )
      findings.push(countOf(article, candidate, found))
  }
  return findings
}

/**
 * Whether patterns have an answer for somebody: in the sentence, in the same words of theirs, or of the sort anywhere. A leader may say two
 * things of the future.
 */
function isSettled(
  { actor, line, statement }: StandCandidate,
  type: ClaimType,
  { found, refused }: Matches,
): boolean {
  const here = ({ hit }: { readonly hit: Hit }) =>
    hit.actor === actor &&
    (hit.sentence.index === line.sentence.index ||
      (statement !== null && hit.statement?.index === statement.index))
  return (
    found.some(
      (one) =>
        here(one) || (one.hit.actor === actor && one.rule.emits === type && type !== 'leader-response'),
    ) || refused.some((one) => one.type === type && here(one))
  )
}

/** Whether patterns have an answer for a sentence: they found something of the sort in it, or refused to. */
function isTold({ line }: Candidate, type: ClaimType, { found, refused }: Matches): boolean {
  return (
    found.some(({ rule, hit }) => rule.emits === type && hit.sentence.index === line.sentence.index) ||
    refused.some((one) => one.type === type && one.hit.sentence.index === line.sentence.index)
  )
}

interface Found extends Meant {
  readonly likelihood: number
}

function isLost({ attrs }: Found): boolean {
  return attrs['kind'] === 'byelection-loss' || attrs['kind'] === 'election-loss'
}

/** The likeliest class that is something, where its type is likely enough; classes of one type count together. */
function likeliest(candidate: Candidate, { vectors }: Classifiers, classifier: Classifier): Found | null {
  const likely = weigherOf(classifier, vectors)(candidate)
  let best: Meant | null = null
  let most = 0
  for (let c = 0; c < likely.length; c++) {
    const meant = meantBy(classifier.classes[c]!)
    if (meant === null || (best !== null && likely[c]! <= most)) continue
    best = meant
    most = likely[c]!
  }
  const type = best!.rule.emits
  let sum = 0
  for (let c = 0; c < likely.length; c++)
    if (meantBy(classifier.classes[c]!)?.rule.emits === type) sum += likely[c]!
  if (sum < LEAST[type]!) return null
  return { ...best!, likelihood: sum }
}

function standOf(article: Article, candidate: StandCandidate, { rule, attrs, likelihood }: Found): Finding {
  const { line, actor, statement } = candidate
  const content = statement?.content.find(
    ({ start, end }) => end > line.sentence.start && start < line.sentence.end,
  )
  const start = Math.max(line.sentence.start, content?.start ?? 0)
  return {
    rule,
    made: { attrs, weight: likelihood },
    hit: { ...hitOf(article, candidate), start, actor, statement },
  }
}

function happeningOf(article: Article, candidate: Candidate, { rule, attrs, likelihood }: Found): Finding[] {
  const hit = hitOf(article, candidate)
  const made = (extra: ClaimAttributes, more: Partial<Made> = {}): Finding => ({
    rule,
    hit,
    made: { attrs: { ...attrs, ...extra }, weight: likelihood, ...more },
  })
  if (rule.emits === 'caucus-meeting') {
    const body = attrs['kind'] === 'national' ? null : kindOf(hit, hit.stretch, 0).actor
    return [made({}, { actor: body })]
  }
  if (attrs['kind'] !== 'byelection-loss') return [made({ place: null })]
  const places = placesIn(hit)
  return places.length === 0 ? [made({ place: null })] : places.slice(0, 2).map((place) => made({ place }))
}

function countOf(article: Article, candidate: CountCandidate, { rule, attrs, likelihood }: Found): Finding {
  const { low, high, hedge, start } = candidate.quantity
  return {
    rule,
    hit: { ...hitOf(article, candidate), start },
    made: { attrs: { low, high, counted: attrs['counted']!, hedge }, weight: likelihood },
  }
}

function hitOf(article: Article, { line }: Candidate): Hit {
  return {
    article,
    match: Object.assign([line.text], {
      index: 0,
      input: line.text,
      groups: {},
    }) as unknown as RegExpExecArray,
    stretch: line.text,
    offset: line.from,
    start: line.sentence.start,
    end: line.sentence.end,
    sentence: line.sentence,
    statement: null,
    actor: null,
    before: '',
    after: '',
    groups: {},
  }
}
