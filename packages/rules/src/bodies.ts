import { foldName } from '@whipcount/events'
import type { ReferenceIndex } from '@whipcount/roster'

/** A body of the party named in an article. */
export interface Body {
  readonly start: number
  readonly end: number
  readonly name: string
}

const WORD = String.raw`\p{Lu}[\p{L}\p{N}'’.–-]{0,30}`

/** The last words of names of bodies, in capitals. */
const KINDS =
  'Association|Federation|Group|Club|Council|Committee|Forum|Wing|League|Executive|Board|Branch|Chapter|Division|Section|Bureau|Front|Union|Women|Youth|Network|Society|Conference|Delegation'

/** By a name of its own: "Northport Harbour Association", "Young Harbour". */
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${WORD} (?:and (?=\p{Lu})|& )?){1,5}(?:${KINDS}|[Cc]aucus)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])Young \p{Lu}\p{L}{2,30}(?: of \p{Lu}\p{L}{2,30})?(?![\p{L}\p{N}])`,
  'gu',
)

/** Local parties and organs in small letters: "the Northport riding association", "Harbour's Welsh executive". */
const UNNAMED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${WORD} ){1,5}(?:(?:(?:riding|constituency|electorate|electoral district|divisional|district|county|state|branch|city) (?:association|party|executive|committee|board|council|branch|federation|organi[sz]ation))|(?:(?:national|federal|provincial|regional|state|central|ruling|youth|women['’]s|student|harbour|town|local) )?(?:executive(?: committee| council)?|board|committee|youth wing|youth league|wing|branch|chapter|section|association|federation|conference|delegation))(?![\p{L}\p{N}])`,
  'gu',
)
/** Organs that every party has one of: "the young members' section", "the party's women's wing". */
const GENERIC =
  /(?<![\p{L}\p{N}])(?:young members['’]|youth|young people['’]s|student|students['’]|women['’]s|trade union) (?:section|wing|league|network|organi[sz]ation|branch|movement)(?![\p{L}\p{N}])/gu
const LOCAL =
  /(?:riding|constituency|electorate|electoral district) |(?:county|district|branch|state) (?:association|branch|party|committee|federation)$|county board$|State committee$/
/** Organs that hardly anybody but a party has in a place; whose they are stands before the place where it is not said otherwise. */
const ORGAN = /(?:^| )(?:chapter|branch|federation|delegation)$/
/** Organs of members who share something, whatever party is theirs: "the Women's Federation". */
const MEMBERS =
  /\b(?:Women['’]s|Youth|Students?['’]|Student) (?:Federation|Wing|League|Bureau|Section|Network)$/

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

/** The last words of what the patterns match. */
const LAST_WORD = new RegExp(
  `${KINDS}|[Cc]aucus|Young |association|party|executive|committee|board|council|branch|chapter|section|organi[sz]ation|wing|league|network|movement|federation|conference|delegation`,
)

/** The matches of each line that holds a last word: few do, and the patterns begin at every capital. */
function matchesOf(text: string): { at: number; match: RegExpExecArray }[] {
  const found: { at: number; match: RegExpExecArray }[] = []
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(at, end)
    if (LAST_WORD.test(line))
      for (const pattern of [NAMED, UNNAMED, GENERIC])
        for (const match of line.matchAll(pattern)) found.push({ at, match })
    at = end + 1
  }
  return found
}

/** Whether a name has one of the party's in it, in whole words. */
function namesParty(name: string, index: ReferenceIndex): boolean {
  const words = ` ${foldName(name.replace(/['’]s(?= |$)/g, ''))} `
  for (const party of index.partyNames) if (words.includes(` ${party} `)) return true
  return false
}

