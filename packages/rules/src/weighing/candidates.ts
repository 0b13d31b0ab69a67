import type { Quantity, Statement } from '@whipcount/language'
import type { Actor } from '../actor.ts'
import type { Article, Line, Speaker } from '../article.ts'

/** Where a word stands, as seen by the one whom a candidate is about: in their own words, in the article's, in somebody else's. */
export type Zone = 'said' | 'told' | 'others'

/** A word as a classifier reads it: lower case; the one whom the candidate is about is `A`, the leader `L`, other people `P`, `X`, `B`. */
export interface Word {
  readonly text: string
  readonly zone: Zone
}

/** A line of an article, asked one thing. */
export interface Candidate {
  readonly line: Line
  readonly words: readonly Word[]
  /** The words of the line before. */
  readonly before: readonly Word[]
  /** What else is known of it. */
  readonly facts: readonly string[]
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

/** A word of a line before it is known what it is asked. */
interface Token {
  readonly text: string
  readonly actor: Actor | null
  /** The index of the statement that it belongs to, or -1. */
  readonly owner: number
  readonly place: number
}

const WORD = /[LPXBYC](?:'s?)?(?![a-z])|[\wÀ-ɏ&][\w'À-ɏ-]{0,60}|[,;:.?!—()]/g
const PRONOUN = /^(?:he|she|him|her|his|hers|himself|herself)$/
/** Words of a line that are weighed: a line of more is no sentence. */
const MOST_WORDS = 120

/** Everything in an article that may report a stand, a meeting, a blow or a number of members. In order of the text. */
export function candidatesOf(article: Article): Candidates {
  const { document, statements, lines } = article
  const owners = new Int32Array(document.text.length + 1).fill(-1)
  for (const inner of [false, true])
    for (const { index, content, within } of statements)
      if ((within !== null) === inner) for (const { start, end } of content) owners.fill(index, start, end)
  const spoken = new Map<number, { statement: Statement; speaker: Actor | null }>()
  for (const statement of statements)
    spoken.set(statement.index, { statement, speaker: actorOf(article.speakerOf(statement)) })

  const stands: StandCandidate[] = []
  const happenings: Candidate[] = []
  const counts: CountCandidate[] = []
  const quantities = article.quantities()
  let q = 0
  let before: readonly Word[] = []
  let last: Line | null = null
  for (const line of lines) {
    const { tokens, actors } = tokensOf(article, line, owners, spoken)
    if (last && last.sentence.paragraph < line.sentence.paragraph - 1) before = []
    const sort = `sort ${line.sentence.kind}`
    for (const actor of actors) {
      if (!actor.leader && actor.side !== 'own') continue
      const statement = tokens
        .map(({ owner }) => spoken.get(owner))
        .find((one) => one?.speaker === actor)?.statement
      const words = tokens.map(({ text, actor: who, owner }): Word => {
        const zone = owner < 0 ? 'told' : spoken.get(owner)?.speaker === actor ? 'said' : 'others'
        return { text: who === actor ? 'A' : who?.leader ? 'L' : text, zone }
      })
      stands.push({
        line,
        words,
        before,
        actor,
        statement: statement ?? null,
        facts: [sort, ...factsOf(actor, statement, words)],
      })
    }
    const plain = tokens.map(({ text, actor }): Word => ({ text: actor?.leader ? 'L' : text, zone: 'told' }))
    happenings.push({ line, words: plain, before, facts: [sort] })
    while (q < quantities.length && quantities[q]!.sentence < line.sentence.index) q++
    for (let k = q; k < quantities.length && quantities[k]!.sentence === line.sentence.index; k++) {
      const quantity = quantities[k]!
      const words: Word[] = []
      tokens.forEach(({ place }, i) => {
        if (place < quantity.start || place >= quantity.end) words.push(plain[i]!)
        else if (words.at(-1)?.text !== 'A') words.push({ text: 'A', zone: 'told' })
      })
      counts.push({
        line,
        words,
        before,
        quantity,
        facts: [sort, `hedge ${quantity.hedge}`, sizeOf(quantity)],
      })
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
  spoken: ReadonlyMap<number, { statement: Statement; speaker: Actor | null }>,
): { tokens: Token[]; actors: Set<Actor> } {
  const { marked } = article
  const actors = new Set<Actor>()
  const tokens: Token[] = []
  for (const match of line.text.matchAll(WORD)) {
    if (tokens.length >= MOST_WORDS) break
    const at = line.from + match.index
    const place = marked.at[at]!
    const owner = owners[place]!
    const said = spoken.get(owner)
    const word = match[0]
    if (said?.speaker) actors.add(said.speaker)
    let actor: Actor | null = null
    if (/^[LPXB]/.test(word)) {
      actor = marked.markers.get(at)?.actor ?? null
      if (actor) actors.add(actor)
      tokens.push({ text: word.charAt(0), actor, owner, place })
      if (word.endsWith("'s")) tokens.push({ text: "'s", actor: null, owner, place: place + 1 })
      continue
    }
    if (PRONOUN.test(word)) {
      actor = said
        ? meantBySpeaker(article, word, said.statement, said.speaker)
        : article.pronoun(word, place, null)
      if (actor && !said) actors.add(actor)
    }
    tokens.push({ text: /^\d/.test(word) ? '0' : word, actor, owner, place })
  }
  return { tokens, actors }
}

function factsOf(actor: Actor, statement: Statement | undefined, words: readonly Word[]): string[] {
  const first = words.findIndex(({ text }) => text === 'A')
  const facts = [
    `first ${first < 0 ? 'none' : first === 0 ? 'opens' : first < 4 ? 'early' : 'late'}`,
    `leader ${actor.leader} ${words.some(({ text }) => text === 'L')}`,
  ]
  if (!statement) return [...facts, 'said nothing']
  const { kind, cueKind, cueLemma, negated, modality } = statement
  return [
    ...facts,
    `said ${kind} ${cueKind}`,
    `cue ${cueLemma} ${negated}`,
    `modality ${modality} ${negated}`,
  ]
}

function sizeOf({ low, high }: Quantity): string {
  const size = low ?? high ?? 0
  return `size ${size < 2 ? 1 : size <= 20 ? 20 : size <= 80 ? 80 : size <= 400 ? 400 : 'more'}`
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
  const gender = /^h(?:e|im|is|imself)$/.test(word) ? 'm' : 'f'
  const fits = (actor: Actor) => actor.gender === null || actor.gender === gender
  const own = kind === 'indirect' && speaker !== null && fits(speaker)
  if (!fits(leader)) return own ? speaker : null
  return own && !speaker.leader ? null : leader
}
