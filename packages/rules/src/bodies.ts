import { foldName } from '@whipcount/events'
import type { ReferenceIndex } from '@whipcount/roster'

/** A body of the party named in an article. */
export interface Body {
  readonly start: number
  readonly end: number
  readonly name: string
}

const NAMED =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{N}'’.–-]{0,30} (?:and (?=\p{Lu})|& )?){1,5}(?:Association|Federation|Group|Club|Council|Forum|Wing|Executive|Branch|Chapter|Women|Youth|Network|Society|[Cc]aucus)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])Young \p{Lu}\p{L}{2,30}(?: of \p{Lu}\p{L}{2,30})?(?![\p{L}\p{N}])/gu

/** Local parties and organs in small letters: "the Northport riding association", "Harbour's Welsh executive". */
const UNNAMED =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{N}'’.–-]{0,30} ){1,5}(?:(?:(?:riding|constituency|electorate|electoral district|divisional|district|county|branch|city) (?:association|party|executive|committee|board|council|branch|organi[sz]ation))|(?:(?:national|federal|provincial|regional|state|central|ruling|youth|women['’]s|student) )?(?:executive(?: committee| council)?|board|committee|youth wing|youth league|wing|branch|association|federation|conference))(?![\p{L}\p{N}])/gu
const LOCAL = /(?:riding|constituency|electorate|electoral district) /

/** "Wednesday's caucus", "No caucus": what a sentence begins with, or a day, names nobody. */
const NO_NAME =
  /^(?:(?:(?:Next|Last|This) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?|Yesterday['’]s|Tomorrow['’]s|No|Every|Each|Some|Emergency|Special|Weekly|Regular) /

/** Words before "caucus" that make it the whole party's meeting rather than a body with a name. */
const WHOLE = new Set([
  'national',
  'the',
  'government',
  'party',
  'house',
  'senate',
  'democratic',
  'full',
  'a',
  'our',
  'their',
])

/** Whether the words before "branch" or "association" are a seat of the roster's: that of the party there. */
function isSeat(words: readonly string[], index: ReferenceIndex): boolean {
  const seat = words.map((word) => foldName(word.replace(/['’]s$/, '')))
  return (
    index.seats
      .get(seat.at(-1)?.split(' ').at(-1) ?? '')
      ?.some(({ words: known }) => known.join(' ') === seat.join(' ')) === true
  )
}

/** The last words of what {@link NAMED} and {@link UNNAMED} match. */
const LAST_WORD =
  /Association|Federation|Group|Club|Council|Forum|Wing|Executive|Branch|Chapter|Women|Youth|Network|Society|[Cc]aucus|Young |association|party|executive|committee|board|council|branch|organi[sz]ation|wing|league|federation|conference/

/** The matches of each line that holds a last word: few do, and the patterns begin at every capital. */
function matchesOf(text: string): { at: number; match: RegExpExecArray }[] {
  const found: { at: number; match: RegExpExecArray }[] = []
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(at, end)
    if (LAST_WORD.test(line))
      for (const pattern of [NAMED, UNNAMED])
        for (const match of line.matchAll(pattern)) found.push({ at, match })
    at = end + 1
  }
  return found
}

/** Finds bodies of the challenge's party: those whose name has the party's in it, and caucuses and groups of a part of it. */
export function findBodies(text: string, index: ReferenceIndex): Body[] {
  const bodies: Body[] = []
  for (const { at, match } of matchesOf(text)) {
    let name = match[0]
    let start = at + match.index
    const opener =
      /^(?:The|An?|In|At|On|And|But|Our|Its|As|For|When|After|Before|While|If|Last|This|That|Both) /.exec(
        name,
      )
    if (opener) {
      name = name.slice(opener[0].length)
      start += opener[0].length
    }
    if (NO_NAME.test(name)) continue
    const words = name.split(' ')
    if (words.length < 2) continue
    const last = words.at(-1)!.toLowerCase()
    const young = words[0] === 'Young'
    const ofParty = words.some((word) => index.partyNames.has(foldName(word.replace(/['’]s$/, ''))))
    if (young && !ofParty) continue
    // "Harbour's Northport association" is Northport's.
    if (LOCAL.test(name) && words.length > 3 && /['’]s$/.test(words[0]!) && ofParty) {
      start += words[0]!.length + 1
      name = name.slice(words[0]!.length + 1)
    }
    const own = words.slice(0, -1).filter((word) => !index.partyNames.has(foldName(word)))
    if (last === 'caucus') {
      if (own.length === 0 || own.every((word) => WHOLE.has(word.toLowerCase()))) continue
    } else if (!ofParty && last !== 'group' && !LOCAL.test(name) && !isSeat(words.slice(0, -1), index))
      continue
    if (!young && own.length === 0) continue
    bodies.push({ start, end: start + name.length, name })
  }
  return bodies.sort((a, b) => a.start - b.start)
}
