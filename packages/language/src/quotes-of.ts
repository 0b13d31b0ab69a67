import type { Document, Sentence, Span, Statement, Token } from './document.ts'
import { clauseEnd, LABELS, LONG, phrasesIn } from './quotes/phrases.ts'
import { retagged } from './quotes/retag.ts'
import { JUDGING, type Opening, WIDE_CUES } from './quotes/wide-cues.ts'
import { findStatements } from './statements.ts'
import type { Range } from './subjects.ts'

type Pair = readonly [number, number]

/** An attributed statement as the scorer of attributions reads it. */
export interface Quote {
  /** The words of the source, or null. */
  readonly speaker: string | null
  readonly source: Pair | null
  readonly cue: Pair | null
  readonly content: readonly Pair[]
  readonly kind: Statement['kind']
}

export interface QuoteOptions {
  /** Also what is attributed inside what another says. Default: the outermost attribution alone. */
  readonly nested?: boolean
}

interface Found {
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: Span[]
  /** Whether a quotation that follows without a cue may be its own. */
  readonly speaks: boolean
}

const SKIPPED = new Set(['furniture', 'duplicate', 'caption'])
const FAR = 1200

/**
 * Who said, thinks or wants what in a document, in the order of the text: wider than the statements that rules read
 * (`Document.statements`), since intentions, judgments and findings count. A quotation without a cue of its own belongs to
 * its speaker's last one. Each word belongs to one attribution, unless `nested`. Linear in the length of the text.
 */
export function quotesOf(document: Document, { nested = false }: QuoteOptions = {}): Quote[] {
  const tokens = retagged(document.tokens)
  const starts = new Map(tokens.map((token, i) => [token.start, i]))
  const sentences = document.sentences.map((sentence) => withoutDateline(tokens, sentence))
  const verbal = findStatements({ ...document, sentences, tokens }, WIDE_CUES)
    .filter((statement) => opens(tokens, starts, statement) && !isLabel(tokens, starts, document, statement))
    .map((statement) => widened(tokens, starts, statement))
  const reported = new Set(verbal.flatMap(({ cue }) => (cue ? [cue.end] : [])))
  const nominal = sentences
    .filter(({ kind }) => !SKIPPED.has(kind))
    .flatMap((sentence) => phrasesIn(tokens, sentence))
    .map(
      ({ source, cue, content }): Found => ({
        source: source && spanOf(tokens, source),
        cue: spanOf(tokens, cue),
        content: content.map((range) => spanOf(tokens, range)),
        speaks: false,
      }),
    )
    .filter(({ cue }) => cue === null || !reported.has(cue.end))
  const joined = joinedQuotations(
    document,
    [...verbal, ...nominal].toSorted((a, b) => startOf(a) - startOf(b) || sizeOf(b) - sizeOf(a)),
  )
  const kept = nested ? joined : outermost(joined, document.text.length)
  const inside = quotedParts(document)
  return kept.map(({ source, cue, content }) => ({
    speaker: source ? document.text.slice(source.start, source.end) : null,
    source: source && [source.start, source.end],
    cue: cue && [cue.start, cue.end],
    content: content.map(({ start, end }) => [start, end]),
    kind: kindOf(tokens, starts, content, inside),
  }))
}

const startOf = ({ content, cue }: Found): number =>
  Math.min(content[0]?.start ?? Number.POSITIVE_INFINITY, cue?.start ?? Number.POSITIVE_INFINITY)

const sizeOf = ({ content }: Found): number => content.reduce((sum, { start, end }) => sum + end - start, 0)

const spanOf = (tokens: readonly Token[], { first, end }: Range): Span => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[end - 1]?.end ?? 0,
})

/** Whether what a cue reports begins as its verb asks: `plans` to do something, `sees` him as something. */
function opens(
  tokens: readonly Token[],
  starts: ReadonlyMap<number, number>,
  { cueLemma, content, source }: Statement,
): boolean {
  const openings = WIDE_CUES.get(cueLemma ?? '')?.openings
  const first = content[0]
  if (
    cueLemma === 'respond' &&
    first &&
    /^(?:for|to)$/.test(tokens[starts.get(first.start) ?? -1]?.lower ?? '')
  )
    return false
  if (openings?.has('finding') && source && isFinding(tokens, starts, source)) return true
  if (!openings || !first) return true
  const at = starts.get(first.start)
  if (at === undefined) return true
  return openingsAt(tokens, at, first.end).some((opening) => openings.has(opening))
}

