import { type ClaimAttributes, type ClaimType, fnv1a } from '@whipcount/events'
import type { Quantity, Statement } from '@whipcount/language'
import type { Actor } from '../actor.ts'
import type { Line } from '../article.ts'
import type { Finding, Matches, Refusal } from '../claims.ts'
import type { Hit } from '../hit.ts'
import { classNameOf } from './class-names.ts'

// What patterns made of an article, as facts for the classifiers: hashes that are weighed like words.

const NOTHING_MATCHED = fnv1a('no pattern')

/** What patterns found and refused in a sentence. */
interface Matched {
  readonly found: Finding[]
  readonly refused: Refusal[]
}

/** Facts of what patterns made of somebody in one place, and how often they found each type there. */
interface Tally {
  readonly facts: Set<number>
  readonly found: Map<ClaimType, number>
}

/** What patterns made of somebody: in all, and by place (see `placesOf`). */
interface MatchedOfActor {
  readonly all: Tally
  readonly at: Map<string, Tally>
}

/** What patterns made of an article, by whom it is about and by sentence. */
export function matchedIn({ found, refused }: Matches): {
  byActor: ReadonlyMap<Actor, MatchedOfActor>
  bySentence: ReadonlyMap<number, Matched>
} {
  const byActor = new Map<Actor, MatchedOfActor>()
  const bySentence = new Map<number, Matched>()
  const note = ({ actor, sentence, statement }: Hit, facts: readonly string[], type: ClaimType | null) => {
    if (!actor) return
    const own = entryOf(byActor, actor, (): MatchedOfActor => ({ all: emptyTally(), at: new Map() }))
    const places = placesOf(sentence.index, statement).map((place) => entryOf(own.at, place, emptyTally))
    for (const tally of [own.all, ...places]) {
      for (const fact of facts) tally.facts.add(fnv1a(fact))
      if (type !== null) tally.found.set(type, (tally.found.get(type) ?? 0) + 1)
    }
  }
  const inSentence = ({ sentence }: Hit) =>
    entryOf(bySentence, sentence.index, (): Matched => ({ found: [], refused: [] }))
  for (const one of found) {
    const { rule, hit, made } = one
    note(hit, [`found ${rule.name}`, `found ${classNameOf(rule.emits, made.attrs)}`], rule.emits)
    inSentence(hit).found.push(one)
  }
  for (const one of refused) {
    note(one.hit, [`refused ${one.type}`], null)
    inSentence(one.hit).refused.push(one)
  }
  return { byActor, bySentence }
}

const emptyTally = (): Tally => ({ facts: new Set(), found: new Map() })

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

/** The names of a sentence, of a statement, and of what is in both. */
export function placesOf(sentence: number, statement: Statement | null): string[] {
  const one = `sentence ${sentence}`
  return statement === null
    ? [one]
    : [one, `statement ${statement.index}`, `${one} of statement ${statement.index}`]
}

/** What patterns say of somebody: in a line or in the words of theirs that it has some of, and elsewhere in the article. */
export function matchedOf(
  actor: Actor,
  line: Line,
  statement: Statement | null,
  matched: MatchedOfActor | undefined,
): number[] {
  if (!matched) return actor.leader ? [] : [NOTHING_MATCHED]
  const [inLine, inWords, inBoth] = placesOf(line.sentence.index, statement).map((place) =>
    matched.at.get(place),
  )
  const facts = new Set([...(inLine?.facts ?? []), ...(inWords?.facts ?? [])])
  for (const [type, count] of matched.all.found) {
    const times = (tally: Tally | undefined) => tally?.found.get(type) ?? 0
    if (count > times(inLine) + times(inWords) - times(inBoth)) facts.add(fnv1a(`elsewhere ${type}`))
  }
  return [...facts]
}

/** What patterns say in a sentence, of some types; of a number, whether it is theirs. */
export function matchedHere(
  matched: Matched | undefined,
  types: readonly ClaimType[],
  quantity: Quantity | null = null,
): number[] {
  if (!matched) return []
  const facts = new Set<string>()
  for (const { rule, made } of matched.found) {
    if (!types.includes(rule.emits)) continue
    const same = quantity === null || isNumber(made.attrs, quantity)
    facts.add(same ? `found ${rule.name}` : 'found of another number')
    if (same) facts.add(`found ${classNameOf(rule.emits, made.attrs)}`)
  }
  for (const { type } of matched.refused) if (types.includes(type)) facts.add(`refused ${type}`)
  return Array.from(facts, fnv1a)
}

/** Whether a claim's number is one of the text. */
export function isNumber(attrs: ClaimAttributes, { low, high }: Quantity): boolean {
  return attrs['low'] === low && attrs['high'] === high
}
