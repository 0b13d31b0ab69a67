import { type ClaimContent, type ClaimType, demands } from '@whipcount/events'
import type { Roster } from '@whipcount/roster'
import type { Article } from './article.ts'
import { attributionOf, creditedOf } from './attribution.ts'
import { dateOf } from './dates.ts'
import { evidenceOf, quoteOf } from './evidence.ts'
import type { Hit } from './hit.ts'
import type { Made, Rule } from './rule.ts'

/** A hit that a rule accepted, and what it made of it; or what a classifier found, under a name of its own. */
export interface Finding {
  readonly rule: Pick<Rule, 'name' | 'emits'>
  readonly hit: Hit
  readonly made: Made
}

/** A hit that a rule refused: it is denied, supposed, asked, or about something else. */
export interface Refusal {
  readonly type: ClaimType
  readonly hit: Hit
}

/** What patterns make of an article. */
export interface Matches {
  readonly found: readonly Finding[]
  readonly refused: readonly Refusal[]
}

interface Candidate {
  readonly claim: ClaimContent
  readonly weight: number
  readonly place: number
  /** Where the actor is named: several people of one sentence come in its order. */
  readonly order: number
}

const SUPPORT: ReadonlySet<ClaimType> = new Set(['ministerial-support', 'member-support'])
const PERSONAL: ReadonlySet<ClaimType> = new Set([
  'public-call',
  'ministerial-support',
  'member-support',
  'noncommittal',
  'signature',
])

/** The claims of an article: one for each type, actor and key attribute, with the clearest sentence as its evidence. */
export function claimsOf(article: Article, roster: Roster, findings: readonly Finding[]): ClaimContent[] {
  const candidates = findings.map((finding) => candidateOf(article, roster, finding))
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const key = keyOf(candidate.claim)
    const known = best.get(key)
    if (!known) best.set(key, candidate)
    else best.set(key, isClearer(candidate, known) ? dated(candidate, known) : dated(known, candidate))
  }
  return settle([...best.values()])
    .sort((a, b) => a.place - b.place || a.order - b.order || compare(keyOf(a.claim), keyOf(b.claim)))
    .map(({ claim }) => claim)
}

/** The clearer of two candidates for one claim; the other one's day where it gives none. */
function dated(one: Candidate, other: Candidate): Candidate {
  const { claim } = one
  if (claim.date !== null || claim.earlier || other.claim.date === null) return one
  return { ...one, claim: { ...claim, date: other.claim.date } }
}

/** Whether one candidate's sentence says it more clearly; the order in which rules ran is of no account. */
function isClearer(a: Candidate, b: Candidate): boolean {
  return (
    a.weight > b.weight ||
    (a.weight === b.weight && (a.place < b.place || (a.place === b.place && a.claim.rule < b.claim.rule)))
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function whoOf(claim: ClaimContent): string {
  return claim.person ?? claim.actor?.toLowerCase() ?? ''
}

function keyOf(claim: ClaimContent): string {
  const { attrs, type } = claim
  const kind = SUPPORT.has(type) ? 'support' : type
  const key =
    type === 'caucus-meeting'
      ? [attrs['status'], attrs['kind']]
      : type === 'public-call'
        ? [attrs['demand']]
        : type === 'signature'
          ? [attrs['signed']]
          : type === 'signature-count'
            ? [attrs['low'], attrs['high']]
            : type === 'leader-response'
              ? [attrs['stance']]
              : type === 'departure'
                ? [attrs['kind']]
                : type === 'setback'
                  ? [attrs['kind'], String(attrs['place'] ?? '').toLowerCase()]
                  : []
  return [kind, type === 'caucus-meeting' ? '' : whoOf(claim), ...key].join('|')
}

/** Applies what the codebook says of several claims together. */
function settle(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((one) => {
    const { claim } = one
    const rest = candidates.filter((other) => other !== one)
    const same = rest.filter((other) => whoOf(other.claim) === whoOf(claim))
    switch (claim.type) {
      // The strongest demand alone.
      case 'public-call':
        return !same.some(
          (other) => other.claim.type === 'public-call' && strength(other.claim) < strength(claim),
        )
      // One who calls or backs in the same words takes a side.
      case 'noncommittal':
        return !same.some(
          (other) =>
            (SUPPORT.has(other.claim.type) ||
              other.claim.type === 'public-call' ||
              (other.claim.type === 'signature' && other.claim.attrs['signed'] === true) ||
              (one.weight < 1 && other.claim.type !== 'departure')) &&
            (one.weight < 2 || Math.abs(other.claim.evidence.start - claim.evidence.start) < 400),
        )
      // Support and a call by one person: the clearer one, unless they are days apart.
      case 'ministerial-support':
      case 'member-support':
        return !same.some((other) => other.claim.type === 'public-call' && other.weight >= one.weight)
      // A byelection whose place is named is not counted again without it.
      case 'setback':
        return !(
          claim.attrs['kind'] === 'byelection-loss' &&
          rest.some(({ claim: other }) => other.attrs['kind'] === 'byelection-loss' && isPartOf(claim, other))
        )
      default:
        return true
    }
  })
}

/** Whether the place of one byelection is none, or a shorter name of the other's: "Toronto" of "Toronto-St. Paul's". */
function isPartOf(one: ClaimContent, other: ClaimContent): boolean {
  const words = ({ attrs }: ClaimContent) =>
    String(attrs['place'] ?? '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
  const own = words(one)
  const others = words(other)
  return own.length < others.length && own.every((word) => others.includes(word))
}

function strength(claim: ClaimContent): number {
  return (demands as readonly unknown[]).indexOf(claim.attrs['demand'])
}

function candidateOf(article: Article, roster: Roster, { rule, hit, made }: Finding): Candidate {
  const { actor } = hit
  const evidence = evidenceOf(hit)
  const { date, earlier } =
    made.date !== undefined ? { date: made.date, earlier: false } : dateOf(hit, rule.emits, made.attrs)
  const name = made.actor !== undefined ? made.actor : (actor?.name ?? null)
  const person = made.actor !== undefined ? null : (actor?.person ?? null)
  const type = SUPPORT.has(rule.emits) ? kindOfSupport(hit, roster, date ?? article.published) : rule.emits
  const personal = PERSONAL.has(type) || type === 'leader-response'
  return {
    claim: {
      type,
      actor: name,
      person,
      matched: person !== null && (actor?.matched ?? false),
      attrs: made.attrs,
      date,
      earlier,
      attribution: made.attribution ?? attributionOf(hit, type),
      evidence,
      quote: personal || type === 'departure' ? quoteOf(hit, evidence) : null,
      credited: creditedOf(hit),
      rule: rule.name,
    },
    weight: made.weight ?? 1,
    place: hit.start,
    order: actor ? hit.article.document.text.indexOf(actor.name, evidence.start) : 0,
  }
}

/** A minister's support or a member's: as the text says, else as the roster says for that day, else a member's. */
function kindOfSupport({ actor }: Hit, roster: Roster, day: string | null): ClaimType {
  if (!actor || actor.person === null) return 'member-support'
  if (actor.minister !== null) return actor.minister ? 'ministerial-support' : 'member-support'
  const on = day ?? roster.challenge.window.from
  return roster.isMinisterOn(actor.person, on) ? 'ministerial-support' : 'member-support'
}
