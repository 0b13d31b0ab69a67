import { CUES } from './cues.ts'
import type { Token } from './document.ts'

/** Tokens `[first, end)`. */
export interface Range {
  readonly first: number
  readonly end: number
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'SYM', 'X'])
const TIME = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight morning afternoon evening night week month year later earlier then now also meanwhile however still ago'.split(
    ' ',
  ),
)
const BOUNDARY_WORDS = new Set(
  'that if because when while after as although though unless whether since until before where but so than'.split(
    ' ',
  ),
)
const BOUNDARY_MARKS = new Set([
  ';',
  ':',
  '—',
  '–',
  '--',
  '"',
  '“',
  '”',
  '(',
  ')',
  '«',
  '»',
  '?',
  '!',
  '…',
  '...',
  '‘',
])
const PLACE_OR_TIME = new Set([
  'on',
  'in',
  'at',
  'during',
  'by',
  'over',
  'after',
  'before',
  'since',
  'outside',
  'from',
  'around',
  'throughout',
  'following',
  'late',
  'early',
])

const isName = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'PROPN' || /^\p{Lu}/u.test(token.text)) && token.pos !== 'PUNCT'
const isNominal = (token: Token | undefined): boolean =>
  token !== undefined &&
  (NOMINAL.has(token.pos) ||
    token.lower === "'s" ||
    token.lower === "'" ||
    token.lower === '&' ||
    (token.pos === 'PART' && token.lower === "'s"))
/** A verb with a tense of its own rather than a participle that follows its noun. */
const hasTense = (token: Token): boolean =>
  token.pos === 'AUX' || (token.pos === 'VERB' && !/(?:ing|ed|en)$/.test(token.lower))

/** The noun phrase that begins at a token: `the MP for Sable Banks`, `Health Minister Mark Holland`. Null where none does. */
export function phraseFrom(tokens: readonly Token[], first: number, limit: number): Range | null {
  let end = first
  while (end < limit) {
    const token = tokens[end]
    if (!token) break
    if (end > first && TIME.has(token.lower)) break
    if (isNominal(token)) {
      // A pronoun ends a phrase, and begins none within it: `told reporters he`.
      if (token.pos === 'PRON' && end > first && !/^(?:one|ones|others)$/.test(token.lower)) break
      if (
        token.pos === 'DET' &&
        end > first &&
        tokens[end - 1]?.lower !== 'of' &&
        tokens[end - 1]?.lower !== 'for' &&
        tokens[end - 1]?.lower !== 'and' &&
        !/^(?:all|both|some|several|many|most|half)$/.test(tokens[end - 1]?.lower ?? '')
      )
        break
      end += 1
      if (
        token.pos === 'PRON' &&
        /^(?:he|she|they|i|we|it|you|him|her|them|us|me)$/.test(token.lower) &&
        token.lower !== 'her'
      )
        break
      continue
    }
    const next = tokens[end + 1]
    if (
      (token.lower === 'of' || token.lower === 'for') &&
      end > first &&
      end + 1 < limit &&
      isNominal(next) &&
      next?.pos !== 'PRON'
    ) {
      end += 1
      continue
    }
    if (token.lower === 'and' && isName(next) && isName(tokens[end - 1]) && end + 1 < limit) {
      end += 1
      continue
    }
    break
  }
  while (end > first && /^(?:DET|ADP)$/.test(tokens[end - 1]?.pos ?? '') && end - first > 1) end -= 1
  return end > first && tokens[first]?.pos !== 'X' ? { first, end } : null
}

/**
 * The one addressed, at a token: as `phraseFrom`, but a name right behind a common noun begins what is said:
 * `told reporters Vale must go`.
 */
export function addresseeFrom(tokens: readonly Token[], first: number, limit: number): Range | null {
  const phrase = phraseFrom(tokens, first, limit)
  if (!phrase) return null
  for (let i = first + 1; i < phrase.end; i++) {
    const token = tokens[i]
    const before = tokens[i - 1]
    if (token && before && isName(token) && /^\p{Ll}/u.test(before.text) && before.pos === 'NOUN')
      return { first, end: i }
    if (token?.pos === 'PROPN' && before?.pos === 'PRON') return { first, end: i }
  }
  return phrase
}

/** The source behind its verb, with a title that holds commas: `said Minister of Work, Trade and Ports Jane Moss.` */
export function invertedSource(tokens: readonly Token[], first: number, limit: number): Range | null {
  const phrase = phraseFrom(tokens, first, limit)
  if (
    !phrase ||
    tokens[phrase.end]?.text !== ',' ||
    !isName(tokens[phrase.end + 1]) ||
    !isName(tokens[phrase.end - 1])
  )
    return phrase
  let and = false
  let end = phrase.end
  for (let i = phrase.end; i < Math.min(limit, phrase.end + 16); i++) {
    const token = tokens[i]
    if (!token) break
    if (token.lower === 'and') and = true
    else if (
      !isName(token) &&
      token.text !== ',' &&
      token.lower !== 'of' &&
      token.lower !== 'for' &&
      token.lower !== 'the'
    )
      break
    end = i + 1
  }
  const whole = end === limit || tokens[end]?.text === '.' || tokens[end]?.pos === 'ADP'
  return and && whole && isName(tokens[end - 1]) ? { first, end } : phrase
}

