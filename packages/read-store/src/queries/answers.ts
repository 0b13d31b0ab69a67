import type { ClaimAttributes, Position } from '@whipcount/events'

/** Which days an answer is about. */
export interface AsOf {
  /** What had been said or had happened by the end of this day (`YYYY-MM-DD`); absent: everything. */
  readonly on?: string | null | undefined
  /** What had been captured by this instant, or by the end of this day in the challenge's time zone; absent: everything. */
  readonly known?: string | null | undefined
}

/** A claim as answers show it. */
export interface ClaimShown {
  readonly claim: string
  readonly type: string
  readonly attrs: ClaimAttributes
  readonly position: Position | null
  readonly article: string
  readonly url: string | null
  readonly outlet: string | null
  readonly title: string | null
  /** When it was said or happened; null where the text does not say. */
  readonly date: string | null
  /** The day that orders it: its date, else the article's published day, else the day it was captured. */
  readonly day: string
  readonly earlier: boolean
  readonly attribution: string
  readonly evidence: string
  readonly span: readonly [number, number]
  readonly quote: string | null
  readonly credited: string | null
  readonly rule: string
  /** The corrections that stand in what is shown here, the oldest first. */
  readonly corrected: readonly Corrected[]
}

/** An editor's decision that an answer rests on: who, when and why. */
export interface Corrected {
  /** The id of the correction, merger or entry. */
  readonly correction: string
  /** `standing`, the field of the claim, `person` for a merger, `entered` for a claim of an editor's own. */
  readonly field: string
  /** What it is from then on; null where it is again what the reading says. */
  readonly value: unknown
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** A correction with its claim, whether it counts or not. */
export interface Correction extends Corrected {
  readonly challenge: string
  /** Null for a merger. */
  readonly claim: string | null
  /** For a merger the one whose claims move; null for claims. */
  readonly merged_person: string | null
  readonly type: string | null
  /** Whom it is about. */
  readonly who: string | null
  /** `orphaned`: it would count, but its claim is no longer found. */
  readonly state: 'standing' | 'superseded' | 'orphaned'
  readonly evidence: string | null
}

/** Where one person (or body) stands. The deciding claim's fields are at hand beside the claim itself. */
export interface PersonPosition {
  readonly challenge: string
  /** The roster's id, a UUID for a person whom it does not know, null for a body. */
  readonly person: string | null
  readonly name: string
  readonly position: Position
  /** The first day of the present unbroken stretch of this position. */
  readonly since: string | null
  /** Whether the deciding claim has no date of its own. */
  readonly undated: boolean
  /** Whether they sat in the legislature on that day. */
  readonly member: boolean
  /** Whether the whip count covers them. */
  readonly counted: boolean
  readonly area: string | null
  readonly deciding: ClaimShown | null
  /** Claims of theirs that say otherwise, latest first. */
  readonly contradicting: readonly ClaimShown[]
  /** Signatures that only anonymous sources report: they move nobody. */
  readonly unconfirmed: readonly ClaimShown[]
  /** How many live claims give them this position, and in how many outlets. */
  readonly claims: number
  readonly outlets: number
  /**
   * From how many outlets that really comes: the one that the evidence credits, else that of the article whose text this one nearly repeats
   * (`copied_from`; not known of what was read before readings had sketches), else the article's own.
   */
  readonly origins: number
  /** Decisions of editors about them that stand: claims withdrawn or amended, mergers. */
  readonly corrections: readonly Correction[]
  readonly type: string | null
  readonly attrs: ClaimAttributes | null
  readonly article: string | null
  readonly url: string | null
  readonly outlet: string | null
  readonly date: string | null
  readonly day: string | null
  readonly evidence: string | null
  readonly span: readonly [number, number] | null
  readonly quote: string | null
  readonly claim: string | null
  readonly rule: string | null
}

/** The whip count of one challenge. */
export interface WhipCount {
  readonly challenge: string
  readonly name: string
  readonly on: string | null
  readonly known: string | null
  /** The day whose members are counted. */
  readonly day: string
  readonly against: number
  readonly wavering: number
  readonly for: number
  readonly unknown: number
  readonly total: number
  /** `members` of that day, or the `people` named where no roster says who sits. */
  readonly covers: 'members' | 'people'
  /** Those with a position who are not counted. */
  readonly others: number
  readonly seats: number | null
  readonly threshold: { readonly name: string; readonly count: number } | null
}

/** A figure of signatures or supporters as one article has it. */
export interface Figure {
  readonly claim: string
  readonly low: number | null
  readonly high: number | null
  readonly hedge: string
  readonly attribution: string
  readonly outlet: string | null
  readonly article: string
  readonly day: string
  readonly undated: boolean
  readonly evidence: string
  readonly span: readonly [number, number]
}

/** One envelope of figures: of members who have signed, are calling, are willing or are involved. */
export interface SignatureCount {
  readonly challenge: string
  readonly counted: 'signed' | 'calling' | 'willing' | 'involved'
  /** The largest of the named, confirmed signers and the best `low`. */
  readonly low: number | null
  /** The largest `high`; null where it is open or below `low`. */
  readonly high: number | null
  /** Named people whose signature is confirmed (for `signed`). */
  readonly named: number
  readonly names: readonly string[]
  /** Named people whose signature only anonymous sources report. */
  readonly unconfirmed: readonly string[]
  readonly figures: readonly Figure[]
  readonly threshold: { readonly name: string; readonly count: number } | null
}

/** One meeting, blow, statement, ... with the claims behind it. */
export interface Occurrence {
  readonly challenge: string
  readonly occurrence: string
  readonly type: string
  /** Null where no claim says. */
  readonly date: string | null
  /** Its date, else the first day of the articles that tell of it. */
  readonly day: string
  /** Kind, demand, stance, ...: what tells it from others of its type. */
  readonly what: string | null
  readonly person: string | null
  readonly name: string | null
  readonly claims: number
  readonly outlets: number
  /** Outlets that it really comes from. */
  readonly origins: number
  /** The clearest claim first. */
  readonly reports: readonly ClaimShown[]
}

export interface Meeting {
  readonly challenge: string
  readonly occurrence: string
  readonly date: string | null
  readonly day: string
  readonly kind: string
  readonly body: string | null
  readonly status: 'scheduled' | 'underway' | 'held'
  readonly claims: number
  readonly outlets: number
  readonly origins: number
  readonly reports: readonly ClaimShown[]
}

/** A live claim with its person. */
export interface ClaimRow extends ClaimShown {
  readonly challenge: string
  readonly actor: string | null
  readonly person: string | null
  readonly name: string | null
  readonly matched: boolean
  readonly published: string | null
  readonly captured_at: string
  /** Null for what an editor entered. */
  readonly reading: string | null
}

/** The proof of one claim. */
export interface EvidenceRow extends ClaimRow {
  readonly revision: string | null
  readonly ruleset: string | null
  /** Every decision of an editor about it, the oldest first. */
  readonly corrections: readonly Correction[]
  readonly byline: string | null
  /** Whether the claim is live: the reading that counts lists it. */
  readonly live: boolean
  /** Where the article's text stands in the log; null where the read model has not seen it. */
  readonly log: { readonly topic: string; readonly partition: number; readonly position: string } | null
}

export interface PositionChange {
  readonly challenge: string
  readonly person: string | null
  readonly name: string
  readonly day: string
  readonly from: Position
  readonly to: Position
  readonly claim: string
}

/** Everything about one person. */
export interface PersonAnswer {
  readonly challenge: string
  readonly person: string | null
  readonly name: string
  readonly area: string | null
  readonly roles: readonly { title: string; cabinet: boolean; from: string | null; to: string | null }[]
  readonly member_from: string | null
  readonly member_to: string | null
  readonly leader: boolean
  readonly position: PersonPosition | null
  readonly changes: readonly PositionChange[]
  /** Every live claim about them, latest first. */
  readonly claims: readonly ClaimRow[]
}

/** Somebody named in the news, and where. */
export interface PersonNamed {
  readonly challenge: string
  readonly person: string
  /** The roster's name; for whom it does not know, the fullest form that the articles give. */
  readonly name: string
  readonly matched: boolean
  readonly leader: boolean
  readonly area: string | null
  /** Every form in which live claims name them. */
  readonly forms: readonly string[]
  /** How many live claims name them. */
  readonly claims: number
  readonly outlets: number
  /** For whom the roster does not know: those on it whose names are near, the nearest first. */
  readonly nearest: readonly string[]
  /** The articles that name them, the latest first. */
  readonly articles: readonly {
    readonly article: string
    readonly url: string | null
    readonly outlet: string | null
    readonly title: string | null
    readonly day: string
  }[]
}

export interface ChallengeRow {
  readonly challenge: string
  readonly name: string
  readonly leader: string
  readonly party: string
  readonly timezone: string
  readonly window_from: string
  readonly window_to: string | null
  readonly caucus: string
  readonly threshold: { readonly name: string; readonly count: number } | null
  readonly members: number
  readonly declared_at: string
  readonly ruleset: string | null
}

/** What one ruleset has read for a challenge. */
export interface RulesetRow {
  readonly challenge: string
  /** By hash. */
  readonly ruleset: string
  /** Whether its readings count before all others. */
  readonly active: boolean
  /** When it was last activated; null where it never was. */
  readonly activated_at: string | null
  readonly readings: number
  /** Articles whose current revision it has read. */
  readonly articles: number
  /** Articles that there are. */
  readonly of: number
}

/** Where somebody stands, with the sentence that decides it; null where nothing does. */
export type Standing = Pick<PersonPosition, 'position' | 'since' | 'deciding'>

/** Somebody who stands elsewhere. */
export interface Move {
  readonly person: string | null
  readonly name: string
  readonly from: Standing
  readonly to: Standing
}

/** Exactly what would change if one ruleset counted in place of another. */
export interface RulesetsDiff {
  readonly challenge: string
  readonly from: string
  readonly to: string
  readonly gained: readonly ClaimRow[]
  readonly lost: readonly ClaimRow[]
  /** Claims that both find, with other content; `fields` are those that differ. */
  readonly changed: readonly {
    readonly from: ClaimRow
    readonly to: ClaimRow
    readonly fields: readonly string[]
  }[]
  readonly moves: readonly Move[]
}

/** A claim of one state of an article. */
export interface ClaimOfState extends Pick<ClaimShown, 'claim' | 'type' | 'attrs' | 'evidence' | 'position'> {
  readonly challenge: string
  readonly name: string | null
}

/** One state of an article, as it was seen from one time on. */
export interface ArticleState {
  readonly article: string
  readonly captured_at: string
  readonly revision: string
  readonly url: string | null
  readonly outlet: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly published: string | null
  /** Where its text stands in the log; null where no reading has said. */
  readonly log: { readonly partition: number; readonly position: string } | null
  /** The claims of the reading of this state that counts, for every declared challenge. */
  readonly claims: readonly ClaimOfState[]
}

/** Two days, and which clock they are of. */
export interface DaysAsked {
  /** Null: the first day of the challenge's window. */
  readonly from: string | null
  /** Null: everything. */
  readonly to: string | null
  /** What had been captured by then, for both days alike; null: everything. */
  readonly known?: string | null | undefined
  /** Whether the days are those on which things became known, not those on which they happened. */
  readonly learned?: boolean | undefined
}

/** What changed between two days. */
export interface DaysDiff extends Omit<RulesetsDiff, 'from' | 'to'> {
  readonly from: string
  readonly to: string | null
  readonly known: string | null
  readonly learned: boolean
}

/** How far one consumer has come in one partition. */
export interface Lag {
  readonly consumer: string
  readonly topic: string
  readonly partition: number
  readonly position: string
  /** Null where the log's end was not given. */
  readonly end: string | null
  readonly behind: number | null
}

export interface ReadingProblem {
  readonly article: string
  readonly challenge: string
  readonly ruleset: string
  readonly readings: readonly string[]
}

export interface StatusAnswer {
  readonly lag: readonly Lag[]
  readonly articles: number
  readonly sightings: number
  readonly readings: number
  readonly claims: number
  readonly live_claims: number
  /** Readings that wait for claims of theirs. */
  readonly incomplete: readonly ReadingProblem[]
  /** Readings of one revision by one ruleset that found different things. */
  readonly conflicting: readonly ReadingProblem[]
  /** By challenge: current revisions that the active ruleset has not read. */
  readonly unread: readonly { readonly challenge: string; readonly articles: number }[]
  readonly dead_letters: number
  /** When something last arrived. */
  readonly last_captured: string | null
}

/** The questions that the read model answers. */
export interface Queries {
  /** Where the read models stand, as a text that changes with every change of their answers: the version in use, and how far it has come. */
  place(): Promise<string>
  challenges(): Promise<readonly ChallengeRow[]>
  /** Each throws `challenge-unknown` for a challenge that was not declared. */
  positions(challenge: string, asOf?: AsOf): Promise<readonly PersonPosition[]>
  /** Those with a position whom the count does not cover. */
  others(challenge: string, asOf?: AsOf): Promise<readonly PersonPosition[]>
  count(challenge: string, asOf?: AsOf): Promise<WhipCount>
  /** By name (whole, family name, or id). Throws `person-unknown` with the nearest names. */
  person(challenge: string, name: string, asOf?: AsOf): Promise<PersonAnswer>
  /** Everybody on the roster and everybody whom live claims name, those named most often first. */
  people(challenge: string, asOf?: AsOf): Promise<readonly PersonNamed[]>
  changes(challenge: string, asOf?: AsOf): Promise<readonly PositionChange[]>
  daily(
    challenge: string,
    asOf?: Pick<AsOf, 'known'>,
  ): Promise<
    readonly (Pick<WhipCount, 'against' | 'wavering' | 'for' | 'unknown' | 'total'> & { day: string })[]
  >
  timeline(challenge: string, asOf?: AsOf): Promise<readonly Occurrence[]>
  signatures(challenge: string, asOf?: AsOf): Promise<readonly SignatureCount[]>
  meetings(challenge: string, asOf?: AsOf): Promise<readonly Meeting[]>
  claims(challenge: string, asOf?: AsOf & { type?: string }): Promise<readonly ClaimRow[]>
  /** Every reading's version of a claim, the live one first; empty where there is none. */
  evidence(claim: string): Promise<readonly EvidenceRow[]>
  /**
   * Of these revisions, how many have a reading with claims for any challenge, how many could not be read at all, and how many were read
   * by the rules alone, for a language model failed on them.
   */
  readingOutcomes(
    revisions: readonly { readonly article: string; readonly revision: string }[],
  ): Promise<{ readonly withEvents: number; readonly failed: number; readonly inPart: number }>
  /** Readings of which some claim has not arrived; `status` has them by name. */
  incompleteReadings(): Promise<number>
  /** The states of an article, the oldest first: by id, or by canonical address. Empty where it is not known. */
  article(idOrUrl: string): Promise<readonly ArticleState[]>
  /** Who moved between the ends of two days, on which sentence, and which claims came. */
  between(challenge: string, days: DaysAsked): Promise<DaysDiff>
  /** What editors decided, the oldest first. */
  corrections(challenge: string): Promise<readonly Correction[]>
  rulesets(challenge: string): Promise<readonly RulesetRow[]>
  /** What would change if `to` counted before all others and not `from`. Nothing is changed. */
  diffRulesets(challenge: string, from: string, to: string): Promise<RulesetsDiff>
  /** Of these revisions, those that a ruleset has not read whole for a challenge, as `ARTICLE/REVISION`. */
  unread(
    challenge: string,
    ruleset: string,
    revisions: readonly { readonly article: string; readonly revision: string }[],
  ): Promise<ReadonlySet<string>>
  status(ends?: ReadonlyMap<string, ReadonlyMap<number, bigint>>): Promise<StatusAnswer>
}

/** The sum of one set table. */
export interface TableDigest {
  readonly table: string
  readonly rows: number
  /** 16 hexadecimal digits. */
  readonly digest: string
  /** Whether articles fill it (part of the one-line digest), or the desk. */
  readonly filled_by: 'articles' | 'desk'
}

export interface Digests {
  /** One line of hexadecimal over the tables that articles fill. */
  digest(): Promise<string>
  digestTables(): Promise<readonly TableDigest[]>
}
