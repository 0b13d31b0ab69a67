import {
  type Challenge,
  type ClaimContent,
  type ClaimType,
  canonicalJson,
  claimDefinitions,
  demands,
} from '@whipcount/events'
import {
  createReferenceIndex,
  createReferences,
  createRoster,
  nameAgreement,
  type References,
  type Referent,
  type Roster,
} from '@whipcount/roster'
import type { ArticleRead, Extraction, RefusalReason } from '../port.ts'
import type { DecodedAnswer, StatedClaim } from './answer.ts'

const SUPPORT: ReadonlySet<ClaimType> = new Set(['ministerial-support', 'member-support'])
/** Types that are about nobody. */
const NOBODY: ReadonlySet<ClaimType> = new Set(['signature-count', 'setback'])

/** Whom a claim is about, as the rules would name them. */
interface Who {
  readonly actor: string | null
  readonly person: string | null
  readonly matched: boolean
  /** What the text says of a cabinet post; null where it says nothing. */
  readonly minister: boolean | null
}

const nobody: Who = { actor: null, person: null, matched: false, minister: null }

/**
 * Makes claims of what a model stated, for one challenge. Nothing is taken on trust: evidence must stand in the text word for word, and
 * people are looked up in the text and the roster as the rules look them up. What does not hold is refused and counted. Pure.
 *
 * @param rule is stamped on each claim.
 */
export function createClaimReader(
  challenge: Challenge,
  rule: string,
): (answer: DecodedAnswer, article: ArticleRead) => Extraction {
  const roster = createRoster(challenge)
  const index = createReferenceIndex(roster)
  return ({ claims: stated, misshapen }, article) => {
    const references = createReferences(index, article.text, article.published)
    const refused: Partial<Record<RefusalReason, number>> = misshapen > 0 ? { shape: misshapen } : {}
    const refuse = (reason: RefusalReason): [] => {
      refused[reason] = (refused[reason] ?? 0) + 1
      return []
    }
    const claims = stated.flatMap((one): ClaimContent[] => {
      const start = article.text.indexOf(one.evidence.trim())
      const text = one.evidence.trim()
      if (text === '' || start < 0) return refuse('evidence')
      const who = whoOf(one, article, references, roster)
      if (typeof who === 'string') return refuse(who)
      const date = dateOf(one, article)
      const type = SUPPORT.has(one.type) ? supportOf(who, roster, date ?? article.published) : one.type
      const quote = one.quote?.trim() ?? null
      const quoted = quote !== null && quote !== '' && article.text.includes(quote)
      if (quote !== null && !quoted) refuse('quote')
      return [
        {
          type,
          actor: who.actor,
          person: who.person,
          matched: who.matched,
          attrs: Object.keys(claimDefinitions[type].attrs.fields).length > 0 ? one.attrs : {},
          date,
          earlier: one.earlier && date === null,
          attribution: one.attribution,
          evidence: { start, end: start + text.length, text },
          quote: quoted ? quote : null,
          credited: null,
          rule,
        },
      ]
    })
    return { claims: strongest(claims), refused }
  }
}

/** Whom a stated claim is about, or why it is about nobody who may be. */
function whoOf(
  { type, actor, body, evidence }: StatedClaim,
  { text, published }: ArticleRead,
  references: References,
  roster: Roster,
): Who | RefusalReason {
  const { leader } = references
  if (type === 'leader-response')
    return { actor: leader.name, person: leader.person, matched: leader.matched, minister: null }
  if (NOBODY.has(type)) return nobody
  if (type === 'caucus-meeting') return actor !== null && text.includes(actor) ? { ...nobody, actor } : nobody
  if (actor === null) return 'actor'
  if (body) return text.includes(actor) ? { ...nobody, actor } : 'actor'
  const referent = referentOf(actor, text, references, text.indexOf(evidence.trim()))
  if (referent) {
    if (referent.leader) return 'actor'
    if (referent.side === 'other' || referent.side === 'outside') return 'party'
    const { name, person, matched, minister } = referent
    return { actor: name, person, matched, minister }
  }
  // Somebody whom the look-up for names passes over: a name all the same, where it stands in the text.
  if (!/\p{L}\s+\p{L}/u.test(actor) || !text.includes(actor)) return 'actor'
  const { name, person, matched } = roster.resolve(actor, { on: published })
  return person === leader.person
    ? 'actor'
    : { actor: matched ? name : actor, person, matched, minister: null }
}

/**
 * The person of an article whom a name means: one who is mentioned in just these words (of two, the one mentioned nearest to the
 * evidence), else the one whose name agrees with it best.
 */
function referentOf(actor: string, text: string, references: References, place: number): Referent | null {
  const exact = references.mentions
    .filter(({ from, start, end }) => [from, start].some((first) => text.slice(first, end) === actor))
    .sort((a, b) => Math.abs(a.start - place) - Math.abs(b.start - place))[0]
  if (exact) return exact.referent
  const agreeing = references.referents
    .map((referent) => ({ referent, agreement: nameAgreement(referent.name, actor) }))
    .filter(({ agreement }) => agreement > 0)
    .sort((a, b) => b.agreement - a.agreement)
  const [best, next] = agreeing
  return best && best.agreement !== next?.agreement ? best.referent : null
}

/** A day after the article's own is one to come: only a meeting has one. */
function dateOf({ date, type }: StatedClaim, { published }: ArticleRead): string | null {
  if (date === null || published === null || date <= published || type === 'caucus-meeting') return date
  return null
}

/** A minister's support or a member's: as the text says, else as the roster says for that day, else a member's. */
function supportOf({ person, minister }: Who, roster: Roster, day: string | null): ClaimType {
  const is = minister ?? (person !== null && roster.isMinisterOn(person, day ?? roster.challenge.window.from))
  return is ? 'ministerial-support' : 'member-support'
}

/** Of several calls by one person the strongest, and of each other claim one. */
function strongest(claims: readonly ClaimContent[]): ClaimContent[] {
  const strength = ({ attrs }: ClaimContent) => demands.indexOf(attrs['demand'] as (typeof demands)[number])
  const who = ({ person, actor }: ClaimContent) => person ?? actor
  const said = new Set<string>()
  return claims.filter((claim) => {
    const same = canonicalJson([claim.type, who(claim), claim.attrs])
    if (said.has(same)) return false
    said.add(same)
    return !(
      claim.type === 'public-call' &&
      claims.some(
        (one) => one.type === claim.type && who(one) === who(claim) && strength(one) < strength(claim),
      )
    )
  })
}
