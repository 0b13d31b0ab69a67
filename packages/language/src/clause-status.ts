import { CUES } from './cues.ts'
import type { ClauseStatus, Document, Sentence, Statement, Token } from './document.ts'

const NEGATIONS = new Set(
  "not n't never no nobody none nothing neither nor without hardly cannot nowhere".split(' '),
)
/** Verbs and adjectives that deny what they govern, by lemma. */
const DENIALS = new Set(
  'deny refuse decline reject dismiss refute rebuff dispute resist avoid unwilling reluctant fail'.split(' '),
)
/** Phrases, by lower-case words. */
const DENYING_PHRASES: readonly (readonly string[])[] = [
  ['short', 'of'],
  ['out'],
  ['far', 'from'],
  ['rather', 'than'],
  ['instead', 'of'],
  ['yet', 'to'],
  ['ruled', 'out'],
  ['rule', 'out'],
  ['ruling', 'out'],
  ['rules', 'out'],
]
const HYPOTHETICALS = new Set([
  'if',
  'unless',
  'whether',
  'should_',
  'supposing',
  'provided',
  'suppose',
  'lest',
  'assuming',
])
const STOPS = new Set([
  ';',
  ':',
  '—',
  '–',
  '--',
  '(',
  ')',
  'but',
  'although',
  'though',
  'because',
  'while',
  'whereas',
  'who',
  'which',
  'whose',
  'after',
  'before',
  'since',
  'until',
  'so',
  'when',
  'as',
])
const MODALS = new Set(['would', 'could', 'might', 'may', "'d", 'will', "'ll"])
const IDIOMS = /^(?:only|just|least|merely|simply|surprisingly|doubt|longer_)$/

/** The sentence that holds an offset, or null. Logarithmic. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | null {
  let low = 0
  let high = sentences.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const sentence = sentences[middle]
    if (!sentence) return null
    if (offset < sentence.start) high = middle - 1
    else if (offset >= sentence.end) low = middle + 1
    else return sentence
  }
  return null
}

/**
 * How the clause stands to the truth in which `[start, end)` stands. First what governs the stretch itself: negation (`not`,
 * `never`, `denied that`, `refused to`, `no plans to`), a condition (`if`, `unless`, `whether`, `were to`) or a question.
 * Then, inside a statement that its source denies, refuses or asks elsewhere, `reported`. Else `plain`.
 * A stretch outside every sentence is `plain`.
 */
export function clauseStatusAt(document: Document, start: number, end: number): ClauseStatus {
  const sentence = sentenceAt(document.sentences, start)
  if (!sentence) return 'plain'
  const { tokens } = document
  let first = sentence.firstToken
  while (first < sentence.endToken - 1 && (tokens[first]?.end ?? 0) <= start) first += 1
  let last = first
  while (last + 1 < sentence.endToken && (tokens[last + 1]?.start ?? end) < end) last += 1
  const status = statusOf(tokens, sentence, first, last)
  if (status !== 'plain') return status
  for (const statement of statementsAround(document, start, end)) {
    const turned =
      statement.negated ||
      statement.kindOfCue === 'deny' ||
      statement.kindOfCue === 'refuse' ||
      statement.modality !== 'asserted'
    if (turned && statement.modality !== 'future') return 'reported'
  }
  return 'plain'
}

function* statementsAround(
  document: Document,
  start: number,
  end: number,
): Generator<Statement & { kindOfCue: string }> {
  for (const statement of document.statements)
    if (statement.content.some((span) => span.start <= start && end <= span.end))
      yield { ...statement, kindOfCue: statement.cueKind }
}

