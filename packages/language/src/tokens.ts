import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Token } from './document.ts'
import type { Repaired } from './repair.ts'

/**
 * Characters that one wink-nlp tags. It keeps each word that its model does not know (about 165 bytes, never let go), so a service that
 * reads for months would grow with the language: a new one takes its place, which takes 0.1 s, about 1 % of the reading in between.
 */
const CHARACTERS_OF_ONE = 8_000_000

let nlp: ReturnType<typeof winkNLP> | null = null
let tagged = 0

/**
 * Abbreviations that keep their full stop. Those of STOPS_THAT_MAY_END can also end a sentence. Source: the lists of titles,
 * months, states and ranks in the Associated Press and Canadian Press stylebooks, and of pragmatic_segmenter (English).
 */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms mx dr prof rev fr st ste sr jr hon gov sen rep reps sens lt col gen capt cmdr adm maj sgt cpl pte brig pres supt insp ' +
    'det const rt no nos vs v etc al inc ltd co corp llc plc bros dept dist est fig gov approx ave blvd rd mt ft jan feb mar apr jun jul aug sep sept oct ' +
    'nov dec mon tue tues wed thu thur thurs fri sat sun ont que alta sask man b.c n.s n.b p.e.i n.l calif conn fla mass mich minn miss pa tenn tex wash wis va ' +
    'ala ariz ark colo del ga ill ind kan ky la md mo mont neb nev okla ore vt wyo messrs mmes secy treas msgr bart cllr coun ald'
  ).split(' '),
)
export const STOPS_THAT_MAY_END = new Set(
  'etc. al. inc. ltd. co. corp. llc. plc. bros. jr. sr. dept. a.m. p.m. u.s. u.k. u.n. e.u. d.c. b.c. ont. que. alta. sask. man. calif. no.'.split(
    ' ',
  ),
)
/** Words whose full stop is part of them only where a capital or a digit follows (`no. 5`, but `He said no.`). */
const NEEDS_DIGIT = new Set(['no', 'nos', 'fig', 'v'])
const NEEDS_CAPITAL_BEFORE = new Set(
  'man miss mass la mo pa va del ill ind ore wash sat sun wed mon fri mar art ark co det est'.split(' '),
)

const WORD = String.raw`[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’ʼ‘][\p{L}\p{M}]+)*`
const TOKEN = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"”]{1,500}|www\.[^\s<>"”]{1,500}`,
    String.raw`(?:\p{L}\.){2,8}(?:\p{L}(?![\p{L}\p{N}.'’]))?`,
    `${WORD}(?:[-‐‑](?:${WORD}|[0-9]+))*`,
    String.raw`[0-9]+(?:[.,:][0-9]+)*(?:[-‐‑](?:year|day|month|week|seat|member|person|point|strong|old|minute|hour|page|vote|man)s?(?:-old)?(?![\p{L}\p{N}]))?(?:st|nd|rd|th|am|pm|s|m|bn|k|x)?(?![\p{L}\p{N}])`,
    String.raw`[0-9]+(?:[.,:][0-9]+)*[\p{L}]*`,
    "\\.{2,}|…|-{2,}|''|``",
    String.raw`[^\s\x00-\x1f\x7f]`,
  ].join('|'),
  'gu',
)
const CONTRACTION = /(?:n['’ʼ‘]t|['’ʼ‘](?:s|re|ve|ll|d|m))$/i

export interface Pieces {
  /** Offsets in the repaired text. */
  readonly starts: number[]
  readonly ends: number[]
}

const isUpper = (text: string, at: number): boolean => {
  const c = text.charCodeAt(at)
  return (c > 64 && c < 91) || (c > 191 && text.charAt(at) !== text.charAt(at).toLowerCase())
}

/** Cuts a text into words and marks, without any of the grammar. */
export function cut(text: string): Pieces {
  const starts: number[] = []
  const ends: number[] = []
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const piece = match[0]
    const start = match.index
    const end = start + piece.length
    const first = piece.charCodeAt(0)
    const letter = (first > 64 && first < 91) || (first > 96 && first < 123) || first > 191
    if (!letter || piece.length > 60) {
      starts.push(start)
      ends.push(end)
      continue
    }
    if (text.charCodeAt(end) === 46 && takesStop(text, piece, start, end)) {
      starts.push(start)
      ends.push(end + 1)
      TOKEN.lastIndex = end + 1
      continue
    }
    const contraction = piece.length > 2 ? CONTRACTION.exec(piece) : null
    if (contraction && contraction.index > 0) {
      starts.push(start, start + contraction.index)
      ends.push(start + contraction.index, end)
    } else if (piece.length === 6 && piece.toLowerCase() === 'cannot') {
      starts.push(start, start + 3)
      ends.push(start + 3, end)
    } else {
      starts.push(start)
      ends.push(end)
    }
  }
  return { starts, ends }
}

