import type { ClaimAttributes, ClaimType } from '@whipcount/events'
import type { Actor } from '../actor.ts'
import type { Article } from '../article.ts'
import { kindOf } from '../caucus-meeting/kind.ts'
import type { Finding, Matches } from '../claims.ts'
import type { Hit } from '../hit.ts'
import type { Made } from '../rule.ts'
import { placesIn } from '../setback/lost-byelection.ts'
import { type Candidate, type CountCandidate, candidatesOf, type StandCandidate } from './candidates.ts'
import { classNameOf, meantByClass } from './class-names.ts'
import type { Classifier, Classifiers } from './classifier.ts'
import { isByThose, isForLeader, isOfOthers, isOnOtherMatter, isOthersLoss } from './guards.ts'
import { isNumber, placesOf } from './matched.ts'
import { weigherOf } from './weigher.ts'

/**
 * How likely a claim is at least that no pattern finds, by type. Chosen on folders that the classifiers were not fitted to: near where F1 is
 * best, on the side of precision. Classes of few examples have low likelihoods throughout.
 */
const LEAST: Partial<Record<ClaimType, number>> = {
  'public-call': 0.47,
  'ministerial-support': 0.42,
  'member-support': 0.61,
  noncommittal: 0.4,
  signature: 0.42,
  'leader-response': 0.2,
  departure: 0.33,
  'caucus-meeting': 0.28,
  setback: 0.2,
  'signature-count': 0.18,
}

/** The same where a pattern says otherwise: it refused what is denied, supposed or asked, or found another stand in the same words. */
const LEAST_AGAINST = 0.8

/** How likely what a pattern found must be at least. It is a fact that the classifiers know, so what they hold for unlikely then is wrong. */
const LEAST_FOUND: Partial<Record<ClaimType, number>> = {
  'public-call': 0.1,
  'member-support': 0.08,
  noncommittal: 0.05,
  signature: 0.02,
  'leader-response': 0.02,
  departure: 0.06,
  'caucus-meeting': 0.03,
  setback: 0.04,
  'signature-count': 0.08,
}

/** Of two stands of one person in an article the less likely is kept where it is so much of the other. */
const RIVAL = 0.7

/** Stands of which a person mostly takes one. */
const STANDS: ReadonlySet<ClaimType> = new Set(['public-call', 'member-support', 'noncommittal'])

/** How many times likelier than its own another attribute must be that a pattern's claim is given instead. */
const RATHER = 8

/** What a class of a classifier claims. No pattern's name is on it. */
interface Meant {
  readonly rule: Finding['rule']
  readonly attrs: ClaimAttributes
}

const meanings = new Map<string, Meant | null>()

function meantBy(name: string): Meant | null {
  let meant = meanings.get(name)
  if (meant === undefined) {
    const of = meantByClass(name)
    meant = of && { rule: { name: `${of.type}/weighed`, emits: of.type }, attrs: of.attrs }
    meanings.set(name, meant)
  }
  return meant
}

/**
 * What an article says: what patterns found, where the classifiers, which know of it, hold it for likely enough; and what the classifiers
 * find besides.
 */
export function weigh(article: Article, classifiers: Classifiers, matches: Matches): Finding[] {
  const { stands, happenings, counts } = candidatesOf(article, classifiers.vectors, matches)
  const weighed = indexed({
    stands: weighAll(stands, classifiers.stands, classifiers),
    happenings: weighAll(happenings, classifiers.happenings, classifiers),
    counts: weighAll(counts, classifiers.counts, classifiers),
  })
  const kept = matches.found.flatMap((finding) => keptOf(finding, opinionsOn(finding, weighed)))
  const findings: Likely[] = [...kept]
  const settled = settledBy(kept, matches)
  for (const { candidate, opinion } of weighed.stands) {
    const found = likeliest(opinion, candidate.actor.minister === true)
    if (!found || (found.rule.emits === 'leader-response') !== candidate.actor.leader) continue
    const { emits } = found.rule
    // A leader may say two things of the future.
    if (emits !== 'leader-response' && settled.types.get(candidate.actor)?.has(emits)) continue
    if (found.likelihood < LEAST_AGAINST && isAgainst(candidate, emits, settled)) continue
    // Who says how many have signed does not say to be one of them.
    if (emits === 'signature' && (isForLeader(candidate) || isByThose(candidate))) continue
    if (found.attrs['stance'] === 'declines-comment' && isOnOtherMatter(candidate)) continue
    findings.push({ finding: standOf(article, candidate, found), likelihood: found.likelihood })
  }
  for (const { candidate, opinion } of weighed.happenings) {
    const found = likeliest(opinion)
    if (!found || (isLost(found) && isOthersLoss(candidate))) continue
    if (settled.inSentence.get(candidate.line.sentence.index)?.some(({ type }) => type === found.rule.emits))
      continue
    for (const finding of happeningOf(article, candidate, found))
      findings.push({ finding, likelihood: found.likelihood })
  }
  for (const { candidate, opinion } of weighed.counts) {
    const found = likeliest(opinion)
    const least = candidate.quantity.low ?? candidate.quantity.high ?? 0
    if (!found || least < 2 || least > 400 || isForLeader(candidate) || isOfOthers(article, candidate))
      continue
    const numbers = settled.inSentence.get(candidate.line.sentence.index)
    if (numbers?.some(({ type, attrs }) => type === found.rule.emits && isNumber(attrs, candidate.quantity)))
      continue
    findings.push({ finding: countOf(article, candidate, found), likelihood: found.likelihood })
  }
  return withoutRivals(findings)
}