function statusOf(tokens: readonly Token[], sentence: Sentence, first: number, last: number): ClauseStatus {
  let hypothetical = false
  let beyondCue = false
  for (let i = first; i <= last; i++) if (negates(tokens, i, last + 1)) return 'negated'
  // To the left, up to where the clause begins; a parenthesis between commas is stepped over.
  for (let i = first - 1; i >= sentence.firstToken; i--) {
    const token = tokens[i]
    if (!token) break
    if (STOPS.has(token.lower) && !(token.lower === 'so' || (token.lower === 'as' && token.pos === 'ADP')))
      break
    if (token.text === ',') {
      const over = parenthesisBefore(tokens, sentence.firstToken, i)
      if (over === null) break
      i = over
      continue
    }
    if ((token.lower === 'and' || token.lower === 'or') && hasOwnSubject(tokens, i + 1, first)) break
    if (negates(tokens, i, sentence.endToken)) return 'negated'
    // Beyond `said` only its own words and its subject count, not the clauses that belong to the subject.
    if (token.pos === 'VERB') {
      if (beyondCue) break
      const kind = CUES.get(token.lemma)?.kind
      if ((kind === 'say' || kind === 'believe') && tokens[i - 1]?.lower !== 'to') beyondCue = true
    }
    if (HYPOTHETICALS.has(token.lower)) hypothetical = true
    if ((token.lower === 'were' || token.lower === 'was') && tokens[i + 1]?.lower === 'to')
      hypothetical = true
  }
  if (hypothetical || underCondition(tokens, sentence, first, last)) return 'hypothetical'
  if (isQuestion(tokens, sentence, last)) return 'question'
  return 'plain'
}

function negates(tokens: readonly Token[], i: number, end: number): boolean {
  const token = tokens[i]
  if (!token) return false
  const next = i + 1 < end ? tokens[i + 1]?.lower : undefined
  if (NEGATIONS.has(token.lower)) {
    if (next !== undefined && IDIOMS.test(next)) return false
    return true
  }
  if (
    DENIALS.has(token.lemma) &&
    (token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      token.pos === 'ADJ' ||
      token.lower.endsWith('ed') ||
      token.lower.endsWith('ing'))
  )
    return true
  return DENYING_PHRASES.some(
    (phrase) => phrase.length === 2 && phrase[0] === token.lower && phrase[1] === next,
  )
}

/** For a comma that closes a parenthesis (`, who did not attend, `), the index of the comma that opens it; else null. */
function parenthesisBefore(tokens: readonly Token[], from: number, comma: number): number | null {
  for (let i = comma - 1; i > from && comma - i < 30; i--) {
    if (tokens[i]?.text !== ',') continue
    const opener = tokens[i + 1]
    if (!opener) return null
    if (
      /^(?:who|which|whose|where|a|an|the|his|her|its|their|also|too|however|too|then|now|of|said|says|according)$/.test(
        opener.lower,
      )
    )
      return i
    return null
  }
  return null
}

function hasOwnSubject(tokens: readonly Token[], from: number, to: number): boolean {
  let noun = false
  for (let i = from; i <= to && i < from + 14; i++) {
    const token = tokens[i]
    if (!token) return false
    if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'PRON') noun = true
    else if (noun && (token.pos === 'AUX' || token.pos === 'VERB')) return true
    else if (token.pos === 'VERB' && !noun) return false
  }
  return false
}

/** `If Vale stays, Finch will go` and `Finch would go if Vale stayed`. */
function underCondition(tokens: readonly Token[], sentence: Sentence, first: number, last: number): boolean {
  let modal = false
  for (let i = Math.max(sentence.firstToken, first - 6); i <= last; i++)
    if (MODALS.has(tokens[i]?.lower ?? '')) modal = true
  let opener = sentence.firstToken
  while (opener < first && tokens[opener]?.pos === 'PUNCT') opener += 1
  const word = tokens[opener]?.lower
  if (
    opener < first &&
    (word === 'if' ||
      word === 'unless' ||
      (word === 'should' &&
        tokens[sentence.endToken - 1]?.text !== '?' &&
        !isQuestion(tokens, sentence, last) &&
        tokens[opener + 1]?.pos !== 'PUNCT'))
  )
    return true
  if (!modal) return false
  for (let i = last + 1; i < sentence.endToken && i < last + 25; i++) {
    const lower = tokens[i]?.lower
    if (lower === ';' || lower === ':' || lower === '"' || lower === '”') return false
    if ((lower === 'if' || lower === 'unless') && tokens[i - 1]?.lower !== 'even') return true
  }
  return false
}

function isQuestion(tokens: readonly Token[], sentence: Sentence, last: number): boolean {
  for (let i = last + 1; i < sentence.endToken; i++) {
    const text = tokens[i]?.text
    if (text === '?') return true
    if (text === '.' || text === '!' || text === '"' || text === '”' || text === ';') return false
  }
  return false
}
