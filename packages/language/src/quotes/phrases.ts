import type { Sentence, Token } from '../document.ts'
import { antecedent, phraseFrom, type Range, subjectBefore } from '../subjects.ts'
import { CUE_ADJECTIVES, CUE_NOUNS, IMPERSONAL_NOUNS, MATTERS, PASSIVES, WILLING } from './nominal-cues.ts'

/** An attribution whose cue is no active verb. In tokens. */
export interface Phrase {
  readonly source: Range | null
  readonly cue: Range
  readonly content: readonly Range[]
}

/** No clause is longer, in tokens; it keeps a text without full stops from costing the square of its length. */
export const LONG = 150
const POSSESSIVE = /^(?:my|our|your|his|her|its|their)$/
const PREPOSED =
  /^(?:put|say|explain|note|argue|describe|write|tell|suggest|observe|see|warn|point|report|acknowledge|predict)$/
const HEARSAY = /^(?:reportedly|allegedly|supposedly|purportedly)$/
/** Words before a colon that name nobody. */
export const LABELS =
  /^(?:more|read|related|watch|see|photos?|video|note|please|update|updated|correction|editor|editors|full|also|follow|breaking|live|source|sources|by|from|tags?|topics?|filed|share|click|subscribe|listen|here|yes|no|and|but|so)$/
const WH = /^(?:whether|if|why|how|what|who|when|where|which)$/
const isMark = (token: Token | undefined): boolean => token !== undefined && /^[,;:—–]$|^--$/.test(token.text)
const isEnd = (token: Token | undefined): boolean => token === undefined || /^[.!?;…]$/.test(token.text)

