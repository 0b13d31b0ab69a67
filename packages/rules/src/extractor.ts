import type { Challenge, ClaimContent } from '@whipcount/events'
import type { Statement } from '@whipcount/language'
import { createScanner } from '@whipcount/language'
import { createReferenceIndex, createRoster } from '@whipcount/roster'
import type { Actor } from './actor.ts'
import { type Article, type ArticleInput, type Line, namesOf, readArticle } from './article.ts'
import { claimsOf, type Finding, type Matches, type Refusal } from './claims.ts'
import { conditions } from './conditions.ts'
import { glossIndex } from './gloss.ts'
import type { Hit } from './hit.ts'
import { codeOf } from './lexicon.ts'
import { markedIndex } from './marked.ts'
import type { Meaning } from './meaning.ts'
import type { Pattern } from './pattern.ts'
import { createPrefilter, type Prefilter } from './prefilter.ts'
import type { Rule } from './rule.ts'
import { rules as all } from './rules.ts'
import { sharedStands } from './same-stand.ts'
import type { Classifiers } from './weighing/classifier.ts'
import { fittedClassifiers } from './weighing/fitted.ts'
import { weigh } from './weighing/weigh.ts'

/** Finds the claims of articles for one challenge. Pure. */
export interface RulesOfChallenge {
  /** Whether a text names neither leader nor party: it is not parsed, and nothing is found in it. */
  dismisses(text: string): boolean
  /** Never throws, whatever the text. */
  extract(article: ArticleInput): ClaimContent[]
}

/** Most matches that one rule may have in one stretch: a list of members is long, a sentence is not. */
const MOST_MATCHES = 12

/**
 * Builds the extractor of a challenge: its patterns, and the classifiers that weigh what these find and what they leave; some rules alone where
 * they are given, without classifiers. Build it once: rules are compiled already, the roster is indexed here.
 */
export function createExtractor(
  challenge: Challenge,
  rules: readonly Rule[] = all,
  classifiers: Classifiers | null = rules === all ? fittedClassifiers : null,
): RulesOfChallenge {
  const roster = createRoster(challenge)
  const index = createReferenceIndex(roster)
  const { leader, party } = challenge
  const mentions = createScanner([
    leader.name,
    roster.leader.familyName,
    ...leader.other_names,
    ...leader.titles,
    party.name,
    ...party.other_names,
  ])
  const names = namesOf(challenge)
  return {
    dismisses: (text) => !mentions(text),
    extract(input) {
      if (!mentions(input.text)) return []
      const article = readArticle(input, index, names)
      const matches = matchesOf(article, rules)
      return claimsOf(article, roster, classifiers ? weigh(article, classifiers, matches) : matches.found)
    },
  }
}

/** Reads articles for a challenge as the extractor does. */
export function createReader(challenge: Challenge): (article: ArticleInput) => Article {
  const index = createReferenceIndex(createRoster(challenge))
  const names = namesOf(challenge)
  return (article) => readArticle(article, index, names)
}

interface Collected {
  readonly found: Finding[]
  readonly refused: Refusal[]
}

/** A pattern of a rule. */
interface Entry {
  readonly rule: Rule
  readonly pattern: Pattern
  readonly told: boolean
}

/** The patterns of a set of rules, by what they need. */
interface Tries {
  readonly lines: Prefilter<Entry>
  readonly said: Prefilter<Entry>
}

const triesOfRules = new WeakMap<readonly Rule[], Tries>()

function triesOf(rules: readonly Rule[]): Tries {
  let tries = triesOfRules.get(rules)
  if (!tries) {
    const entries = (kind: 'told' | 'reported' | 'said') =>
      rules.flatMap((rule) =>
        rule[kind].map((pattern) => ({
          needs: pattern.needs,
          value: { rule, pattern, told: kind === 'told' },
        })),
      )
    tries = {
      lines: createPrefilter([...entries('told'), ...entries('reported')]),
      said: createPrefilter(entries('said')),
    }
    triesOfRules.set(rules, tries)
  }
  return tries
}

