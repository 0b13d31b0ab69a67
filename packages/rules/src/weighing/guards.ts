import type { Article } from '../article.ts'
import { markedIndex } from '../marked.ts'
import type { Candidate, CountCandidate } from './candidates.ts'

// What a likely claim is refused for: words that turn about what the rest of a line seems to say, which a sum of weights hears too softly.

/** A letter that backs the leader. */
const FOR_LEADER =
  /\b(?:letter|petition|statement|pledge|declaration)s? (?:of (?:support|loyalty|confidence)|supporting|backing|defending|praising|endorsing|in (?:support|defen[cs]e|favou?r))\b/

export function isForLeader({ line }: Candidate): boolean {
  return FOR_LEADER.test(line.text)
}

/** "those who signed the letter": they did, not whoever speaks of them. */
const THOSE =
  /\b(?:those|people|colleagues|members|mps|anyone|everyone|whoever) (?:who|that) (?:had |have |has )?sign\w*/g

export function isByThose({ line: { text } }: Candidate): boolean {
  const rest = text.replace(THOSE, '')
  return rest !== text && !/\b(?:sign|name)/.test(rest)
}

/** "would not comment on the ferry contract": on what has nothing to do with the leader's own future. */
const NO_COMMENT_ON =
  /\bcomment(?:ed|ing)? on (?!.*\b(?:future|leader\w*|calls?|letter|petition|whether|if|reports?|speculation|rumou?rs?|resign\w*|quit\w*|going|leaving|challenge|contest|claims?|revolt|rebel\w*|mutiny|motion|vote|ballot|discussions?|conversations?|it|them|that|this|matter|L|X|P|he|she)\b)/

export function isOnOtherMatter({ line }: Candidate): boolean {
  return NO_COMMENT_ON.test(line.text)
}

/** Another party's loss: "the Meadow Party lost the byelection". The challenge's own is a mark of one letter. */
const OTHERS_LOST =
  /(?<!\b(?:the|our|his|her|their|own|ruling|governing) )\bparty (?:has |had |have )?(?:narrowly |heavily )?lost\b/

export function isOthersLoss({ line }: Candidate): boolean {
  return OTHERS_LOST.test(line.text)
}

/** Who is counted that are no members of the party, right behind their number: people in the street, another party's members. */
const OTHERS =
  /^ (?:or so |more |other |[a-z'-]+ ){0,2}?(?:(?:protest|demonstrat|march|vot|petition)ers|residents|constituents|citizens|students|donors|businesses|countries|seats|(?<!\b(?:the|our|his|her|own|ruling|governing) )party (?:mps|members|senators|deputies|legislators|lawmakers|tds))(?![a-z])/

export function isOfOthers({ marked }: Article, { line, quantity }: CountCandidate): boolean {
  return OTHERS.test(marked.text.slice(markedIndex(marked, quantity.end), line.to))
}
