import type { Document, Quantity, Token } from './document.ts'

const UNITS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  score: 20,
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
}

interface Found {
  readonly value: number
  readonly end: number
}

/** The value of one token: digits, or a number word, hyphenated or not; null for anything else. */
function wordValue(token: Token | undefined): number | null {
  if (!token) return null
  const { lower } = token
  const first = lower.charCodeAt(0)
  if (first > 47 && first < 58) {
    if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(lower)) return Number(lower.replace(/,/g, ''))
    return /^\d{1,12}(?:\.\d+)?$/.test(lower) ? Number(lower) : null
  }
  const simple = Object.hasOwn(UNITS, lower)
    ? UNITS[lower]
    : Object.hasOwn(TENS, lower)
      ? TENS[lower]
      : undefined
  if (simple !== undefined) return simple
  const hyphen = lower.indexOf('-')
  if (hyphen < 1) return null
  const left = lower.slice(0, hyphen)
  const right = lower.slice(hyphen + 1)
  if (right === 'dozen' && Object.hasOwn(UNITS, left)) return (UNITS[left] ?? 0) * 12
  const ten = Object.hasOwn(TENS, left) ? TENS[left] : undefined
  const unit = Object.hasOwn(UNITS, right) ? UNITS[right] : undefined
  return ten !== undefined && unit !== undefined && unit < 10 ? ten + unit : null
}

const scaleOf = (token: Token | undefined): number | undefined =>
  token && Object.hasOwn(SCALES, token.lower) ? SCALES[token.lower] : undefined

/** A whole number beginning at a token: `two hundred and ten`, `half a dozen`, `a dozen`, `24`. */
function numberAt(tokens: readonly Token[], at: number, end: number): Found | null {
  const token = tokens[at]
  if (!token) return null
  const next = at + 1 < end ? tokens[at + 1] : undefined
  if (token.lower === 'half' && (next?.lower === 'a' || next?.lower === 'dozen')) {
    const dozen = next.lower === 'a' ? at + 2 : at + 1
    return dozen < end && tokens[dozen]?.lower === 'dozen' ? { value: 6, end: dozen + 1 } : null
  }
  if (token.lower === 'half-dozen' || token.lower === 'half-a-dozen') return { value: 6, end: at + 1 }
  let value: number
  let i = at + 1
  if (token.lower === 'a' || token.lower === 'an') {
    const skipped = next?.lower === 'full' || next?.lower === 'good' ? at + 2 : at + 1
    const scale = skipped < end ? scaleOf(tokens[skipped]) : undefined
    if (scale === undefined || scale === 20) return null
    value = scale
    i = skipped + 1
  } else {
    const own = wordValue(token)
    if (own === null) {
      const scale = scaleOf(token)
      if (token.lower !== 'dozen' || scale === undefined || tokens[at - 1]?.lower === 'the') return null
      return { value: scale, end: at + 1 }
    }
    value = own
    if (Object.hasOwn(TENS, token.lower) && next) {
      const unit = Object.hasOwn(UNITS, next.lower) ? (UNITS[next.lower] ?? 0) : 0
      if (unit > 0 && unit < 10) {
        value += unit
        i += 1
      }
    }
  }
  for (; i < end; i++) {
    const scale = scaleOf(tokens[i])
    if (scale !== undefined) {
      value *= scale
      continue
    }
    const and = tokens[i]?.lower === 'and' && value >= 100 && value % 100 === 0
    const rest = wordValue(tokens[and ? i + 1 : i])
    const wordy = !/^\d/.test(tokens[and ? i + 1 : i]?.text ?? '') && !/^\d/.test(token.text)
    if (rest === null || !wordy || rest >= value || value % 100 !== 0) break
    value += rest
    if (and) i += 1
  }
  return { value, end: i }
}

type Hedge = Quantity['hedge']
/** Words before a number, longest first. */
const BEFORE: readonly (readonly [string, Hedge])[] = (
  [
    ['at the very least', 'at-least'],
    ['at least', 'at-least'],
    ['no fewer than', 'at-least'],
    ['not fewer than', 'at-least'],
    ['no less than', 'at-least'],
    ['not less than', 'at-least'],
    ['a minimum of', 'at-least'],
    ['more than', 'at-least'],
    ['in excess of', 'at-least'],
    ['upwards of', 'at-least'],
    ['upward of', 'at-least'],
    ['north of', 'at-least'],
    ['well over', 'at-least'],
    ['well above', 'at-least'],
    ['comfortably above', 'at-least'],
    ['comfortably over', 'at-least'],
    ['comfortably more than', 'at-least'],
    ['easily', 'at-least'],
    ['just over', 'at-least'],
    ['over', 'at-least'],
    ['above', 'at-least'],
    ['as many as', 'up-to'],
    ['up to', 'up-to'],
    ['no more than', 'up-to'],
    ['not more than', 'up-to'],
    ['at most', 'up-to'],
    ['a maximum of', 'up-to'],
    ['fewer than', 'up-to'],
    ['less than', 'up-to'],
    ['under', 'up-to'],
    ['below', 'up-to'],
    ['just under', 'about'],
    ['close to', 'about'],
    ['an estimated', 'about'],
    ['in the region of', 'about'],
    ['something like', 'about'],
    ['somewhere around', 'about'],
    ['as few as', 'about'],
    ['roughly', 'about'],
    ['approximately', 'about'],
    ['nearly', 'about'],
    ['almost', 'about'],
    ['about', 'about'],
    ['around', 'about'],
    ['some', 'about'],
    ['perhaps', 'about'],
    ['maybe', 'about'],
    ['circa', 'about'],
    ['reportedly', 'about'],
    ['estimated', 'about'],
    ['exactly', 'exact'],
    ['precisely', 'exact'],
  ] as const
)
  .map(([words, hedge]): readonly [string, Hedge] => [words, hedge])
  .toSorted((a, b) => b[0].length - a[0].length)