/** What every rule finds in an article. */
export function matchesOf(article: Article, rules: readonly Rule[]): Matches {
  const findings: Collected = { found: [], refused: [] }
  const { lines, said } = triesOf(rules)
  const meant = rules.filter((rule) => rule.meansTold.length > 0 || rule.meansSaid.length > 0)
  for (const line of article.lines) {
    const figures = /[PB]|\b(?:he|she|they)\b/.test(line.text)
    const chief =
      /L|\b(?:he|she|office|spokes\w+|downing|white|pmo|number|no|campaign|press|chief|aide)\b/.test(
        line.text,
      )
    for (const { rule, pattern, told } of lines.candidates(line.text)) {
      if ('by' in rule.when && !(rule.when.by === 'leader' ? chief : figures)) continue
      if (told) tell(article, rule, pattern.expression, line, findings)
      else report(article, rule, pattern.expression, line, findings)
    }
    for (const rule of meant) {
      if (
        rule.meansTold.length === 0 ||
        ('by' in rule.when && !(rule.when.by === 'leader' ? chief : figures))
      )
        continue
      tellMeaning(article, rule, line, findings)
    }
  }
  for (const rule of rules) if (rule.listed) list(article, rule, findings)
  for (const statement of article.statements) {
    if (!isAsserted(article, statement)) continue
    const speaker = article.speakerOf(statement)
    if (speaker.kind !== 'actor') continue
    const { actor } = speaker
    if (!actor.leader && actor.side !== 'own') continue
    say(article, said, statement, actor, findings)
    const by = actor.leader ? 'leader' : 'figure'
    for (const rule of meant)
      if (rule.meansSaid.length > 0 && 'by' in rule.when && rule.when.by === by)
        sayMeaning(article, rule, statement, actor, findings)
  }
  return { ...findings, found: [...findings.found, ...sharedStands(article, findings.found)] }
}

/** Whether somebody is reported to have said it: not denied, asked or supposed, here or in the words around it. */
export function isAsserted({ document }: Article, statement: Statement): boolean {
  if (statement.negated || statement.modality !== 'asserted' || statement.cueKind === 'deny') return false
  // "laughed off suggestions that", "brushed aside".
  if (
    /^(?:laugh|brush|shrug|wave)$/.test(statement.cueLemma ?? '') &&
    statement.cue &&
    /^ (?:off|aside|away)\b/.test(document.text.slice(statement.cue.end, statement.cue.end + 6))
  )
    return false
  if (statement.cue) {
    const before = document.text.slice(Math.max(0, statement.cue.start - 24), statement.cue.start)
    if (/\b(?:denied|denies|denying|short of|without|avoided|refused|declined)(?: to)?\s*$/.test(before))
      return false
  }
  const outer = statement.within === null ? undefined : document.statements[statement.within]
  return !outer || (outer.cueKind !== 'ask' && isAsserted({ document } as Article, outer))
}

/** Whether an earlier statement of another speaker has the words already: its own paragraph's speaker has them. */
function isTaken(article: Article, statement: Statement, start: number, actor: Actor): boolean {
  const { document } = article
  const paragraph = document.sentences[statement.sentence]?.paragraph
  const place = document.sentences[article.sentenceAt(start)]
  if (place?.paragraph === paragraph) return false
  return document.statements.slice(Math.max(0, statement.index - 40), statement.index + 40).some((one) => {
    if (one.index === statement.index || one.within !== null) return false
    if (!one.content.some((span) => span.start <= start && start < span.end)) return false
    const other = article.speakerOf(one)
    if (other.kind !== 'actor' || other.actor === actor) return false
    const place = document.sentences.find((sentence) => sentence.end > start)
    return place?.paragraph === document.sentences[one.sentence]?.paragraph && place?.paragraph !== paragraph
  })
}

/** What somebody else is quoted for within a statement: not the speaker's own words. */
function othersWords(article: Article, statement: Statement, actor: Actor): Statement[] {
  return article.inner(statement).filter((one) => {
    const other = article.speakerOf(one)
    return other.kind === 'unnamed' || (other.kind === 'actor' && other.actor !== actor)
  })
}

