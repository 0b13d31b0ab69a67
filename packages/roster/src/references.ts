import { foldName, LEADER, unmatchedPersonId } from '@whipcount/events'
import { genderOfGivenName } from './given-names.ts'
import { nameAgreement } from './names.ts'
import { familyNameOf, type Resolved, type Roster } from './roster.ts'
import {
  cabinetTitles,
  femaleHonorifics,
  honorifics,
  maleHonorifics,
  notNames,
  openers,
  outsideTitles,
  partyWords,
  seatTitles,
  titleAdjectives,
} from './titles.ts'
import { type Word, wordsOf } from './words.ts'

/** Whose a person is, as far as the text and the roster say. */
export type Side = 'own' | 'other' | 'outside' | 'unknown'

/** Somebody whom an article names. */
export interface Referent {
  readonly person: string
  /** The fullest form of the name that the article gives, without titles. */
  readonly name: string
  readonly matched: boolean
  readonly leader: boolean
  /** `own` makes a party figure: on the roster, or said by the text to be one. */
  readonly side: Side
  /** Whether the text itself gives a cabinet post: true, false for a former one, null where it says nothing. */
  readonly minister: boolean | null
  readonly gender: 'f' | 'm' | null
}

/** A place where an article speaks of somebody by name or post. */
export interface Mention {
  readonly start: number
  readonly end: number
  /** Where the titles before the name begin; `start` where there are none. */
  readonly from: number
  readonly by: 'full' | 'family' | 'post' | 'seat'
  readonly possessive: boolean
  readonly referent: Referent
}

/** Who is spoken of where in one article. */
export interface References {
  /** In the order of the text; they do not overlap. */
  readonly mentions: readonly Mention[]
  readonly referents: readonly Referent[]
  readonly leader: Referent
  readonly words: readonly Word[]
  /** Names that the article's words give to other parties, lower case. */
  readonly otherParties: ReadonlySet<string>
  /** The mentions that lie within `[start, end)`. */
  readonly within: (start: number, end: number) => readonly Mention[]
}

interface Draft {
  person: string
  name: string
  matched: boolean
  leader: boolean
  side: Side
  minister: boolean | null
  gender: 'f' | 'm' | null
  strength: number
  votes: number
  /** Named with an age and nothing else, as people in the street are. */
  aged?: boolean
}

type DraftMention = Omit<Mention, 'referent'> & { referent: Draft }

/** A challenge with fewer people on its roster has no roster to speak of: others in the party are not on it. */
const FULL_ROSTER = 8

const PARTICLES = new Set([
  'de',
  'da',
  'do',
  'dos',
  'das',
  'du',
  'des',
  'del',
  'della',
  'di',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'ten',
  'al',
  'el',
  'ap',
  'ab',
  'bin',
  'ibn',
  'ben',
  'st',
  'st.',
  'zu',
  'af',
  'av',
  'y',
])

const SPEECH =
  /^(?:said|says|told|tells|added|adds|argued|argues|warned|warns|insisted|insists|wrote|writes|replied|tweeted|posted|declined|refused|called|calls|urged|urges|backed|backs|signed|resigned|quit|confirmed|announced|joined|voiced|supports|supported|noted|conceded|admitted|acknowledged|suggested|stated|remarked|denied|would|has|will|became|broke)$/

/** What stands behind the place that a report is from. */
const DATELINE = /^ \([A-Z][A-Za-z ]{1,15}\) [—–-]/

/** Words of heads in capitals that no name has. */
const SHOUTED =
  /^(?:him|her|his|he|she|they|them|their|we|us|our|it|its|who|whom|for|from|with|without|against|about|over|out|off|up|down|not|no|won't|don't|hasn't|haven't|can't|isn't|is|are|was|has|have|had|will|would|should|must|could|vote|votes|voting|back|backs|backing|backed|wants?|calls?|calling|says?|signed|signs?|stay|stays|go|goes|going|quit|quits|resigns?|undecided|leader|party|support\w*|standing|stands?|and|or|but|yes|yet|still|to|by|at|as)$/

const isUpper = (word: string): boolean => word === word.toUpperCase()

/** What a subject does: a name stands before it oftener than a place. */
const FINITE =
  /^(?:is|was|were|are|who|whose|had|has|did|does|would|will|could|can|came|went|took|gave|made|got|put|sat|stood|kept|broke|left|quit|won|lost|wrote|spoke|felt|knew|led|met|ran|saw|fell|tells|thinks|wants|hopes|insists|believes|pulled|slipped|stepped|walked|arrived|popped|turned|dismissed|scoffed|affirmed|reported|answered|pronounced|reached|stopped|pressed|asked|hung|showed|looked|remained|remains|stayed|sided|allowed|put|used|chaired|held|[a-z]{3,}ed)$/