const BEFORE_BY_LAST = Map.groupBy(
  BEFORE.map(([words, hedge]) => ({ words: words.split(' '), hedge })),
  ({ words }) => words.at(-1) ?? '',
)

function hedgeBefore(
  tokens: readonly Token[],
  at: number,
  from: number,
): { hedge: Hedge; first: number } | null {
  for (const { words, hedge } of BEFORE_BY_LAST.get(tokens[at - 1]?.lower ?? '') ?? []) {
    const first = at - words.length
    if (first >= from && words.every((word, k) => tokens[first + k]?.lower === word)) return { hedge, first }
  }
  return null
}

function hedgeAfter(tokens: readonly Token[], at: number, end: number): { hedge: Hedge; end: number } | null {
  const one = tokens[at]
  const two = at + 1 < end ? tokens[at + 1]?.lower : undefined
  if (!one || at >= end) return null
  if (one.lower === 'or') {
    if (two === 'so') return { hedge: 'about', end: at + 2 }
    if (two === 'more') return { hedge: 'at-least', end: at + 2 }
    if (two === 'fewer' || two === 'less') return { hedge: 'up-to', end: at + 2 }
  }
  if (one.text === '+' || one.lower === 'plus' || one.lower === '-plus')
    return { hedge: 'at-least', end: at + 1 }
  if (one.text === '-' && (two === 'odd' || two === 'some' || two === 'something'))
    return { hedge: 'about', end: at + 2 }
  if (one.text === '-' && two === 'plus') return { hedge: 'at-least', end: at + 2 }
  if (one.lower === '-odd' || one.lower === 'odd') return { hedge: 'about', end: at + 1 }
  return null
}

/** Whether a number is part of a date, a time, a sum of money, a score or a name rather than a count. */
function countsNothing(tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1]
  const after = tokens[next]
  if (before && /^[$£€#]$/.test(before.text)) return true
  if (before && /[$]$/.test(before.text)) return true
  if (after && /^[%°]$/.test(after.text)) return true
  if (after && /^(?:a\.m\.|p\.m\.|am|pm|o'clock)$/.test(after.lower)) return true
  return false
}

/**
 * The numbers of things in tokens `[fromToken, endToken)` (the whole document without them), with what hedges them. Numbers that
 * are sums of money, percentages with a sign, or times of day are left out; years and days of a month are not told apart
 * from counts: look at the token after `endToken`, which names what is counted. `a handful`, `several` and `dozens` are no numbers.
 */
export function quantitiesIn(
  document: Document,
  fromToken = 0,
  endToken: number = document.tokens.length,
): Quantity[] {
  const { tokens } = document
  const found: Quantity[] = []
  const limit = Math.min(endToken, tokens.length)
  for (let i = Math.max(0, fromToken); i < limit; ) {
    const number = numberAt(tokens, i, limit)
    if (!number) {
      i += 1
      continue
    }
    if (countsNothing(tokens, i, number.end)) {
      i = number.end
      continue
    }
    const before = hedgeBefore(tokens, i, fromToken)
    let start = before?.first ?? i
    let hedge: Hedge = before?.hedge ?? 'exact'
    let end = number.end
    let { value: low } = number
    let high = number.value
    const between =
      tokens[i - 1]?.lower === 'between' || (before && tokens[before.first - 1]?.lower === 'between')
    const joint = tokens[end]?.lower ?? ''
    const isJoint =
      joint === 'to' ||
      joint === '-' ||
      joint === '–' ||
      joint === '—' ||
      joint === 'or' ||
      (between && joint === 'and')
    const second = isJoint ? numberAt(tokens, end + 1, limit) : null
    if (second && second.value > number.value && !(joint === 'to' && tokens[i - 1]?.lower === 'by')) {
      low = scaledLike(number.value, second.value, tokens, end)
      high = second.value
      hedge = 'range'
      end = second.end
      if (tokens[i - 1]?.lower === 'between' || tokens[i - 1]?.lower === 'from') start = i - 1
    }
    const after = hedgeAfter(tokens, end, limit)
    if (after && hedge !== 'range') {
      hedge = after.hedge
      end = after.end
    }
    const first = tokens[start]
    const last = tokens[end - 1]
    if (first && last)
      found.push({
        start: first.start,
        end: last.end,
        low: hedge === 'up-to' ? null : low,
        high: hedge === 'at-least' ? null : high,
        hedge,
        endToken: end - 1,
        sentence: first.sentence,
      })
    i = end
  }
  return found
}

/** `two or three dozen`, `10 to 20 thousand`: the scale of the second number is that of the first too. */
function scaledLike(low: number, high: number, tokens: readonly Token[], joint: number): number {
  const scale = scaleOf(tokens[joint + 2])
  return scale !== undefined && low < 100 && high >= scale && scaleOf(tokens[joint - 1]) === undefined
    ? low * scale
    : low
}
