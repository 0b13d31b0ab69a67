import type { Token } from '../document.ts'
import { FORMS } from './wide-cues.ts'

const BEFORE = /^(?:NOUN|PROPN|PRON)$/
const NEXT = /^(?:that|to|whether|he|she|they|it|we|i|the|his|her|their|a|an|"|“|``)$/

/**
 * The tokens with verbs where the tagger saw a noun or an adjective between a subject and a clause: `Democrats fear that`,
 * `prosecutors alleged that`, `Mrs. Calloway plans to`. The array is a new one, its other tokens are not.
 */
export function retagged(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => {
    if (token.pos !== 'NOUN' && token.pos !== 'ADJ' && token.pos !== 'ADP' && token.pos !== 'PROPN')
      return token
    const lemma = FORMS.get(token.lower)
    if (lemma === undefined) return token
    const before = tokens[i - 1]
    const next = tokens[i + 1]
    if (!before || !next || before.sentence !== token.sentence || token.text !== token.lower) return token
    // `the bill, warning lawmakers that`; `Stone, who lost in July, plans to`.
    if (before.text === ',') {
      const reports = token.lower.endsWith('ing') || next.lower === 'to' || next.lower === 'that'
      return reports && token.lower !== lemma ? { ...token, pos: 'VERB', lemma } : token
    }
    const plural = before.lower.endsWith('s') && before.lower !== "'s"
    const subject =
      BEFORE.test(before.pos) &&
      !/^(?:his|her|their|its|my|our|your)$/.test(before.lower) &&
      before.lower !== "'s"
    const form = token.lower === lemma ? plural || before.pos === 'PRON' : !token.lower.endsWith('ing')
    if (!subject || !form || !NEXT.test(next.lower)) return token
    return { ...token, pos: 'VERB', lemma }
  })
}