/** Cuts off what is not the name at both ends: `On Tuesday Finch`, `Finch on Tuesday`, `Meanwhile Finch`. */
function trimmed(tokens: readonly Token[], from: number, to: number): Range | null {
  let first = from
  let end = to
  while (first < end) {
    const token = tokens[first]
    if (!token) return null
    if (
      TIME.has(token.lower) ||
      token.pos === 'ADV' ||
      token.pos === 'CCONJ' ||
      token.pos === 'INTJ' ||
      (token.pos === 'PUNCT' && token.text !== '[')
    ) {
      first += 1
      continue
    }
    if (
      (token.lower === 'last' || token.lower === 'this' || token.lower === 'next') &&
      TIME.has(tokens[first + 1]?.lower ?? '')
    ) {
      first += 2
      continue
    }
    if (token.pos === 'ADP' || PLACE_OR_TIME.has(token.lower)) {
      // A phrase of time or place up front: go on behind its noun, which ends where a name or a determiner begins anew.
      let at = first + 1
      if (tokens[at]?.pos === 'DET' || tokens[at]?.pos === 'PRON') at += 1
      while (at < end && (tokens[at]?.pos === 'ADJ' || tokens[at]?.pos === 'NUM')) at += 1
      const timely = TIME.has(tokens[at]?.lower ?? '')
      at += 1
      while (!timely && at < end && tokens[at]?.pos === tokens[at - 1]?.pos) at += 1
      if (at >= end) return null
      first = at
      continue
    }
    break
  }
  for (let shrunk = true; shrunk && end - first > 1; ) {
    shrunk = false
    const last = tokens[end - 1]
    if (!last) break
    if (TIME.has(last.lower) || last.pos === 'ADV' || last.pos === 'PUNCT') {
      end -= 1
      shrunk = true
      if (end - first > 1 && /^(?:on|last|this|late|early|earlier)$/.test(tokens[end - 1]?.lower ?? ''))
        end -= 1
    }
  }
  // The name itself, without what is said of it: `One MP involved in the initiative` keeps its head and its `of`.
  for (let i = first + 1; i < end; i++) {
    const token = tokens[i]
    if (!token) break
    if (
      (token.pos === 'VERB' && /(?:ing|ed|en)$/.test(token.lower)) ||
      (token.pos === 'ADP' &&
        PLACE_OR_TIME.has(token.lower) &&
        token.lower !== 'from' &&
        token.lower !== 'in' &&
        token.lower !== 'at')
    ) {
      if (isNominal(tokens[i - 1]) && tokens[i - 1]?.pos !== 'DET' && tokens[i - 1]?.pos !== 'ADJ') {
        end = i
        break
      }
    }
  }
  if (end <= first || end - first > 24) return null
  let head = false
  for (let i = first; i < end; i++) {
    const pos = tokens[i]?.pos
    if (
      pos === 'NOUN' ||
      pos === 'PROPN' ||
      pos === 'PRON' ||
      pos === 'NUM' ||
      pos === 'DET' ||
      isName(tokens[i])
    )
      head = true
  }
  return head ? { first, end } : null
}

/** The subject that ends right before a verb group at `at`, not before `from`. */
export function subjectBefore(tokens: readonly Token[], at: number, from: number): Range | null {
  const last = tokens[at - 1]
  if (!last || at <= from) return null
  if (last.text === ',' || last.text === '—' || last.text === '–' || last.text === ')' || last.text === '--')
    return acrossParenthesis(tokens, at - 1, from)
  if (
    last.lower === 'who' ||
    last.lower === 'which' ||
    (last.lower === 'that' && isNominal(tokens[at - 2]) && tokens[at - 2]?.pos !== 'PRON')
  )
    return antecedent(tokens, at - 1, from)
  if (last.pos === 'CCONJ' || last.lower === 'then') {
    // `by Finch, who sits for Northport and said`.
    for (let i = at - 2; i >= Math.max(from, at - 12); i--) {
      if (tokens[i]?.pos === 'PUNCT') break
      if (tokens[i]?.lower === 'who') return antecedent(tokens, i, from)
    }
    return clauseSubject(tokens, from, at - 1)
  }
  let first = at
  for (let i = at - 1; i >= from; i--) {
    const token = tokens[i]
    if (!token) break
    if (BOUNDARY_MARKS.has(token.text)) break
    if (token.text === ',') {
      // `Finch, Jones and Smith said`.
      if (!(isName(tokens[i - 1]) && isName(tokens[i + 1]) && listsNames(tokens, i + 1, at))) break
    }
    if (BOUNDARY_WORDS.has(token.lower) && token.pos !== 'DET') break
    if (token.lower === 'who' || token.lower === 'which') {
      if (i < at - 1) return antecedent(tokens, i, from)
      break
    }
    if (token.lower === 'and' || token.lower === 'or') {
      if (!isNominal(tokens[i - 1]) || !isNominal(tokens[i + 1]) || verbBefore(tokens, i, from)) break
    }
    if (token.pos === 'AUX') break
    if (
      token.pos === 'VERB' &&
      (CUES.has(token.lemma) || hasTense(token)) &&
      !(token.lower.endsWith('ing') && isNominal(tokens[i - 1]))
    )
      break
    if (token.pos === 'PRON' && /^(?:he|she|they|i|we|you)$/.test(token.lower)) {
      first = i
      break
    }
    first = i
  }
  const phrase = first < at ? trimmed(tokens, first, at) : null
  // `Finch, battling a slide in the polls, on Tuesday accused`.
  if (!phrase && first - 1 > from && tokens[first - 1]?.text === ',' && TIME.has(last.lower))
    return acrossParenthesis(tokens, first - 1, from)
  return phrase
}