/** Whether the full stop after a word belongs to it: an abbreviation or an initial. */
function takesStop(text: string, piece: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end + 1)
  const last = piece.slice(Math.max(piece.lastIndexOf('-'), piece.lastIndexOf('‑')) + 1).toLowerCase()
  if (piece.length === 1) {
    // An initial: `J. Vance`, `J.Vance`, but not `plan B. He` nor `Q. What`.
    if (!isUpper(text, start) || piece === 'I') return false
    let at = end + 1
    while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 160) at += 1
    if (!isUpper(text, at)) return false
    const before = text.slice(Math.max(0, start - 12), start)
    if (/(?:^|\n)\s*$/.test(before) && (piece === 'Q' || piece === 'A')) return false
    return !/\b(?:plan|point|grade|option|vitamin|type|class|section|figure|team)\s$/i.test(before)
  }
  if (!ABBREVIATIONS.has(last)) return false
  if (NEEDS_DIGIT.has(last)) {
    const after = next === 32 ? text.charCodeAt(end + 2) : next
    return after > 47 && after < 58
  }
  if (NEEDS_CAPITAL_BEFORE.has(last)) {
    if (!isUpper(text, start)) return false
    const after = next === 32 ? text.charCodeAt(end + 2) : next
    if (
      last === 'sat' ||
      last === 'sun' ||
      last === 'mon' ||
      last === 'wed' ||
      last === 'fri' ||
      last === 'mar'
    )
      return after > 47 && after < 58
    return next === 44
  }
  return next === 32 || next === 160 || next === 44 || next === 10 || Number.isNaN(next) || next > 47
}

/** wink-nlp reads so much at once: its cost is linear, its working memory is not given back before the end of a piece. */
const CHUNK = 20_000

interface Tagged {
  readonly pos: string[]
  readonly lemma: string[]
}

/** Parts of speech and lemmas of the pieces, aligned by offset; a piece that wink cuts further takes those of its last part. */
function tag(text: string, pieces: Pieces): Tagged {
  const count = pieces.starts.length
  const pos: string[] = new Array(count).fill('X')
  const lemma: string[] = new Array(count).fill('')
  for (let from = 0; from < count; ) {
    const base = pieces.starts[from] ?? 0
    let to = from
    while (to < count && (pieces.ends[to] ?? 0) - base < CHUNK) to += 1
    if (to === from) {
      from += 1
      continue
    }
    tagChunk(masked(text.slice(base, pieces.ends[to - 1])), base, pieces, from, to, pos, lemma)
    from = to
  }
  return { pos, lemma }
}

/** Same length, straight quotation marks, no line ends, and nothing so long or strange that it would slow the tagger down. */
function masked(text: string): string {
  return text
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\n\r\t\f\v\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]/g, ' ')
    .replace(/[\ud800-\udfff\ufff0-\uffff\0-\x1f]/g, '*')
    .replace(/[^\s]{61,}/g, (long) => `x${' '.repeat(long.length - 1)}`)
}