function say(
  article: Article,
  said: Prefilter<Entry>,
  statement: Statement,
  actor: Actor,
  findings: Collected,
): void {
  const { marked, document } = article
  const by = actor.leader ? 'leader' : 'figure'
  const inner = othersWords(article, statement, actor)
  for (const span of statement.content) {
    const offset = markedIndex(marked, span.start)
    const stretch = marked.text.slice(offset, markedIndex(marked, span.end))
    for (const { rule, pattern } of said.candidates(stretch)) {
      if (!('by' in rule.when) || rule.when.by !== by) continue
      each(pattern.expression, stretch, (match) => {
        const start = marked.at[offset + match.index]!
        const end = marked.at[offset + match.index + match[0].length]!
        if (inner.some(({ content }) => content.some((one) => one.start <= start && end <= one.end))) return
        const sentence =
          document.sentences[article.sentenceAt(start)] ?? document.sentences[statement.sentence]!
        if (!article.lineOf(sentence.index) || isTaken(article, statement, start, actor)) return
        found(rule, hitOf(article, match, stretch, offset, sentence, statement, actor), findings)
      })
    }
  }
}

function tell(article: Article, rule: Rule, pattern: RegExp, line: Line, findings: Collected): void {
  each(pattern, line.text, (match) => {
    for (const actor of subjects(article, rule, line, match))
      found(rule, hitOf(article, match, line.text, line.from, line.sentence, null, actor), findings)
  })
}

/** The patterns of a list that may match a stretch of a gloss: those whose rarest meaning is in it. */
function eachMeaning(
  meanings: readonly Meaning[],
  stretch: string,
  visit: (match: RegExpExecArray) => void,
): void {
  for (const { keys, pattern } of meanings) {
    let there = false
    for (let i = 0; i < keys.length && !there; i++) there = stretch.includes(keys[i]!)
    if (there) each(pattern, stretch, visit)
  }
}

/** What an entry of a list begins with where it leaves out its subject. */
const OPENS_ENTRY = new RegExp(
  `^[${['ASK_ED', 'DEMAND_ED', 'WITHDRAW_ED', 'PULL_ED', 'BACK_ED', 'OFFER_ED', 'REFUSE_ED', 'REJECT_ED', 'DODGE_ED', 'UNDECIDED', 'RESIGN_ED', 'WANT_ED', 'DESERT_ED', 'JOIN_ED', 'AVOID_ED', 'BEHIND'].map(codeOf).join('')}]`,
)

function tellMeaning(article: Article, rule: Rule, line: Line, findings: Collected): void {
  const { gloss, marked } = article
  // "Withdrew his endorsement on Friday.": an entry that leaves out whom it is about.
  const words = gloss.text.slice(line.glossFrom, line.glossTo)
  if (OPENS_ENTRY.test(words)) {
    const actor = article.entryOf(line.sentence.index)
    if (actor && !actor.leader && actor.side === 'own')
      eachMeaning(rule.meansTold, `P${words}`, (match) => {
        if (match.index > 0 || match.indices!.groups!['who']?.[0] !== 0) return
        const hit = worded(article, match, line.glossFrom - 1, line.from, 1)
        found(rule, hitOf(article, hit, line.text, line.from, line.sentence, null, actor), findings)
      })
  }
  eachMeaning(rule.meansTold, gloss.text.slice(line.glossFrom, line.glossTo), (match) => {
    const first = line.glossFrom + match.index
    const hit = (actor: Actor) =>
      hitOf(
        article,
        worded(article, match, first, line.from),
        line.text,
        line.from,
        line.sentence,
        null,
        actor,
      )
    const { pronoun, who } = match.indices!.groups!
    if (pronoun) {
      const place = gloss.from[line.glossFrom + pronoun[0]]!
      const word = marked.text.slice(place, gloss.to[line.glossFrom + pronoun[0]]!)
      const actor = article.pronoun(word, marked.at[place]!, null)
      if (actor && !actor.leader && actor.side === 'own') found(rule, hit(actor), findings)
      return
    }
    if (!who) return
    const [from, to] = who
    for (let i = from; i < to; i++) {
      const actor = marked.markers.get(gloss.from[line.glossFrom + i]!)?.actor
      if (actor && !actor.leader && actor.side === 'own') found(rule, hit(actor), findings)
    }
  })
}