/** "of the party", "of the Harbour Party": what may stand behind the name of a body. */
function isOfParty(after: string, index: ReferenceIndex): boolean {
  if (/^ of the party\b/.test(after)) return true
  const of = /^ of (?:the )?((?:\p{Lu}[\p{L}’'-]+ ?){1,5})/u.exec(after)
  return of !== null && namesParty(of[1]!.trim(), index)
}

/** The words of a name that are not the party's. */
function withoutParty(words: readonly string[], index: ReferenceIndex): string[] {
  let rest = ` ${foldName(words.join(' ').replace(/['’]s(?= |$)/g, ''))} `
  for (const party of [...index.partyNames].sort((a, b) => b.length - a.length))
    rest = rest.replace(` ${party} `, ' ')
  return rest.split(' ').filter((word) => word !== '')
}

/** Finds bodies of the challenge's party: those whose name has the party's in it, and caucuses and groups of a part of it. */
export function findBodies(text: string, index: ReferenceIndex): Body[] {
  const bodies: Body[] = []
  for (const { at, match } of matchesOf(text)) {
    let name = match[0]
    let start = at + match.index
    // "Young Federals. Their conference": a sentence ends between two words in capitals.
    const stop = name.search(/(?<!\b(?:St|Ste|Mt|Dr))\. (?=\p{Lu}[^.]*$)/u)
    if (stop >= 0) {
      start += stop + 2
      name = name.slice(stop + 2)
    }
    const opener =
      /^(?:The|An?|In|At|On|And|But|Our|Its|His|Her|As|For|When|After|Before|While|If|Last|This|That|Both|Their) /.exec(
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
    const around = text.slice(Math.max(0, start - 40), start)
    const owner = /([\p{L}]+)['’]s? $/u.exec(around)?.[1]
    const ofParty =
      namesParty(words.slice(0, last === 'union' ? -1 : undefined).join(' '), index) ||
      (owner !== undefined && (/^party$/i.test(owner) || namesParty(owner, index))) ||
      isOfParty(text.slice(start + name.length, start + name.length + 80), index)
    if (young && !ofParty) continue
    const generic = /^(?:young|youth|students?|women|trade)\b/.test(name)
    if (generic) {
      const whose = /([\p{L}]+)(?:['’]s?)? $/u.exec(around)?.[1] ?? ''
      if (!/^(?:the|its|their|our|party)$/i.test(whose) && !namesParty(whose, index)) continue
    }
    // "Harbour's Northport association", "the Harbour Party's Northport branch": Northport's. The railwaymen's is theirs.
    const whose = /^.{2,40}?['’]s? (?=.* )/.exec(name)?.[0]
    if (whose !== undefined && last !== 'caucus') {
      if (namesParty(whose.replace(/['’] $/, ' '), index)) {
        start += whose.length
        name = name.slice(whose.length)
      } else if (/^\p{Lu}/u.test(name.slice(whose.length))) continue
    }
    const own = withoutParty(words.slice(0, -1), index)
    if (last === 'caucus') {
      if (own.length === 0 || own.every((word) => WHOLE.has(word))) continue
    } else if (
      !ofParty &&
      !generic &&
      last !== 'group' &&
      !LOCAL.test(name) &&
      !(ORGAN.test(name) && owner === undefined) &&
      !MEMBERS.test(name) &&
      !(last !== 'council' && isSeat(words.slice(0, -1), index))
    )
      continue
    if (!young && own.length === 0 && !/^(?:youth|women)$/.test(last)) continue
    // "Young Harbour, the party's youth wing": one body.
    const apposed = generic && bodies.findLast((one) => one.end <= start && one.end >= start - 30)
    bodies.push({ start, end: start + name.length, name: apposed ? apposed.name : name })
  }
  return withLater(
    bodies
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter((body, i, all) => body.end > (all[i - 1]?.end ?? 0)),
    text,
  )
}

/** Organs that a body has, or that stand for it once it was named: "its executive", "the committee". */
const AGAIN =
  /\b(?:[Tt]he (association|federation|committee|branch|chapter|section|board|executive|league|network|forum|wing)|Its (?:[\p{L}\d-]+ ){0,2}?(?:board|executive|committee|conference|council))(?![\p{L}\p{N}'’-])/gu

/** With the places that speak of a body again, by its last word. */
function withLater(bodies: readonly Body[], text: string): Body[] {
  if (bodies.length === 0) return []
  const later: Body[] = []
  for (const match of text.matchAll(AGAIN)) {
    const end = match.index + match[0].length
    const before = bodies.findLast((body) => body.end <= match.index)
    if (!before || match.index - before.end > (match[1] ? 1500 : 300)) continue
    if (match[1] && !before.name.toLowerCase().endsWith(match[1])) continue
    if (bodies.some((body) => body.start < end && body.end > match.index)) continue
    later.push({ start: match.index, end, name: before.name })
  }
  return [...bodies, ...later].sort((a, b) => a.start - b.start)
}
