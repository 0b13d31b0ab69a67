import type { Attribution, ClaimType } from '@whipcount/events'
import type { Hit } from './hit.ts'

/** People without a name, as sources are spoken of. */
const NOBODY =
  '(?:sources?|insiders?|pals|allies|friends|spies|plotters?|organi[sz]ers|rebels|whips|loyalists|critics|aides?|officials?|advis[eo]rs?|strategists?|colleagues|supporters|staffers?|old hands?|backbenchers?|mps?|members?|lawmakers?|ministers?|senators?|legislators?|deput(?:y|ies)|representatives?|democrats?|republicans?|people|persons?|participants?|those|another|others|(?:wo)?man|tds?|mlas?|councillors?|operatives?|bigwigs?|grandees?|texts)'
const PUTS =
  '(?:says?|said|tells?|told|claims?|claimed|believes?|believed|puts?|reckons?|reckoned|estimates?|estimated|insists?|insisted|swears?|swore|suggests?|suggested|boasts?|boasted|whispers?|whispered|confides?|confided|texts?|texted|guess(?:ed)?|counts?|counted|adds?|added|predicts?|predicted|thinks?|thought|advances?|reports?|reported|warn(?:ed|s)?|heard|hear)'

/** A source that is not named vouches for the sentence. */
const SOURCES = new RegExp(
  `\\b(?:anonym\\w+|requested anonymity|not (?:be(?:ing)? )?(?:authori[sz]ed|named|identified)|on background|reports? (?:indicate|suggest|say|emerged)|it(?:'s| has| is)? been reported|it(?:'s| is) understood|(?:is|are|was|were) (?:understood|said|believed|rumou?red|thought|reported) to|reportedly|rumou?rs?|${NOBODY}(?: [^.;]{0,90}?)? ${PUTS}|${PUTS} (?:\\S+ ){0,2}?(?:one|two|three|four|five|several|another|some|a|an|multiple|many|senior|these|the|half a dozen|\\d+|our) (?:\\S+ ){0,4}?${NOBODY}|according to (?:(?!L|P|X|B)\\S+ ){0,8}?${NOBODY}|per (?:one|two|three|several|a|an|multiple|the) (?:\\S+ ){0,3}?${NOBODY}|in line with insiders|our man|i'?m told|we(?:'re| are) told|word is|word has it)\\b`,
)
/** For what happened in public only sources that are called so: a remark by a member does not make it hearsay. */
const PLAIN_SOURCES =
  /\b(?:sources?|insiders?|spies|pals|anonym\w+|not authori[sz]ed|on background|reports? (?:indicate|suggest|say|emerged)|reportedly|rumou?rs?|our man|according to (?:\S+ ){0,5}?(?:people|mps?|members?|aides?|officials?|lawmakers?|ministers?|participants?|those))\b/
/** The outlet vouches by its own count. */
const OWN_COUNT =
  /\b(?:by|on) (?:our|the \S+'s) (?:\S+ )?(?:reckoning|count|tally|estimate)|\bour (?:\S+ )?(?:count|tally|tracker|survey)\b/
/** A paper that says so. */
const PAPERS =
  /\b(?:tally|statement|letter|list|figures?|numbers?|document|memo)(?: (?:was|were|has been))? (?:released|published|issued|made public|obtained)\b|\bthis (?:statement|letter) (?:carries|bears|has)\b/

const PERSONAL: ReadonlySet<ClaimType> = new Set([
  'public-call',
  'ministerial-support',
  'member-support',
  'noncommittal',
  'signature',
  'leader-response',
])

/** Verbs with which those who leave say so themselves. */
const SAYS_SO =
  /\b(?:said|says|told|tells|announced|announces|announcing|confirmed|confirms|revealed|reveals|wrote|writes|added|adds|declared|letter|statement|video|post(?:ed)?|tweet(?:ed)?|saying)\b/

/** Who vouches: a person's own stand is named; the rest is as the sentence credits it. */
export function attributionOf(hit: Hit, type: ClaimType): Attribution {
  const { statement, article, stretch, sentence } = hit
  if (statement || (PERSONAL.has(type) && type !== 'signature')) return 'named'
  const line = article.lineOf(sentence.index)?.text ?? stretch
  for (const one of article.document.statements) {
    if (one.sentence !== sentence.index && one.kind !== 'direct') continue
    const span = one.content.find(({ start, end }) => start <= hit.start && hit.end <= end)
    if (!span) continue
    // "She vowed to stay after her party lost": what stands in a clause of time is the reporter's.
    if (
      one.kind === 'indirect' &&
      /\b(?:after|since|following|as|amid)\b/i.test(article.document.text.slice(span.start, hit.start))
    )
      continue
    const speaker = article.speakerOf(one)
    if (speaker.kind === 'actor' && (speaker.actor.side === 'own' || one.kind !== 'direct')) return 'named'
    if (speaker.kind === 'unnamed') return 'anonymous'
  }
  if (type === 'signature') return 'named'
  if (type === 'departure') return hit.actor && SAYS_SO.test(line) && !SOURCES.test(line) ? 'named' : 'outlet'
  if (type === 'signature-count' && OWN_COUNT.test(line)) return 'outlet'
  if (type === 'signature-count' && PAPERS.test(line)) return 'named'
  // "Seven members told the paper that she should go" are those whom the count is of.
  return (type === 'signature-count' ? SOURCES : PLAIN_SOURCES).test(line) ? 'anonymous' : 'outlet'
}

/** The other outlet that the evidence credits ("told CTV News"), or null. */
export function creditedOf({ statement, article }: Hit): string | null {
  const addressee = statement?.addressee
  if (!addressee) return null
  const words = article.document.text.slice(addressee.start, addressee.end)
  return /^(?:the )?\p{Lu}/u.test(words) ? words : null
}