/** A name of a party that is no other word. */
const PARTY_NAME =
  /\b(?:\p{Lu}[\p{L}’'-]+ )*(?:Front|League|Alliance|Bloc|Movement|Coalition|Greens|Democrats|Unionists|Nationalists|Party|Congress|Voice)(?= (?:MP|MLA|TD|MSP|MEP|AM|senator|Senator|Sen|Rep|leader|Leader|member|candidate|nominee|councillor|mayor|deputy|man|woman|spokes\w+))/u

/** A post before a name: "the president of the local association, June Okafor", "its premier, ". */
const POST =
  /(?:^|[\s“"])([Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Yy]our|[Aa]n?) ((?:[\p{L}’'-]+ ){0,7}[\p{L}’'-]+), (?:(?:Mr|Mrs|Ms|Dr|Sir|Dame)\.? )?$/u

/** Who holds a seat, behind its name or before "for". */
const HOLDER =
  /^(?:mp|mpp|mla|mna|msp|mep|td|am|member|congressman|congresswoman|representative|senator|deputy|backbencher|frontbencher|lawmaker|legislator|parliamentarian|assemblyman|assemblywoman|assemblymember)$/
/** Whose deputy somebody is rather than a place's. */
const DEPUTISED =
  /^(?:leader|minister|mayor|premier|pm|prime|first|whip|chair|chairman|speaker|director|editor|governor|president|head|chief|commissioner|general|secretary|chancellor)$/

/** What somebody heads who is of no party by that. */
const ORGANISATION =
  /^(?:chair\p{L}*|president|secretary|director|head|governor|chief) of (?:the )?(?:\p{Lu}[\p{L}’'-]+ ){1,5}?(?:Board|Trust|Bank|University|Union|Authority|Corporation|Company|Institute|Foundation|Chamber|Hospital|Agency|Society|Church)\b/u

/** Another party after a name, by the word that such names end in: "(Social Front)", ", for the Moderates". */
const OF_PARTY =
  /^(?: \(|, (?:for|of) (?:the )?)((?:\p{Lu}[\p{L}’'-]+ )*(?:Front|League|Alliance|Bloc|Movement|Coalition|Greens|Democrats|Unionists|Nationalists|Party|Congress|Reform|Moderates|Left|Independents?))(?:\)|,)/u

/** Words before "leader" that make no party of it. */
const NO_PARTY =
  /^(?:house|senate|opposition|majority|minority|deputy|group|acting|interim|former|assembly|council|lords|commons|floor|faction|world|religious|church|civic|community|business|team|project|regional|foreign|civil|strike|national|local|new|current|first|late)$/

/** Whose nominee: before the name, and after it. */
const NOMINEE = /(?:\p{Lu}[\p{L}’'-]+ )+(?=(?:presidential |vice-presidential )?nominee\b)/u

/** Titles that go with a given name: "Sir Graeme said". */
const KNIGHTS = /^(?:sir|dame)$/

const PEERS = /^(?:lord|lady|baroness|baron|viscount|earl)$/

/** The last word of what other parties are called, where a possessive makes somebody theirs. */
const PARTY_LIKE =
  /^(?:Front|League|Alliance|Bloc|Movement|Coalition|Greens|Democrats|Unionists|Nationalists|Awakening)$/

/** Bodies that somebody of any party may lead. */
const CHAMBERS =
  /\b(?:House|Senate|Commons|Lords|Opposition|Assembly|Parliament|(?<!\p{L} )Congress|Council|Dáil|Seanad|Government|State)\b/u

/** What a leader is said to be between "the" and the post. */
const LEADERLY =
  /^(?:\d+-year-old|outgoing|defiant|weary|wounded|veteran|incumbent|ageing|aging|struggling|battered|under-fire|troubled|current|long-serving|\p{Ll}+-term)$/u

const PLACE_LIKE =
  /^(?:\w*(?:shire|ville|ton|burgh|borough|ford|land|port|bridge|field|stead|worth|mouth|pool))$/

/** First words of places. */
const PLACE_FIRST =
  /^(?:Port|Cape|Fort|Lake|Mount|Upper|Lower|North|South|East|West|New|Great|Isle|Puerto|Bay|Lac|Les|Parti|Elections?)$/
/** What one has in somebody rather than somewhere. */
const TRUSTED =
  /^(?:confidence|faith|trust|belief|believe|believes|believed|interest|disappointed|hope|rooted|laughed|shouted|looked|look|smiled|pointed|yelled|away)$/

/** What the roster and one party's names mean in any article: made once for a challenge. */
export interface ReferenceIndex {
  readonly roster: Roster
  readonly partyNames: ReadonlySet<string>
  readonly partyLetter: string
  readonly leaderTitles: readonly (readonly string[])[]
  /** Folded. */
  readonly familyNames: ReadonlySet<string>
  /** Words of names that one person alone bears, folded: half of a double surname, a surname that comes first. */
  readonly ownWords: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, Roster['people'][number]>
  /** Names of several words, by the first, lower case. */
  readonly fullNames: ReadonlyMap<string, readonly { parts: readonly string[]; family: string }[]>
  /** By the last word of a seat's name. */
  readonly seats: ReadonlyMap<string, readonly { words: readonly string[]; person: string }[]>
  /** By the last word of a post's title, and by its first where it is "minister of". */
  readonly posts: ReadonlyMap<string, readonly Post[]>
}

interface Post {
  readonly words: readonly string[]
  readonly person: string
  readonly from: string | null
  readonly to: string | null
  readonly cabinet: boolean
}

const split = (phrase: string): string[] =>
  foldName(phrase)
    .split(' ')
    .filter((word) => word !== '')

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}

/** Indexes what {@link createReferences} looks up. */
export function createReferenceIndex(roster: Roster): ReferenceIndex {
  const { challenge } = roster
  const partyNames = new Set<string>()
  for (const name of [challenge.party.name, ...challenge.party.other_names]) {
    const folded = foldName(name).replace(/^the /, '')
    if (folded === '') continue
    partyNames.add(folded)
    const short = folded.replace(/ party( of .*)?$/, '').replace(/^party of /, '')
    if (short !== folded && short !== '') {
      partyNames.add(short)
      if (/[^s]$/.test(short)) partyNames.add(`${short}s`)
    }
  }
  const seats = new Map<string, { words: string[]; person: string }[]>()
  const posts = new Map<string, Post[]>()
  const put = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  for (const { id, entry } of roster.people) {
    if (!entry) continue
    if (entry.area) {
      const words = split(entry.area)
      put(seats, words.at(-1)!, { words, person: id })
      // "the Scarborough MP" names a seat by its first word only where one seat has it; long names are cut so.
    }
    for (const role of entry.roles) {
      for (const title of [role.title, ...(role.short ?? [])]) {
        const words = title.toLowerCase().split(/\s+/)
        put(posts, words.at(-1)!, { words, person: id, from: role.from, to: role.to, cabinet: role.cabinet })
      }
    }
  }
  return {
    roster,
    partyNames,
    partyLetter: foldName(challenge.party.name).charAt(0),
    leaderTitles: [
      ...challenge.leader.titles,
      ...(challenge.leader.titles.some((title) => /^prime minister$/i.test(title)) ? ['PM'] : []),
      'party leader',
      'leader',
    ]
      .map((title) => title.toLowerCase().split(/\s+/))
      .sort((a, b) => b.length - a.length),
    ownWords: ownWords(roster),
    people: new Map(roster.people.map((person) => [person.id, person])),
    fullNames: fullNames(roster),
    familyNames: new Set(roster.people.map(({ familyName }) => foldName(familyName))),
    seats,
    posts,
  }
}

function fullNames(roster: Roster): Map<string, { parts: string[]; family: string }[]> {
  const byFirst = new Map<string, { parts: string[]; family: string }[]>()
  for (const { names, familyName } of roster.people)
    for (const name of names) {
      const parts = name.toLowerCase().replace(/’/g, "'").split(/\s+/)
      if (parts.length < 2) continue
      const entry = { parts, family: familyName.toLowerCase().split(/\s+/).at(-1)! }
      const list = byFirst.get(parts[0]!)
      if (list) list.push(entry)
      else byFirst.set(parts[0]!, [entry])
    }
  return byFirst
}

/** Words of the known people's surnames, and of every name of the leader, that tell one person from the rest. */
function ownWords(roster: Roster): Map<string, string> {
  const bearers = new Map<string, Set<string>>()
  const put = (word: string, person: string) => {
    if (
      word.length < 3 ||
      PARTICLES.has(word) ||
      honorifics.has(word) ||
      openers.has(word) ||
      notNames.has(word)
    )
      return
    addTo(bearers, word, person)
  }
  for (const { id, familyName, leader, names, entry } of roster.people) {
    for (const word of split(familyName)) put(word, id)
    const given = entry ? split(entry.given_name) : []
    // A given name is a leader's own only where the roster does not say that it is one (Tan Wei Ming).
    if (leader)
      for (const name of names) for (const word of split(name)) if (!given.includes(word)) put(word, id)
  }
  const own = new Map<string, string>()
  for (const [word, people] of bearers) if (people.size === 1) own.set(word, [...people][0]!)
  return own
}

/**
 * Finds everybody whom an article speaks of: by full name, family name, post ("the trade minister") and seat ("the Northport
 * MP"). Two people of one family name are told apart by who was named last; people whom no roster knows are named by the
 * text's fullest form. `on` is the day of the article, for posts.
 */
export function createReferences(index: ReferenceIndex, text: string, on: string | null): References {
  const { roster } = index
  const words = caseless(wordsOf(text), index)
  const drafts: Draft[] = []
  const found: DraftMention[] = []
  const taken = new Uint8Array(words.length)

  const leaderDraft: Draft = {
    person: roster.leader.id,
    name: '',
    matched: true,
    leader: true,
    side: 'own',
    minister: null,
    gender: null,
    strength: 9,
    votes: 0,
  }
  drafts.push(leaderDraft)
  const byPerson = new Map<string, Draft>([[leaderDraft.person, leaderDraft]])
  const knownForms = new Map<string, Resolved | null>()
  const folds = new Map<string, string>()
  const fold = (word: string): string => {
    let folded = folds.get(word)
    if (folded === undefined) {
      folded = foldName(word)
      folds.set(word, folded)
    }
    return folded
  }
  const capitals = new Map<string, number[]>()
  /** Words that stand without a capital too. */
  const common = new Set<string>()
  for (let i = 0; i < words.length; i++) {
    const { capital, lower } = words[i]!
    if (!capital) {
      common.add(lower)
      continue
    }
    const places = capitals.get(lower)
    if (places) places.push(i)
    else capitals.set(lower, [i])
  }
  const otherParties = learnParties(words, index)

  const draftOf = (name: string, known: { person: string; matched: boolean } | null): Draft => {
    const person = known?.person ?? unmatchedPersonId(roster.challenge.id, name)
    if (person === roster.leader.id || person === LEADER) {
      if (name.length > leaderDraft.name.length) leaderDraft.name = name
      return leaderDraft
    }
    const found =
      byPerson.get(person) ??
      (known ? undefined : drafts.find((one) => !one.matched && nameAgreement(one.name, name) > 1))
    if (found) {
      if (name.length > found.name.length && foldName(name).includes(foldName(familyNameOf(found.name))))
        found.name = name
      return found
    }
    const draft: Draft = {
      person,
      name,
      matched: known !== null,
      leader: false,
      side: known ? 'own' : 'unknown',
      minister: null,
      gender: null,
      strength: known ? 1 : 0,
      votes: 0,
    }
    drafts.push(draft)
    byPerson.set(person, draft)
    return draft
  }

  const mark = (first: number, last: number, by: Mention['by'], referent: Draft, from: number) => {
    for (let i = first; i <= last; i++) taken[i] = 1
    found.push({
      start: words[first]!.start,
      end: words[last]!.end,
      from,
      by,
      possessive: words[last]!.possessive,
      referent,
    })
  }

  let thingsOfText: Set<string> | null = null

  // Full names: runs of words in capitals, particles between them.
  const alone: number[] = []
  for (let i = 0; i < words.length; i++) {
    if (!words[i]!.capital) continue
    let end = i
    while (
      end + 1 < words.length &&
      words[end + 1]!.joined &&
      !words[end]!.possessive &&
      (words[end + 1]!.capital || (PARTICLES.has(words[end + 1]!.lower) && particleRun(words, end + 1)))
    ) {
      end++
    }
    nameRun(i, end)
    i = end
  }

  /** Whom the roster knows by a form of a name of several words. An article says the same names again and again. */
  function rosterKnows(form: string): Resolved | null {
    let known = knownForms.get(form)
    if (known === undefined) {
      const resolved = roster.resolve(form, { on })
      const named = () => roster.people.some(({ names }) => names.some((one) => nameAgreement(one, form) > 1))
      known = resolved.matched && named() ? resolved : null
      knownForms.set(form, known)
    }
    return known
  }

  function nameRun(first: number, last: number): void {
    let start = first
    if (words[start]!.opensSentence)
      while (start < last && (openers.has(words[start]!.lower) || SPEECH.test(words[start]!.lower))) start++
    // A name of the roster may end a longer run ("Official Languages Clara Moss").
    for (let from = Math.max(start, last - 4); from < last; from++) {
      const { lower } = words[from]!
      if (honorifics.has(lower) || isTitleWord(lower, index) || outsideTitles.has(lower)) continue
      const form = text.slice(words[from]!.start, words[last]!.end)
      const known = rosterKnows(form)
      if (known) {
        const draft = draftOf(form, known)
        mark(from, last, 'full', draft, describe(draft, from, last))
        return
      }
    }
    // A family name of several words, or one that is also a word.
    const family = foldName(text.slice(words[start]!.start, words[last]!.end))
    if (index.familyNames.has(family)) {
      alone.push(last)
      return
    }
    // Titles, parties and adjectives before the name are its description.
    let name = start
    for (let i = start; i <= last; i++) {
      const { lower } = words[i]!
      if (honorifics.has(lower) && i < last) name = i + 1
      else if (isTitleWord(lower, index) || outsideTitles.has(lower)) name = i + 1
      else if (index.partyNames.has(lower) || otherParties.has(lower)) name = i + 1
    }
    if (name > last) return
    while (name < last && openers.has(words[name]!.lower) && words[name]!.opensSentence) name++
    const length = last - name + 1
    if (length === 1 || index.familyNames.has(foldName(text.slice(words[name]!.start, words[last]!.end)))) {
      // A peer is known by the title alone: "Lord Penhallow".
      if (name > 0 && PEERS.test(words[name - 1]!.lower) && !index.familyNames.has(fold(words[last]!.text))) {
        const draft = draftOf(text.slice(words[name - 1]!.start, words[last]!.end), null)
        mark(name - 1, last, 'full', draft, describe(draft, name - 1, last))
        return
      }
      alone.push(last)
      return
    }
    if (length > 4) return
    // "PORT ELLIS (Reuters) —": where a report is from.
    if (DATELINE.test(text.slice(words[last]!.end, words[last]!.end + 24)) && isUpper(words[name]!.text))
      return
    if (isShouted(name, last)) return
    if (
      /^[,]? [—–-] ?\p{Lu}/u.test(text.slice(words[last]!.end, words[last]!.end + 6)) &&
      isUpper(words[name]!.text) &&
      words[name]!.opensSentence
    )
      return
    for (let i = name; i <= last; i++) if (notNames.has(words[i]!.lower) && !isNameToo(i, name, last)) return
    if (/\d/.test(words[name]!.text)) return
    if (name === start && isThing(name, last)) return
    const before = words[name - 1]
    const after = words[last + 1]
    const apposed = /^\s*(?:,|\()/.test(text.slice(words[last]!.end, words[last]!.end + 3))
    const lastWord = words[last]!.lower
    const evident =
      (name > start && before !== undefined) ||
      genderOfGivenName(fold(words[name]!.text)) !== null ||
      (before?.joined &&
        (seatTitles.has(before.lower) || outsideTitles.has(before.lower) || SPEECH.test(before.lower))) ||
      (after?.joined && (SPEECH.test(after.lower) || (!after.capital && FINITE.test(after.lower)))) ||
      apposed ||
      (before?.joined && before.possessive && before.capital) ||
      (before?.joined &&
        /^(?:by|with|and|including|like|than|to|against|under|between|alongside|for)$/.test(before.lower) &&
        !PLACE_LIKE.test(words[last]!.lower)) ||
      (after?.joined && after.lower === 'and' && words[last + 2]?.capital) ||
      capitals.get(lastWord)?.some((k) => (k > last || k < name) && !isFullRun(words, k)) === true
    if (!evident) return
    if (
      before?.joined &&
      /^(?:in|at|near|across|around|outside|throughout|via|of|from)$/.test(before.lower) &&
      !SPEECH.test(after?.lower ?? '')
    )
      return
    const form = text.slice(words[name]!.start, words[last]!.end)
    const draft = draftOf(form, null)
    mark(name, last, 'full', draft, describe(draft, name, last))
  }

  /** "WON'T VOTE FOR HIM": a head in capitals is no name. */
  function isShouted(first: number, last: number): boolean {
    for (let i = first; i <= last; i++) if (!isUpper(words[i]!.text)) return false
    for (let i = first; i <= last; i++)
      if (SHOUTED.test(words[i]!.lower) || openers.has(words[i]!.lower)) return true
    return false
  }

  /** "Bill Moss", "Kate West": a word that is oftener a thing's, beside a name that is nobody else's. */
  function isNameToo(i: number, first: number, last: number): boolean {
    if (last - first > 2) return false
    if (i === first)
      return /^(?:bill|june|april|mark)$/.test(words[i]!.lower) && !/[\d-]/.test(words[i + 1]!.text)
    return (
      i === last &&
      /^(?:hill|hall|day|lake|west|north|street|court|bank|star|post|bay|house|school)$/.test(
        words[i]!.lower,
      ) &&
      genderOfGivenName(fold(words[first]!.text)) !== null
    )
  }

  /** "the Tamarind Coast", "Port Hanseo", "Sure I": words in capitals without a title before them that are no person's name. */
  function isThing(first: number, last: number): boolean {
    const form = foldName(text.slice(words[first]!.start, words[last]!.end))
    return (
      /^(?:the |dear |tell |ask )|(?:^| )i$/.test(form) ||
      words[last]!.text === 'AM' ||
      things().has(form) ||
      PLACE_FIRST.test(words[first]!.text) ||
      index.seats.get(form.split(' ').at(-1)!)?.some((seat) => seat.words.join(' ') === form) === true
    )
  }

  /** What the text calls "the Tamarind Coast", or says to be somewhere. */
  function things(): ReadonlySet<string> {
    if (thingsOfText) return thingsOfText
    thingsOfText = new Set()
    for (let i = 1; i < words.length; i++) {
      const before = words[i - 1]!
      if (!words[i]!.capital || !words[i]!.joined || !/^(?:the|in|at|near|outside)$/.test(before.lower))
        continue
      if (before.lower !== 'the' && TRUSTED.test(words[i - 2]?.lower ?? '')) continue
      let end = i
      while (words[end + 1]?.capital && words[end + 1]!.joined && !words[end]!.possessive) end++
      if (end > i) thingsOfText.add(fold(text.slice(words[i]!.start, words[end]!.end)))
    }
    return thingsOfText
  }

  // Reads the words before and after a name for what they say of its bearer; returns where they begin.
  function describe(draft: Draft, first: number, last: number): number {
    let from = words[first]!.start
    const before: string[] = []
    for (let i = first - 1; i >= 0 && first - i <= 9; i--) {
      const word = words[i]!
      const next = words[i + 1]!
      const bracketed = !next.joined && text.slice(word.end, next.start) === '-'
      if ((!next.joined && !bracketed) || (word.possessive && !word.capital)) break
      const { lower } = word
      // "Finch and Okafor": a conjunction right before the name joins two people.
      if (lower === 'and' && before.length === 0) break
      const descriptive =
        isTitleWord(lower, index) ||
        titleAdjectives.has(lower.replace(/^ex-/, '')) ||
        outsideTitles.has(lower) ||
        honorifics.has(lower.replace(/\.$/, '')) ||
        index.partyNames.has(lower) ||
        otherParties.has(lower) ||
        partyWords.has(lower) ||
        (lower === 'of' && i > 0 && seatTitles.has(words[i - 1]!.lower)) ||
        (word.capital && !word.opensSentence && !word.possessive && before.length > 0)
      if (!descriptive) break
      before.unshift(lower)
      from = word.start
      if (word.opensSentence) break
    }
    judge(draft, before, 2)
    // "National Front MP Ian Moss": a party by the word that such names end in.
    const described = /^, (?:an? |the )?[^,.;:]{3,50}/.exec(
      text.slice(words[last]!.end, words[last]!.end + 60),
    )
    for (const phrase of [text.slice(from, words[first]!.start), described?.[0] ?? '']) {
      const party = PARTY_NAME.exec(phrase)
      if (party && ![...index.partyNames].some((name) => foldName(party[0]).includes(name)))
        set(draft, 'other', 4)
    }
    // "Penmarsh North's Rollo Finch": the member for the place; "Labour's Finch": of the party.
    const owner = words[first - before.length - 1]
    const longer = words[first - before.length - 2]?.capital === true && owner?.joined === true
    if (
      owner?.possessive &&
      owner.capital &&
      words[first]!.joined &&
      (longer || !notNames.has(owner.lower))
    ) {
      const outlet = owner.text.length > 1 && isUpper(owner.text)
      if (index.partyNames.has(owner.lower)) judge(draft, [owner.lower, 'member'], 2)
      else if (otherParties.has(owner.lower) || partyWords.has(owner.lower) || PARTY_LIKE.test(owner.text))
        set(draft, 'other', 2)
      // "KTV's Reuben Castelino", "By Newsreef's Huia Brandreth": of the press.
      else if (outlet || words[first - before.length - 2]?.lower === 'by') set(draft, 'outside', 2)
      else judge(draft, ['member'], 2)
    }
    const post = POST.exec(text.slice(Math.max(0, from - 90), from))
    if (post) {
      const title = post[2]!.split(/[\s-]+/)
      const cut = title.findIndex((word, i) => i > 0 && /^(?:for|of|at|in|to)$/.test(word))
      const led =
        /^leader of (?:the )?(\p{Lu}[\p{L}’' -]+)$/u.exec(post[2]!) ??
        /^((?:\p{Lu}[\p{L}-]+ ?)+)['’]s? (?:\p{Ll}+ )?(?:leader|spokes\p{L}+|candidate|nominee)$/u.exec(
          post[2]!,
        )
      if (led && !CHAMBERS.test(led[1]!) && !namesOwn(led[1]!)) set(draft, 'other', 3)
      else if (ORGANISATION.test(post[2]!) && !namesOwn(post[2]!)) set(draft, 'outside', 2)
      // "Its leader" is that of whatever party was named; "its chair" of a branch or body of the party that is spoken of.
      else if (
        post[1]!.toLowerCase() !== 'its' ||
        (!/leader|spokes/.test(post[2]!) && namesOwn(text.slice(Math.max(0, from - 300), from)))
      )
        judge(draft, cut < 0 ? title : title.slice(0, cut), 2)
    }
    // What stands after: ", the member for X", "(D-Ohio)", ", a Liberal MP", ", who represents".
    const tail = text.slice(words[last]!.end, words[last]!.end + 90)
    const letter = /^,?\s*\(?([A-Z])-(?:[A-Z][a-z]+|[A-Z]{2}\b)/.exec(tail)
    if (letter) set(draft, letter[1]!.toLowerCase() === index.partyLetter ? 'own' : 'other', 4)
    const elsewhere = OF_PARTY.exec(tail)
    if (elsewhere && !namesOwn(elsewhere[1]!)) set(draft, 'other', 4)
    if (/^ \((?:host|presenter|moderator|anchor|interviewer|reporter)\b/i.test(tail)) set(draft, 'outside', 4)
    // "Moses Aupilak (Northern Reaches)": a member and the seat; "Glenys Morris, 64,": a person in the street.
    else if (
      !elsewhere &&
      /^ \((?:\p{Lu}[\p{L}’'.–-]+[ –-]?(?:and |of |de |du |la |les |upon |on )?){1,5}\)/u.test(tail) &&
      !/^ \((?:Reuters|AP|CP|AFP|Photo|Pic|Image|NPA)/.test(tail)
    )
      judge(draft, ['member'], 2)
    if (/^,? \(?\d\d\)?[,.]/.test(tail)) draft.aged = true
    // ", the leader of the Farmers' League": another party's, unless it is the challenge's own or a chamber.
    const led =
      /^,\s(?:the |who (?:leads|heads) |boss of |head of )?(?:\p{Ll}+ ){0,2}(?:leader of )?(?:the )?((?:\p{Lu}[\p{L}’'-]+ ?){1,4})/u.exec(
        tail,
      )
    if (
      led &&
      /^,\s(?:the )?(?:\p{Ll}+ ){0,2}(?:leader of|who (?:leads|heads)|boss of) /u.test(tail) &&
      !CHAMBERS.test(led[1]!)
    ) {
      const party = foldName(led[1]!)
      if (![...index.partyNames].some((name) => party.includes(name) || name.includes(party)))
        set(draft, 'other', 4)
    }
    // ", elected four times on the Harbour ticket", ", who ran for the party": of the party.
    const served =
      /^,? (?:who |once |twice |first )?(?:ran|stood|sat|served|was elected|elected|led|leads)\b[^.;“"]{0,70}/.exec(
        tail,
      )
    if (served && namesOwn(served[0].replace(/\b(?:against|from)\b.*/, ''))) set(draft, 'own', 2)
    const nominee =
      NOMINEE.exec(text.slice(from, words[first]!.start)) ??
      (/^,? (?:the|a) /.test(tail) ? NOMINEE.exec(/^[^.;]{0,60}/.exec(tail.slice(2))![0]) : null)
    if (nominee && ![...index.partyNames].some((name) => foldName(nominee[0]).includes(name)))
      set(draft, 'other', 4)
    // "his opponent, Brock Hall", "my colleague Jane Moss": a rival, or one of the newspaper's own.
    const lead = text.slice(Math.max(0, words[first]!.start - 40), words[first]!.start)
    if (
      /\b(?:opponent|rival|challenger)s?(?: in [^,]{1,20})?,? (?:\p{Lu}\p{L}+ (?:nominee |candidate ))?$/u.test(
        lead,
      )
    )
      set(draft, 'other', 3)
    if (
      /\b(?:my|our) (?:colleague|own|correspondent|reporter|man|woman)(?: in \p{Lu}\p{L}+)?,? $/u.test(lead)
    )
      set(draft, 'outside', 5)
    const apposition = /^(?:, \d\d(?=,))?(?:,|\s[–—-]|\s?\()\s*([^,.;:()–—“”"\n]{2,80})/.exec(tail)
    if (apposition) {
      const phrase = apposition[1]!.toLowerCase().split(/[\s-]+/)
      if (
        /^(?:the|a|an|one|who|whose|liberal|his|her|another|\d+|until|now)$/.test(phrase[0]!) ||
        seatTitles.has(phrase[0]!) ||
        (titleAdjectives.has(phrase[0]!) && phrase[0] !== 'and') ||
        index.partyNames.has(phrase[0]!)
      ) {
        const about =
          phrase[0] === 'who' || phrase[0] === 'whose'
            ? phrase[0] === 'whose' &&
              phrase
                .slice(1, 5)
                .some((word) => /^(?:constituency|riding|seat|district|electorate)$/.test(word))
              ? ['member']
              : representing(
                  phrase,
                  phrase.some((word) => index.partyNames.has(word) || word === 'party' || word === 'caucus'),
                )
            : head(phrase)
        if (about.length > 0) judge(draft, about, 2)
      }
    }
    return from
  }

  function namesOwn(party: string): boolean {
    const folded = foldName(party.replace(/['’]s(?!\p{L})/gu, ''))
    return [...index.partyNames].some(
      (name) => ` ${folded} `.includes(` ${name} `) || ` ${name} `.includes(` ${folded} `),
    )
  }

  function judge(draft: Draft, description: readonly string[], strength: number): void {
    if (description.length === 0) return
    const joined = description.join(' ')
    for (const word of description) {
      if (femaleHonorifics.has(word)) draft.gender ??= 'f'
      if (maleHonorifics.has(word)) draft.gender ??= 'm'
    }
    const own =
      description.some((word) => index.partyNames.has(word)) ||
      [...index.partyNames].some((name) => name.includes(' ') && joined.includes(name))
    const rest = description.filter((word) => !index.partyNames.has(word))
    const other = rest.some(
      (word, i) => otherParties.has(word) || (partyWords.has(word) && !adjectival(word, rest[i + 1])),
    )
    const opposed = /\b(?:opposition|shadow)\b/.test(joined)
    const speaksFor =
      /\bpress secretary|\bchief of staff|\bcommunications (?:director|chief)|\bdirector of communications/
    const outside =
      speaksFor.test(joined) ||
      description.some(
        (word, i) => outsideTitles.has(word) && !(word === 'general' && description[i - 1] === 'attorney'),
      )
    const seated = !speaksFor.test(joined) && description.some((word) => seatTitles.has(word))
    const former = /\b(?:former|ex|then|retired|onetime|one-time)\b|\bex-/.test(joined)
    if ((other || opposed) && !own) set(draft, 'other', strength + 1)
    else if (outside && !seated) set(draft, own ? 'unknown' : 'outside', strength)
    else if (own && seated) set(draft, 'own', strength + 1)
    else if (own) set(draft, 'own', strength)
    else if (seated) set(draft, 'own', strength - 1)
    const cabinet = description.some(
      (word, i) =>
        cabinetTitles.has(word) &&
        !/^(?:parliamentary|junior|shadow|press|general|private|under|party|permanent|branch|chapter|association)$/.test(
          description[i - 1] ?? '',
        ) &&
        description[i + 1] !== 'general' &&
        !(word === 'secretary' && description.length === 1),
    )
    if (/\bvice[ -]president\b/.test(joined) && !former && !opposed) draft.minister ??= true
    if (cabinet && !/\b(?:junior|shadow|parliamentary|opposition|minister of state)\b/.test(joined)) {
      if (former) draft.minister ??= false
      else if (draft.minister !== true) draft.minister = true
    }
  }

  function set(draft: Draft, side: Side, strength: number): void {
    if (draft.leader || (draft.matched && draft.strength >= strength && side !== 'other')) return
    if (draft.matched && side !== 'own') return
    if (strength > draft.strength || draft.side === 'unknown') {
      draft.side = side
      draft.strength = strength
    }
  }

  // The leader's given name alone, where nobody else in the article bears it.
  const given = new Set<string>()
  for (const { name } of drafts) if (name !== leaderDraft.name) given.add(foldName(name).split(' ')[0]!)
  const leaderGiven = new Set(
    roster.leader.names
      .map((name) => foldName(name).split(' '))
      .filter((parts) => parts.length > 1 && parts[0]!.length > 2 && !honorifics.has(parts[0]!))
      .map((parts) => parts[0]!)
      .filter((name) => !given.has(name)),
  )

  // Those named in full, by their family names and by each other word of their names.
  const fullBy = new Map<string, DraftMention[]>()
  const partBy = new Map<string, Set<Draft>>()
  const givenBy = new Map<string, Set<Draft>>()
  const surnames = new Map<Draft, readonly string[]>()
  for (const mention of found) {
    const { referent } = mention
    let keys = surnames.get(referent)
    if (!keys) {
      const family = foldName(familyNameOf(referent.name))
      keys = [...new Set([family, family.split(' ').at(-1)!])]
      surnames.set(referent, keys)
      const [first, ...parts] = split(referent.name)
      for (const part of parts) addTo(partBy, part, referent)
      if (parts.length > 0) addTo(givenBy, first!, referent)
    }
    for (const key of keys) {
      const mentions = fullBy.get(key)
      if (mentions) mentions.push(mention)
      else fullBy.set(key, [mention])
    }
  }
  const surnameParts = new Map<Draft, readonly string[]>()

  // Family names alone: of those named in the text, else of the roster where one alone bears it.
  for (const i of alone) {
    const word = words[i]!
    if (taken[i]) continue
    const bears = index.familyNames.has(fold(word.text))
    if ((notNames.has(word.lower) || partyWords.has(word.lower)) && !(bears && isBare(i))) continue
    const form = text.slice(word.start, word.end)
    const titled = i > 0 && word.joined && honorifics.has(words[i - 1]!.lower)
    if (word.opensSentence && !titled && openers.has(word.lower)) continue
    const start = familyStart(i, leaderDraft)
    const folded = start < i ? foldName(text.slice(words[start]!.start, word.end)) : fold(form)
    if (start < i) {
      mark(start, i, 'family', leaderDraft, describe(leaderDraft, start, i))
      continue
    }
    if (leaderGiven.has(folded)) {
      mark(i, i, 'family', leaderDraft, word.start)
      continue
    }
    const named = fullBy.get(folded) ?? []
    let draft: Draft | null = null
    if (named.length > 0) {
      const before = named.findLast(({ start }) => start < word.start)
      draft = (before ?? named[0]!).referent
      if (nameAgreement(form, roster.leader.name) > 0) {
        // The leader's family name is the leader's, unless the sentence before names a namesake alone.
        draft = before?.referent ?? leaderDraft
      }
    } else {
      // Half of a double surname, a surname that comes first: of whoever is named in full, else of the roster.
      const partly = partBy.get(folded)
      const owner = index.ownWords.get(folded)
      if (partly?.size === 1) draft = [...partly][0]!
      else if (owner !== undefined && !commonWord(word, words[i + 1], common)) {
        const person = index.people.get(owner)!
        draft = person.leader ? leaderDraft : draftOf(person.name, { person: owner, matched: true })
      }
    }
    if (!draft) {
      const known = roster.resolve(form, { on })
      if (known.matched && (known.person === roster.leader.id || !commonWord(word, words[i + 1], common)))
        draft = draftOf(form, known)
    }
    draft ??= titled && !KNIGHTS.test(words[i - 1]!.lower) ? null : byGivenName(i, folded)
    if (!draft) continue
    const first = familyStart(i, draft)
    mark(first, i, 'family', draft, describe(draft, first, i))
  }

  // "Keisha told us": whom the words before name in full, where one alone bears the given name and the word stands as a name does.
  function byGivenName(i: number, folded: string): Draft | null {
    const bearers = givenBy.get(folded)
    if (bearers?.size !== 1 || folded.length < 3 || honorifics.has(folded) || !isBare(i)) return null
    const [bearer] = bearers
    const { start, opensSentence, possessive } = words[i]!
    if (!fullBy.get(surnames.get(bearer!)![0]!)?.some((one) => one.referent === bearer && one.start < start))
      return null
    const next = words[i + 1]
    const acts = next?.joined && !next.capital && (SPEECH.test(next.lower) || FINITE.test(next.lower))
    return !opensSentence || acts || possessive ? bearer! : null
  }

  // Where a family name of several words that ends here begins: "van der Berg", "Ó Faoláin".
  function familyStart(last: number, draft: Draft): number {
    let parts = surnameParts.get(draft)
    if (!parts) {
      parts = split(index.people.get(draft.person)?.familyName ?? familyNameOf(draft.name))
      surnameParts.set(draft, parts)
    }
    const first = last - parts.length + 1
    if (parts.length < 2 || first < 0) return last
    for (let i = first; i < last; i++)
      if (taken[i] || !words[i + 1]!.joined || fold(words[i]!.text) !== parts[i - first]) return last
    return first
  }

  // A word in capitals that stands by itself: no part of a longer name, no head of a sentence.
  function isBare(i: number): boolean {
    const before = words[i - 1]
    const next = words[i + 1]
    if (
      words[i]!.joined &&
      before?.capital &&
      !before.opensSentence &&
      !honorifics.has(before.lower) &&
      !isTitleWord(before.lower, index)
    )
      return false
    if (words[i]!.joined && before && /^(?:the|a|an|this|that|in)$/.test(before.lower)) return false
    return !(next?.joined && next.capital && !words[i]!.possessive)
  }

  posts()

  // Posts and seats: "the trade minister", "the Northport MP", "the member for Northport", and the leader's own titles.
  function posts(): void {
    for (let i = 0; i < words.length; i++) {
      if (taken[i]) continue
      const { lower } = words[i]!
      if (leaderTitle(i)) continue
      if (HOLDER.test(lower) && !(lower === 'deputy' && DEPUTISED.test(words[i + 1]?.lower ?? ''))) seat(i)
      const candidates = index.posts.get(lower)
      if (candidates) post(i, candidates)
    }
  }

  function leaderTitle(i: number): boolean {
    for (const title of index.leaderTitles) {
      if (
        !title.every(
          (word, k) => words[i + k]?.lower === word && (k === 0 || words[i + k]!.joined) && !taken[i + k],
        )
      )
        continue
      const last = i + title.length - 1
      const before = words[i - 1]
      const capitals = words[last]!.capital
      const joined = words[i]!.joined
      const next = words[last + 1]
      if (
        joined &&
        before &&
        /^(?:deputy|vice|former|ex|next|future|first|acting|a|an|another|as|shadow|new|become|becoming|any|british|every|no|past|ex-|to|be|for|of|than|interim|possible|potential|female|alternative|sitting)$/.test(
          before.lower,
        )
      ) {
        if (before.lower !== 'for' && before.lower !== 'of' && before.lower !== 'to') return true
        if (!capitals) return true
      }
      if (
        joined &&
        before?.capital &&
        !before.opensSentence &&
        !index.partyNames.has(before.lower) &&
        before.lower !== 'the'
      )
        return true
      if (joined && before?.possessive && before.capital) return true
      const named = next?.joined && next.capital && !words[last]!.possessive && taken[last + 1]
      if (named) {
        const mention = found.find(({ start }) => start === next.start)
        if (mention) return true
      }
      // "the leader of the opposition", "the leader of the house": somebody else, but for the party's own.
      if (title.at(-1) === 'leader' && next?.joined && next.lower === 'of') {
        const whose = text.slice(words[last]!.end, words[last]!.end + 50)
        if (!/^ of (?:the|his|her|this|our|their) (?:\p{Lu}[\p{L}’'-]+ )*(?:party|Party)\b/u.test(whose))
          return true
      }
      if (
        title.at(-1) === 'leader' &&
        !(joined && before && /^(?:the|our|my|their|this)$/.test(before.lower))
      ) {
        if (!(joined && before && index.partyNames.has(before.lower))) return true
      }
      const determined =
        joined &&
        before &&
        (/^(?:the|our|my|their|this|embattled|beleaguered|that|besieged|unpopular|his|her)$/.test(
          before.lower,
        ) ||
          (LEADERLY.test(before.lower) && /^(?:the|this)$/.test(words[i - 2]?.lower ?? '')))
      if (!determined && !capitals) return true
      if (
        next?.lower === 'of' &&
        words[last + 2]?.capital &&
        determined &&
        !/^(?:canada|the)$/.test(words[last + 2]!.lower)
      )
        return true
      mark(i, last, 'post', leaderDraft, words[i]!.start)
      return true
    }
    return false
  }

  function seat(i: number): void {
    const before = words[i - 1]
    let phrase: { words: readonly string[]; person: string } | undefined
    let first = i
    let last = i
    const target = /^(?:for|of|from)$/.test(words[i + 1]?.lower ?? '') && words[i + 2]?.capital ? i + 2 : null
    if (target !== null) {
      let end = target
      while (words[end + 1]?.capital && text.slice(words[end]!.end, words[end + 1]!.start).length <= 3) end++
      phrase = seatOf(target, end)
      if (phrase) last = end
    } else if (before?.capital && words[i]!.joined) {
      let start = i - 1
      while (
        start > 0 &&
        words[start - 1]!.capital &&
        text.slice(words[start - 1]!.end, words[start]!.start).length <= 3 &&
        !words[start]!.opensSentence
      )
        start--
      for (let from = start; from < i && !phrase; from++) {
        phrase = seatOf(from, i - 1)
        first = from
      }
    }
    if (!phrase) return
    const known = roster.people.find(({ id }) => id === phrase.person)!
    const draft =
      drafts.find((one) => one.person === phrase.person) ??
      draftOf(known.name, { person: known.id, matched: true })
    if (!taken[first]) mark(first, last, 'seat', draft, words[first]!.start)
  }

  function seatOf(first: number, last: number): { words: readonly string[]; person: string } | undefined {
    const given = split(text.slice(words[first]!.start, words[last]!.end))
    const whole = index.seats
      .get(given.at(-1) ?? '')
      ?.filter((one) => one.words.length === given.length && one.words.every((word, k) => word === given[k]))
    if (whole?.length === 1) return whole[0]
    const parts = [...index.seats.values()]
      .flat()
      .filter((one) => given.length < one.words.length && given.every((word, k) => one.words[k] === word))
    return parts.length === 1 ? parts[0] : undefined
  }

  function post(i: number, candidates: readonly Post[]): void {
    for (const candidate of candidates) {
      const first = i - candidate.words.length + 1
      if (first < 1 || taken[first]) continue
      if (
        !candidate.words.every(
          (word, k) => words[first + k]!.lower === word && (k === 0 || words[first + k]!.joined),
        )
      )
        continue
      const before = words[first - 1]!
      if (!words[first]!.joined || !/^(?:the|our|his|her|their)$/.test(before.lower)) continue
      if (words[i + 1]?.joined && words[i + 1]!.capital) continue
      const holders = candidates.filter(
        (one) =>
          one.words.length === candidate.words.length &&
          one.words.every((word, k) => word === candidate.words[k]) &&
          (on === null || ((one.from === null || one.from <= on) && (one.to === null || on <= one.to))),
      )
      const people = [...new Set(holders.map(({ person }) => person))]
      const named = people.filter((person) => drafts.some((one) => one.person === person))
      const person = people.length === 1 ? people[0] : named.length === 1 ? named[0] : undefined
      if (person === undefined) continue
      const known = roster.people.find(({ id }) => id === person)!
      const draft =
        drafts.find((one) => one.person === person) ?? draftOf(known.name, { person, matched: true })
      mark(first, i, 'post', draft, words[first]!.start)
      return
    }
  }

  // Without a roster, whoever is named and is not said to be somebody else may be a figure of the party.
  if (roster.challenge.roster.length < FULL_ROSTER) {
    for (const draft of drafts) if (draft.side === 'unknown' && !draft.aged) draft.side = 'own'
  }
  found.sort((a, b) => a.start - b.start)
  for (const draft of drafts) {
    const names = draft.leader ? roster.leader.names : [draft.name]
    for (const name of names) if (name.includes(' ')) draft.gender ??= genderOf(name)
  }
  voteGenders(text, words, found)
  if (leaderDraft.name === '' || !leaderDraft.name.includes(' ')) leaderDraft.name = roster.leader.name
  return {
    mentions: found,
    referents: drafts,
    leader: leaderDraft,
    words,
    otherParties,
    within(start, end) {
      let low = 0
      let high = found.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (found[middle]!.start < start) low = middle + 1
        else high = middle
      }
      let last = low
      while (last < found.length && found[last]!.end <= end) last++
      return found.slice(low, last)
    },
  }
}

function isTitleWord(lower: string, index: ReferenceIndex): boolean {
  return seatTitles.has(lower) || index.partyNames.has(lower)
}

/** Whether particles from here on lead to a word in capitals. */
function particleRun(words: readonly Word[], from: number): boolean {
  let i = from
  while (
    i < words.length &&
    i - from < 3 &&
    words[i]!.joined &&
    PARTICLES.has(words[i]!.lower) &&
    !words[i]!.capital
  )
    i++
  return i > from && i < words.length && words[i]!.joined && words[i]!.capital
}

function isFullRun(words: readonly Word[], k: number): boolean {
  const before = words[k - 1]
  return (
    words[k]!.joined &&
    before?.capital === true &&
    !before.opensSentence &&
    !seatTitles.has(before.lower) &&
    !honorifics.has(before.lower)
  )
}

/** A family name that is also a word, at the head of a sentence or within other names. */
function commonWord(word: Word, next: Word | undefined, common: ReadonlySet<string>): boolean {
  if (word.opensSentence && common.has(word.lower)) return true
  return next?.joined === true && next.capital && !word.possessive
}

/** An adjective of the language rather than a party: "progressive member", "national caucus". */
function adjectival(word: string, next: string | undefined): boolean {
  return (
    /^(?:national|progressive|independent|democratic|alliance|congress|reform|green|fine)$/.test(word) &&
    next !== undefined &&
    !/^(?:mp|senator|leader)$/.test(next)
  )
}

/** What "who represents Northport" says. */
function representing(phrase: readonly string[], own: boolean): string[] {
  const verb = phrase[1] ?? ''
  if (/^(?:represents|represented|chairs|chaired|holds|held|sits|sat)$/.test(verb)) return ['member']
  if (/^(?:leads|led)$/.test(verb)) return own ? ['member'] : ['opposition', 'leader']
  if (verb === 'lost' && phrase.some((word) => /^(?:seat|leadership|majority|council)$/.test(word)))
    return ['member']
  // "who was finance minister under Hale", "who served as whip".
  if (/^(?:was|served)$/.test(verb)) return ['former', ...head(phrase.slice(verb === 'was' ? 2 : 3))]
  return []
}

/**
 * Words of a text that has no capitals to speak of, or little else: only those of names that the challenge gives, in full or after
 * they stood in full, count as capitals then.
 */
function caseless(words: readonly Word[], index: ReferenceIndex): readonly Word[] {
  let capitals = 0
  for (const { capital } of words) if (capital) capitals++
  if (words.length < 40 || (capitals > words.length * 0.02 && capitals < words.length * 0.8)) return words
  const named = new Set<number>()
  const families = new Set<string>()
  words.forEach((word, i) => {
    for (const { parts, family } of index.fullNames.get(word.lower) ?? []) {
      if (!parts.every((part, k) => words[i + k]?.lower === part && (k === 0 || words[i + k]!.joined)))
        continue
      parts.forEach((_, k) => {
        named.add(i + k)
      })
      families.add(family)
    }
  })
  return words.map((word, i) => ({ ...word, capital: named.has(i) || families.has(word.lower) }))
}

/** The head of an apposition: the words up to the preposition that follows its noun. */
function head(phrase: readonly string[]): string[] {
  const stop = phrase.findIndex(
    (word, i) => i > 1 && /^(?:for|of|from|at|in|with|who|that|and|to|on)$/.test(word),
  )
  const words = stop < 0 ? phrase.slice(0, 8) : phrase.slice(0, stop)
  return words.filter((word) => !/^(?:the|a|an|his|her|one)$/.test(word))
}

/** Words in capitals that name other parties: before "Party", "Leader" or "MP" where they are not the challenge's own. */
function learnParties(words: readonly Word[], index: ReferenceIndex): Set<string> {
  const parties = new Set<string>()
  const places = new Set<string>([
    'cabinet',
    'government',
    'caucus',
    'house',
    'senate',
    'prime',
    'opposition',
    'party',
    'chief',
    'the',
    'backbench',
  ])
  for (const { lower } of words)
    if (
      partyWords.has(lower) &&
      !index.partyNames.has(lower) &&
      !/^(?:national|progressive|independent|alliance|congress|reform|fine|da|conservative|liberal|democratic|labour|green|greens)$/.test(
        lower,
      )
    )
      parties.add(lower)
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    const before = words[i - 1]!
    if (!word.joined || !before.capital || before.possessive) continue
    if (index.partyNames.has(before.lower) || places.has(before.lower) || openers.has(before.lower)) continue
    if (/^(?:Party|party)$/.test(word.text) && !index.partyNames.has(`${before.lower} party`))
      parties.add(before.lower)
    else if (
      word.lower === 'leader' &&
      (word.capital ? !NO_PARTY.test(before.lower) : !titleAdjectives.has(before.lower))
    )
      parties.add(before.lower)
    else if (partyWords.has(before.lower) && seatTitles.has(word.lower)) parties.add(before.lower)
  }
  for (const own of index.partyNames) for (const word of own.split(' ')) parties.delete(word)
  return parties
}

/** Whether a name is a man's or a woman's, by its title ("Mr Vale") or given name. */
function genderOf(name: string): 'f' | 'm' | null {
  const [word = ''] = name.toLowerCase().split(/[. ]/)
  if (femaleHonorifics.has(word)) return 'f'
  return maleHonorifics.has(word) ? 'm' : genderOfGivenName(split(name)[0] ?? '')
}

/**
 * Learns who is he and who is she: a sentence with one person and one kind of pronoun speaks for it, and so does one that begins with the
 * pronoun right after a sentence that names one person. What begins a quotation is about somebody else; "who was at his side" alone
 * says nothing.
 */
function voteGenders(text: string, words: readonly Word[], mentions: readonly DraftMention[]): void {
  let m = 0
  let people = new Set<Draft>()
  let last: Draft | null = null
  for (const word of words) {
    if (word.opensSentence) {
      if (last && people.size === 1 && /\s/.test(text.charAt(word.start - 1))) {
        if (word.lower === 'he') last.votes += 2
        else if (word.lower === 'she') last.votes -= 2
      }
      people = new Set()
      last = null
    }
    while (m < mentions.length && mentions[m]!.start <= word.start) {
      last = mentions[m]!.referent
      people.add(last)
      m++
    }
    if (last && people.size === 1) {
      if (/^(?:he|himself|he's|he'd|he'll)$/.test(word.lower)) last.votes += 2
      else if (/^(?:she|herself|she's|she'd|she'll)$/.test(word.lower)) last.votes -= 2
      else if (/^(?:him|his)$/.test(word.lower)) last.votes++
      else if (/^hers?$/.test(word.lower)) last.votes--
    }
  }
  for (const { referent } of mentions) {
    if (referent.gender === null && Math.abs(referent.votes) > 1)
      referent.gender = referent.votes > 0 ? 'm' : 'f'
  }
}
