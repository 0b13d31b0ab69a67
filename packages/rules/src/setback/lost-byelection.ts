import type { Hit } from '../hit.ts'
import { markedIndex } from '../marked.ts'
import { defineRule, type Made } from '../rule.ts'
import { isFeared, isOthers, isTied } from './ties.ts'

/** Names of places in a stretch of an article: runs of capitals after "in", "of", "to take" and the like, or before "byelection". */
const PLACE =
  /(?:\b(?:[Ii]n|at|of|from|lost|losing|loss of|took|take|win|won|seats?|riding|strongholds?|since the|after the|seized|captured|gained|claimed|flipped|snatched|grabbed|wrested|surrender(?:ed|ing)|dropped|drubbing in|and then|then|and|,|once rock-solid|first in|humbled in|home in|came|watched|whammy, when once rock-solid)\s+(?:the\s+)?)((?:\p{Lu}[\p{L}\p{M}.'’]*)(?:(?:[-–—]{1,2}|\s+)(?:\p{Lu}[\p{L}\p{M}.'’]*|(?:des?|du|la|les?|on|of the|aux|upon)(?![\p{L}])|l['’]|and(?=\s+\p{Lu}\p{L}+\s+by)))*)/gu

/** "the Garrow Bridge by-election": what stands right before the word. */
const BEFORE_CONTEST =
  /(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{M}.'’]*)(?:(?:[-–—]{1,2}|\s+)(?:\p{Lu}[\p{L}\p{M}.'’]*|(?:des?|du|la|les?|of the|aux|upon)(?![\p{L}])|l['’]|and(?=\s+\p{Lu})))*)(?=\s+(?:by-?elections?|special election)\b)/gu

const NOT_PLACE =
  /^(?:The|A|An|In|On|It|Its|He|She|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Liberals?|Conservatives?|Labour|Tory|Tories|Parliament|House|Commons|Prime|Mr|Mrs|Ms|Sir|Minister|Leader|MPs?|Bloc|NDP|Greens?|But|And|Then|Following|After|Since|This|That|Our|We|They|His|Her|Two|Three|By|Party|Another|Plus|Furious|Canada|Britain|I)(?:\b|$)/u

/** The places of byelections that a sentence names. */
export function placesIn(hit: Hit): string[] {
  const { article, sentence } = hit
  const text = article.document.text.slice(sentence.start, sentence.end)
  const taken = article.lineOf(sentence.index)?.named ?? []
  const others = article.lineOf(sentence.index)?.text ?? ''
  const places: string[] = []
  const isParty = (at: number) => {
    const marker = article.marked.markers.get(markedIndex(article.marked, at))
    return marker !== undefined && marker.actor === null
  }
  for (const match of [...text.matchAll(BEFORE_CONTEST), ...text.matchAll(PLACE)]) {
    const name = match[1]!
      .replace(/['’]s$/, '')
      .replace(/[.,]+$/, '')
      // "Saltmarsh on Thursday": the day is no part of it.
      .replace(/ (?:on|of the|upon|de|la) ?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*)?$/, '')
    const at = sentence.start + match.index + match[0].length - match[1]!.length
    if (
      NOT_PLACE.test(name) ||
      taken.some(
        ({ from, end, actor }) =>
          actor !== null && (actor.matched || actor.side === 'other') && from <= at && at < end,
      ) ||
      isParty(at)
    )
      continue
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 14)
    if (/^\s+(?:Party|party|Alliance|Congress|MPs?|leader|Leader)\b/.test(after)) continue
    if (
      /(?:Party|Alliance|Congress|Democrats|Îles|League|Association|Caucus|Press|News|Committee)$/.test(name)
    )
      continue
    if (/\bto (?:the )?$/.test(text.slice(Math.max(0, match.index - 4), at))) continue
    // "LaSalle in Montreal" is one place.
    if (
      places.some(
        (place) =>
          text.slice(Math.max(0, at - sentence.start - 4 - place.length), at - sentence.start) ===
          `${place} in `,
      )
    )
      continue
    if (!places.includes(name)) places.push(name)
  }
  return others === '' ? [] : places.slice(0, 4)
}

function eachPlace(hit: Hit): Made[] {
  const places = placesIn(hit)
  if (places.length === 0) return [{ attrs: { kind: 'byelection-loss', place: null }, weight: 1 }]
  return places.map((place) => ({ attrs: { kind: 'byelection-loss', place }, weight: 2 }))
}

export const lostByelection = defineRule({
  name: 'setback/lost-byelection',
  emits: 'setback',
  because: 'A byelection that the party lost is a blow to its leader; each place is one.',
  when: {
    reported: [
      '{byelection} {gap}?{loss}',
      '{loss} {gap}?(?:in|of|at|from) (?:st\\.|[^.;]){0,60}?{byelection}',
      '{lost} [^.;]{0,70}?{byelection}',
      '{byelection}[^.;]{0,50}? {lost}',
      'byelection results',
      '(?:threw|thrown|turfed|kicked|tossed|swept|voted) out[^.;]{0,50} {byelection}',
      'by-election results',
      // Another party won it.
      '(?<won>(?:won|seized|captured|took|gained|snatched|grabbed|claimed|flipped|wrested|stole|prised|swept|overturned)) [^.;]{0,70}?{byelection}',
      '{byelection}[^.;]{0,50}? (?<won>(?:won|seized|captured|taken|gained|snatched|claimed) by)',
      '(?:dealt|handed|delivered)[^.;]{0,40}? (?:blow|drubbing|defeat|rebuke|setback)[^.;]{0,30} (?:in|at) [^.;]{0,30}{byelection}',
      '(?:disappointing|dismal|bruising|poor|disastrous|two|recent|a pair of) [^.;]{0,40}{byelection}',
    ],
  },
  unless: ['hypothetical', 'question'],
  claim: (hit) => {
    if (!isTied(hit)) return null
    // Who won it is no matter, so long as it is not the party itself.
    if (hit.groups['won'] !== undefined)
      return /Y|\b(?:held|retained|party|her|his|she|he|L)\b[^,;]*$/.test(
        hit.before.replace(/\b(?!the|her|his|its|our|governing|ruling)\w+ party\b/g, ' '),
      )
        ? null
        : eachPlace(hit)
    return isOthers(hit) || isFeared(hit) ? null : eachPlace(hit)
  },
  fires: [
    {
      text: 'The party’s loss in the Northport byelection has raised questions about Vale’s leadership.',
      actor: null,
      attrs: { kind: 'byelection-loss', place: 'Northport' },
    },
    {
      text: 'Two byelection losses have hurt Vale, whose critics want her to resign.',
      actor: null,
      attrs: { kind: 'byelection-loss', place: null },
    },
  ],
  staysSilent: [
    {
      text: 'A byelection will be held in Northport, where Vale is unpopular with rebels.',
      because: 'Nobody lost yet.',
    },
    {
      text: 'If the party lost the Northport byelection, Vale would face calls to resign.',
      because: 'It hangs on a condition.',
    },
  ],
})

export const lostSeat = defineRule({
  name: 'setback/lost-seat',
  emits: 'setback',
  because:
    'A seat lost, or overturned by another party, in an article that speaks of byelections is a byelection lost.',
  when: {
    reported: [
      '(?:party|Y|we) (?:has |have |had )?lost(?! (?:confidence|the (?:vote|confidence|election)|faith|patience|support|ground|\\d|its (?:way|nerve)))',
      '(?:drubbing|defeat|loss|snub|humiliation|rout|upset|mauling|hammering|thumping|thrashing|trouncing|wipe-?out|disaster|debacle|collapse)(?: on \\w+day)? (?:in|of)(?! the (?:polls|house|vote))',
      '(?:overturned|overcame) a majority',
      '(?:fell|humbled|slip|slipped|went|fallen)[^.;]{0,20} (?:in|to)',
      '(?:our|its|the) candidate (?:placed|finished|came) (?:second|third|fourth)',
      'never lost and in which',
      'wore them|trounced in|routed in',
    ],
  },
  unless: ['hypothetical', 'question'],
  claim: (hit) => {
    // Who overturned it is the winner.
    if (!isTied(hit) || (isOthers(hit) && !/^over/.test(hit.match[0])) || isFeared(hit)) return null
    if (
      !hit.article.lines.some(({ text }) => /by-?election|\bseats?\b|\bridings?\b|\bconstituenc/.test(text))
    )
      return null
    if (/by-?election|\bcouncils?\b|\blocal elections?\b/.test(hit.stretch)) return null
    // Seats are lost at general and local elections too.
    const { lines } = hit.article
    if (
      !lines.some(({ text }) => /by-?election/.test(text)) &&
      lines.some(({ text }) => /\bcouncils?\b|\belections? results?\b/.test(text))
    )
      return null
    const places = placesIn(hit)
    return places.length === 0
      ? null
      : places.map((place) => ({ attrs: { kind: 'byelection-loss', place }, weight: 2 }))
  },
  fires: [
    {
      text: 'Vale faces calls to resign. The party lost Northport, a safe seat, to the Meadow Party on Monday.',
      actor: null,
      attrs: { kind: 'byelection-loss', place: 'Northport' },
      evidence: 'The party lost Northport, a safe seat, to the Meadow Party on Monday.',
    },
    {
      text: 'Rebels blame Vale for the drubbing in Northport, a seat her party had always held.',
      actor: null,
      attrs: { kind: 'byelection-loss', place: 'Northport' },
    },
  ],
  staysSilent: [
    {
      text: 'The party lost patience with Vale, and rebels talk of the seats it holds.',
      because: 'No seat is lost.',
    },
    { text: 'Vale opened a bridge in Northport.', because: 'No loss.' },
  ],
})
