import { fnv1a } from '@whipcount/events'
import type { Quantity, Statement } from '@whipcount/language'
import type { Actor } from '../actor.ts'
import type { Article, Line, Speaker } from '../article.ts'
import type { Matches } from '../claims.ts'
import { A, L, OTHERS, SAID, type Vectors } from './features.ts'
import { matchedHere, matchedIn, matchedOf } from './matched.ts'
import { rowOf } from './rows.ts'

/**
 * Words as a classifier reads them, lower case, one entry of each array a word. The one whom the candidate is about is `A`, the leader
 * `L`, other people `P`, `X` or `B`, a number `0`.
 */
export interface Words {
  readonly hashes: Uint32Array
  /** Rows of their vectors; -1 where there is none. */
  readonly rows: Int32Array
  readonly zones: Uint8Array
  /** The concepts of the line in order (see `gloss.ts`), people as above; words of no concept left out. */
  readonly concepts: Uint32Array
}

/** A line of an article, asked one thing. */
export interface Candidate {
  readonly line: Line
  readonly words: Words
  /** The words of the line before. */
  readonly before: Words
  /** Hashes of what else is known of it. */
  readonly facts: readonly number[]
}

/** A line, and somebody of the party who may take a stand in it. */
export interface StandCandidate extends Candidate {
  readonly actor: Actor
  /** The actor's own statement of which the line has words; null where the line only tells of the actor. */
  readonly statement: Statement | null
}

/** A line, and a number in it that may be one of members. */
export interface CountCandidate extends Candidate {
  readonly quantity: Quantity
}

/** What an article gives to weigh. */
export interface Candidates {
  readonly stands: readonly StandCandidate[]
  readonly happenings: readonly Candidate[]
  readonly counts: readonly CountCandidate[]
}

/** The words of a line before it is known what it is asked. */
interface Tokens {
  readonly size: number
  readonly hashes: Uint32Array
  readonly rows: Int32Array
  /** Whom each means, or null. */
  readonly actors: readonly (Actor | null)[]
  /** The index of the statement that each belongs to, or -1. */
  readonly owners: Int32Array
  /** Where each begins in the article. */
  readonly places: Int32Array
  readonly concepts: readonly Concept[]
}

/** A concept of a line, and whom it means. */
interface Concept {
  readonly code: number
  readonly actor: Actor | null
  readonly owner: number
}

/** A statement, and whose words it is. */
interface Spoken {
  readonly statement: Statement
  readonly speaker: Actor | null
  /** Who says it with the speaker, or through the speaker. */
  readonly also: readonly Actor[]
}

const WORD = /[LPXBYC](?:'s?)?(?![a-z])|[\wÀ-ɏ&][\w'À-ɏ-]{0,60}|[,;:.?!—()]/g
/** "she'd", "he's": a pronoun and what is joined to it. */
const CONTRACTED = /^(s?he)('[a-z]+)$/
const PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'she',
  'him',
  'her',
  'his',
  'hers',
  'himself',
  'herself',
])
/** Who speaks for the leader without a name: what they say is the leader's stand. */
const OFFICE =
  /\b(?:spokes(?:man|woman|person)|press secretary|communications (?:director|chief)|director of communications|chief of staff|(?:his|her|their|leader's|minister's|president's|premier's|chancellor's|L's) (?:office|campaign|team))\b/
/** "All three confirmed it", "Both have": those whom the words before name together. */
const ALL_OF_THEM =
  /^(?:(?:and |but )?(?:all|both|they|neither|each|the (?:two|three|four|five|pair|trio|duo|quartet|group))|those (?:two|three|four))\b/
/** Words of a line that are weighed: a line of more is no sentence. */
const MOST_WORDS = 120
/** Numbers of a line that are weighed. */
const MOST_NUMBERS = 6

/** What a gloss has for a word of no concept. */
const OTHER = '_'.charCodeAt(0)
/** Tells concepts in the words of the candidate's own from the rest. */
const OWN = 0x10000

const NO_WORDS: Words = {
  hashes: new Uint32Array(0),
  rows: new Int32Array(0),
  zones: new Uint8Array(0),
  concepts: new Uint32Array(0),
}

