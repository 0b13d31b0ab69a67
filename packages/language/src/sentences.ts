import { CUES } from './cues.ts'
import type { Token } from './document.ts'
import { STOPS_THAT_MAY_END } from './tokens.ts'

/** Tokens. What is longer is no sentence (a table, a list without line ends), and is cut so that all work stays linear. */
const LONGEST = 400

const CLOSERS = new Set(['"', '”', "'", '’', '»', ')', ']', "''", '“'])
const OPENERS = new Set(['"', '“', "'", '‘', '«', '(', '[', '``', '„'])
/** Words that begin a sentence after an abbreviation rather than go on with a name. */
const STARTERS = new Set(
  'the a an he she it they we i you his her its their our my this that these those but and or so yet in on at for from with by as if when while after before since because although though however meanwhile still now then there here what who why how asked no not one some many most several few all both each every another mr. mrs. ms. dr.'.split(
    ' ',
  ),
)
const AFTER_CUE = new Set(
  '. , in on at to of as after before during when while late early yesterday today tonight monday tuesday wednesday thursday friday saturday sunday last this outside inside from with later earlier bluntly flatly simply quietly afterwards — – - ; :'.split(
    ' ',
  ),
)

const isCapital = (text: string): boolean => {
  const first = text.charAt(0)
  return first !== first.toLowerCase()
}

/** Whether the words after a closed quotation are its attribution: `"Go." Finch said.` */
function isTrailingAttribution(tokens: readonly Token[], from: number, end: number): boolean {
  const limit = Math.min(end, from + 14)
  for (let i = from; i < limit; i++) {
    const token = tokens[i]
    if (!token) return false
    if (i > from) {
      const cue = CUES.get(token.lemma)
      if ((cue?.kind === 'say' || cue?.kind === 'ask') && token.pos !== 'NOUN' && token.pos !== 'PROPN') {
        const next = tokens[i + 1]
        if (!next || i + 1 >= end) return true
        return (
          AFTER_CUE.has(next.lower) ||
          (cue.takesAddressee && /^(?:PROPN|NOUN|PRON)$/.test(next.pos) && !hasContent(tokens, i + 1, end))
        )
      }
    }
    if (token.pos === 'PUNCT' && token.text !== ',' && token.text !== '-') return false
    if (token.pos === 'VERB' || (token.pos === 'AUX' && i > from + 8) || token.pos === 'SCONJ') return false
  }
  return false
}

/** Whether after `told reporters` something more is told: then it is a new sentence of its own. */
function hasContent(tokens: readonly Token[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 8); i++) {
    const token = tokens[i]
    if (!token || token.text === '.' || token.text === ',') return false
    if (token.lower === 'that' || token.pos === 'VERB' || token.pos === 'AUX' || token.lower === 'to')
      return true
  }
  return false
}

/**
 * Finds where the sentences of a paragraph end: token indexes, exclusive, the last one `end`. `text` is the text as given, looked
 * at only for the space between tokens.
 */
export function sentenceEnds(tokens: readonly Token[], from: number, end: number, text: string): number[] {
  const ends: number[] = []
  let began = from
  for (let i = from; i < end; i++) {
    const token = tokens[i]
    if (!token) continue
    if (ends.length > 0) began = ends.at(-1) ?? from
    if (i - began >= LONGEST) {
      ends.push(i)
      continue
    }
    const mark = token.text
    const ellipsis = mark === '…' || (mark.length > 1 && mark.startsWith('.') && /^\.+$/.test(mark))
    const full = mark === '.' || mark === '!' || mark === '?'
    const abbreviation = !full && !ellipsis && mark.length > 1 && mark.endsWith('.')
    if (!full && !ellipsis && !abbreviation) continue
    let after = i + 1
    let quoted = false
    while (after < end) {
      const closer = tokens[after]
      if (!closer) break
      const repeated = closer.text === '!' || closer.text === '?' || closer.text === '.'
      if (!repeated && !CLOSERS.has(closer.text)) break
      // A mark after a space, before a word, opens what follows.
      if (
        !repeated &&
        closer.start > (tokens[after - 1]?.end ?? 0) &&
        tokens[after + 1]?.start === closer.end
      )
        break
      if (!repeated && closer.text === '“') break
      if (!repeated && closer.text !== ')' && closer.text !== ']') quoted = true
      after += 1
    }
    const next = tokens[after]
    if (!next || after >= end) {
      i = end
      break
    }
    if (abbreviation) {
      const mayEnd = STOPS_THAT_MAY_END.has(token.lower) || /^(?:\p{L}\.){2,}$/u.test(token.text)
      if (!mayEnd) continue
      const opens = OPENERS.has(next.text) && isCapital(tokens[after + 1]?.text ?? '')
      if (!quoted && !(isCapital(next.text) && STARTERS.has(next.lower)) && !opens) continue
      if (/^(?:\p{Lu}\.){2,}$/u.test(token.text) && next.pos === 'PROPN' && !STARTERS.has(next.lower))
        continue
    }
    const gap = text.slice(tokens[after - 1]?.end ?? 0, next.start)
    if (mark === '.' && gap === '' && !quoted && /^\p{Ll}|^[/_@\d]/u.test(next.text)) continue
    if (/^\p{Ll}/u.test(next.text)) continue
    if (next.pos === 'PUNCT' && !OPENERS.has(next.text) && !/^[-–—•*]/.test(next.text)) continue
    if (/^[–—-]/.test(next.text) && quoted) continue
    if (ellipsis && gap === '') continue
    if (quoted && isTrailingAttribution(tokens, after, end)) continue
    ends.push(after)
    i = after - 1
  }
  if (ends.at(-1) !== end) ends.push(end)
  return ends
}