function sayMeaning(
  article: Article,
  rule: Rule,
  statement: Statement,
  actor: Actor,
  findings: Collected,
): void {
  const { gloss, marked, document } = article
  const inner = othersWords(article, statement, actor)
  const spans = statement.content.map((span) => {
    const offset = markedIndex(marked, span.start)
    const end = markedIndex(marked, span.end)
    return { offset, end, from: glossIndex(gloss, offset), to: glossIndex(gloss, end) }
  })
  const accept = (match: RegExpExecArray, from: number, offset: number, stretch: string, unsaid = 0) => {
    if (!isOwn(article, match, from, statement, actor)) return
    const words = worded(article, match, from + match.index, offset, unsaid)
    const start = marked.at[offset + words.index]!
    const end = marked.at[offset + words.index + words[0].length]!
    if (inner.some(({ content }) => content.some((one) => one.start <= start && end <= one.end))) return
    const sentence = document.sentences[article.sentenceAt(start)] ?? document.sentences[statement.sentence]!
    if (!article.lineOf(sentence.index) || isTaken(article, statement, start, actor)) return
    found(rule, hitOf(article, words, stretch, offset, sentence, statement, actor), findings)
  }
  for (const { offset, end, from, to } of spans)
    eachMeaning(rule.meansSaid, gloss.text.slice(from, to), (match) => {
      accept(match, from, offset, marked.text.slice(offset, end))
    })
  // "Vale," said Finch, "should go": words broken in two by their speaker are read as one; what the second half says counts.
  const [first, second] = spans
  if (!first || !second || spans.length !== 2 || first.to - first.from > 12) return
  const head = gloss.text.slice(first.from, first.to).replace(/,$/, '')
  const shift = second.from - head.length
  eachMeaning(rule.meansSaid, head + gloss.text.slice(second.from, second.to), (match) => {
    if (match.index >= head.length || match.index + match[0].length <= head.length) return
    const { self } = match.indices!.groups ?? {}
    if (self && self[0] < head.length) return
    accept(
      match,
      shift,
      second.offset,
      marked.text.slice(second.offset, second.end),
      head.length - match.index,
    )
  })
}

/** Whether the speaker of a match is who says it: "I" in quotation marks and transcripts, "he" or "she" in reported speech. */
function isOwn(
  { gloss, marked, document }: Article,
  match: RegExpExecArray,
  from: number,
  statement: Statement,
  actor: Actor,
): boolean {
  const self = match.indices!.groups?.['self']
  if (!self) return true
  const start = gloss.from[from + self[0]]!
  const word = marked.text.slice(start, gloss.to[from + self[0]]!)
  const place = marked.at[start]!
  const direct =
    statement.kind === 'direct' ||
    document.quotations.some((one) => one.depth === 0 && !one.scare && one.start <= place && place < one.end)
  if (!/^(?:he|she|they|both)$/.test(word)) return direct || statement.kind === 'indirect'
  if (direct) return false
  return (
    actor.gender === null || word === 'they' || word === 'both' || (actor.gender === 'm') === (word === 'he')
  )
}

/** A match in a gloss as the words that it stands for. `offset` is where the stretch searched begins in the marked text; `unsaid`
 * how many characters the match begins with that no word stands for. */
function worded(
  { gloss, marked }: Article,
  match: RegExpExecArray,
  first: number,
  offset: number,
  unsaid = 0,
): RegExpExecArray {
  const from = gloss.from[first + unsaid]!
  const to = gloss.to[first + Math.max(1, match[0].length) - 1]!
  const leader = match.indices!.groups?.['leader']
  // A leader named in words that are left out here needs no second look.
  const at = leader && leader[0] - match.index >= unsaid ? first + leader[0] - match.index : -1
  return Object.assign([marked.text.slice(from, to)], {
    index: from - offset,
    input: marked.text,
    groups: { meaning: '', ...(at >= 0 ? { leader: String(gloss.from[at]! - offset) } : {}) },
  }) as unknown as RegExpExecArray
}

function report(article: Article, rule: Rule, pattern: RegExp, line: Line, findings: Collected): void {
  each(pattern, line.text, (match) => {
    found(rule, hitOf(article, match, line.text, line.from, line.sentence, null, null), findings)
  })
}