/** A finding, and how likely it is by the classifiers. */
interface Likely {
  readonly finding: Finding
  readonly likelihood: number
}

/** Each person's likeliest stand, and others that are nearly as likely: most take one, and a line that reports it may sound like another. */
function withoutRivals(all: readonly Likely[]): Finding[] {
  const best = new Map<Actor, Likely>()
  for (const one of all) {
    const { rule, hit } = one.finding
    if (!STANDS.has(rule.emits) || hit.actor === null) continue
    const known = best.get(hit.actor)
    if (!known || one.likelihood > known.likelihood) best.set(hit.actor, one)
  }
  return all
    .filter(({ finding: { rule, hit }, likelihood }) => {
      const rival = STANDS.has(rule.emits) && hit.actor !== null ? best.get(hit.actor) : undefined
      return (
        rival === undefined ||
        rival.finding.rule.emits === rule.emits ||
        likelihood >= RIVAL * rival.likelihood
      )
    })
    .map(({ finding }) => finding)
}

/** A candidate, and how likely each class is for it. */
interface WeighedOne<One extends Candidate> {
  readonly candidate: One
  readonly opinion: Opinion
}

interface WeighedSet {
  readonly stands: readonly WeighedOne<StandCandidate>[]
  readonly happenings: readonly WeighedOne<Candidate>[]
  readonly counts: readonly WeighedOne<CountCandidate>[]
}

interface Weighed extends WeighedSet {
  readonly bySentence: (sentence: number) => WeighedSet
}

interface Opinion {
  readonly classes: readonly string[]
  readonly likely: Float32Array
}

function weighAll<One extends Candidate>(
  candidates: readonly One[],
  classifier: Classifier,
  { vectors }: Classifiers,
): WeighedOne<One>[] {
  const weigher = weigherOf(classifier, vectors)
  const { classes } = classifier
  return candidates.map((candidate) => ({
    candidate,
    opinion: { classes, likely: weigher(candidate).slice() },
  }))
}

function indexed(all: WeighedSet): Weighed {
  const sentenceOf = ({ candidate }: WeighedOne<Candidate>) => candidate.line.sentence.index
  const stands = Map.groupBy(all.stands, sentenceOf)
  const happenings = Map.groupBy(all.happenings, sentenceOf)
  const counts = Map.groupBy(all.counts, sentenceOf)
  return {
    ...all,
    bySentence: (sentence) => ({
      stands: stands.get(sentence) ?? [],
      happenings: happenings.get(sentence) ?? [],
      counts: counts.get(sentence) ?? [],
    }),
  }
}

/** What patterns settle: looked up for each candidate, of which an article may have thousands. */
interface Settled {
  /** The types kept of somebody. */
  readonly types: ReadonlyMap<Actor, ReadonlySet<ClaimType>>
  readonly inSentence: ReadonlyMap<
    number,
    readonly { readonly type: ClaimType; readonly attrs: ClaimAttributes }[]
  >
  /** Of somebody, by type, the places where it was refused, and under `stand` those where a stand was kept. */
  readonly against: ReadonlyMap<Actor, ReadonlySet<string>>
}