function tagChunk(
  text: string,
  base: number,
  pieces: Pieces,
  from: number,
  to: number,
  pos: string[],
  lemma: string[],
): void {
  tagged += text.length
  // Made when it is first asked: what only imports this package need not wait for it.
  if (nlp === null || tagged > CHARACTERS_OF_ONE) {
    nlp = winkNLP(model, ['pos'])
    tagged = text.length
  }
  const its = nlp.its
  const found = nlp.readDoc(text).tokens()
  const values = found.out() as string[]
  const tags = found.out(its.pos) as string[]
  const lemmas = found.out(its.lemma as typeof its.pos) as string[]
  let at = 0
  let piece = from
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? ''
    while (text.charCodeAt(at) === 32) at += 1
    if (!text.startsWith(value, at)) {
      const again = text.indexOf(value, at)
      if (again === -1 || again - at > 200) continue
      at = again
    }
    const start = base + at
    at += value.length
    while (piece < to && (pieces.ends[piece] ?? 0) <= start) piece += 1
    // A token of wink that covers several pieces gives its tag to each of them.
    for (let p = piece; p < to && (pieces.starts[p] ?? 0) < base + at; p++) {
      pos[p] = tags[i] ?? 'X'
      lemma[p] = lemmas[i] ?? ''
    }
  }
}

const LEMMAS: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'re": 'be',
  "'ve": 'have',
  "'ll": 'will',
  "'m": 'be',
  wo: 'will',
  ca: 'can',
  sha: 'shall',
}

/** The dictionary form; wink's where it saw the same word. */
function lemmaOf(text: string, lower: string, pos: string, lemma: string): string {
  if (/^[A-Z]{2,}s$/.test(text)) return lower.slice(0, -1)
  const known = LEMMAS[lower]
  if (known !== undefined) return known
  if (lower === "'s") return pos === 'AUX' || pos === 'VERB' ? 'be' : "'s"
  if (lower === 'said') return 'say'
  return lemma === '' || lower.includes('-') ? lower : lemma
}

const ACCENTED = /[^\x00-\x7f]/
const fold = (text: string): string => (ACCENTED.test(text) ? foldSlow(text) : text.toLowerCase())
function foldSlow(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑]/g, '-')
}

const MARK = /^[^\p{L}\p{N}]+$/u

/** A word in capitals within a sentence, before another one: `Sue Moss said` sues nobody. */
function isGivenName(text: string, piece: string, start: number, end: number): boolean {
  if (
    !isUpper(text, start) ||
    piece === piece.toUpperCase() ||
    !/ /.test(text.charAt(end)) ||
    !isUpper(text, end + 1)
  )
    return false
  return /[\p{Ll},] $/u.test(text.slice(Math.max(0, start - 2), start))
}

/** Words and marks with their grammar. `sentence` is -1 until the sentences are known. */
export function tokenize({ text, offsets }: Repaired): Token[] {
  const pieces = cut(text)
  const { pos, lemma } = tag(text, pieces)
  const tokens: Token[] = []
  for (let index = 0; index < pieces.starts.length; index++) {
    const start = pieces.starts[index] ?? 0
    const end = pieces.ends[index] ?? start
    const piece = text.slice(start, end)
    const lower = fold(piece)
    const isMark = MARK.test(piece)
    const part = isMark
      ? piece === '$' || piece === '£' || piece === '€' || piece === '%'
        ? 'SYM'
        : 'PUNCT'
      : (pos[index] ?? 'X')
    tokens.push({
      index,
      start: offsets ? (offsets[start] ?? start) : start,
      end: offsets ? (offsets[end] ?? end) : end,
      text: piece,
      lower,
      lemma: isMark ? lower : lemmaOf(piece, lower, part, lemma[index] ?? ''),
      pos:
        part === 'SPACE' || (part === 'PUNCT' && !isMark)
          ? 'X'
          : part === 'VERB' && (lower.includes('-') || isGivenName(text, piece, start, end))
            ? lower.includes('-')
              ? 'ADJ'
              : 'PROPN'
            : part,
      sentence: -1,
    })
  }
  return tokens
}
