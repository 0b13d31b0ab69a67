import {
  type ClaimContent,
  type ClaimType,
  claimDefinitions,
  claimTypes,
  type Position,
} from '@whipcount/events'
import type { AnnotatedArticle, AnnotatedClaim } from './annotation.ts'
import { matches, overlaps, sameActor } from './matching.ts'

/** A claim that somebody made: in the annotation format, with the place of its evidence. */
export type MadeClaim = Omit<AnnotatedClaim, 'optional'> & {
  readonly span: readonly [number, number] | null
  /** The rule that made it, where that is known. */
  readonly rule?: string
}

/** A claim of an extractor as the annotation format has it. */
export function madeClaim({
  type,
  actor,
  attrs,
  date,
  attribution,
  quote,
  rule,
  evidence,
}: ClaimContent): MadeClaim {
  const { start, end, text } = evidence
  return { type, actor, attrs, date, attribution, quote, evidence: text, span: [start, end], rule }
}

/** How often what was made is right, and how much of what there is was made; 1 where there is nothing to get wrong. */
export interface Rates {
  /** Right; made and not there; there and not made. */
  readonly right: number
  readonly extra: number
  readonly missed: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** How many of some are right. */
export interface Share {
  readonly right: number
  readonly of: number
}

/** How well claims agree with annotated articles. */
export interface Score {
  readonly articles: number
  readonly byType: Readonly<Record<ClaimType, Rates>>
  /** Over all claims. */
  readonly micro: Rates
  /** The mean F1 of the types that were annotated at all. */
  readonly macroF1: number
  /** Who stands where, article by article: the same person on the same side. */
  readonly positions: Rates
  /** On claims that match: of those that the annotator gave one, how many have the same day; likewise the rest. */
  readonly dates: Share
  readonly attributions: Share
  /** Evidence and quotes that are about the same words. */
  readonly evidence: Share
  readonly quotes: Share
  /** Over every claim made: `text.slice(...span)` is the evidence. */
  readonly spans: Share
  /** Matches with a date where the annotator gave none. */
  readonly inventedDates: number
  /** Of the articles without a claim, how many were left without. */
  readonly empty: Share
  /** Articles of which nothing was said at all, not even that there is nothing in them. */
  readonly unread: number
  readonly misses: readonly { readonly article: string; readonly claim: AnnotatedClaim }[]
  readonly extras: readonly { readonly article: string; readonly claim: MadeClaim }[]
  /** Matches whose date or attribution is another. */
  readonly differing: readonly Differing[]
}

export interface Differing {
  readonly article: string
  readonly claim: AnnotatedClaim
  readonly what: 'date' | 'attribution'
  readonly wanted: string
  readonly got: string | null
}

/**
 * Scores claims, by article, against annotations. Within an article each annotated claim takes the first claim made that matches it
 * and is not taken; the optional ones come last and cost nothing. Pure.
 */
export function score(
  articles: readonly AnnotatedArticle[],
  made: ReadonlyMap<string, readonly MadeClaim[]>,
): Score {
  const byType = Object.fromEntries(claimTypes.map((type) => [type, new Tally()])) as Record<ClaimType, Tally>
  const positions = new Tally()
  const [dates, attributions, evidence, quotes, spans, empty] = Array.from({ length: 6 }, () => new Part())
  const misses: Score['misses'][number][] = []
  const extras: Score['extras'][number][] = []
  const differing: Differing[] = []
  let inventedDates = 0
  let unread = 0
  for (const { article, text, claims } of articles) {
    const found = made.get(article)
    if (!found) unread++
    const rest = [...(found ?? [])]
    const take = (claim: AnnotatedClaim): MadeClaim | null => {
      const index = rest.findIndex((one) => matches(claim, one))
      return index < 0 ? null : rest.splice(index, 1)[0]!
    }
    for (const claim of claims.filter(({ optional }) => !optional)) {
      const match = take(claim)
      if (match === null) {
        byType[claim.type].missed++
        misses.push({ article, claim })
        continue
      }
      byType[claim.type].right++
      if (claim.date === null && match.date !== null) inventedDates++
      for (const [what, part] of [
        ['date', dates],
        ['attribution', attributions],
      ] as const) {
        const wanted = claim[what]
        if (wanted === null) continue
        part!.count(match[what] === wanted)
        if (match[what] !== wanted) differing.push({ article, claim, what, wanted, got: match[what] })
      }
      evidence!.count(overlaps(claim.evidence, match.evidence))
      if (claim.quote !== null) quotes!.count(match.quote !== null && overlaps(claim.quote, match.quote))
    }
    for (const claim of claims.filter(({ optional }) => optional)) take(claim)
    for (const { span, evidence: copy } of found ?? [])
      spans!.count(copy !== '' && span !== null && text.slice(...span) === copy)
    for (const claim of rest) {
      byType[claim.type].extra++
      extras.push({ article, claim })
    }
    if (claims.length === 0) empty!.count((found ?? []).length === 0)
    comparePositions(claims, found ?? [], positions)
  }
  const all = new Tally()
  for (const tally of Object.values(byType)) all.add(tally)
  const annotated = Object.values(byType).filter(({ right, missed }) => right + missed > 0)
  const macro = annotated.reduce((sum, tally) => sum + tally.rates().f1, 0)
  return {
    articles: articles.length,
    byType: Object.fromEntries(claimTypes.map((type) => [type, byType[type].rates()])) as Record<
      ClaimType,
      Rates
    >,
    micro: all.rates(),
    macroF1: macro / Math.max(1, annotated.length),
    positions: positions.rates(),
    dates: dates!.share(),
    attributions: attributions!.share(),
    evidence: evidence!.share(),
    quotes: quotes!.share(),
    spans: spans!.share(),
    inventedDates,
    empty: empty!.share(),
    unread,
    misses,
    extras,
    differing,
  }
}

interface Side {
  readonly actor: string | null
  readonly position: Position
  readonly optional: boolean
}

/** The sides that claims put people on, each person once on each side, as the first claim has it. */
function sidesOf(claims: readonly (AnnotatedClaim | MadeClaim)[]): Side[] {
  const sides: Side[] = []
  for (const claim of claims) {
    const position = claimDefinitions[claim.type].positionOf(claim)
    if (position === null) continue
    const { actor } = claim
    if (sides.some((one) => one.position === position && sameActor(one.actor, actor))) continue
    sides.push({ actor, position, optional: 'optional' in claim && claim.optional })
  }
  return sides
}

function comparePositions(
  claims: readonly AnnotatedClaim[],
  found: readonly MadeClaim[],
  tally: Tally,
): void {
  const rest = sidesOf(found)
  for (const { actor, position, optional } of sidesOf(claims)) {
    const index = rest.findIndex((one) => one.position === position && sameActor(actor, one.actor))
    if (index >= 0) rest.splice(index, 1)
    if (optional) continue
    if (index >= 0) tally.right++
    else tally.missed++
  }
  tally.extra += rest.length
}

/** Rates over several scores: their claims counted together. */
export function ratesOver(several: readonly Rates[]): Rates {
  const tally = new Tally()
  for (const one of several) tally.add(one)
  return tally.rates()
}

class Tally {
  right = 0
  extra = 0
  missed = 0
  add({ right, extra, missed }: Pick<Rates, 'right' | 'extra' | 'missed'>): void {
    this.right += right
    this.extra += extra
    this.missed += missed
  }
  rates(): Rates {
    const { right, extra, missed } = this
    const precision = right + extra > 0 ? right / (right + extra) : 1
    const recall = right + missed > 0 ? right / (right + missed) : 1
    const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
    return { right, extra, missed, precision, recall, f1 }
  }
}

class Part {
  private right = 0
  private of = 0
  count(right: boolean): void {
    this.of++
    if (right) this.right++
  }
  share(): Share {
    return { right: this.right, of: this.of }
  }
}