/** Whether a study rather than a person finds or shows. */
function isFinding(
  tokens: readonly Token[],
  starts: ReadonlyMap<number, number>,
  { start, end }: Span,
): boolean {
  for (let i = starts.get(start) ?? tokens.length; (tokens[i]?.start ?? end) < end; i++)
    if (
      /^(?:poll|survey|study|report|analysis|datum|data|figure|review|record|document|audit|number|statistic)$/.test(
        tokens[i]?.lemma ?? '',
      )
    )
      return true
  return false
}

function openingsAt(tokens: readonly Token[], at: number, end: number): Opening[] {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (before?.lower === 'that') return ['that']
  if (token?.lower === 'to') return ['to']
  if (/^(?:whether|if|why|how|what|who|when|where|which)$/.test(token?.lower ?? '')) return ['wh']
  if (/^["“«]|``/.test(before?.text ?? '') || /^["“«]|``/.test(token?.text ?? '')) return ['quote']
  const found: Opening[] = ['noun']
  for (let i = at + 1; i < at + 40; i++) {
    const inner = tokens[i]
    if (!inner || inner.start >= end) break
    if (inner.lower === 'as') found.push('as')
    if (/^["“«]|``/.test(inner.text)) found.push('quote')
    if (inner.text === ',' && i < at + 10) return found
    if (i < at + 10 && (inner.pos === 'AUX' || (inner.pos === 'VERB' && !/ing$/.test(inner.lower))))
      found.push('clause')
  }
  return found
}

/** A colon behind words that name nobody: `More from News: ...`, `In her place: ...`. */
function isLabel(
  tokens: readonly Token[],
  starts: ReadonlyMap<number, number>,
  { text }: Document,
  { source, cue }: Statement,
): boolean {
  if (!source || !cue || text[cue.start] !== ':') return false
  const first = tokens[starts.get(source.start) ?? -1]
  return first === undefined || first.pos === 'ADP' || LABELS.test(first.lower)
}

/** With the `that` of what is said, with the one urged (`urged | Congress to act`), and `who` where that is the subject. */
function widened(tokens: readonly Token[], starts: ReadonlyMap<number, number>, statement: Statement): Found {
  const { cue, addressee, cueKind } = statement
  const source = relative(tokens, starts, statement)
  const speaks = cue !== null && cueKind !== 'believe' && cueKind !== 'support' && cueKind !== 'urge'
  let content = [...statement.content]
  const first = content[0]
  const at = first ? starts.get(first.start) : undefined
  if (!first || at === undefined || !cue || first.start < cue.start) return { source, cue, content, speaks }
  if (cueKind === 'ask' && !source) content = [upToMark(tokens, at, first)]
  const before = tokens[at - 1]
  let { start } = first
  if (before?.lower === 'that' && before.start >= cue.end) start = before.start
  else if (
    tokens[at]?.lower === 'to' &&
    addressee &&
    addressee.start >= cue.end &&
    addressee.end <= first.start
  )
    start = addressee.start
  else if (JUDGING.has(statement.cueLemma ?? '')) {
    let object = at
    while ((tokens[object - 1]?.start ?? -1) >= cue.end) object -= 1
    start = tokens[object]?.start ?? start
  }
  let end = content[0]?.end ?? first.end
  if (source !== statement.source) end = beforeMainVerb(tokens, at, end)
  if (cueKind === 'support') {
    let limit = at
    while (limit < at + LONG && tokens[limit]?.sentence === tokens[at]?.sentence) limit += 1
    end = Math.max(end, tokens[clauseEnd(tokens, at, limit, true) - 1]?.end ?? end)
  }
  return { source, cue, content: [{ start, end }, ...content.slice(1)], speaks }
}

/** `who describes herself as independent, said`: the relative clause ends where its comma is followed by the main verb. */
function beforeMainVerb(tokens: readonly Token[], at: number, end: number): number {
  for (let i = at + 1; i < at + LONG && (tokens[i]?.start ?? end) < end; i++) {
    const next = tokens[i + 1]
    if (tokens[i]?.text === ',' && next && /^(?:VERB|AUX)$/.test(next.pos) && !next.lower.endsWith('ing'))
      return tokens[i - 1]?.end ?? end
  }
  return end
}

/** A sentence without the dateline before it: `COLUMBUS, Ohio (AP) — The senator said`. */
function withoutDateline(tokens: readonly Token[], sentence: Sentence): Sentence {
  const { firstToken, endToken } = sentence
  if (!/^\p{Lu}{3,}$/u.test(tokens[firstToken]?.text ?? '')) return sentence
  for (let i = firstToken + 1; i < Math.min(endToken - 2, firstToken + 9); i++)
    if (/^(?:[—–-]|--)$/.test(tokens[i]?.text ?? '')) return { ...sentence, firstToken: i + 1 }
  return sentence
}

/** `asked if she would stay: "No"`: what is asked ends at the comma or colon. */
function upToMark(tokens: readonly Token[], at: number, { start, end }: Span): Span {
  for (let i = at + 1; i < at + LONG; i++) {
    const token = tokens[i]
    if (!token || token.start >= end) break
    if (token.text === ':' || token.text === ',') return { start, end: tokens[i - 1]?.end ?? end }
  }
  return { start, end }
}

/** `Orr, who said`: the relative pronoun next to the cue is its source. `Orr, who was ill, said` has none between. */
function relative(
  tokens: readonly Token[],
  starts: ReadonlyMap<number, number>,
  { source, cue }: Statement,
): Span | null {
  if (!source || !cue || source.end > cue.start) return source
  let at = starts.get(source.start) ?? tokens.length
  while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < source.end) at += 1
  if (tokens[at]?.text === ',') at += 1
  const who = tokens[at]
  if (who?.lower !== 'who' || who.start >= cue.start) return source
  for (let i = at + 1; (tokens[i]?.start ?? cue.start) < cue.start; i++)
    if (tokens[i]?.text === ',') return source
  return { start: who.start, end: who.end }
}

/** A quotation without a cue of its own goes to the one said before it in its paragraph, else to its source's last cue. */
function joinedQuotations(document: Document, found: readonly Found[]): Found[] {
  const out: Found[] = []
  const last = new Map<number, Found>()
  const cues = new Set<number>()
  let direct: Found | null = null
  for (const quote of found) {
    const key = quote.source?.start
    const begins = quote.content[0]?.start ?? 0
    // A title in what is said has a verb before it that reported already: `said on ABC's "This Week."`
    if (quote.cue && cues.has(quote.cue.end)) continue
    if (quote.cue) cues.add(quote.cue.end)
    if (quote.cue === null) {
      const gap = begins - (direct?.content.at(-1)?.end ?? 0)
      const near =
        direct && gap < FAR && !document.text.slice(begins - gap, begins).includes('\n') ? direct : null
      const earlier = near ?? (key === undefined ? undefined : last.get(key))
      if (earlier?.speaks && begins - (earlier.content.at(-1)?.end ?? 0) < FAR) {
        earlier.content.push(...quote.content)
        continue
      }
    }
    const own: Found = { ...quote, content: [...quote.content] }
    out.push(own)
    if (key !== undefined) last.set(key, own)
    if (own.speaks && /^["“«]/.test(document.text.slice(begins - 1, begins))) direct = own
  }
  return out
}

/** Without those whose cue or content lies in the content of one that begins before it. */
function outermost(found: readonly Found[], length: number): Found[] {
  const taken = new Uint8Array(length)
  return found.filter((quote) => {
    const parts = quote.cue ? [...quote.content, quote.cue] : quote.content
    if (parts.some(({ start, end }) => taken[start] === 1 || taken[end - 1] === 1)) return false
    for (const { start, end } of quote.content) taken.fill(1, start, end)
    return true
  })
}

/** Which characters stand in double quotation marks. */
function quotedParts(document: Document): Uint8Array {
  const inside = new Uint8Array(document.text.length)
  for (const { inner, start } of document.quotations)
    if (/["“”„«`]|''/.test(document.text.slice(start, start + 2))) inside.fill(1, inner.start, inner.end)
  return inside
}

function kindOf(
  tokens: readonly Token[],
  starts: ReadonlyMap<number, number>,
  content: readonly Span[],
  inside: Uint8Array,
): Statement['kind'] {
  let words = 0
  let quoted = 0
  for (const { start, end } of content)
    for (let i = starts.get(start) ?? tokens.length; i < tokens.length; i++) {
      const token = tokens[i]
      if (!token || token.start >= end) break
      if (token.pos === 'PUNCT') continue
      words += 1
      if (inside[token.start] === 1) quoted += 1
    }
  return quoted === 0 ? 'indirect' : quoted >= words * 0.9 ? 'direct' : 'mixed'
}