/**
 * Everything in an article that may report a stand, a meeting, a blow or a number of members, with what patterns make of it. In order of the
 * text.
 */
export function candidatesOf(article: Article, vectors: Vectors, matches: Matches): Candidates {
  const { document, statements, lines } = article
  const matched = matchedIn(matches)
  const owners = new Int32Array(document.text.length + 1).fill(-1)
  // A word is whose words it is in the smallest stretch: what an answer quotes is not the answerer's.
  const sizeOfContent = ({ content }: Statement) =>
    content.reduce((sum, { start, end }) => sum + end - start, 0)
  for (const { index, content } of statements.toSorted((a, b) => sizeOfContent(b) - sizeOfContent(a)))
    for (const { start, end } of content) owners.fill(index, start, end)
  const spoken = new Map<number, Spoken>()
  for (const statement of statements) {
    const speaker = actorOf(article.speakerOf(statement))
    spoken.set(statement.index, { statement, speaker, also: alsoSaying(article, statement, speaker) })
  }

  const stands: StandCandidate[] = []
  const happenings: Candidate[] = []
  const counts: CountCandidate[] = []
  const quantities = article.quantities()
  let q = 0
  let before = NO_WORDS
  let last: Line | null = null
  for (const line of lines) {
    const { tokens, people, above } = tokensOf(article, line, owners, spoken, vectors)
    if (last && last.sentence.paragraph < line.sentence.paragraph - 1) before = NO_WORDS
    const sort = fnv1a(`sort ${line.sentence.kind}`)
    for (const actor of people) {
      if (!actor.leader && actor.side !== 'own' && actor.side !== 'unknown') continue
      const seen = seenBy(actor, tokens, spoken)
      const { statement } = seen
      const words = above.has(actor) ? headed(seen.words) : seen.words
      // What an article asks of somebody, it does not tell.
      if (statement?.kind !== 'direct' && line.text.endsWith('?')) continue
      stands.push({
        line,
        words,
        before,
        actor,
        statement,
        facts: [
          sort,
          ...factsOf(actor, statement, words),
          ...matchedOf(actor, line, statement, matched.byActor.get(actor)),
        ],
      })
    }
    const plain: Words = {
      hashes: tokens.hashes.map((hash, i) => (tokens.actors[i]?.leader ? L : hash)),
      rows: tokens.rows,
      zones: new Uint8Array(tokens.size),
      concepts: Uint32Array.from(tokens.concepts, ({ code, actor }) => (actor?.leader ? L : code)),
    }
    const told = matched.bySentence.get(line.sentence.index)
    happenings.push({
      line,
      words: plain,
      before,
      facts: [sort, ...matchedHere(told, ['caucus-meeting', 'setback'])],
    })
    while (q < quantities.length && quantities[q]!.sentence < line.sentence.index) q++
    for (let k = q; k < Math.min(quantities.length, q + MOST_NUMBERS); k++) {
      const quantity = quantities[k]!
      if (quantity.sentence !== line.sentence.index) break
      const facts = [
        sort,
        fnv1a(`hedge ${quantity.hedge}`),
        fnv1a(`size ${sizeOf(quantity)}`),
        ...matchedHere(told, ['signature-count'], quantity),
      ]
      counts.push({ line, words: around(quantity, plain, tokens.places), before, quantity, facts })
    }
    before = plain
    last = line
  }
  return { stands, happenings, counts }
}

