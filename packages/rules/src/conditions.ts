import type { Actor } from './actor.ts'
import type { Hit } from './hit.ts'

/** What makes a hit no claim. */
export type Condition = 'negated' | 'hypothetical' | 'question' | 'about-others' | 'off-topic' | 'second-hand'

/** The end of a stretch that belongs to the clause of the hit: after the last mark or conjunction that ends a clause. */
function clauseBefore(before: string): string {
  const cut = Math.max(
    before.lastIndexOf(', but '),
    before.lastIndexOf('; '),
    before.lastIndexOf('. '),
    before.lastIndexOf(': '),
    before.lastIndexOf('? '),
    before.lastIndexOf('! '),
    before.lastIndexOf('— '),
    before.lastIndexOf(' and '),
  )
  return before.slice(Math.max(cut, before.length - 70, 0))
}

/** Words that begin with their subject are no part of what stands before a comma: "we don't forget, so yes, he has my vote". */
function ownClause(before: string, words: string): string {
  return /^(?:i|we|he|she|they|you|L|P|B|it|the L)\b/.test(words)
    ? before.slice(before.lastIndexOf(', ') + 1)
    : before
}

const NEGATION =
  /(?:\bnot\b|n't\b|\bnever\b|\bnobody\b|\bno one\b|\bnone of\b|\bdenie[sd]\b|\bdenying\b|\bdeny\b|\bwithout\b|\bshort of\b|\brather than\b|\binstead of\b|\brefus|\bdeclin|\breject|\bdismiss|\bnor\b|\bneither\b|\bfar from\b|\bno (?:intention|plans?|reason|need)\b|\bunlikely\b|\bruled out\b|\bunclear\b|\bhesita|\breluctan)/

const CONDITIONAL =
  /(?:\bif\b|\bunless\b|\bwhether\b|\bsuppos|\bin case\b|\bwere to\b|\bmight\b|\bmay\b|\bcould\b|\bshould (?:he|she|they|L|P)\b|\bwould be\b|\bhad (?:he|she) )/

/** Conditions by name; true refuses the hit. */
export const conditions: Readonly<Record<Condition, (hit: Hit) => boolean>> = {
  negated: ({ before, match, statement, after }) => {
    if (statement?.negated || statement?.cueKind === 'deny') return true
    if (NEGATION.test(ownClause(clauseBefore(before), match[0]))) return true
    const head = match[0].slice(0, -1)
    return (
      (statement === null && / (?:not|never) (?:called|asked|urged|told|demanded)/.test(head)) ||
      /^,? (?:not true|is false)/.test(after)
    )
  },
  hypothetical: ({ before, statement }) => {
    if (statement && statement.modality !== 'asserted') return true
    const last = before.slice(-110)
    const clause = last.slice(
      Math.max(last.lastIndexOf('. '), last.lastIndexOf('; '), last.lastIndexOf('? ')) + 1,
    )
    if (statement) return /(?:\bif\b|\bunless\b|\bsuppos|\bin case\b|\bwere to\b|\bwhether\b)/.test(clause)
    return /^\W*(?:if|unless)\b/.test(clause) || CONDITIONAL.test(clause.slice(clause.lastIndexOf(',') + 1))
  },
  question: ({ stretch, statement, match }) => {
    if (statement?.modality === 'question') return true
    const end = match.index + match[0].length
    const mark = stretch.slice(end).search(/[.!?]/)
    if (mark < 0 || stretch[end + mark] !== '?') return false
    // "She is my prime minister, can we talk about something else?"
    return !/, (?:can|could|so|now|and|but|shall|may) /.test(stretch.slice(end, end + mark))
  },
  'about-others': (hit) => {
    if (
      /^ of (?!(?:the |our |my |their |his |her )?L|the (?:prime minister|president|leader|party))/.test(
        hit.after,
      )
    )
      return true
    return isOffTopic(hit) || !leaderIsMeant(hit)
  },
  'off-topic': isOffTopic,
  'second-hand': ({ before, after, stretch, statement }) => {
    if (statement) return false
    return (
      /(?:\baccording to (?:sources|insiders|(?:two|three|several|some|people|friends|one|a) )|\bsources (?:say|said|claim|told)|\b(?:insiders|pals|friends|allies|people close to \S+) (?:say|said|claim|claimed|insist)|\b(?:is|was|were|are) (?:said|understood|rumoured|rumored|believed|reported|thought) to)/.test(
        before.slice(-90),
      ) ||
      /^[^.]{0,60}, (?:sources|insiders|pals|friends) (?:say|said|claim)/.test(after) ||
      /\b(?:in private|privately)\b/.test(stretch)
    )
  },
}

const PRONOUN = /(?<![\p{L}\p{N}'])(?:he|she|him|her|his)(?![\p{L}\p{N}])/u

/** Words that name no leader ("time for a change") are about the leader only where one is spoken of nearby. */
function isOffTopic({ match, article, sentence }: Hit): boolean {
  if (!match.groups || !('meaning' in match.groups) || 'leader' in match.groups || /L/.test(match[0]))
    return false
  for (let i = sentence.index - 3; i <= sentence.index + 1; i++)
    if (article.lineOf(i)?.named.some(({ actor }) => actor?.leader)) return false
  return article.leaderMentions < 4
}

/** The part of a hit that begins with the word for the leader, where its pattern says which it is. */
function fromLeader(hit: Hit): Hit {
  const place = hit.match.groups?.['leader']
  if (place === undefined) return hit
  const index = Number(place)
  const words = hit.match[0].slice(index - hit.match.index)
  return {
    ...hit,
    match: Object.assign([words], {
      index,
      input: hit.match.input,
      groups: {},
    }) as unknown as RegExpExecArray,
  }
}

/** Whether the leader whom a match speaks of by a pronoun may be the challenge's. */
function leaderIsMeant(whole: Hit): boolean {
  const { groups } = whole.match
  if (groups && 'meaning' in groups && !('leader' in groups)) return true
  const hit = fromLeader(whole)
  const { match, article, actor, statement } = hit
  const words = match[0]
  if (/L/.test(words) || /\b(?:prime minister|leader)\b/.test(words)) return true
  if (match.groups?.['pronoun'] && !statement) {
    const rest = words.slice(words.indexOf(match.groups['pronoun']) + match.groups['pronoun'].length)
    if (!PRONOUN.test(rest)) return true
  }
  const found = PRONOUN.exec(words)
  if (!found) return true
  const word = found[0]
  const { leader } = article
  // "He told Vale that he could not go on": whoever speaks to the leader speaks of himself; what she should do is hers.
  const bidden =
    /^ (?:should|must|ought|has to|had to|needs? to|needed to|cannot survive|could not survive|was finished|is finished)/
  if (
    statement?.kind === 'indirect' &&
    statement.addressee &&
    !bidden.test(words.slice(found.index + word.length) + hit.after)
  ) {
    const { start, end } = statement.addressee
    for (const marker of article.marked.markers.values())
      if (marker.actor?.leader && marker.start < end && marker.end > start) return false
  }
  const gender = /^(?:he|him|his)$/.test(word) ? 'm' : 'f'
  if (leader.gender !== null && leader.gender !== gender) return false
  // In the article's own words a pronoun means whom the sentences before speak of.
  if (hit !== whole && (!statement || statement.kind === 'indirect')) {
    const meant = article.pronoun(word, article.marked.at[hit.offset + match.index]!, actor)
    if (meant && !meant.leader && meant.gender === gender) return false
  }
  // Somebody else of that gender, named within the same words before the pronoun, is likelier.
  const stretchBefore = hit.stretch.slice(0, match.index + found.index)
  for (let i = stretchBefore.length - 1; i >= 0; i--) {
    const char = stretchBefore[i]!
    if (char !== 'L' && char !== 'P' && char !== 'X') continue
    const other: Actor | null = article.marked.markers.get(hit.offset + i)?.actor ?? null
    if (!other) continue
    if (other.leader) return true
    if (other === actor || (actor && other.person === actor.person)) continue
    if (other.gender === null || other.gender === gender) return false
  }
  return true
}