/** An entry of a list begins with whom it is about, behind a bullet or what they are: "— Rep. Finch", "Northport premier Finch says". */
const ITEM = /^(?:[-–—•·] ?|\d+[.)] )?(?:[a-z’'-]+ ){0,2}(?=[PB](?![a-z]))/

/**
 * The people and bodies listed under a head: those of each line before its colon, up to the next head or a line of other sort. A
 * head is a short line, one that ends in a colon, or a question that the lines below it answer.
 */
function list(article: Article, rule: Rule, findings: Collected): void {
  let under = false
  let asked = false
  let paragraph = -1
  for (const line of article.lines) {
    const opens = line.sentence.paragraph !== paragraph
    paragraph = line.sentence.paragraph
    const introduces = /[:?]$/.test(line.text)
    if (!opens && !introduces && !asked) continue
    const item = introduces ? null : ITEM.exec(line.text)
    if (item) {
      if (!under) continue
      const colon = line.text.indexOf(':')
      const reach = colon < 0 ? (asked ? item[0].length + 1 : line.text.length) : colon
      for (const [at, { actor }] of article.marked.markers) {
        if (at < line.from || at >= line.from + reach || !actor || actor.leader || actor.side !== 'own')
          continue
        found(rule, hitOf(article, item, line.text, line.from, line.sentence, null, actor), findings)
      }
      continue
    }
    if (!opens && !introduces) continue
    const head = line.text.length <= 70 && !/[a-z]\.$/.test(line.text)
    rule.listed!.lastIndex = 0
    const lists = (head || introduces) && rule.listed!.test(line.text)
    // An answer may begin with words about nobody: "The cabinet, more or less."
    if (asked && !lists && !head && !introduces) continue
    under = lists
    asked = under && line.text.endsWith('?')
  }
}

/** The people and bodies that are the subject of a match: one, or each of a list; nobody where they may not be one. */
function subjects(article: Article, rule: Rule, line: Line, match: RegExpExecArray): Actor[] {
  const { who, pronoun } = match.groups ?? {}
  const wanted = 'by' in rule.when && rule.when.by === 'leader'
  const may = (actor: Actor | null | undefined): actor is Actor =>
    !!actor && actor.leader === wanted && (actor.leader || actor.side === 'own')
  if (pronoun !== undefined) {
    const place = article.marked.at[line.from + match.index + match[0].indexOf(pronoun)]!
    const actor = article.pronoun(pronoun, place, null)
    return may(actor) ? [actor] : []
  }
  // The leader's office speaks for the leader.
  if (who === undefined) return wanted ? [article.leader] : []
  const from = line.from + match.index + match[0].indexOf(who)
  const actors: Actor[] = []
  for (let i = 0; i < who.length; i++) {
    if (!/[PBL]/.test(who[i]!)) continue
    const actor = article.marked.markers.get(from + i)?.actor
    if (may(actor)) actors.push(actor)
  }
  return actors
}

function each(pattern: RegExp, stretch: string, visit: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0
  for (let n = 0; n < MOST_MATCHES; n++) {
    const match = pattern.exec(stretch)
    if (!match) break
    visit(match)
    if (match[0] === '') pattern.lastIndex++
  }
}

function hitOf(
  article: Article,
  match: RegExpExecArray,
  stretch: string,
  offset: number,
  sentence: Hit['sentence'],
  statement: Statement | null,
  actor: Actor | null,
): Hit {
  const { at } = article.marked
  const end = match.index + match[0].length
  return {
    article,
    match,
    stretch,
    offset,
    start: at[offset + match.index]!,
    end: at[offset + end]!,
    sentence,
    statement,
    actor,
    before: stretch.slice(0, match.index),
    after: stretch.slice(end),
    groups: match.groups ?? {},
  }
}

function found(rule: Rule, hit: Hit, { found, refused }: Collected): void {
  if (rule.unless.some((name) => conditions[name](hit))) {
    refused.push({ type: rule.emits, hit })
    return
  }
  const made = rule.claim(hit)
  if (made === null) return
  for (const one of Array.isArray(made) ? made : [made])
    found.push({ rule, hit: one.of ? { ...hit, actor: one.of } : hit, made: one })
}