function settledBy(kept: readonly Likely[], { refused }: Matches): Settled {
  const types = new Map<Actor, Set<ClaimType>>()
  const inSentence = new Map<number, { type: ClaimType; attrs: ClaimAttributes }[]>()
  const against = new Map<Actor, Set<string>>()
  const note = ({ actor, sentence, statement }: Hit, what: string) => {
    if (!actor) return
    const places = against.get(actor) ?? new Set()
    for (const place of placesOf(sentence.index, statement)) places.add(`${what} ${place}`)
    against.set(actor, places)
  }
  for (const { type, hit } of refused) note(hit, type)
  for (const { finding } of kept) {
    const { rule, hit, made } = finding
    if (STANDS.has(rule.emits)) note(hit, 'stand')
    if (hit.actor) types.set(hit.actor, (types.get(hit.actor) ?? new Set()).add(rule.emits))
    const here = inSentence.get(hit.sentence.index) ?? []
    here.push({ type: rule.emits, attrs: made.attrs })
    inSentence.set(hit.sentence.index, here)
  }
  return { types, inSentence, against }
}

/** Whether patterns refused something of somebody in a line or in their words there, or found another stand of theirs. */
function isAgainst(
  { actor, line, statement }: StandCandidate,
  type: ClaimType,
  { against }: Settled,
): boolean {
  const places = against.get(actor)
  if (!places) return false
  return placesOf(line.sentence.index, statement).some(
    (place) => places.has(`${type} ${place}`) || (STANDS.has(type) && places.has(`stand ${place}`)),
  )
}

/**
 * What the classifiers hold of what a pattern found: of the same person, line or number. None where it is none of their candidates.
 */
function opinionsOn({ rule, hit, made }: Finding, weighed: Weighed): Opinion[] {
  const { stands, happenings, counts } = weighed.bySentence(hit.sentence.index)
  switch (rule.emits) {
    case 'signature-count':
      return counts
        .filter(({ candidate }) => isNumber(made.attrs, candidate.quantity))
        .map(({ opinion }) => opinion)
    case 'caucus-meeting':
    case 'setback':
      return happenings.map(({ opinion }) => opinion)
    default:
      return stands.filter(({ candidate }) => candidate.actor === hit.actor).map(({ opinion }) => opinion)
  }
}

/** How likely what a pattern found is where it is of none of the candidates. */
const UNWEIGHED = 0.5

/** What a pattern found, or something likelier of its type; nothing where that is unlikely. */
function keptOf(finding: Finding, opinions: readonly Opinion[]): Likely[] {
  const { rule, made } = finding
  if (opinions.length === 0) return [{ finding, likelihood: UNWEIGHED }]
  const held = opinions
    .map((opinion) => ofType(opinion, rule.emits))
    .reduce((a, b) => (b.likelihood > a.likelihood ? b : a))
  if (held.likelihood < LEAST_FOUND[rule.emits]!) return []
  // A sentence may tell of several blows.
  if (
    held.best === null ||
    rule.emits === 'setback' ||
    held.most < RATHER * held.likelihoodOf(classNameOf(rule.emits, made.attrs))
  )
    return [{ finding, likelihood: held.likelihood }]
  const attrs = { ...made.attrs, ...held.best.attrs }
  return [{ finding: { ...finding, made: { ...made, attrs } }, likelihood: held.likelihood }]
}

interface Found extends Meant {
  readonly likelihood: number
}

function isLost({ attrs }: Found): boolean {
  return attrs['kind'] === 'byelection-loss' || attrs['kind'] === 'election-loss'
}

/** How likely the classes of one type are together, and which of them is the likeliest. */
function ofType({ classes, likely }: Opinion, type: ClaimType) {
  let best: Meant | null = null
  let most = 0
  let likelihood = 0
  for (let c = 0; c < likely.length; c++) {
    const meant = meantBy(classes[c]!)
    if (meant?.rule.emits !== type) continue
    likelihood += likely[c]!
    if (likely[c]! <= most) continue
    best = meant
    most = likely[c]!
  }
  const likelihoodOf = (name: string) => likely[classes.indexOf(name)] ?? 0
  return { best, most, likelihood, likelihoodOf }
}

/** The likeliest class that is something, where its type is likely enough; classes of one type count together. */
function likeliest(opinion: Opinion, ofMinister = false): Found | null {
  const { classes, likely } = opinion
  let best: Meant | null = null
  let most = 0
  for (let c = 0; c < likely.length; c++) {
    const meant = meantBy(classes[c]!)
    if (meant === null || (best !== null && likely[c]! <= most)) continue
    best = meant
    most = likely[c]!
  }
  const type = best!.rule.emits
  const { likelihood } = ofType(opinion, type)
  const least = LEAST[ofMinister && type === 'member-support' ? 'ministerial-support' : type]!
  return likelihood < least ? null : { ...best!, likelihood }
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
