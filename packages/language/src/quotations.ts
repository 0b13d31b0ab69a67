import { CUES } from './cues.ts'
import type { Paragraph, Quotation, Sentence, Token } from './document.ts'

type Family = 'double' | 'single' | 'guillemet'
type Role = 'open' | 'close' | 'either' | 'none'

interface Open {
  readonly token: number
  readonly family: Family
}

const FAMILIES: ReadonlyMap<string, Family> = new Map<string, Family>([
  ['"', 'double'],
  ['“', 'double'],
  ['”', 'double'],
  ['„', 'double'],
  ['‟', 'double'],
  ['``', 'double'],
  ["''", 'double'],
  ['«', 'guillemet'],
  ['»', 'guillemet'],
  ["'", 'single'],
  ['‘', 'single'],
  ['’', 'single'],
  ['‚', 'single'],
  ['‹', 'single'],
  ['›', 'single'],
])

/** Words that lose their beginning: `'em`, `'90s`. Their apostrophe opens nothing. */
const CLIPPED = /^(?:em|til|till|tis|twas|cause|cos|n|round|bout|ere|\d\ds?|\d{2})$/

/** Finds the quotations of each paragraph. Apostrophes are none. Linear. */
export function findQuotations(
  paragraphs: readonly Paragraph[],
  sentences: readonly Sentence[],
  tokens: readonly Token[],
): Quotation[] {
  const found: Quotation[] = []
  for (const paragraph of paragraphs) {
    const first = sentences[paragraph.firstSentence]?.firstToken ?? 0
    const end = sentences[paragraph.endSentence - 1]?.endToken ?? first
    const next = tokens[end]
    const continues = next !== undefined && FAMILIES.has(next.text)
    inParagraph(tokens, first, end, paragraph.index, continues, found)
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  return found.map((quotation, index) => ({ ...quotation, index }))
}

function inParagraph(
  tokens: readonly Token[],
  first: number,
  end: number,
  paragraph: number,
  continues: boolean,
  found: Quotation[],
): void {
  const stack: Open[] = []
  const marks: number[] = []
  for (let i = first; i < end; i++) if (FAMILIES.has(tokens[i]?.text ?? '')) marks.push(i)
  if (marks.length === 0) return
  /** Position in `marks` of the next mark that closes a single quotation for certain, for each mark; looked up from the end. */
  const surelyCloses: boolean[] = new Array(marks.length).fill(false)
  let closesLater = false
  for (let m = marks.length - 1; m >= 0; m--) {
    surelyCloses[m] = closesLater
    const i = marks[m] ?? 0
    const token = tokens[i]
    if (!token || FAMILIES.get(token.text) !== 'single') continue
    const role = roleOf(tokens, i, first, end)
    if (role === 'open') closesLater = false
    else if (role === 'close' && !/s$/.test(tokens[i - 1]?.lower ?? '')) closesLater = true
  }
  const close = (open: Open, at: number, closed: boolean): void => {
    const quotation = quotationOf(tokens, open, at, closed, stack.length, paragraph, first, end)
    if (quotation) found.push(quotation)
  }
  for (let m = 0; m < marks.length; m++) {
    const i = marks[m] ?? 0
    const token = tokens[i]
    if (!token) continue
    const family = FAMILIES.get(token.text) ?? 'double'
    let role = roleOf(tokens, i, first, end)
    if (role === 'none') continue
    const isOpen = stack.some((open) => open.family === family)
    if (role === 'either') role = isOpen ? 'close' : 'open'
    if (role === 'open' && isOpen) {
      // A second opening mark of the same kind: the first was never closed, unless this one stands alone as a closing one.
      const straight = token.text === '"'
      if (straight && stack.length > 0 && !laterMark(tokens, marks, m, family)) role = 'close'
      else {
        while (stack.length > 0) {
          const open = stack.pop()
          if (!open) break
          close(open, lastStop(tokens, open.token, i), false)
          if (open.family === family) break
        }
      }
    }
    if (role === 'open') {
      stack.push({ token: i, family })
      continue
    }
    if (!isOpen) continue
    if (
      family === 'single' &&
      surelyCloses[m] === true &&
      /s$/.test(tokens[i - 1]?.lower ?? '') &&
      tokens[i + 1]?.pos !== 'PUNCT'
    )
      continue
    while (stack.length > 0) {
      const open = stack.pop()
      if (!open) break
      const same = open.family === family
      close(open, i, same)
      if (same) break
    }
  }
  while (stack.length > 0) {
    const open = stack.pop()
    if (!open) break
    // A single mark that nothing closes was an apostrophe.
    if (open.family === 'single' && !continues) continue
    close(open, continues ? end : stretchOfOpen(tokens, open.token, end), false)
  }
}

const laterMark = (
  tokens: readonly Token[],
  marks: readonly number[],
  m: number,
  family: Family,
): boolean => {
  const next = tokens[marks[m + 1] ?? -1]
  return next !== undefined && FAMILIES.get(next.text) === family
}

/** Where a quotation without its closing mark ends: after the last full stop before the next opening mark. */
function lastStop(tokens: readonly Token[], from: number, before: number): number {
  for (let i = before - 1; i > from; i--) if (/^[.!?…]/.test(tokens[i]?.text ?? '')) return i + 1
  return before
}

/** A closing mark is missing and nothing follows: up to an attribution (`..., said Finch`), else to the end. */
function stretchOfOpen(tokens: readonly Token[], from: number, end: number): number {
  for (let i = from + 2; i < end - 1; i++) {
    if (tokens[i]?.text !== ',') continue
    if (CUES.get(tokens[i + 1]?.lemma ?? '')?.kind === 'say' && tokens[i + 1]?.pos === 'VERB') return i + 1
    const pronoun = /^(?:he|she|they)$/.test(tokens[i + 1]?.lower ?? '') && tokens[i + 2]?.lemma === 'say'
    if (pronoun) return i + 1
  }
  return end
}

function roleOf(tokens: readonly Token[], i: number, first: number, end: number): Role {
  const token = tokens[i]
  if (!token) return 'none'
  const before = i > first ? tokens[i - 1] : undefined
  const after = i + 1 < end ? tokens[i + 1] : undefined
  const spaceBefore = !before || before.end < token.start
  const spaceAfter = !after || token.end < after.start
  const family = FAMILIES.get(token.text)
  switch (token.text) {
    case '“':
    case '„':
    case '``':
    case '«':
      // Some desks set the closing mark as an opening one.
      return after === undefined && before !== undefined ? 'close' : 'open'
    case '”':
    case '»':
      return 'close'
    case '‘':
    case '‹':
      return after && !spaceAfter && CLIPPED.test(after.lower) ? 'none' : after ? 'open' : 'none'
  }
  if (family === 'double') {
    if (!before) return 'open'
    if (!after) return 'close'
    if (spaceBefore && !spaceAfter) return 'open'
    if (!spaceBefore && spaceAfter) return 'close'
    if (!spaceBefore && !spaceAfter) {
      if (/^[([{—–-]$/.test(before.text)) return 'open'
      if (after.pos === 'PUNCT' && !FAMILIES.has(after.text)) return 'close'
      return 'either'
    }
    return 'either'
  }
  // Straight and curly single marks: a possessive (MPs'), a clipped word ('em), an opening or a closing mark.
  if (after && !spaceAfter && CLIPPED.test(after.lower)) return 'none'
  if (!before || (spaceBefore && !spaceAfter) || (/^[([—–"“]$/.test(before.text) && !spaceAfter))
    return token.text === '’' && before ? 'none' : after ? 'open' : 'none'
  if (spaceBefore) return 'none'
  if (!spaceAfter && after && after.pos !== 'PUNCT') return 'none'
  return 'close'
}

function quotationOf(
  tokens: readonly Token[],
  open: Open,
  at: number,
  closed: boolean,
  depth: number,
  paragraph: number,
  first: number,
  end: number,
): Quotation | null {
  const from = tokens[open.token]
  const lastInner = tokens[at - 1]
  const last = closed ? tokens[at] : lastInner
  const firstInner = tokens[open.token + 1]
  if (!from || !last || !firstInner || !lastInner || at - open.token < 2) return null
  const inner = { start: firstInner.start, end: lastInner.end }
  return {
    index: 0,
    start: from.start,
    end: last.end,
    inner,
    depth,
    paragraph,
    closed,
    scare: isScare(tokens, open.token, at, first, end),
  }
}

/** A word or two in marks that nobody is said to have spoken. */
function isScare(tokens: readonly Token[], open: number, close: number, first: number, end: number): boolean {
  let words = 0
  for (let i = open + 1; i < close; i++) {
    const token = tokens[i]
    if (!token) continue
    if (token.pos !== 'PUNCT') words += 1
    else if (/^[.,!?…]/.test(token.text)) return false
    if (words > 3) return false
  }
  const before = open > first ? tokens[open - 1] : undefined
  const after = close + 1 < end ? tokens[close + 1] : undefined
  if (!before || /^[,:]$/.test(before.text)) return false
  if (CUES.has(before.lemma) && before.pos !== 'NOUN') return false
  return !(
    after && (/^[,]$/.test(after.text) ? CUES.has(tokens[close + 2]?.lemma ?? '') : CUES.has(after.lemma))
  )
}