/** Finds what nouns, adjectives, passives, `as X put it` and hearsay attribute in a sentence. Linear in its tokens. */
export function phrasesIn(tokens: readonly Token[], sentence: Sentence): Phrase[] {
  const found: Phrase[] = []
  const { firstToken: first, endToken } = sentence
  let end = endToken
  while (end > first && /^[.!?…"”]$/.test(tokens[end - 1]?.text ?? '')) end -= 1
  for (let i = first; i < end; i++) {
    const token = tokens[i]
    if (!token) break
    const phrase =
      byAs(tokens, i, first, end) ??
      byView(tokens, i, first, end) ??
      byNoun(tokens, i, first, end) ??
      byBeing(tokens, i, first, end) ??
      byHearsay(tokens, i, first, end) ??
      byMatter(tokens, i, first, end) ??
      byLabel(tokens, i, first, end)
    if (!phrase) continue
    found.push(phrase)
    i = Math.max(i, phrase.cue.end - 1)
  }
  return found
}

/** `Turnout, as Calloway put it, is low`, `As Orr explained, the vote was close`. */
function byAs(tokens: readonly Token[], i: number, first: number, end: number): Phrase | null {
  if (tokens[i]?.lower !== 'as' || (i > first && !isMark(tokens[i - 1]))) return null
  const source = phraseFrom(tokens, i + 1, end)
  if (!source) return null
  let verb = source.end
  while (verb < end && /^(?:ADV|AUX)$/.test(tokens[verb]?.pos ?? '')) verb += 1
  const cue = tokens[verb]
  if (!cue || !PREPOSED.test(cue.lemma) || cue.pos !== 'VERB') return null
  let close = verb + 1
  while (close < end && close < verb + 12 && tokens[close]?.text !== ',') close += 1
  const content: Range[] = []
  if (i > first + 1) content.push({ first, end: i - 1 })
  if (close + 1 < end) content.push({ first: close + 1, end })
  return content.length > 0 ? { source, cue: { first: verb, end: verb + 1 }, content } : null
}

/** `In the view of Republicans, the rule goes too far`. */
function byView(tokens: readonly Token[], i: number, first: number, end: number): Phrase | null {
  if (tokens[i]?.lower !== 'in' || tokens[i + 1]?.lower !== 'the' || tokens[i + 3]?.lower !== 'of')
    return null
  if (!/^(?:view|words|opinion|eyes|judgment|telling|estimation|minds)$/.test(tokens[i + 2]?.lower ?? ''))
    return null
  const source = phraseFrom(tokens, i + 4, end)
  if (!source) return null
  const content =
    i === first && tokens[source.end]?.text === ','
      ? { first: source.end + 1, end }
      : { first, end: isMark(tokens[i - 1]) ? i - 1 : i }
  return content.end > content.first ? { source, cue: { first: i, end: i + 4 }, content: [content] } : null
}

/** `Dunn's claim that`, `his promise to`, `the allegation that`, `concern among Democrats that`. */
function byNoun(tokens: readonly Token[], i: number, first: number, end: number): Phrase | null {
  const noun = tokens[i]
  if (!noun || noun.pos === 'VERB' || noun.pos === 'AUX' || !CUE_NOUNS.has(noun.lemma) || i === first)
    return null
  let source = possessor(tokens, i, first)
  let at = i + 1
  if (!source && /^(?:by|from|among|of)$/.test(tokens[at]?.lower ?? '')) {
    const holder = phraseFrom(tokens, at + 1, end)
    if (holder) {
      source = holder
      at = holder.end
    }
  }
  if (!source && !IMPERSONAL_NOUNS.has(noun.lemma)) return null
  const next = tokens[at]
  if (!next || at >= end) return null
  const clause = next.lower === 'that' && tokens[at + 1]?.pos !== 'AUX' && tokens[at + 1]?.pos !== 'VERB'
  const infinitive =
    next.lower === 'to' && /^(?:VERB|AUX|ADV)$/.test(tokens[at + 1]?.pos ?? '') && source !== null
  const about =
    source !== null &&
    ((noun.lemma === 'call' && next.lower === 'for') || (next.lower === 'about' && noun.lemma !== 'question'))
  if (!(clause || infinitive || about)) return null
  return { source, cue: { first: i, end: i + 1 }, content: [{ first: at, end: clauseEnd(tokens, at, end) }] }
}

/** Whose noun it is: `his`, `Dunn's`, `the campaign's`. */
function possessor(tokens: readonly Token[], noun: number, from: number): Range | null {
  for (let i = noun - 1; i >= Math.max(from, noun - 4); i--) {
    const token = tokens[i]
    if (!token) return null
    if (POSSESSIVE.test(token.lower)) return { first: i, end: i + 1 }
    if (token.lower === "'s" || (token.lower === "'" && tokens[i - 1]?.lower.endsWith('s'))) {
      const holder = antecedent(tokens, i, from)
      return holder && holder.end === i ? holder : null
    }
    if (!/^(?:ADJ|NOUN|ADV|NUM)$/.test(token.pos)) return null
  }
  return null
}

/** Where a clause (or a noun phrase with its clauses) inside a sentence ends: before a comma that closes it, or the verb that its noun is the subject of. */
export function clauseEnd(tokens: readonly Token[], from: number, end: number, isNoun = false): number {
  let verb = isNoun || tokens[from]?.lower === 'to' || tokens[from]?.lower === 'for'
  let settled = false
  for (let i = from + 1; i < Math.min(end, from + LONG); i++) {
    const token = tokens[i]
    if (!token || isEnd(token) || /^[—–]$/.test(token.text)) return i
    if (
      token.text === ',' &&
      verb &&
      /^(?:VERB|AUX|PRON|PROPN|CCONJ|DET|SCONJ|ADV)$/.test(tokens[i + 1]?.pos ?? '')
    )
      return i
    const finite = token.pos === 'AUX' || (token.pos === 'VERB' && !/ing$/.test(token.lower))
    if (!finite) {
      if (verb && !/^(?:ADV|PART)$/.test(token.pos)) settled = true
      if (
        /^(?:that|who|which|to|and|or|but|if|when|because|as|what|how|why|where|he|she|they|it|we|i)$/.test(
          token.lower,
        )
      )
        settled = false
      continue
    }
    const before = tokens[i - 1]
    // `that the vote was rigged | has no basis`, `to build a wall | drew cheers`.
    if (verb && settled && token.pos === 'AUX' && before?.pos !== 'PRON') return i
    if (verb && before?.pos === 'VERB' && token.pos === 'VERB' && /ed$/.test(before.lower)) return i
    if (verb && before?.pos === 'VERB' && /^(?:has|have|had|is|are|was|were)$/.test(token.lower)) return i
    if (verb && before?.pos === 'VERB' && token.pos === 'AUX') return i
    if (
      verb &&
      settled &&
      /ed$|^(?:drew|came|left|won|lost|met|went|has|set|led|brought|made)$/.test(token.lower) &&
      before?.pos === 'NOUN' &&
      tokens[from]?.lower === 'to'
    )
      return i
    verb = true
  }
  return Math.min(end, from + LONG)
}

/** `Republicans are worried that`, `Dunn was accused of`, `it is widely believed that`. */
function byBeing(tokens: readonly Token[], i: number, first: number, end: number): Phrase | null {
  const be = tokens[i]
  if (!be || !/^(?:be|feel|remain|seem|become|'s|'re|'m)$/.test(be.lemma) || i === first) return null
  let at = i + 1
  while (
    at < end &&
    (tokens[at]?.pos === 'ADV' ||
      tokens[at]?.pos === 'PART' ||
      tokens[at]?.lower === 'been' ||
      tokens[at]?.lower === 'being')
  )
    at += 1
  const word = tokens[at]
  const next = tokens[at + 1]
  if (!word || !next || at + 1 >= end) return null
  let from = i
  while (from > first && (tokens[from - 1]?.pos === 'AUX' || tokens[from - 1]?.pos === 'ADV')) from -= 1
  const cue = { first: from, end: at + 1 }
  if (CUE_ADJECTIVES.has(word.lower) && word.lower !== 'clear') {
    const opens =
      /^(?:that|to|about|of)$/.test(next.lower) ||
      WH.test(next.lower) ||
      (next.pos === 'PRON' && next.lower !== 'her') ||
      (next.pos === 'DET' && word.lower !== 'certain')
    if (!opens || (next.lower === 'to' && !WILLING.has(word.lower))) return null
    const source = subjectBefore(tokens, from, first)
    if (!source || /^(?:it|there|this|that)$/.test(tokens[source.first]?.lower ?? '')) return null
    return { source, cue, content: [{ first: at + 1, end: clauseEnd(tokens, at + 1, end) }] }
  }
  if (!/(?:ed|en|n|t|d)$/.test(word.lower) || !PASSIVES.has(word.lemma) || word.pos === 'NOUN') return null
  if (!/^(?:to|that|of|as|for)$/.test(next.lower)) return null
  if (next.lower === 'for' && !/^(?:blame|criticize|praise)$/.test(word.lemma)) return null
  if (next.lower === 'of' && !/^(?:accuse|suspect)$/.test(word.lemma)) return null
  if (next.lower === 'as' && tokens[at + 2]?.lower === 'saying') return null
  let by: Range | null = null
  for (let k = at + 1; k < Math.min(end, at + LONG) && !by; k++)
    if (tokens[k]?.lower === 'by' && (k === at + 1 || tokens[k + 1]?.pos === 'PROPN'))
      by = phraseFrom(tokens, k + 1, end)
  return { source: by, cue, content: [{ first: at + 1, end: clauseEnd(tokens, at + 1, end) }] }
}

/** `Dunn apologized for the remark`, `She asked him about the emails`. */
function byMatter(tokens: readonly Token[], i: number, first: number, end: number): Phrase | null {
  const verb = tokens[i]
  const opens = verb && verb.pos === 'VERB' ? MATTERS.get(verb.lemma) : undefined
  if (!verb || !opens || i === first) return null
  let at = i + 1
  if (!opens.test(tokens[at]?.lower ?? '')) {
    if (!/^(?:ask|talk|speak|warn|complain|apologize|agree|tell)$/.test(verb.lemma)) return null
    if (/^(?:to|with)$/.test(tokens[at]?.lower ?? '')) at += 1
    const told = phraseFrom(tokens, at, end)
    if (!told || !opens.test(tokens[told.end]?.lower ?? '')) return null
    at = told.end
  }
  if (at + 1 >= end || /^(?:what|itself)$/.test(tokens[at + 1]?.lower ?? '')) return null
  let from = i
  while (from > first && /^(?:AUX|ADV|PART)$/.test(tokens[from - 1]?.pos ?? '')) from -= 1
  const source = subjectBefore(tokens, from, first)
  if (!source || /^(?:that|which|it)$/.test(tokens[source.first]?.lower ?? '')) return null
  return { source, cue: { first: i, end: i + 1 }, content: [{ first: at, end: clauseEnd(tokens, at, end) }] }
}

/** `Orr: The bill is dead`, where one word names who speaks. */
function byLabel(tokens: readonly Token[], i: number, first: number, end: number): Phrase | null {
  if (i !== first + 1 || tokens[i]?.text !== ':' || i + 3 > end) return null
  const name = tokens[first]
  if (name?.pos !== 'PROPN' || !/^\p{Lu}/u.test(name.text) || LABELS.test(name.lower)) return null
  if (/^["“‘]/.test(tokens[i + 1]?.text ?? '')) return null
  for (let k = i + 1; k < end; k++)
    if (/^(?:VERB|AUX)$/.test(tokens[k]?.pos ?? ''))
      return { source: { first, end: i }, cue: { first: i, end: i + 1 }, content: [{ first: i + 1, end }] }
  return null
}

/** `Dunn reportedly left the meeting`: nobody is named, and the clause around the word is told. */
function byHearsay(tokens: readonly Token[], i: number, first: number, end: number): Phrase | null {
  if (!HEARSAY.test(tokens[i]?.lower ?? '')) return null
  let from = i
  while (from > Math.max(first, i - LONG) && !isMark(tokens[from - 1])) from -= 1
  let to = i + 1
  while (to < Math.min(end, i + LONG) && !isMark(tokens[to])) to += 1
  const content: Range[] = []
  if (from < i) content.push({ first: from, end: i })
  if (i + 1 < to) content.push({ first: i + 1, end: to })
  return content.length > 0 ? { source: null, cue: { first: i, end: i + 1 }, content } : null
}
