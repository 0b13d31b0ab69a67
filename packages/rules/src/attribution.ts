import type { Attribution } from '@whipcount/events'
import type { Hit } from './hit.ts'

const SOURCES =
  /\b(?:sources?|insiders?|pals|anonym\w+|requested anonymity|not authori[sz]ed|plotters?|organi[sz]ers?|rebels (?:claim|say|said)|reports? (?:indicate|suggest|say|emerged)|it(?:'s| has| is)? been reported|it(?:'s| is) understood|is understood to|are understood to|reportedly|rumou?rs?|spies|(?:one|two|three|several|another|some|a|an|many|half a dozen|\d+)(?: \w+){0,4} (?:mps?|members?|lawmakers?|ministers?|backbenchers?|people|aides?|officials?|texts)(?: \w+){0,6} (?:say|said|says|told|tell|claim|claimed|believed?|put|texts))\b/

/** Who vouches: a person's own stand is named; the rest is as the sentence credits it. */
export function attributionOf(hit: Hit, personal: boolean): Attribution {
  const { statement, article, stretch, sentence } = hit
  if (statement || personal) return 'named'
  for (const one of article.document.statements) {
    if (one.sentence !== sentence.index) continue
    if (!one.content.some(({ start, end }) => start <= hit.start && hit.end <= end)) continue
    const speaker = article.speakerOf(one)
    if (speaker.kind === 'actor') return 'named'
    if (speaker.kind === 'unnamed') return 'anonymous'
  }
  return SOURCES.test(stretch) ? 'anonymous' : 'outlet'
}

/** The other outlet that the evidence credits ("told CTV News"), or null. */
export function creditedOf({ statement, article }: Hit): string | null {
  const addressee = statement?.addressee
  if (!addressee) return null
  const words = article.document.text.slice(addressee.start, addressee.end)
  return /^(?:the )?\p{Lu}/u.test(words) ? words : null
}