function tokensOf(
  article: Article,
  line: Line,
  owners: Int32Array,
  spoken: ReadonlyMap<number, Spoken>,
  vectors: Vectors,
): { tokens: Tokens; people: ReadonlySet<Actor>; above: ReadonlySet<Actor> } {
  const { marked } = article
  const people = new Set<Actor>()
  const hashes: number[] = []
  const rows: number[] = []
  const actors: (Actor | null)[] = []
  const owned: number[] = []
  const places: number[] = []
  const put = (text: string, actor: Actor | null, owner: number, place: number) => {
    const hash = fnv1a(text)
    hashes.push(hash)
    rows.push(rowOf(vectors.rows, hash))
    actors.push(actor)
    owned.push(owner)
    places.push(place)
  }
  for (const match of line.text.matchAll(WORD)) {
    if (hashes.length >= MOST_WORDS) break
    const at = line.from + match.index
    const place = marked.at[at]!
    const owner = owners[place]!
    const said = owner < 0 ? undefined : spoken.get(owner)
    const [, contracted, joined] = CONTRACTED.exec(match[0]) ?? []
    const word = contracted ?? match[0]
    if (said?.speaker) people.add(said.speaker)
    if (said) for (const one of said.also) people.add(one)
    const first = word.charCodeAt(0)
    if (first >= 65 && first <= 90) {
      const actor = marked.markers.get(at)?.actor ?? null
      if (actor) people.add(actor)
      put(word.charAt(0), actor, owner, place)
      if (word.endsWith("'s")) put("'s", null, owner, place + 1)
    } else if (PRONOUNS.has(word)) {
      let actor = said
        ? meantBySpeaker(article, word, said.statement, said.speaker)
        : article.pronoun(word, place, null)
      // "Three colleagues maintain that she signed": what is told of somebody who is neither the leader nor the speaker.
      const told = said?.statement.kind === 'indirect' && !actor
      if (told) actor = article.pronoun(word, place, said.speaker)
      if (actor && (!said || told)) people.add(actor)
      put(word, actor, owner, place)
      if (joined !== undefined) put(joined, null, owner, place + word.length)
    } else put(first >= 48 && first <= 57 ? '0' : word, null, owner, place)
  }
  if (OFFICE.test(line.text)) people.add(article.leader)
  // Whom a line is about that does not name them stands at its head.
  const head =
    article.subjectOf(line) ??
    ([...people].every(({ leader }) => leader) ? article.headOf(line.sentence.index) : null)
  const heads = [
    ...(head ? [head] : []),
    ...(ALL_OF_THEM.test(line.text) ? article.several(line.sentence.start) : []),
  ]
  const above = new Set(heads.filter((one) => !people.has(one)))
  for (const one of above) people.add(one)
  return {
    tokens: {
      size: hashes.length,
      hashes: Uint32Array.from(hashes),
      rows: Int32Array.from(rows),
      actors,
      owners: Int32Array.from(owned),
      places: Int32Array.from(places),
      concepts: conceptsOf(article, line, owners),
    },
    people,
    above,
  }
}

function conceptsOf({ gloss, marked }: Article, line: Line, owners: Int32Array): Concept[] {
  const concepts: Concept[] = []
  for (let i = line.glossFrom; i < line.glossTo && concepts.length < MOST_WORDS; i++) {
    const code = gloss.text.charCodeAt(i)
    if (code === OTHER) continue
    const at = gloss.from[i]!
    const actor = code >= 65 && code <= 90 ? (marked.markers.get(at)?.actor ?? null) : null
    concepts.push({ code, actor, owner: owners[marked.at[at]!]! })
  }
  return concepts
}

/** A line as seen by somebody: what is theirs, and who they are in it. */
function seenBy(
  actor: Actor,
  { size, hashes, rows, actors, owners, concepts }: Tokens,
  spoken: ReadonlyMap<number, Spoken>,
): { words: Words; statement: Statement | null } {
  const seen = hashes.slice()
  const zones = new Uint8Array(size)
  let statement: Statement | null = null
  for (let i = 0; i < size; i++) {
    const who = actors[i]!
    if (who === actor) seen[i] = A
    else if (who?.leader) seen[i] = L
    const owner = owners[i]!
    if (owner < 0) continue
    const one = spoken.get(owner)
    zones[i] = one && saysIt(one, actor) ? SAID : OTHERS
    if (zones[i] === SAID) statement ??= one!.statement
  }
  const meant = Uint32Array.from(concepts, ({ code, actor: who, owner }) => {
    const concept = who === actor ? A : who?.leader ? L : code
    const by = spoken.get(owner)
    return by && saysIt(by, actor) ? concept ^ OWN : concept
  })
  return { words: { hashes: seen, rows, zones, concepts: meant }, statement }
}

