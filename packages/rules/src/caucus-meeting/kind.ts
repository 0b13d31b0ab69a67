import type { Hit } from '../hit.ts'

type Kind = 'national' | 'regional' | 'informal'

/** Adjectives of a part of a country in small letters, before "caucus", "members" and the like. */
const REGION =
  /\b(?:\S+ern|atlantic|pacific|prairie|maritime|coastal|highlands?(?: and islands)?|islands?|inland|rural|urban|metro|regional|state|provincial|plains|valley|midlands?|isles|north|south|east|west|northwest|north-west|southwest|north-east)(?: (?:regional|Y|harbour))* (?:caucus|mps|members|delegation|wing|group|lawmakers|legislators|deputies|senators|tds)\b|\b(?:mps|members|members of parliament|lawmakers|deputies|legislators|senators|tds) (?:from|of|representing) the (?!party|house|leader|committee|caucus|opposition|C|parliament|senate|group|government|whole|executive|cabinet)|\bregional (?:caucus|meeting|session)\b/
/** "Scottish MPs", "the Quebec caucus": a capital word that is none of these. */
const PLACE_BEFORE =
  /(?<![\p{L}])(?!(?:The|A|An|Its|Their|His|Her|Our|All|Some|Most|Many|Rebel|House|Senate|Cabinet|Government|Federal|Party|National|Opposition|When|After|But|And|While|At|On|In|If|For|With|By|As|Parliamentary|Several|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Furious|Nervous|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Last|Next|Emergency|Special|Only|Other|Backbench|Labour|Liberal|Conservative|Tory|Democratic|Republican|National|Then|Yesterday|Today|Tomorrow|That|This|Both|Other|Those|No)\b)(\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+)?) (?:regional )?(?:MPs|members|TDs|caucus|senators|lawmakers|delegation|deputies|Caucus|legislators)(?![\p{L}])/u
/** Words that make a meeting of some members one that they hold for themselves. */
const APART =
  /\b(?:secret(?:ly)?|covert(?:ly)?|clandestine(?:ly)?|breakaway|informal(?:ly)?|unofficial(?:ly)?|off-the-books|backroom|hush-hush|rebels?|plotters?|dissidents?|grumblers?|malcontents?|mutineers?|disgruntled|discontented|like-minded|faction|splinter|rump|(?:a|small|large) (?:group|handful|dozen|score|clutch|knot|band|couple|number|huddle) of|a dozen|half a dozen|two dozen|dinner|supper|brunch|drinks|curry|restaurant|pub|hotel|guest house|barbecue|living room|apartment|flat|(?:some|several|about|around|roughly|nearly|more than|at least|over|up to) (?:\d+|\w+teen|a dozen|two dozen|twenty|thirty|forty|ten|eleven|twelve)(?= (?:\S+ ){0,3}?(?:mps|members|lawmakers|backbenchers|legislators|senators|deputies|tds)))\b/
/** The body itself met, in private or not. */
const WHOLE =
  /C|\b(?:caucus|parliamentary party|party room|parliamentary \S+ ?(?:party|group|club)|1922|whole|full|all|weekly|legislature party)\b/

/** The sort of a meeting, and the body that met where it has a name of its own. */
export function kindOf(hit: Hit, words: string, from: number): { kind: Kind; actor: string | null } {
  const { article, offset } = hit
  const at = words.indexOf('B')
  const actor = at < 0 ? null : (article.marked.markers.get(offset + from + at)?.actor?.name ?? null)
  if (actor !== null) {
    if (/executive|committee/i.test(actor) && !/caucus/i.test(actor)) return { kind: 'national', actor }
    if (
      /\b(?:women|black|progressive|hispanic|moderate|labou?r|freedom|blue|new|youth|indigenous|democra|study|growth|young|rural|climate|union|left|right|centr|reform)\w*/i.test(
        actor,
      )
    )
      return { kind: 'informal', actor }
    const local =
      /caucus|wing|delegation|forum/i.test(actor) ||
      REGION.test(`${actor.toLowerCase()} members`) ||
      REGION.test(actor.toLowerCase())
    return { kind: local ? 'regional' : 'informal', actor }
  }
  const { text } = article.document
  // "Scottish MPs": the place may stand before what a pattern took for the body.
  const lead = /(?:\S+ ){0,2}$/.exec(hit.stretch.slice(Math.max(0, from - 30), from))?.[0] ?? ''
  const near = lead.slice(Math.max(lead.lastIndexOf(', '), lead.lastIndexOf('. ')) + 1) + words
  const start = article.marked.at[offset + from + words.length - near.length] ?? 0
  const end = article.marked.at[offset + from + words.length] ?? start
  const original = text.slice(start, end)
  if (REGION.test(near)) return { kind: 'regional', actor: null }
  const place = PLACE_BEFORE.exec(original)
  if (place && !isParty(hit, start + place.index)) return { kind: 'regional', actor: null }
  return { kind: APART.test(words) && !WHOLE.test(words) ? 'informal' : 'national', actor: null }
}

/** Whether a capital word is the party's or caucus's own name. */
function isParty({ article }: Hit, place: number): boolean {
  for (const marker of article.marked.markers.values())
    if (marker.from <= place + 1 && place < marker.end) return true
  return false
}
