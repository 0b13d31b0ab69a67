import { CUES, type Cue } from './cues.ts'
import type { CueKind, Paragraph, Quotation, Sentence, Span, Statement, Token } from './document.ts'
import {
  addresseeFrom,
  antecedent,
  clauseSubject,
  invertedSource,
  phraseFrom,
  type Range,
  subjectBefore,
} from './subjects.ts'
import { type VerbGroup, verbGroupAt } from './verb-groups.ts'

/** What statements are found in. */
export interface Structure {
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly quotations: readonly Quotation[]
}

/** A statement in tokens. */
interface Draft {
  source: Range | null
  cue: Range | null
  cueLemma: string | null
  cueKind: CueKind
  addressee: Range | null
  content: Range[]
  negated: boolean
  modality: Statement['modality']
  sentence: number
  free: boolean
}

const SKIPPED = new Set(['furniture', 'duplicate', 'caption'])
const WEEKDAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|later|earlier|recently|then|again|bluntly|simply|flatly|publicly|repeatedly|privately)$/
const CIRCUMSTANCE =
  /^(?:on|in|at|during|after|by|through|via|with|from|before|outside|following|about|of|last|this|early|late|to|over|for|as)$/
const WH = /^(?:whether|if|why|how|what|who|when|where|which)$/
const OPEN_MARKS = /^(?:["“«‘']|``)$/

const ANY_VERB: Cue = { kind: 'say', takesAddressee: false, frames: [] }

/** Finds every attributed statement, in the order of the text. Linear in the number of tokens. */
export function findStatements(structure: Structure, cues: ReadonlyMap<string, Cue> = CUES): Statement[] {
  return new StatementFinder(structure, cues).find()
}

class StatementFinder {
  private readonly structure: Structure
  /** The outermost quotation of each token, marks included, or -1. */
  private readonly quotationOf: Int32Array
  private readonly quoteRanges: (Range & { inner: Range })[] = []
  private readonly used = new Set<number>()
  private readonly drafts: Draft[] = []
  private readonly cues: ReadonlyMap<string, Cue>

  constructor(structure: Structure, cues: ReadonlyMap<string, Cue>) {
    this.structure = structure
    this.cues = cues
    const { tokens, quotations } = structure
    this.quotationOf = new Int32Array(tokens.length).fill(-1)
    let at = 0
    let until = -1
    for (const quotation of quotations) {
      while (at > 0 && (tokens[at]?.start ?? 0) > quotation.start) at -= 1
      while (at < tokens.length && (tokens[at]?.start ?? 0) < quotation.start) at += 1
      let end = at
      while (end < tokens.length && (tokens[end]?.end ?? 0) <= quotation.end) end += 1
      this.quoteRanges.push({
        first: at,
        end,
        inner: { first: at + 1, end: quotation.closed ? end - 1 : end },
      })
      if (quotation.start < until) continue
      until = quotation.end
      for (let i = at; i < end; i++) this.quotationOf[i] = quotation.index
    }
  }

  find(): Statement[] {
    const { sentences, paragraphs } = this.structure
    for (const paragraph of paragraphs) {
      if (SKIPPED.has(paragraph.kind)) continue
      const first = sentences[paragraph.firstSentence]
      if (first?.label && this.transcriptTurn(paragraph, first)) continue
      for (let s = paragraph.firstSentence; s < paragraph.endSentence; s++) {
        const sentence = sentences[s]
        if (sentence) this.inSentence(sentence)
      }
    }
    this.freeQuotations()
    return this.finished()
  }

  private transcriptTurn(paragraph: Paragraph, first: Sentence): boolean {
    const { sentences, tokens } = this.structure
    if (!first.label) return false
    let label = first.firstToken
    while (label < first.endToken && (tokens[label]?.end ?? 0) < first.label.end) label += 1
    const last = sentences[paragraph.endSentence - 1]
    if (!last || label + 1 >= last.endToken) return false
    // Who asks and answers under `Q.` and `A.` is not said: often it is the paper itself.
    if (/^[qa]$/.test(tokens[first.firstToken]?.lower ?? '')) return false
    let end = label
    for (let i = first.firstToken; i < label; i++)
      if (/^[([,]$/.test(tokens[i]?.text ?? '')) end = Math.min(end, i)
    this.drafts.push({
      source: { first: first.firstToken, end },
      cue: null,
      cueLemma: null,
      cueKind: 'say',
      addressee: null,
      content: [{ first: label + 1, end: last.endToken }],
      negated: false,
      modality: 'asserted',
      sentence: first.index,
      free: false,
    })
    for (let i = label; i < last.endToken; i++) this.markUsed(i)
    for (let s = paragraph.firstSentence; s < paragraph.endSentence; s++) {
      const sentence = sentences[s]
      if (sentence) this.inSentence(sentence, s === paragraph.firstSentence ? label + 1 : undefined)
    }
    return true
  }

  private markUsed(token: number): void {
    const quotation = this.quotationOf[token] ?? -1
    if (quotation >= 0) this.used.add(quotation)
  }

  private inSentence(sentence: Sentence, start = sentence.firstToken): void {
    const { tokens } = this.structure
    const groups: VerbGroup[] = []
    for (let i = start; i < sentence.endToken; i++) {
      if (tokens[i]?.lower === 'according' && tokens[i + 1]?.lower === 'to' && i + 2 < sentence.endToken) {
        this.accordingTo(sentence, start, i)
        continue
      }
      const group =
        verbGroupAt(tokens, i, start, sentence.endToken, this.cues) ??
        this.behindQuotation(i, start, sentence.endToken)
      if (!group || group.verb <= (groups.at(-1)?.verb ?? -1)) continue
      groups.push(group)
      i = Math.max(i, group.end - 1)
    }
    const before = this.drafts.length
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g]
      if (group) this.report(sentence, start, group, groups[g + 1] ?? null, before)
    }
    this.colon(sentence, start)
  }

  /** Whatever verb stands behind a quotation that ends in a comma reports it: `"Never," she hooted`. */
  private behindQuotation(at: number, start: number, end: number): VerbGroup | null {
    const { tokens } = this.structure
    if (at <= start || !this.closesQuotation(at - 1) || !/^[,?!.…]/.test(tokens[at - 2]?.text ?? ''))
      return null
    const phrase = tokens[at]?.pos === 'VERB' ? null : phraseFrom(tokens, at, end)
    let verb = phrase ? phrase.end : at
    while (verb < end && tokens[verb]?.pos === 'ADV') verb += 1
    const token = tokens[verb]
    if (
      !token ||
      verb >= end ||
      token.pos !== 'VERB' ||
      this.cues.has(token.lemma) ||
      token.lower.endsWith('ing')
    )
      return null
    return {
      first: verb,
      cueFirst: verb,
      verb,
      end: verb + 1,
      cue: ANY_VERB,
      kind: 'say',
      lemma: token.lemma,
      passive: false,
      participle: false,
      negated: false,
      modality: 'asserted',
    }
  }

  /** The bounds of the text in which a cue may look: its quotation, or the sentence outside quotations. */
  private bounds(sentence: Sentence, start: number, at: number): Range {
    const quotation = this.quotationOf[at] ?? -1
    const range = quotation >= 0 ? this.quoteRanges[quotation] : undefined
    if (!range) return { first: start, end: sentence.endToken }
    return { first: Math.max(start, range.inner.first), end: Math.min(sentence.endToken, range.inner.end) }
  }

  private report(
    sentence: Sentence,
    start: number,
    group: VerbGroup,
    next: VerbGroup | null,
    before: number,
  ): void {
    const { tokens } = this.structure
    const bounds = this.bounds(sentence, start, group.verb)
    const outside = (this.quotationOf[group.verb] ?? -1) < 0
    let source: Range | null = null
    let after = group.end
    let addressee: Range | null = null
    let inverted = false
    let fronted = false

    const prior = tokens[group.first - 1]
    const precededByContent =
      group.first > bounds.first &&
      prior !== undefined &&
      (prior.text === ',' ||
        prior.text === '?' ||
        prior.text === '!' ||
        this.closesQuotation(group.first - 1))
    if (
      precededByContent &&
      !group.participle &&
      !group.passive &&
      group.cue.kind !== 'support' &&
      group.cue.kind !== 'refuse'
    ) {
      // `"...," said Finch`: unless the words before the comma are a parenthesis of the subject.
      let phrase = invertedSource(tokens, group.end, bounds.end)
      const quoted = this.closesQuotation(group.first - 1) || this.closesQuotation(group.first - 2)
      const follows = phrase ? tokens[phrase.end] : undefined
      const clean =
        phrase &&
        (quoted ||
          !follows ||
          follows.text === '.' ||
          follows.text === ',' ||
          follows.pos === 'ADP' ||
          follows.pos === 'PUNCT')
      const subject = quoted ? null : subjectBefore(tokens, group.first, bounds.first)
      // `Finch, who was away, told a dinner that`: without a quotation nobody is told what stands before.
      if (!quoted && group.cue.takesAddressee && group.lemma === 'tell') phrase = null
      if (phrase && clean && !subject && group.first === group.verb) {
        source = phrase
        after = phrase.end
        inverted = true
      }
    }
    if (!inverted) {
      if (group.passive) {
        const by = this.byPhrase(group.end, bounds.end)
        source = by
        if (group.cue.takesAddressee) addressee = subjectBefore(tokens, group.first, bounds.first)
        else if (!by) return
      } else if (
        group.participle &&
        prior &&
        group.first > bounds.first &&
        /^(?:NOUN|PROPN)$/.test(prior.pos)
      ) {
        // `a letter asking her to go`
        source = antecedent(tokens, group.first, bounds.first)
      } else if (group.participle)
        source = this.latestSource(before, group.verb) ?? clauseSubject(tokens, bounds.first, group.first)
      else {
        source = subjectBefore(tokens, group.first, bounds.first)
        if (
          !source &&
          prior &&
          (prior.lower === 'and' || prior.lower === 'but' || prior.text === ',' || prior.lower === 'then')
        )
          source = this.latestSource(before, group.verb)
        // `Asked whether ..., Finch said`: the one asked stands behind the comma.
        if (group.cue.kind === 'ask' && this.isAsked(group, bounds)) {
          fronted = true
          addressee = prior?.text === ',' ? source : null
          source = null
        } else if (!source && !this.isElliptic(group, start)) return
      }
    }
    let cue: Range = { first: group.cueFirst, end: group.end }
    while (
      cue.first < group.verb &&
      tokens[cue.first]?.pos === 'ADV' &&
      !/^(?:never|not)$/.test(tokens[cue.first]?.lower ?? '')
    )
      cue = { first: cue.first + 1, end: cue.end }

    // The one addressed.
    if (!inverted || tokens[after]?.pos !== 'PUNCT') {
      const callsOn = tokens[group.end - 1]?.lower === 'on' || tokens[group.end - 1]?.lower === 'upon'
      if (!inverted && (group.cue.takesAddressee || callsOn) && !group.passive && !fronted) {
        const told = addresseeFrom(tokens, group.end, bounds.end)
        if (told && told.first === group.end) {
          const clause = tokens[told.end]
          const isClause =
            clause !== undefined &&
            (clause.pos === 'AUX' || (clause.pos === 'VERB' && !/(?:ed|ing)$/.test(clause.lower)))
          if (!isClause || group.lemma !== 'tell') {
            addressee = told
            after = told.end
          }
        }
      } else if (tokens[after]?.lower === 'to' && group.cue.kind === 'say') {
        const told = addresseeFrom(tokens, after + 1, bounds.end)
        const clause = told ? tokens[told.end] : undefined
        if (told && clause?.pos !== 'AUX') {
          addressee = told
          after = told.end
        }
      }
    }
    // `asked Vale to go`, `asked for her to go`: urging rather than asking.
    const urges =
      group.cue.kind === 'ask' &&
      !fronted &&
      (tokens[after]?.lower === 'to' ||
        (after === group.end && tokens[after]?.lower === 'for' && !group.passive))
    const content: Range[] = []
    const headStart =
      inverted || group.participle || (source !== null && this.isTaken(source, before))
        ? group.first
        : source && source.first < group.first
          ? source.first
          : group.first
    const preposed = fronted ? null : this.preposed(bounds, headStart, outside, start, before, group.end)
    if (preposed) content.push(preposed)
    const postposed = this.postposed(bounds, after, group, inverted, preposed !== null, outside, next)
    content.push(...postposed)
    if (outside) this.runOn(content, bounds.end)
    const hypothetical = group.modality === 'asserted' && this.underIf(bounds.first, headStart)
    if (
      (fronted || hypothetical || (group.participle && source === null)) &&
      content.length === 1 &&
      content[0]
    )
      content[0] = this.toComma(content[0])
    if (content.length === 0) return
    for (const range of content) if (outside) for (let i = range.first; i < range.end; i++) this.markUsed(i)
    this.drafts.push({
      source,
      cue,
      cueLemma: group.lemma,
      cueKind: urges ? 'urge' : group.kind,
      addressee,
      content,
      negated: group.negated || this.saidByNobody(source),
      modality: hypothetical ? 'hypothetical' : urges ? 'asserted' : group.modality,
      sentence: sentence.index,
      free: false,
    })
  }

  /** `Said on Friday that`, `Told reporters he was`: an entry of a list leaves out whom it is about. */
  private isElliptic(group: VerbGroup, start: number): boolean {
    const token = this.structure.tokens[group.verb]
    return (
      group.first === start &&
      group.verb === start &&
      !group.participle &&
      /^\p{Lu}/u.test(token?.text ?? '') &&
      /^(?:said|told|wrote|asked|called|urged|insisted|argued|warned|declared|posted|tweeted|announced|admitted|added|says|tells|believes|thinks|wants|wanted)$/.test(
        token?.lower ?? '',
      )
    )
  }

  /** A quotation that what is said runs into may go on for sentences: all of it is said. */
  private runOn(content: Range[], end: number): void {
    const last = content.at(-1)
    if (!last || last.end < end - 2) return
    const quotation = this.quoteRanges[this.quotationOf[last.end - 1] ?? -1]
    if (!quotation || quotation.inner.end <= end) return
    if (last.first >= quotation.first) content[content.length - 1] = quotation.inner
    else content.push({ first: Math.max(end, quotation.inner.first), end: quotation.inner.end })
  }

  /** `Asked whether ..., Finch said` and `Finch, asked whether ..., said`: the one asked is no source. */
  private isAsked(group: VerbGroup, bounds: Range): boolean {
    const { tokens } = this.structure
    if (tokens[group.verb]?.lower !== 'asked' || group.first !== group.verb) return false
    const prior = tokens[group.first - 1]
    if (
      group.first <= bounds.first + 1 &&
      (prior === undefined || group.first === bounds.first || /^(?:when|if|once|and|but)$/.test(prior.lower))
    )
      return true
    if (prior && /^(?:when|if|once|while)$/.test(prior.lower)) return true
    const next = tokens[group.end]?.lower ?? ''
    return (
      prior?.text === ',' &&
      /^(?:if|whether|about|how|why|what|who|on|by|directly|repeatedly|later|again|during|in)$/.test(next)
    )
  }

  /** What stands in front ends at its comma. */
  private toComma(range: Range): Range {
    for (let i = range.first + 1; i < range.end; i++)
      if (
        /^[,:]$/.test(this.structure.tokens[i]?.text ?? '') &&
        (this.quotationOf[i] ?? -1) === (this.quotationOf[range.first] ?? -1)
      )
        return { first: range.first, end: i }
    return range
  }

  private saidByNobody(source: Range | null): boolean {
    const first = source ? this.structure.tokens[source.first]?.lower : undefined
    return first === 'nobody' || first === 'none' || first === 'neither' || first === 'no'
  }

  private underIf(from: number, head: number): boolean {
    const { tokens } = this.structure
    for (let i = head - 1; i >= Math.max(from, head - 3); i--) {
      const lower = tokens[i]?.lower
      if (lower === 'if' || lower === 'unless' || lower === 'whether') return true
      if (tokens[i]?.pos === 'PUNCT') return false
    }
    return false
  }

  private closesQuotation(at: number): boolean {
    const quotation = this.quotationOf[at] ?? -1
    return quotation >= 0 && this.quoteRanges[quotation]?.end === at + 1
  }

  private byPhrase(from: number, end: number): Range | null {
    const { tokens } = this.structure
    for (let i = from; i < Math.min(end, from + 6); i++)
      if (tokens[i]?.lower === 'by') return phraseFrom(tokens, i + 1, end)
    return null
  }

  /** Whether a source spoke in this sentence already: what stands before it belongs to its first verb. */
  private isTaken(source: Range, before: number): boolean {
    for (let d = before; d < this.drafts.length; d++)
      if (this.drafts[d]?.source?.first === source.first) return true
    return false
  }

  private latestSource(before: number, at: number): Range | null {
    for (let d = this.drafts.length - 1; d >= before; d--) {
      const draft = this.drafts[d]
      if (draft?.source && !(this.quotationOf[draft.source.first] !== this.quotationOf[at]))
        return draft.source
    }
    return null
  }

  /** What was said before its attribution: a quotation, or a clause up to a comma. */
  private preposed(
    bounds: Range,
    head: number,
    outside: boolean,
    start: number,
    before: number,
    behind: number,
  ): Range | null {
    const { tokens } = this.structure
    let end = head
    if (tokens[end - 1]?.text === ',') end -= 1
    const comma = end < head
    if (outside && end - 1 >= start && this.closesQuotation(end - 1)) {
      const quotation = this.quotationOf[end - 1] ?? -1
      const range = this.quoteRanges[quotation]
      const marked = /^[,?!.…—–-]/.test(tokens[end - 2]?.text ?? '')
      if (!range || !(marked || comma)) return null
      const from = Math.max(
        range.first > start ? this.clauseStart(start, range.first, before) : range.first,
        0,
      )
      if (range.first <= start || from === range.first) return range.inner
      // Words before the quotation belong to what is said, unless they attribute it themselves.
      return this.drafts
        .slice(before)
        .some((draft) => draft.sentence >= 0 && draft.content.some((c) => c.end > range.first))
        ? null
        : { first: from, end: range.inner.end }
    }
    if (!comma) return null
    // `Finch broke ranks, telling them to go`: a participle reports what follows it.
    if (/ing$/.test(tokens[head]?.lower ?? '')) return null
    // `Vale, Finch said, must go`.
    if (tokens[behind]?.text === ',' && tokens[behind + 1]?.pos === 'AUX' && this.drafts.length === before) {
      const from = tokens[bounds.first]?.pos === 'CCONJ' ? bounds.first + 1 : bounds.first
      return from < end ? { first: from, end } : null
    }
    if (end - bounds.first < 3) return null
    if (this.drafts.length > before) return null
    const first = tokens[bounds.first]
    if (
      !first ||
      /^(?:ADP|SCONJ|ADV|CCONJ)$/.test(first.pos) ||
      /^(?:if|while|when|as|after|asked|speaking|but|and|however|meanwhile)$/.test(first.lower) ||
      /ing$/.test(first.lower)
    )
      return null
    let verb = false
    for (let i = bounds.first; i < end; i++)
      if (tokens[i]?.pos === 'VERB' || tokens[i]?.pos === 'AUX') verb = true
    return verb && !this.anyQuote(bounds.first, end) ? { first: bounds.first, end } : null
  }

  private anyQuote(from: number, to: number): boolean {
    for (let i = from; i < to; i++)
      if ((this.quotationOf[i] ?? -1) >= 0 && this.used.has(this.quotationOf[i] ?? -1)) return true
    return false
  }

  /** Where the clause begins that runs into a quotation. */
  private clauseStart(start: number, at: number, before: number): number {
    const { tokens } = this.structure
    for (let d = this.drafts.length - 1; d >= before; d--) {
      const draft = this.drafts[d]
      if (draft?.content.some((range) => range.end <= at) || draft?.cue) return at
    }
    let from = start
    while (from < at && (tokens[from]?.pos === 'CCONJ' || tokens[from]?.pos === 'PUNCT')) from += 1
    return at - from > 40 ? at : from
  }

  /** What was said after the verb, and the source or the one addressed. */
  private postposed(
    bounds: Range,
    after: number,
    group: VerbGroup,
    inverted: boolean,
    hasPreposed: boolean,
    outside: boolean,
    next: VerbGroup | null,
  ): Range[] {
    const { tokens } = this.structure
    const { frames } = group.cue
    let at = after
    // Broken in two by the speaker: `"A," said Finch, a minister, "B."` or `"A," said Finch. "B."` (a sentence of its own).
    if (hasPreposed || inverted) {
      for (let i = after; i < bounds.end; i++) {
        const token = tokens[i]
        if (!token) break
        if (outside && (this.quotationOf[i] ?? -1) >= 0) {
          const quotation = this.quotationOf[i] ?? -1
          const range = this.quoteRanges[quotation]
          const prior = tokens[i - 1]?.text
          if (
            range &&
            range.first === i &&
            (prior === ',' ||
              prior === ':' ||
              prior === ';' ||
              prior === '.' ||
              prior === '—' ||
              prior === '–' ||
              i === after)
          )
            return [range.inner]
          break
        }
        if (i > after + 40 || (next && i >= next.first)) break
      }
      // `Vale, Finch said, must go`.
      if (
        !inverted &&
        hasPreposed &&
        outside &&
        tokens[at]?.text === ',' &&
        !this.closesQuotation(group.first - 1)
      ) {
        const follow = tokens[at + 1]
        if (
          follow &&
          (follow.pos === 'AUX' || follow.lower === 'and' || follow.lower === 'but') &&
          !this.cues.has(tokens[at + 2]?.lemma ?? '')
        )
          return [this.toEnd(at + 1, bounds, next)]
      }
      if (hasPreposed) return []
    }
    let that = this.thatBehind(after, bounds.end, outside)
    if (that >= 0) at = that
    for (let steps = 0; steps < 8 && at < bounds.end; steps++) {
      const token = tokens[at]
      if (!token) break
      if (token.lower === 'that' && (token.pos !== 'DET' || tokens[at + 1]?.pos !== 'NOUN')) {
        that = at
        break
      }
      if (outside && (this.quotationOf[at] ?? -1) >= 0) break
      if (token.text === ':') {
        at += 1
        continue
      }
      if (token.text === ',') {
        const follow = tokens[at + 1]
        if (follow && (OPEN_MARKS.test(follow.text) || follow.lower === 'that')) {
          at += 1
          continue
        }
        // A parenthesis between the verb and what is said.
        let close = at + 1
        while (close < bounds.end && close < at + 16 && tokens[close]?.text !== ',') close += 1
        const beyond = tokens[close + 1]
        if (
          tokens[close]?.text === ',' &&
          beyond &&
          (OPEN_MARKS.test(beyond.text) || beyond.lower === 'that')
        ) {
          at = close + 1
          continue
        }
        break
      }
      if (WEEKDAY.test(token.lower)) {
        at += 1
        if (/^(?:morning|afternoon|evening|night)$/.test(tokens[at]?.lower ?? '')) at += 1
        continue
      }
      const frameOfTo = token.lower === 'to' && (frames.includes('to') || tokens[at + 1]?.pos === 'VERB')
      if (
        CIRCUMSTANCE.test(token.lower) &&
        !frameOfTo &&
        at + 1 < bounds.end &&
        (token.pos === 'ADP' ||
          token.pos === 'ADJ' ||
          token.pos === 'DET' ||
          token.pos === 'ADV' ||
          token.pos === 'PART')
      ) {
        if (
          token.pos === 'DET' &&
          !/^(?:week|month|year|morning|afternoon|evening)$/.test(tokens[at + 1]?.lower ?? '')
        )
          break
        if (
          (group.kind === 'urge' || group.lemma === 'ask') &&
          (token.lower === 'for' || token.lower === 'on')
        )
          break
        const phrase = phraseFrom(tokens, at + 1, bounds.end)
        let beyond = phrase ? phrase.end : at + 1
        if (
          !phrase &&
          tokens[at + 1]?.lower.match(/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/)
        )
          beyond = at + 2
        if (beyond === at + 1) {
          if (/^(?:week|month|year|night|morning)$/.test(tokens[at + 1]?.lower ?? '')) beyond = at + 2
          else break
        }
        // Without a word of content behind it, the phrase is itself the content (`spoke about`, `said in Ottawa.`).
        at = beyond
        continue
      }
      break
    }
    if (that >= 0) return [this.toEnd(that + 1, bounds, next)]
    const token = tokens[at]
    if (!token || at >= bounds.end) return []
    const quotation = outside ? (this.quotationOf[at] ?? -1) : -1
    if (quotation >= 0) {
      const range = this.quoteRanges[quotation]
      if (range && range.first === at) {
        const beyond = tokens[range.end]
        // A quotation that the clause runs on from belongs to what is said as a whole.
        const runsOn =
          beyond &&
          range.end < bounds.end &&
          !/^[.,;:—–?!]$/.test(beyond.text) &&
          !/[,.?!]/.test(tokens[range.end - 2]?.text ?? '') &&
          (beyond.pos === 'AUX' || beyond.pos === 'VERB' || beyond.pos === 'CCONJ')
        if (runsOn) return [this.toEnd(range.first, bounds, next)]
        const second =
          beyond?.lower === 'and' && OPEN_MARKS.test(tokens[range.end + 1]?.text ?? '')
            ? this.quoteRanges[this.quotationOf[range.end + 1] ?? -1]
            : undefined
        return second ? [range.inner, second.inner] : [range.inner]
      }
    }
    if (inverted) return []
    if (token.pos === 'PUNCT' && !OPEN_MARKS.test(token.text) && token.text !== '[') return []
    if (WH.test(token.lower)) return [this.toEnd(at, bounds, next)]
    if (token.lower === 'to') {
      const infinitive =
        tokens[at + 1]?.pos === 'VERB' ||
        tokens[at + 1]?.pos === 'AUX' ||
        tokens[at + 1]?.pos === 'ADV' ||
        (this.quotationOf[at + 1] ?? -1) >= 0
      return infinitive ? [this.toEnd(at, bounds, next)] : []
    }
    if (group.kind === 'support') {
      const whom = phraseFrom(tokens, at, bounds.end)
      if (whom) return [whom]
    }
    if (
      frames.includes('noun') ||
      group.kind === 'refuse' ||
      (group.lemma === 'ask' && token.lower === 'for')
    )
      return [this.toEnd(at, bounds, next)]
    if (at > after && !this.hasFiniteVerb(at, bounds, next)) at = after
    if (this.hasFiniteVerb(at, bounds, next)) {
      // A bare clause begins with its subject.
      if (
        /^(?:PRON|DET|NOUN|PROPN|NUM|ADJ|ADV|SCONJ|X|INTJ)$/.test(token.pos) ||
        OPEN_MARKS.test(token.text)
      ) {
        if (frames.includes('bare') || token.pos === 'PRON' || token.pos === 'PROPN' || token.pos === 'DET')
          return [this.toEnd(at, bounds, next)]
      }
      if (frames.includes('bare')) return [this.toEnd(at, bounds, next)]
      return []
    }
    // A quotation later in the clause: `described the plan as "a disgrace"`.
    for (let i = at; i < Math.min(bounds.end, at + 20); i++)
      if (
        outside &&
        (this.quotationOf[i] ?? -1) >= 0 &&
        !this.structure.quotations[this.quotationOf[i] ?? 0]?.scare
      )
        return [this.toEnd(at, bounds, next)]
    if (
      /^(?:express|confirm|announce|claim|acknowledge|admit|predict|suggest|reveal|reiterate|repeat|stress|emphasize|emphasise|lament|decry|denounce|expect|fear|want|propose|recommend|promise|pledge|warn|allege|explain|understand|doubt|accuse|mention)$/.test(
        group.lemma,
      ) &&
      /^(?:DET|PROPN|NOUN|ADJ|PRON|NUM)$/.test(token.pos)
    )
      return [this.toEnd(at, bounds, next)]
    return []
  }

  /** The `that` of what is said, behind a few words that are neither a clause nor a quotation: `announced on live television that`. */
  private thatBehind(from: number, end: number, outside: boolean): number {
    const { tokens } = this.structure
    for (let i = from; i < Math.min(end, from + 10); i++) {
      const token = tokens[i]
      if (
        !token ||
        token.pos === 'PUNCT' ||
        token.pos === 'AUX' ||
        (outside && (this.quotationOf[i] ?? -1) >= 0)
      )
        return -1
      if (
        token.lower === 'that' &&
        tokens[i + 1]?.pos !== 'VERB' &&
        tokens[i + 1]?.pos !== 'AUX' &&
        (i === from || token.pos !== 'DET')
      )
        return i
      if (token.pos === 'VERB' || token.lower === 'to' || WH.test(token.lower)) return -1
    }
    return -1
  }

  private hasFiniteVerb(from: number, bounds: Range, next: VerbGroup | null): boolean {
    const { tokens } = this.structure
    for (let i = from; i < Math.min(bounds.end, from + 30); i++) {
      const token = tokens[i]
      if (!token || token.text === ';') return false
      if (token.text === ',' && i > from + 14) return false
      if (
        i > from &&
        (token.pos === 'AUX' ||
          token.pos === 'VERB' ||
          (token.pos !== 'PROPN' && /[a-z]{3}ed$/.test(token.lower)))
      )
        return true
      if (next && i > next.verb) return true
    }
    return false
  }

  /** From a token to the end of what is said: the end of the sentence or quotation, or another attribution. */
  private toEnd(from: number, bounds: Range, next: VerbGroup | null): Range {
    const { tokens } = this.structure
    let end = bounds.end
    let dash = false
    for (let i = Math.max(bounds.first, from - 60); i < from; i++)
      if (/^[—–]$/.test(tokens[i]?.text ?? '') && (this.quotationOf[i] ?? -1) < 0) dash = !dash
    for (let i = from + 1; i < end; i++) {
      const token = tokens[i]
      if (!token) break
      const inQuotation =
        (this.quotationOf[i] ?? -1) >= 0 && (this.quotationOf[from] ?? -1) !== (this.quotationOf[i] ?? -1)
      if (inQuotation) continue
      if (dash && /^[—–]$/.test(token.text)) {
        end = i
        break
      }
      const follow = tokens[i + 1]
      if (token.text === ',' && follow) {
        if (
          follow.lower === 'according' ||
          /^(?:adding|saying|noting|telling|insisting|arguing|explaining|warning|citing|calling|stressing|claiming|suggesting|describing|asking)$/.test(
            follow.lower,
          )
        ) {
          end = i
          break
        }
      }
      if (
        (token.lower === 'and' || token.lower === 'but' || token.lower === 'while') &&
        next &&
        next.verb > i &&
        next.first <= i + 2 &&
        next.kind !== 'believe' &&
        next.kind !== 'support'
      ) {
        end = tokens[i - 1]?.text === ',' ? i - 1 : i
        break
      }
      if (
        token.text === ',' &&
        follow &&
        (follow.lower === 'but' || follow.lower === 'while') &&
        next &&
        next.verb > i &&
        next.verb < i + 8 &&
        next.kind !== 'believe'
      ) {
        end = i
        break
      }
      if (token.text === ';' && next && next.verb > i && next.verb < i + 8) {
        end = i
        break
      }
    }
    while (end > from + 1 && /^[.,;:!…]$/.test(tokens[end - 1]?.text ?? '')) end -= 1
    return { first: from, end }
  }

  private accordingTo(sentence: Sentence, start: number, at: number): void {
    const { tokens } = this.structure
    const bounds = this.bounds(sentence, start, at)
    const source = phraseFrom(tokens, at + 2, bounds.end)
    if (!source) return
    const content: Range[] = []
    if (at - bounds.first < 3) {
      let from = source.end
      while (from < bounds.end && tokens[from]?.text !== ',') from += 1
      if (from + 1 >= bounds.end) return
      if (at > bounds.first + 1 && tokens[at - 1]?.text === ',')
        content.push({ first: bounds.first, end: at - 1 })
      content.push(this.toEnd(from + 1, bounds, null))
    } else {
      let end = at
      while (end > bounds.first && /^(?:,|—|–)$/.test(tokens[end - 1]?.text ?? '')) end -= 1
      let from = bounds.first
      while (from < end && tokens[from]?.pos === 'CCONJ') from += 1
      // `Vale, according to Finch, must go`: what stands before is the subject of what follows.
      const rest =
        tokens[source.end]?.text === ',' && /^(?:AUX|VERB)$/.test(tokens[source.end + 1]?.pos ?? '')
      if (end - from < 2 && !rest) return
      content.push({ first: from, end })
      if (rest) content.push(this.toEnd(source.end + 1, bounds, null))
    }
    for (const range of content) for (let i = range.first; i < range.end; i++) this.markUsed(i)
    this.drafts.push({
      source,
      cue: { first: at, end: at + 2 },
      cueLemma: 'according to',
      cueKind: 'say',
      addressee: null,
      content,
      negated: false,
      modality: 'asserted',
      sentence: sentence.index,
      free: false,
    })
  }

  /** `Finch: "Go."`, and a quotation behind a colon that no verb reports. */
  private colon(sentence: Sentence, start: number): void {
    const { tokens } = this.structure
    for (let i = start + 1; i + 1 < sentence.endToken; i++) {
      if (tokens[i]?.text !== ':' || (this.quotationOf[i] ?? -1) >= 0) continue
      const quotation = this.quotationOf[i + 1] ?? -1
      const range = quotation >= 0 ? this.quoteRanges[quotation] : undefined
      const name = i - start <= 7 && /^\p{Lu}/u.test(tokens[start]?.text ?? '') && !this.verbIn(start, i)
      if (range && !this.used.has(quotation)) {
        const source = name ? { first: start, end: i } : clauseSubject(tokens, start, i)
        if (!source) continue
        this.used.add(quotation)
        this.pushColon(sentence, source, i, range.inner)
      } else if (!range && name && i - start <= 4 && (sentence.kind === 'headline' || i - start >= 2))
        this.pushColon(
          sentence,
          { first: start, end: i },
          i,
          this.toEnd(i + 1, { first: start, end: sentence.endToken }, null),
        )
    }
  }

  private pushColon(sentence: Sentence, source: Range, at: number, content: Range): void {
    this.drafts.push({
      source,
      cue: { first: at, end: at + 1 },
      cueLemma: null,
      cueKind: 'say',
      addressee: null,
      content: [content],
      negated: false,
      modality: 'asserted',
      sentence: sentence.index,
      free: false,
    })
  }

  private verbIn(from: number, to: number): boolean {
    for (let i = from; i < to; i++)
      if (/^(?:VERB|AUX)$/.test(this.structure.tokens[i]?.pos ?? '')) return true
    return false
  }

  /** Quotations that nothing attributes: the last speaker's where they stand free, else the subject's of their clause. */
  private freeQuotations(): void {
    const { quotations, sentences, tokens, paragraphs } = this.structure
    const bySentence = this.drafts.toSorted((a, b) => (a.content[0]?.first ?? 0) - (b.content[0]?.first ?? 0))
    let d = 0
    let speaker: Draft | null = null
    for (const quotation of quotations) {
      const range = this.quoteRanges[quotation.index]
      if (!range) continue
      const outermost = this.quotationOf[range.first] === quotation.index
      for (; d < bySentence.length && (bySentence[d]?.content[0]?.first ?? 0) < range.first; d++) {
        const draft = bySentence[d]
        if (
          draft?.source &&
          draft.cueKind !== 'believe' &&
          draft.cueKind !== 'support' &&
          (this.quotationOf[draft.source.first] ?? -1) < 0
        )
          speaker = draft
      }
      if (!outermost || quotation.scare || this.used.has(quotation.index)) continue
      const first = tokens[range.first]
      const sentence = first ? sentences[first.sentence] : undefined
      if (!sentence || SKIPPED.has(sentence.kind)) continue
      const standsFree =
        range.first === sentence.firstToken ||
        (tokens[range.first - 1]?.pos === 'PUNCT' && range.first - sentence.firstToken <= 1)
      const words = range.inner.end - range.inner.first
      if (standsFree) {
        const paragraph = paragraphs[sentence.paragraph]
        const near =
          speaker && paragraph && sentence.paragraph - (sentences[speaker.sentence]?.paragraph ?? -9) <= 2
        const draft = this.free(
          this.speakerBehind(quotation, bySentence, d) ?? (near ? (speaker?.source ?? null) : null),
          null,
          null,
          range.inner,
          sentence,
        )
        this.drafts.push(draft)
        if (draft.source && speaker) speaker = { ...speaker, source: draft.source, sentence: sentence.index }
        continue
      }
      if (words < 3 || sentence.kind === 'headline') continue
      const source = clauseSubject(tokens, sentence.firstToken, range.first)
      if (!source) continue
      let verb = range.first - 1
      while (verb > source.end && tokens[verb]?.pos !== 'VERB') verb -= 1
      if (tokens[verb]?.pos !== 'VERB') continue
      this.drafts.push(
        this.free(source, { first: verb, end: verb + 1 }, tokens[verb]?.lemma ?? null, range.inner, sentence),
      )
    }
  }

  /** A quotation that runs on into the next paragraph has the speaker of the next one; nothing else looks ahead. */
  private speakerBehind(quotation: Quotation, drafts: readonly Draft[], d: number): Range | null {
    if (quotation.closed) return null
    const next = drafts[d]
    const sentence = next ? this.structure.sentences[next.sentence] : undefined
    return next?.source && next.cue && sentence && sentence.paragraph - quotation.paragraph === 1
      ? next.source
      : null
  }

  private free(
    source: Range | null,
    cue: Range | null,
    lemma: string | null,
    content: Range,
    sentence: Sentence,
  ): Draft {
    return {
      source,
      cue,
      cueLemma: lemma,
      cueKind: cue ? 'other' : 'say',
      addressee: null,
      content: [content],
      negated: false,
      modality: 'asserted',
      sentence: sentence.index,
      free: cue === null,
    }
  }

  private finished(): Statement[] {
    const position = (draft: Draft): number =>
      Math.min(
        draft.content[0]?.first ?? Number.POSITIVE_INFINITY,
        draft.cue?.first ?? Number.POSITIVE_INFINITY,
      )
    const drafts = this.drafts.toSorted(
      (a, b) => position(a) - position(b) || (b.content.at(-1)?.end ?? 0) - (a.content.at(-1)?.end ?? 0),
    )
    const statements: Statement[] = []
    drafts.forEach((draft, index) => {
      const at = draft.cue?.first ?? draft.content[0]?.first ?? 0
      let within: number | null = null
      for (let p = index - 1; p >= Math.max(0, index - 12); p--) {
        const outer = drafts[p]
        if (outer && outer !== draft && outer.content.some((range) => range.first <= at && at < range.end)) {
          within = p
          break
        }
      }
      statements.push({
        index,
        source: this.span(draft.source),
        cue: this.span(draft.cue),
        cueLemma: draft.cueLemma,
        cueKind: draft.cueKind,
        addressee: this.span(draft.addressee),
        content: draft.content.map((range) => this.span(range)).filter((span) => span !== null),
        kind: this.kindOf(draft),
        negated: draft.negated,
        modality: draft.modality,
        within,
        sentence: draft.sentence,
      })
    })
    return statements
  }

  private kindOf(draft: Draft): Statement['kind'] {
    const { tokens, sentences } = this.structure
    if (draft.cue === null && sentences[draft.sentence]?.kind === 'transcript') return 'direct'
    let words = 0
    let quoted = 0
    for (const range of draft.content)
      for (let i = range.first; i < range.end; i++) {
        if (tokens[i]?.pos === 'PUNCT') continue
        words += 1
        if ((this.quotationOf[i] ?? -1) >= 0) quoted += 1
      }
    return quoted === 0 ? 'indirect' : quoted >= words * 0.9 ? 'direct' : 'mixed'
  }

  private span(range: Range | null): Span | null {
    const { tokens } = this.structure
    if (!range || range.end <= range.first) return null
    let { first, end } = range
    while (first < end - 1 && OPEN_MARKS.test(tokens[first]?.text ?? '') && this.closesAtEnd(first, end)) {
      first += 1
      end -= 1
    }
    const start = tokens[first]
    const last = tokens[end - 1]
    return start && last ? { start: start.start, end: last.end } : null
  }

  private closesAtEnd(first: number, end: number): boolean {
    const range = this.quoteRanges[this.quotationOf[first] ?? -1]
    return range !== undefined && range.first === first && range.end === end
  }
}