/** The words of a line under somebody's name. */
function headed({ hashes, rows, zones, concepts }: Words): Words {
  return {
    hashes: Uint32Array.of(A, ...hashes),
    rows: Int32Array.of(-1, ...rows),
    zones: Uint8Array.of(0, ...zones),
    concepts,
  }
}

/** The words of a line with a number of it as `A`. */
function around({ start, end }: Quantity, { hashes, rows, concepts }: Words, places: Int32Array): Words {
  const seen: number[] = []
  const kept: number[] = []
  for (let i = 0; i < hashes.length; i++) {
    const within = places[i]! >= start && places[i]! < end
    if (within && seen.at(-1) === A) continue
    seen.push(within ? A : hashes[i]!)
    kept.push(within ? -1 : rows[i]!)
  }
  return {
    hashes: Uint32Array.from(seen),
    rows: Int32Array.from(kept),
    zones: new Uint8Array(seen.length),
    concepts,
  }
}

function saysIt({ speaker, also }: Spoken, actor: Actor): boolean {
  return speaker === actor || also.includes(actor)
}

/** "Finch and Okafor said", "his press secretary, Jane Moss, said": others whose words a statement is. */
function alsoSaying(article: Article, statement: Statement, speaker: Actor | null): Actor[] {
  const { source } = statement
  if (!source) return []
  const { text } = article.document
  if (
    speaker?.side === 'outside' ||
    (!speaker && /^(?:his|her) /i.test(text.slice(source.start, source.end)))
  ) {
    const words = text.slice(Math.max(0, source.start - 30), source.end + 10).toLowerCase()
    return OFFICE.test(words) && !/\b(?:spokes\w+|secretary) (?:for|of|at) /.test(words)
      ? [article.leader]
      : []
  }
  if (/^they$/i.test(text.slice(source.start, source.end)))
    return article.several(source.start).filter((one) => one !== speaker)
  const named = article
    .lineOf(statement.sentence)
    ?.named.filter(({ start, end }) => start >= source.start && end <= source.end)
  const also: Actor[] = []
  for (let i = 1; named && i < named.length; i++) {
    const { actor, from } = named[i]!
    if (!/^(?:,|,? and|,? &)$/.test(text.slice(named[i - 1]!.end, from).trim())) break
    if (actor && !actor.leader && actor !== speaker) also.push(actor)
  }
  return also
}

function factsOf(actor: Actor, statement: Statement | null, { hashes }: Words): number[] {
  const first = hashes.indexOf(A)
  const facts = [
    `first ${first < 0 ? 'none' : first === 0 ? 'opens' : first < 4 ? 'early' : 'late'}`,
    `leader ${actor.leader} ${hashes.includes(L)}`,
    `side ${actor.side} ${actor.matched}`,
    `minister ${actor.minister}`,
  ]
  if (!statement) facts.push('said nothing')
  else {
    const { kind, cueKind, cueLemma, negated, modality } = statement
    facts.push(`said ${kind} ${cueKind}`, `cue ${cueLemma} ${negated}`, `modality ${modality} ${negated}`)
  }
  return facts.map(fnv1a)
}

function sizeOf({ low, high }: Quantity): string {
  const size = low ?? high ?? 0
  return size < 2 ? 'one' : size <= 20 ? '20' : size <= 80 ? '80' : size <= 400 ? '400' : 'more'
}

function actorOf(speaker: Speaker): Actor | null {
  return speaker.kind === 'actor' ? speaker.actor : null
}

/** Whom "he" or "she" means in somebody's words: the leader, where the gender allows; in reported speech perhaps the speaker. */
function meantBySpeaker(
  { leader }: Article,
  word: string,
  { kind }: Statement,
  speaker: Actor | null,
): Actor | null {
  const gender = word.startsWith('h') && !word.startsWith('her') ? 'm' : 'f'
  const fits = (actor: Actor) => actor.gender === null || actor.gender === gender
  const own = kind === 'indirect' && speaker !== null && fits(speaker)
  if (!fits(leader)) return own ? speaker : null
  return own && !speaker.leader ? null : leader
}
