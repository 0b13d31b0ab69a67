import { CUES, type Cue } from './cues.ts'
import type { CueKind, Statement, Token } from './document.ts'

/** A verb that reports, with what belongs to it. Tokens `[first, end)`. */
export interface VerbGroup {
  /** The first auxiliary or adverb of the group. */
  readonly first: number
  /** Where the words begin that count as the cue. */
  readonly cueFirst: number
  /** The verb itself. */
  readonly verb: number
  readonly end: number
  readonly cue: Cue
  readonly kind: CueKind
  readonly lemma: string
  readonly passive: boolean
  /** `saying`, `adding`, `asked`: without a subject of its own. */
  readonly participle: boolean
  readonly negated: boolean
  readonly modality: Statement['modality']
}

const NOT = /^(?:not|n't|never|hardly|no|without)$/
const AUXILIARIES = /^(?:be|have|do|will|would|shall|should|may|might|can|could|must|'d|get)$/
/** Verbs that are common as nouns: only what the tagger calls a verb counts, and not after an article. */
const NOUN_LIKE =
  /^(?:claims?|reports?|states?|notes?|comments?|remarks?|calls?|demands?|hopes?|fears?|doubts?|promises?|pledges?|vows?|requests?|answers?|responses?|questions?|backs?|supports?|wants?|worry|worries|signals?|hints?|posts?|tweets?|laughs?|guess|beliefs?|back|rules?|stresses|counters?|orders?|press|presses|feeling|saying|thinking|understanding|warnings?|warning|texts?|jokes?|volunteers?|estimates?|briefs?|swears?|shouts?|asks?|texts|matters?|laments?|chimes?|insults?|repeat|repeats|cautions?)$/

/** Verbs that govern an infinitive without changing whose it is; those of INTENDING put it into the future. */
const GOVERNING =
  /^(?:go|want|have|like|continue|begin|use|hurry|try|need|seem|appear|be|happen|love|manage|proceed|come|dare)$/
const INTENDING = /^(?:plan|intend|prepare|expect|hope|threaten|promise|agree|set|vow|wait)$/

interface WordsBefore {
  readonly first: number
  readonly cueFirst: number
  readonly negated: boolean
  readonly passive: boolean
  readonly modality: Statement['modality']
  readonly auxiliary: boolean
  readonly infinitive: boolean
}

/** The auxiliaries, adverbs and governing verbs in front of a verb; null for an infinitive without a subject. */
function wordsBefore(tokens: readonly Token[], i: number, from: number): WordsBefore | null {
  const verb = tokens[i]?.lower ?? ''
  let first = i
  let negated = false
  let passive = false
  let auxiliary = false
  let infinitive = false
  let modality: Statement['modality'] = 'asserted'
  for (let k = i - 1; k >= Math.max(from, i - 9); k--) {
    const word = tokens[k]
    if (!word) break
    const { lower } = word
    if (lower === 'to' && !auxiliary && !infinitive && !verb.endsWith('ing')) {
      infinitive = true
      let governor = k - 1
      if (tokens[governor]?.lower === 'on') governor -= 1
      const by = governor >= from ? tokens[governor] : undefined
      const verbal = by?.pos === 'VERB' || by?.pos === 'AUX' || by?.lower === 'set'
      if (!by || !verbal || !(GOVERNING.test(by.lemma) || INTENDING.test(by.lemma))) {
        const subject = ordinalSubject(tokens, k, from)
        return subject === null
          ? null
          : { first: subject, cueFirst: i, negated, passive, modality, auxiliary, infinitive }
      }
      if (INTENDING.test(by.lemma) || by.lower === 'going' || (by.lemma === 'be' && by.pos === 'AUX'))
        modality = 'future'
      first = governor
      k = governor
      continue
    }
    if (NOT.test(lower) && (word.pos !== 'DET' || lower === 'not')) {
      if (!/^(?:only|just|merely|simply)$/.test(tokens[k + 1]?.lower ?? '')) negated = true
    } else if (
      AUXILIARIES.test(word.lemma) &&
      (word.pos === 'AUX' || word.pos === 'VERB' || /^'(?:d|s|ll|ve|re|m)$/.test(lower))
    ) {
      auxiliary = true
      if (word.lemma === 'be' && !verb.endsWith('ing') && !infinitive) passive = true
      if (/^(?:will|'ll|shall|wo)$/.test(lower)) modality = 'future'
      if (
        /^(?:would|might|could|may|should|can)$/.test(lower) ||
        (lower === "'d" && !/(?:ed|id|old)$/.test(verb))
      )
        modality = 'hypothetical'
    } else if (lower === "'s" && verb !== 'say' && word.pos !== 'PART') auxiliary = true
    else if (word.pos !== 'ADV' || /^(?:who|when|where|why|how|then|so)$/.test(lower)) break
    first = k
  }
  if (!auxiliary && !infinitive && tokens[first - 1]?.lower === 'and' && tokens[i]?.lemma === verb)
    modality = modalityBefore(tokens, first - 1, from) ?? modality
  return { first, cueFirst: first, negated, passive, modality, auxiliary, infinitive }
}

/** `will confront the leader and ask her`: what stands before the first verb holds for the second. */
function modalityBefore(tokens: readonly Token[], at: number, from: number): Statement['modality'] | null {
  for (let i = at - 1; i >= Math.max(from, at - 12); i--) {
    const lower = tokens[i]?.lower ?? ''
    if (/^(?:will|'ll|to|shall)$/.test(lower)) return 'future'
    if (/^(?:would|could|might|may)$/.test(lower)) return 'hypothetical'
    if (tokens[i]?.pos === 'PUNCT') return null
  }
  return null
}

/** `Moss was the first MP to call for ...`, `Moss, the first to say ...`: where the subject ends, given the `to`. */
function ordinalSubject(tokens: readonly Token[], to: number, from: number): number | null {
  for (let i = to - 1; i >= Math.max(from, to - 6); i--) {
    if (!/^(?:first|second|third|latest|last|only)$/.test(tokens[i]?.lower ?? '')) continue
    let at = i
    if (tokens[at - 1]?.pos === 'DET') at -= 1
    const before = tokens[at - 1]
    if (before?.text === ',') return at - 1
    if (before?.lemma === 'be' || before?.lemma === 'become') {
      at -= 1
      while (at > from && tokens[at - 1]?.pos === 'AUX') at -= 1
      return at
    }
    return null
  }
  return null
}

/** The group of words around a reporting verb at `i`, or null where the word reports nothing. */
export function verbGroupAt(
  tokens: readonly Token[],
  i: number,
  from: number,
  end: number,
  cues: ReadonlyMap<string, Cue> = CUES,
): VerbGroup | null {
  const token = tokens[i]
  if (!token) return null
  let cue = cues.get(token.lemma)
  let lemma = token.lemma
  if (!cue && token.lemma === 'point' && tokens[i + 1]?.lower === 'out') {
    cue = cues.get('point_out')
    lemma = 'point out'
  }
  if (
    !cue &&
    (token.lower === 'quoted' || token.lower === 'cited') &&
    tokens[i + 1]?.lower === 'as' &&
    tokens[i + 2]?.lower === 'saying'
  ) {
    cue = cues.get('say')
    lemma = 'say'
  }
  if (!cue) return null
  const before = tokens[i - 1]
  const verbal =
    token.pos === 'VERB' || token.lower === 'said' || token.lower === 'says' || token.lower === 'told'
  if (!verbal) {
    // The tagger takes many a verb at the end of an attribution for a noun or an adjective: trust the form there.
    if (
      token.pos === 'PROPN' ||
      token.pos === 'ADP' ||
      token.pos === 'AUX' ||
      NOUN_LIKE.test(token.lower) ||
      !/(?:ed|s)$/.test(token.lower)
    )
      return null
    if (token.pos === 'NOUN' && before && before.pos !== 'PROPN' && before.pos !== 'PRON') return null
  }
  if (NOUN_LIKE.test(token.lower) && before && i > from) {
    if (
      /^(?:DET|ADJ|NUM)$/.test(before.pos) ||
      before.lower === "'s" ||
      /^(?:his|her|their|its|my|our|your|of)$/.test(before.lower)
    )
      return null
    if (before.pos === 'ADP' && !token.lower.endsWith('ing')) return null
  }
  if (token.lower === 'back' || token.lower === 'so-called') return null
  const left = wordsBefore(tokens, i, from)
  if (!left) return null
  let { negated, passive, modality } = left
  const { first, cueFirst, auxiliary, infinitive } = left
  if (
    passive &&
    /^(?:say|expect|believe|think|know|report|hope|understand|fear|expect)$/.test(token.lemma) &&
    tokens[i + 1]?.lower === 'to'
  )
    return null
  // `stopped short of saying`, `without saying`, `refrained from saying`.
  if (token.lower.endsWith('ing') && first === i) {
    const word = tokens[i - 1]?.lower
    const earlier = tokens[i - 2]?.lower
    if (
      word === 'without' ||
      (word === 'of' && earlier === 'short') ||
      (word === 'out' && /^rul/.test(earlier ?? '')) ||
      (word === 'from' && /^(?:refrain|abstain|shied|shy)/.test(tokens[i - 2]?.lemma ?? ''))
    )
      negated = true
  }
  let last = i + 1
  if (lemma === 'call' && /^(?:on|upon|for)$/.test(tokens[i + 1]?.lower ?? '')) last = i + 2
  if (lemma === 'point out') last = i + 2
  if (token.lower === 'quoted' || token.lower === 'cited') last = i + 3
  let kind = cue.kind
  if (negated && (modality === 'hypothetical' || modality === 'future') && kind === 'say') {
    kind = 'refuse'
    modality = 'asserted'
  }
  // `refused to say`: one cue.
  if (cue.kind === 'refuse') {
    if (tokens[i + 1]?.lower !== 'to') return null
    let verb = i + 2
    if (tokens[verb]?.pos === 'ADV') verb += 1
    const inner = cues.get(tokens[verb]?.lemma ?? '')
    if (inner && verb < end) {
      last = verb + 1
      negated = true
      lemma = tokens[verb]?.lemma ?? lemma
    }
  }
  if (token.lower === 'quoted' || token.lower === 'cited') passive = false
  if (cue.kind === 'ask') modality = 'question'
  const ing = token.lower.endsWith('ing') && !auxiliary
  return {
    first,
    cueFirst,
    verb: i,
    end: last,
    cue,
    kind,
    lemma,
    passive,
    participle: ing && !infinitive,
    negated,
    modality,
  }
}