/** Whether between here and there stand only names, commas and `and`. */
function listsNames(tokens: readonly Token[], from: number, to: number): boolean {
  let and = false
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token?.lower === 'and') and = true
    else if (!isName(token) && token?.text !== ',') return false
  }
  return and
}

function verbBefore(tokens: readonly Token[], at: number, from: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 16); i--) {
    const token = tokens[i]
    if (!token || token.text === ',' || BOUNDARY_MARKS.has(token.text) || BOUNDARY_WORDS.has(token.lower))
      return false
    if (token.pos === 'AUX' || token.pos === 'VERB') return true
  }
  return false
}

/** `Finch, a Liberal MP, said`; `Finch, who was away, said`; `Finch (York) said`. */
function acrossParenthesis(tokens: readonly Token[], closing: number, from: number): Range | null {
  const mark = tokens[closing]?.text
  const opening = mark === ')' ? '(' : (mark ?? ',')
  let tries = 0
  for (let i = closing - 1; i > from && closing - i < 50 && tries < 5; i--) {
    const token = tokens[i]
    if (token?.text !== opening) continue
    tries += 1
    if (i + 1 >= closing) continue
    const opener = tokens[i + 1]
    if (!opener) return null
    const relative = /^(?:who|which|whose|whom|where|asked|pressed|questioned|when|while|speaking)$/.test(
      opener.lower,
    )
    if (!relative && opening === ',' && opener.pos !== 'ADP') {
      let finite = false
      for (let k = i + 1; k < closing; k++) {
        const inner = tokens[k]
        if (
          inner &&
          (/^(?:who|which|whose|whom|where|that)$/.test(inner.lower) || (inner.text === ',' && k > i + 1))
        )
          break
        if (inner && hasTense(inner)) finite = true
      }
      if (finite) return null
    }
    const phrase = subjectBefore(tokens, i, from)
    if (!phrase || phrase.end < i - 12) continue
    // An age between commas is nobody: `Finch, 61, a farmer, said`.
    if (phrase.end - phrase.first === 1 && /^\d+$/.test(tokens[phrase.first]?.text ?? '')) continue
    const before = tokens[phrase.first - 1]
    if (
      before &&
      phrase.first > from &&
      (before.pos === 'ADP' || before.pos === 'DET' || before.pos === 'VERB' || before.pos === 'ADJ')
    )
      continue
    return phrase
  }
  return null
}

/** What `who` stands for, or what a participle describes: the phrase right before it. */
export function antecedent(tokens: readonly Token[], who: number, from: number): Range | null {
  let end = who
  if (tokens[end - 1]?.text === ',') end -= 1
  let first = end
  while (first > from) {
    const token = tokens[first - 1]
    if (
      !isNominal(token) &&
      !((token?.lower === 'of' || token?.lower === 'for') && isNominal(tokens[first - 2]))
    )
      break
    first -= 1
    if (token?.pos === 'DET' && !/^(?:of|for)$/.test(tokens[first - 1]?.lower ?? '')) break
  }
  return first < end ? { first, end } : { first: who, end: who + 1 }
}

/** The subject of the first verb of a clause that begins at `from`. */
export function clauseSubject(tokens: readonly Token[], from: number, to: number): Range | null {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token) break
    if (i > from && (token.pos === 'AUX' || token.pos === 'VERB')) {
      let group = i
      while (group > from && (tokens[group - 1]?.pos === 'ADV' || tokens[group - 1]?.pos === 'AUX'))
        group -= 1
      if (group === from) continue
      const last = tokens[group - 1]
      if (
        last?.pos === 'CCONJ' ||
        last?.lower === 'to' ||
        last?.lower === 'who' ||
        last?.lower === 'which' ||
        last?.lower === 'that'
      )
        continue
      const subject = subjectBefore(tokens, group, from)
      if (subject) return subject
    }
  }
  return null
}
