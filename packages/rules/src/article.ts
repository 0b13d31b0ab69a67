import { type Challenge, foldName, unmatchedPersonId } from '@whipcount/events'
import {
  type DayMention,
  type Document,
  dayOfText,
  daysIn,
  type Quantity,
  type Quotation,
  quantitiesIn,
  readDocument,
  type Sentence,
  type Statement,
} from '@whipcount/language'
import { createReferences, type Mention, type ReferenceIndex, type Referent } from '@whipcount/roster'
import { type Actor, bodyActor } from './actor.ts'
import { findBodies } from './bodies.ts'
import { type Gloss, glossIndex, glossOf } from './gloss.ts'
import { answersIn } from './interviews.ts'
import { isFigure, signedLetters } from './letters.ts'
import { type Marked, type Marker, mark, markedIndex } from './marked.ts'
import { printedIn } from './printed.ts'

/** What an extractor is given. */
export interface ArticleInput {
  readonly text: string
  readonly title: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly outlet: string | null
}

/** A sentence that can carry news. */
export interface Line {
  readonly sentence: Sentence
  /** Where it begins and ends in the article's marked text. */
  readonly from: number
  readonly to: number
  /** Where it begins and ends in the article's gloss. */
  readonly glossFrom: number
  readonly glossTo: number
  readonly text: string
  /** The people and bodies that it names, in order. */
  readonly named: readonly Marker[]
}

/** Whose words a statement reports. */
export type Speaker =
  | { readonly kind: 'actor'; readonly actor: Actor }
  /** Sources, insiders, one MP; or a number of people. */
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'unknown' }

/** One article, read for one challenge. */
export interface Article {
  readonly input: ArticleInput
  /** Its day: as it came with the article, else as the text itself says. */
  readonly published: string | null
  readonly document: Document
  /** The document's, and one for each quotation that none of them has. */
  readonly statements: readonly Statement[]
  readonly marked: Marked
  readonly gloss: Gloss
  readonly lines: readonly Line[]
  readonly leader: Actor
  /** How often it names the leader, by name or post. */
  readonly leaderMentions: number
  /** The line of a sentence, where it can carry news. */
  readonly lineOf: (sentence: number) => Line | undefined
  readonly speakerOf: (statement: Statement) => Speaker
  /** The statements that stand inside one. */
  readonly inner: (statement: Statement) => readonly Statement[]
  /** The index of the sentence that a place lies in, or of the last before it. */
  readonly sentenceAt: (place: number) => number
  /** Whom a pronoun at a place in the article means; null where nobody agrees. */
  readonly pronoun: (word: string, place: number, not: Actor | null) => Actor | null
  /** Whom an entry of a list is about. */
  readonly entryOf: (sentence: number) => Actor | null
  /** Whom a sentence is about that stands under a name: "June Okafor (Northport). Has signed." */
  readonly headOf: (sentence: number) => Actor | null
  /** Whom a sentence means that begins with what somebody is: "The retiring senator phoned". */
  readonly subjectOf: (line: Line) => Actor | null
  /** Whom an expression means: a name, a post, a pronoun, "the MP". */
  readonly meant: (start: number, end: number) => Speaker
  /** Whom "they" means at a place: those whom the words before name together. */
  readonly several: (place: number) => readonly Actor[]
  readonly quotationsIn: (start: number, end: number) => readonly Quotation[]
  readonly days: () => readonly DayMention[]
  readonly quantities: () => readonly Quantity[]
}

const NEWS = new Set(['body', 'headline', 'list', 'transcript'])

/** A newspaper's words about what it got wrong before. */
const CORRECTED =
  /\b(?:earlier (?:version|post|edition|report) (?:of|we|on|said|stated)|in an earlier (?:post|version|story)|this (?:article|story) was (?:amended|corrected)|regrets? the error|apologi[sz]es? for the error)\b/i

const SAYING =
  /^(?:saying|adding|insisting|arguing|declaring|warning|telling|stressing|claiming|noting|explaining|writing|announcing|suggesting|acknowledging|conceding|admitting|replying|said|added)/i

const UNNAMED =
  /\b(?:sources?|insiders?|(?:one|another|a|an|two|three|four|five|several|some|many|other|both|most|more|\d+) (?:\S+ ){0,5}(?:mps?|members?|ministers?|lawmakers?|backbenchers?|people|colleagues|aides?|officials?|sources?|rebels?|plotters?|insiders?|legislators?|democrats|republicans|senators|deputy|deputies|strategists?|adviser|advisers|staffers?)|allies|supporters|critics|loyalists|rebels|plotters|pals|friends|mps|members|ministers|organi[sz]ers|participants|those|people|who asked|anonym|spies|reports?|others|rumours?|lawmakers|backbenchers|person)\b/

const INTRODUCED =
  /^(?:[“"‘—–•-]\s*)?(?:One|Another|A|An) (?:[\p{Ll}-]+ ){0,3}?(?:mp|MP|member|minister|lawmaker|backbencher|colleague|aide|official|source|rebel|plotter|insider|legislator|senator|deputy|strategist|adviser|staffer|ally|supporter|critic|loyalist|organi[sz]er|delegate|voter|councillor|veteran)\b/u

/** What stands between the names of people who do something together. */
const TOGETHER = /^(?: \([^)]{1,40}\))?(?:,|,? and|,? &) $/

/** What stands before a letter that is printed whole. */
const LETTER_FOLLOWS =
  /\b(?:(?:text|full text|copy) of|(?:letter|statement|email|e-mail|message|reply|resignation)\b.{0,60}(?::|in full|reads?|read|follows?|said|says)\W*$|replied\b|wrote (?:back|in reply)|responded\b)/i

/** What a sentence begins with that says what somebody is: "The retiring senator", "The Northport deputy". */
const OPENING =
  /^(?:The|This) (?!party|government)(?:[\p{L}\d’'-]+ ){0,5}?([\p{Ll}\d-]+)(?=,| who\b| (?:has|had|was|is|did|would|will|could)\b| [\p{Ll}]+ed\b| (?:said|told|quit|went|came|took|gave|put|left|wrote)\b)/u

/** "Her letter, on recycled paper", "Vale's statement", "Vale's own". */
const WRITTEN_BY =
  /\b(?:[Hh]is|[Hh]er)\b(?= (?:[\p{L}-]+ ){0,2}(?:letter|statement|post|email|e-mail|note|message|video|text|tweet|resignation|reply|memo|column|op-ed)\b)|['’]s\b(?= (?:own\b|(?:[\p{L}-]+ ){0,2}(?:letter|statement|post|email|e-mail|note|message|video|text|tweet|resignation|reply|memo|column|op-ed)\b))/gu

/** A colon right before a quotation. */
const COLON = /:\s*[“"‘'«]?\s*$/
/** What begins with a question is about whom one asks. */
const QUESTIONED =
  /^(?:["“‘'—–-]\s*)?(?:When |Once )?(?:asked|pressed|questioned|quizzed|challenged|pushed|told)\b/i
const ASKED =
  /\b(?:asked|pressed|questioned|quizzed)\b[^.]{0,30}? (?:if|whether|about|on|how|why|what|who|when)\b/i
const YES_OR_NO =
  /^(?:(?:And|But|So) )?(?:did|does|do|is|are|was|were|would|should|will|has|have|had|can|could|might)\b/i
/** A sentence that goes on about somebody. */
const CONTINUED = /^(?:(?:But|And|Then|Later|Yet|So|Still|Now|Nor) )?(he|she)\b/i

/** Nouns that stand for no one person, as the heads of "the ..." before a verb of speech. */
const NOBODY =
  /(?:[^s]s|people)$|^(?:party|government|cabinet|caucus|committee|council|board|executive|group|association|federation|union|congress|house|senate|parliament|assembly|opposition|office|department|ministry|agency|campaign|team|company|network|newspaper|paper|site|website|magazine|journal|broadcaster|channel|station|agency|service|report|statement|letter|resolution|motion|memo|message|text|email|e-mail|post|note|tweet|video|poll|survey|study|analysis|article|column|editorial|release|notice|document|filing|court|police|army|bank|commission|country|nation|public|world|press|media|crowd|room|source|insider|aide|official|spokesman|spokeswoman|spokesperson|word|answer|reply|response|question|idea|message|book|law|rule|constitution|bill|budget|sign|caption|headline|chapter|branch|bloc|coalition|partner|alliance|movement|league|club|society|institute|foundation|university|church|city|town|village|state|province|riding|constituency|district|voice|other|latter|former|first|second|third|one|two|three|latest|rest|majority|minority|pair|couple|trio|duo)$/i
/** Nouns that stand for one person. */
const PERSONAL =
  /(?:man|woman|person|boy|girl|lady|[^v]er|or|ist|ian|ant|ee|year-old|mp|mp|mla|mpp|msp|td|am|mum|mom|dad|father|mother|chief|boss|head|deputy|premier|whip|chair|delegate|candidate|nominee|peer|knight|baroness|veteran|rebel|loyalist|vet|grandee|ally|critic|favourite|native|heavyweight|firebrand|maverick|member|representative|mayor)$/i
const WOMAN = /(?:woman|girl|lady|\b(?:mum|mom|mother|grandmother|baroness|dame|actress))\b/i
const MAN = /(?:(?<!wo)man|boy|\b(?:dad|father|grandfather|baron|knight))\b/i

/** Whether words that say what somebody is are of a woman or of a man; null where they may be of either. */
function genderIn(words: string): 'f' | 'm' | null {
  return WOMAN.test(words) ? 'f' : MAN.test(words) ? 'm' : null
}

function agrees({ gender: own }: Actor, gender: 'f' | 'm' | null): boolean {
  return gender === null || own === null || own === gender
}

/** Reads a text: its sentences, people, statements. */
export function readArticle(input: ArticleInput, index: ReferenceIndex, names: RegExp): Article {
  const { text } = input
  const published = input.published ?? dayOfText(text)
  const document = readDocument(text, { published })
  const references = createReferences(index, text, published)
  const actors = new Map<Referent, Actor>()
  const actorOf = (referent: Referent): Actor => {
    let actor = actors.get(referent)
    if (!actor) {
      actor = {
        name: referent.name,
        person: referent.person,
        matched: referent.matched,
        leader: referent.leader,
        side: referent.side,
        minister: referent.minister,
        gender: referent.gender,
      }
      actors.set(referent, actor)
    }
    return actor
  }
  /** Bodies by their names, and people of the roster whom only an account names by their ids. */
  const bodies = new Map<string, Actor>()
  const bodyOf = (name: string): Actor => {
    const known = bodies.get(name) ?? bodyActor(name)
    bodies.set(name, known)
    return known
  }
  const leader = actorOf(references.leader)
  const markers = merge(
    joined(
      references.mentions.map((mention) => personMarker(mention, actorOf(mention.referent), text)),
      text,
    ),
    merge(
      findBodies(text, index).map(({ start, end, name }) => ({
        from: start,
        start,
        end,
        letter: 'B' as const,
        actor: bodyOf(name),
      })),
      [...text.matchAll(names)].map((match) => ({
        from: match.index,
        start: match.index,
        end: match.index + match[0].length,
        letter: match.groups?.['caucus'] !== undefined ? ('C' as const) : ('Y' as const),
        actor: null,
      })),
    ),
  )
  const marked = mark(text, markers)
  const gloss = glossOf(marked.text)
  const people = markers.filter(({ actor }) => actor !== null)

  const lines: Line[] = []
  const lineAt = new Map<number, Line>()
  const newsOf = (sentence: Sentence): Line => {
    const from = markedIndex(marked, sentence.start)
    const to = markedIndex(marked, sentence.end)
    const named = people.slice(firstFrom(people, sentence.start), firstFrom(people, sentence.end))
    return {
      sentence,
      from,
      to,
      glossFrom: glossIndex(gloss, from),
      glossTo: glossIndex(gloss, to),
      text: marked.text.slice(from, to),
      named,
    }
  }
  for (const sentence of document.sentences) {
    if (!NEWS.has(sentence.kind) || CORRECTED.test(text.slice(sentence.start, sentence.end))) continue
    const line = newsOf(sentence)
    lines.push(line)
    lineAt.set(sentence.index, line)
  }

  // Letters that a figure of the party signed are that figure's words.
  const signed: { statement: Statement; actor: Actor }[] = []
  for (const letter of signedLetters(document)) {
    const words = text.slice(letter.body.start, letter.body.end)
    const known = references.referents.find(
      (one) => one.name === letter.name || one.name.endsWith(letter.name),
    )
    if (known?.leader || !(known?.matched || known?.side === 'own' || isFigure(letter, words, names)))
      continue
    const actor: Actor = known
      ? actorOf(known)
      : {
          name: letter.name,
          person: unmatchedPersonId(index.roster.challenge.id, letter.name),
          matched: false,
          leader: false,
          side: 'own',
          minister: null,
          gender: null,
        }
    actor.side = 'own'
    for (const sentence of document.sentences) {
      if (sentence.start < letter.body.start || sentence.end > letter.body.end) continue
      lineAt.set(sentence.index, newsOf(sentence))
    }
    signed.push({
      actor,
      statement: {
        ...WRITTEN,
        index: document.statements.length + signed.length,
        content: [letter.body],
        sentence: letter.sentence,
      },
    })
  }

  // Answers of an interview are the words of whomever its introduction is about.
  const answers = answersIn(document)
  const introduced =
    answers.length === 0
      ? []
      : people.filter(({ start, letter }) => start < answers[0]!.body.start && /[PL]/.test(letter))
  const interviewee = (introduced.find(({ letter }) => letter === 'P') ?? introduced[0])?.actor
  if (interviewee)
    for (const { body, sentence } of answers)
      signed.push({
        actor: interviewee,
        statement: {
          ...WRITTEN,
          index: document.statements.length + signed.length,
          content: [body],
          sentence,
        },
      })

  // What is printed whole is its writer's.
  const peopleIn = (start: number, end: number) =>
    people
      .slice(firstFrom(people, start), firstFrom(people, end))
      .filter(({ letter, actor }) => letter !== 'B' && (actor?.leader || actor?.side === 'own'))
  for (const { body, sentence, writer } of printedIn(document, peopleIn))
    signed.push({
      actor: writer,
      statement: {
        ...WRITTEN,
        index: document.statements.length + signed.length,
        content: [body],
        sentence,
      },
    })

  const initials = new Map<string, Actor | null>()
  for (const referent of references.referents) {
    const actor = actorOf(referent)
    const words = referent.name.split(/[\s-]+/)
    if (words.length < 2) continue
    const key = words[0]!.charAt(0) + words.at(-1)!.charAt(0)
    initials.set(key, initials.has(key) && initials.get(key) !== actor ? null : actor)
  }

  const bySentence = new Map<number, Statement[]>()
  for (const statement of document.statements) {
    const list = bySentence.get(statement.sentence)
    if (list) list.push(statement)
    else bySentence.set(statement.sentence, [statement])
  }
  const within = new Map<number, Statement[]>()
  for (const statement of document.statements) {
    if (statement.within === null) continue
    const list = within.get(statement.within)
    if (list) list.push(statement)
    else within.set(statement.within, [statement])
  }
  const speakers = new Map<number, Speaker>()
  const spokenIn = new Map<number, Actor>()
  const speakerOf = (statement: Statement): Speaker => {
    const known = speakers.get(statement.index)
    if (known) return known
    speakers.set(statement.index, { kind: 'unknown' })
    const speaker = findSpeaker(statement)
    speakers.set(statement.index, speaker)
    if (speaker.kind === 'actor') spokenIn.set(statement.sentence, speaker.actor)
    return speaker
  }

  function findSpeaker(statement: Statement): Speaker {
    const label = document.sentences[statement.sentence]?.label
    if (label && (statement.source === null || statement.source.start === label.start))
      return labelled(label.start, label.end)
    // A verb that nobody listed ("hammered Finch"): the name right after the quotation, or after one verb, is the speaker.
    if (statement.kind === 'direct' && statement.cue === null && statement.content.length > 0) {
      const end = statement.content.at(-1)!.end
      const next = people[firstFrom(people, end)]
      if (
        next?.actor &&
        next.letter !== 'B' &&
        /^["”’»',. ]*(?:That )?(?:\p{Ll}+ ){1,2}$/u.test(text.slice(end, next.from)) &&
        /["”’»]/.test(text.slice(end, end + 3))
      )
        return { kind: 'actor', actor: next.actor }
    }
    if (statement.cue && statement.cueLemma === null && statement.source) {
      // "Labor Secretary June Okafor at the docks last night: “...”": whoever is named first before the colon.
      const line = lineAt.get(statement.sentence)
      if (line && QUESTIONED.test(text.slice(line.sentence.start, statement.cue.start)))
        return speakerBefore(statement)
      const dash = text.lastIndexOf('—', statement.cue.start)
      const from = line ? Math.max(line.sentence.start, dash) : 0
      const first = line?.named.find(
        (one) => one.start >= from && one.end <= statement.cue!.start && one.letter !== 'B',
      )
      if (first?.actor) return { kind: 'actor', actor: first.actor }
    }
    if (statement.source && statement.cue === null && isQuoted(statement.source.start))
      return speakerBefore(statement)
    if (statement.source) {
      const words = text.slice(statement.source.start, statement.source.end)
      if (/^(?:I|We|we|i|me|us)$/.test(words)) {
        const outer = statement.within === null ? undefined : document.statements[statement.within]
        if (outer) return speakerOf(outer)
        const { start } = statement.source
        const whole = statements.find(
          (one) =>
            one.index >= document.statements.length &&
            one.content.some((span) => span.start <= start && start < span.end),
        )
        return whole ? speakerOf(whole) : speakerBefore(statement)
      }
      // A quotation that stands alone in an entry of its own is the entry's: "• June Okafor (Northport). “Not yet.”"
      if (statement.cue === null) {
        const own = entryBefore(statement)
        if (own) return { kind: 'actor', actor: own }
      }
      // A quotation that goes on from another has its speaker, unless somebody else was brought in since.
      if (statement.cue === null) {
        const { start } = statement.source
        const since = broughtIn(statement, start)
        if (since) return { kind: 'actor', actor: since }
        const first = document.statements.find(
          (one) => one.source?.start === start && one.index < statement.index,
        )
        if (first) return speakerOf(first)
      }
      const outer = statement.within === null ? undefined : document.statements[statement.within]
      const above = outer && outer.kind === 'direct' ? speakerOf(outer) : null
      const speaker = meant(
        statement.source.start,
        statement.source.end,
        above?.kind === 'actor' ? above.actor : null,
      )
      if (speaker.kind === 'unknown' && outer === undefined) {
        const subject = heldOver(statement) ?? described(statement)
        if (subject) return { kind: 'actor', actor: subject }
      }
      if (speaker.kind !== 'unknown' || statement.kind !== 'direct') return speaker
      // "On the leadership: “Next question.”": what stands before the colon is no speaker.
      if (outer === undefined && statement.cue && text.charAt(statement.cue.start) === ':') {
        const before = headOf(statement.sentence)
        return before ? { kind: 'actor', actor: before } : speakerBefore(statement)
      }
      // "said Minister of Employment, Workforce Development and Official Languages Randy Boyd": the name ends the title.
      const { end } = statement.source
      const next = lineAt
        .get(statement.sentence)
        ?.named.find((one) => one.start >= end && (one.letter === 'P' || one.letter === 'L'))
      if (
        next?.actor &&
        /^[\p{L}\s,&’'-]{0,110}$/u.test(text.slice(end, next.start)) &&
        /^\p{Lu}/u.test(words)
      )
        return { kind: 'actor', actor: next.actor }
      return speaker
    }
    if (statement.cue && statement.cue.start - (document.sentences[statement.sentence]?.start ?? 0) <= 3) {
      const entry = entryOf(statement.sentence)
      return entry ? { kind: 'actor', actor: entry } : { kind: 'unknown' }
    }
    if (statement.kind === 'indirect' || statement.cue) {
      // "..., saying that": the subject of the clause before. Other participles report nobody's words.
      if (!statement.cue || !SAYING.test(text.slice(statement.cue.start, statement.cue.end)))
        return { kind: 'unknown' }
      const line = lineAt.get(statement.sentence)
      const subject = line?.named.find(({ end }) => end <= statement.cue!.start)
      if (subject?.actor) return { kind: 'actor', actor: subject.actor }
      return { kind: 'unknown' }
    }
    return speakerBefore(statement)
  }

  /** Whom an entry of a list is about: its paragraph, or the short line above it, begins with a name. */
  function entryOf(sentence: number): Actor | null {
    const own = document.sentences[sentence]?.paragraph
    for (let i = sentence; i >= 0 && i >= sentence - 6; i--) {
      const one = document.sentences[i]!
      if (one.paragraph < own! - 2) return null
      if (document.sentences[i - 1]?.paragraph === one.paragraph) continue
      const first = lineAt.get(i)?.named[0]
      const head = first && text.slice(one.start, first.from)
      const opens = first?.actor && /^[\P{L}]*(?:The |the )?$/u.test(head ?? '-')
      const short = one.paragraph === own || one.end - one.start <= 90
      if (opens && short) return first.actor
      if (one.end - one.start > 160) return null
    }
    return null
  }

  /** The entry of a list that a sentence belongs to, or the line above its paragraph: a name, and no verb. */
  function headOf(sentence: number): Actor | null {
    const own = document.sentences[sentence]
    const paragraph = own && document.paragraphs[own.paragraph]
    if (!paragraph) return null
    const first = document.sentences[paragraph.firstSentence]!
    const heads = first.index < sentence ? [first] : []
    // A name, and perhaps the seat below it, each on a line of its own.
    for (let i = first.index - 1; i >= 0 && i >= first.index - 2; i--) {
      const above = document.sentences[i]!
      if (above.paragraph !== own.paragraph - (first.index - i) || !isVerbless(above)) break
      heads.push(above)
    }
    for (const head of heads) {
      const named = lineAt.get(head.index)?.named ?? []
      const opening = named[0]
      if (!opening?.actor) continue
      const opens = /^[\P{L}]*(?:(?:The|And|Then) )?$/iu.test(text.slice(head.start, opening.from))
      if (opens && (isVerbless(head) || (head === first && head.kind === 'list'))) return opening.actor
    }
    return null
  }

  function isVerbless({ start, end, firstToken, endToken }: Sentence): boolean {
    if (end - start > 90) return false
    for (let i = firstToken; i < endToken; i++) {
      const token = document.tokens[i]!
      if (token.pos === 'AUX' || (token.pos === 'VERB' && !/^\p{Lu}/u.test(token.text))) return false
    }
    return true
  }

  function isQuoted(place: number): boolean {
    return quotationAt(document, place) !== null
  }

  /** Whom a sentence of the paragraph begins with, between the source that a quotation has from before and the quotation. */
  function broughtIn(statement: Statement, source: number): Actor | null {
    const place = statement.content[0]?.start ?? 0
    const at = sentenceAt(place)
    for (let i = at; i > sentenceAt(source) && i >= at - 3; i--) {
      const line = lineAt.get(i)
      if (!line || line.sentence.paragraph !== document.sentences[at]!.paragraph) break
      const first = line.named[0]
      if (first?.actor && first.letter === 'P' && first.end <= place && first.from - line.sentence.start <= 4)
        return /^['’]s/.test(text.slice(first.end, first.end + 2)) ? null : first.actor
    }
    return null
  }

  /** Whom the paragraph of a quotation names before it, where its source was taken from a paragraph before. */
  function entryBefore(statement: Statement): Actor | null {
    const place = statement.content[0]?.start ?? 0
    const sentence = document.sentences[sentenceAt(place)]
    const paragraph = sentence && document.paragraphs[sentence.paragraph]
    if (!paragraph || !statement.source || statement.source.start >= paragraph.start) return null
    const first = people[firstFrom(people, paragraph.start)]
    return first?.actor && first.end <= place && first.letter !== 'X' ? first.actor : null
  }

  /**
   * The subject that a sentence begins with, for a verb after what is said of them: "Finch, whose views were a mystery,
   * announced". The words right before that verb are no source of their own.
   */
  function heldOver(statement: Statement): Actor | null {
    const line = lineAt.get(statement.sentence)
    const first = line?.named[0]
    if (!line || !first?.actor || first.letter === 'B' || !statement.source || !statement.cue) return null
    if (statement.cue.start < first.end || statement.source.start < first.end) return null
    const head = text.slice(line.sentence.start, first.from)
    if (!/^(?:[—–•-]\s*|And |But |Then |Meanwhile,? |\p{Lu}[\p{Lu} ]+ — )?(?:the )?$/u.test(head)) return null
    const aside = text.slice(first.end, statement.source.start)
    if (!/^(?: of [^,]{2,40})?(?:,| \()/.test(aside)) return null
    const source = text.slice(statement.source.start, statement.source.end)
    if (/\p{Lu}/u.test(source.slice(1)) || UNNAMED.test(source.toLowerCase())) return null
    return first.actor
  }

  /** "the former steelworker said", "roared the Three Wells bruiser": somebody by what they are, the one whom the text speaks of. */
  function described(statement: Statement): Actor | null {
    if (!statement.source || !statement.cue || statement.cueKind === 'believe') return null
    const { start, end } = statement.source
    const words = text.slice(start, end).replace(/\s+/g, ' ')
    const phrase =
      /^(?:the|this) (?:[\p{L}\d’'.-]+ ){0,7}?([\p{L}\d-]+)(?: (?:of|for|from|in|at) .{2,60})?$/iu.exec(words)
    if (!phrase || NOBODY.test(phrase[1]!) || /^\p{Lu}\p{Ll}/u.test(phrase[1]!)) return null
    if (statement.kind === 'indirect' && !PERSONAL.test(phrase[1]!)) return null
    return topic(start, genderIn(words))
  }

  /** "The retiring senator phoned the newspaper": whom a sentence means that begins with what somebody is. */
  function subjectOf({ sentence: { start, end } }: Line): Actor | null {
    const phrase = OPENING.exec(text.slice(start, Math.min(end, start + 80)))
    if (!phrase || !PERSONAL.test(phrase[1]!)) return null
    return topic(start, genderIn(phrase[0]))
  }

  /** Whom the text speaks of before a place: the subject of the last sentence that has one, names in quotation marks apart. */
  function topic(place: number, gender: 'f' | 'm' | null): Actor | null {
    const sentence = sentenceAt(place)
    const fits = (actor: Actor) => agrees(actor, gender)
    for (let i = sentence - 1; i >= 0 && i >= sentence - 6; i--) {
      const spoken = spokenIn.get(i)
      if (spoken && fits(spoken)) return spoken
      const line = lineAt.get(i)
      if (!line || isAside(line)) continue
      if (line.named.length === 0 && introducesUnnamed(line)) return null
      const named = line.named.filter(({ letter, start }) => letter !== 'B' && !isQuoted(start))
      // The leader is meant only where a sentence is about the leader.
      const one = named.find(
        ({ actor, start }) => actor && fits(actor) && (!actor.leader || start - line.sentence.start <= 4),
      )
      if (one) return one.actor
    }
    return null
  }

  /** A quotation that stands alone belongs to whoever is spoken of just before it. */
  function speakerBefore(statement: Statement): Speaker {
    const sentence = document.sentences[statement.sentence]
    const place = statement.content[0]?.start ?? sentence?.start
    if (!sentence || place === undefined) return { kind: 'unknown' }
    const here = lineAt.get(sentence.index)
    const opening = here && text.slice(here.sentence.start, place)
    // "She'd like the premier “to walk round the park”": whoever the sentence is about.
    const about = opening && CONTINUED.exec(opening)
    if (about) {
      const at = here.sentence.start + about[0].length - about[1]!.length
      const actor = pronoun(about[1]!.toLowerCase(), at, null)
      if (actor) return { kind: 'actor', actor }
    }
    // "Asked if she was for the premier: “I'm for lunch.”": of whom one asks is not who answers.
    const asked = opening && QUESTIONED.test(opening) && COLON.test(opening)
    const named = asked
      ? []
      : (here?.named.filter(({ start, end }) => end <= place && !isQuoted(start)) ?? [])
    // "Among them is Finch: “...”": whom a colon stands behind; else whoever does something to somebody.
    const before = COLON.test(text.slice(Math.max(0, place - 5), place))
      ? (named.findLast(({ letter }) => letter !== 'X') ?? named.at(-1))
      : (named.find(({ end }) => !/^['’]s/.test(text.slice(end, end + 2))) ?? named.at(-1))
    if (before?.actor) return { kind: 'actor', actor: before.actor }
    // "From his letter: “...”", "She was blunt: “...”"
    const own = here && /\b(?:he|she|his|her)\b/i.exec(text.slice(here.sentence.start, place))
    if (own) {
      const actor = pronoun(own[0].toLowerCase(), here.sentence.start + own.index, null)
      if (actor) return { kind: 'actor', actor }
    }
    const written = letterBefore(sentence)
    if (written) return { kind: 'actor', actor: written }
    for (let i = sentence.index - 1; i >= 0 && i >= sentence.index - 4; i--) {
      const previous = document.sentences[i]!
      if (previous.paragraph < sentence.paragraph - 1) break
      const spoken = (bySentence.get(i) ?? []).filter(
        (one) => one.index < statement.index && one.within === null,
      )
      for (let k = spoken.length - 1; k >= 0; k--) {
        const speaker = speakerOf(spoken[k]!)
        if (speaker.kind !== 'unknown') return speaker
      }
      if (
        previous.paragraph !== sentence.paragraph &&
        previous.kind !== 'headline' &&
        !/[:—]\s*$/.test(text.slice(previous.start, previous.end))
      )
        break
      const line = lineAt.get(i)
      if (!line || isAside(line)) continue
      const named = line.named.filter(({ actor, letter }) => actor && letter !== 'B')
      if (named.length > 0) return { kind: 'actor', actor: named[0]!.actor! }
    }
    const head = headOf(sentence.index)
    return head ? { kind: 'actor', actor: head } : { kind: 'unknown' }
  }

  /** Paragraphs in quotation marks, one after another, are a letter where the words before them say so: "The text of his letter: ..." */
  function letterBefore({ paragraph }: Sentence): Actor | null {
    let first = document.paragraphs[paragraph]!
    if (!opensQuotation(first.start)) return null
    while (first.index > 0 && paragraph - first.index < 30 && opensQuotation(first.start))
      first = document.paragraphs[first.index - 1]!
    const last = document.sentences[first.endSentence - 1]
    const line = last && lineAt.get(last.index)
    if (!line) return null
    const words = text.slice(line.sentence.start, line.sentence.end)
    if (!LETTER_FOLLOWS.test(words)) return null
    const named = line.named.find(({ letter }) => letter !== 'B')
    if (named?.actor) return named.actor
    const own = /\b(his|her)\b/i.exec(words)
    return own ? pronoun(own[1]!.toLowerCase(), line.sentence.start + own.index, null) : null
  }

  function opensQuotation(start: number): boolean {
    return /^[“"]/.test(text.slice(start, start + 1))
  }

  /** "BC:" for Baroness Croft, "LH:" for Lord Hale. */
  function titled(letters: string): Actor | null {
    if (!/^[BLDS]/.test(letters)) return null
    const fitting = people.filter(
      ({ from, start, actor, letter }) =>
        letter !== 'B' &&
        /^(?:Baroness|Baron|Lord|Lady|Dame|Sir) $/.test(text.slice(from, start)) &&
        text.charAt(from) === letters.charAt(0) &&
        familyInitial(actor) === letters.at(-1),
    )
    return fitting[0]?.actor ?? null
  }

  function familyInitial(actor: Actor | null): string {
    return (
      actor?.name
        .split(/[\s-]+/)
        .at(-1)
        ?.charAt(0) ?? ''
    )
  }

  function ofAccount(account: string): Speaker {
    const handle = foldName(account.replace(/_/g, ''))
    const fits = (name: string) => {
      const [given = '', ...rest] = foldName(name).split(' ')
      const family = rest.join('')
      const at = family.length > 2 ? handle.indexOf(family) : -1
      const before = handle.slice(0, at)
      return (
        at >= 0 &&
        /^(?:rep|sen|senator|gov|governor|mp|councillor|cllr)?$/.test(
          before.replace(given, '').replace(new RegExp(`^${given.charAt(0)}$`), ''),
        )
      )
    }
    const named = references.referents.filter(({ name }) => fits(name))
    if (named.length === 1) return { kind: 'actor', actor: actorOf(named[0]!) }
    const known = named.length > 0 ? [] : index.roster.people.filter(({ name }) => fits(name))
    if (known.length !== 1) return { kind: 'unknown' }
    const { id, name, leader: leads } = known[0]!
    if (leads) return { kind: 'actor', actor: leader }
    const actor = bodies.get(id) ?? { ...bodyActor(name), person: id, matched: true }
    bodies.set(id, actor)
    return { kind: 'actor', actor }
  }

  function labelled(start: number, end: number): Speaker {
    const label = text.slice(start, end).replace(/[:.\s]+$/, '')
    const letters = label.replace(/[^\p{L}]/gu, '')
    if (/^\p{Lu}{2,3}$/u.test(letters)) {
      const actor = initials.get(letters.charAt(0) + letters.at(-1)!) ?? titled(letters)
      if (actor) return { kind: 'actor', actor }
    }
    const named = people.slice(firstFrom(people, start), firstFrom(people, end))[0]
    if (named?.actor) return { kind: 'actor', actor: named.actor }
    // "@TomReyesMP", "@TReyesMP", "@RepReyes": an account's name, of somebody of the article or the roster.
    if (label.startsWith('@')) return ofAccount(label.slice(1))
    const family = label.toLowerCase().replace(/^(?:mr|mrs|ms|dr|sen|rep)\.? /, '')
    for (const referent of references.referents)
      if (referent.name.toLowerCase().endsWith(family) && family.length > 2)
        return { kind: 'actor', actor: actorOf(referent) }
    // "AZMAN:" for Azman Yusof: a surname that comes first, or a given name.
    const bearers = references.referents.filter(({ name }) =>
      name
        .toLowerCase()
        .split(/[\s-]+/)
        .includes(family),
    )
    if (bearers.length === 1 && family.length > 2) return { kind: 'actor', actor: actorOf(bearers[0]!) }
    return { kind: 'unknown' }
  }

  function meant(start: number, end: number, not: Actor | null = null): Speaker {
    const at = firstFrom(people, start)
    const inside = people.slice(Math.max(0, at - 1), firstFrom(people, end)).filter((one) => one.end > start)
    const words = text.slice(start, end).toLowerCase().replace(/’/g, "'").trim()
    const unnamed = UNNAMED.test(words)
    const first = inside[0]
    if (
      first?.actor &&
      !(
        unnamed &&
        words.search(UNNAMED) < first.start - start &&
        !/^(?:the |mr |mrs |ms )/.test(words) &&
        !/,\s*$/.test(text.slice(start, first.from))
      )
    )
      return { kind: 'actor', actor: first.actor }
    if (/^(?:he|she|i|we|himself|herself)$/.test(words)) {
      const actor = pronoun(words, start, not)
      return actor ? { kind: 'actor', actor } : { kind: 'unknown' }
    }
    // "Finch and Okafor left early. “Never again,” they said.": the first of them.
    if (words === 'they' || words === 'both' || words === 'the pair' || words === 'the two') {
      const [first] = several(start)
      if (first) return { kind: 'actor', actor: first }
    }
    // "Finch, who told": whoever is named right before.
    if (words === 'who') {
      const before = people[firstFrom(people, start) - 1]
      if (before?.actor && sentenceAt(before.start) === sentenceAt(start))
        return { kind: 'actor', actor: before.actor }
    }
    // "her spokeswoman", "his office": for the one whose they are.
    const owner =
      /^(his|her|their) (?:own )?(?:office|spokes\w+|staff|aides?|team|agent|press secretary|campaign)$/.exec(
        words,
      )
    if (owner) {
      const actor = pronoun(owner[1]!, start, null)
      if (actor && !actor.leader) return { kind: 'actor', actor }
    }
    // "your senator, June Okafor, said": the name stands beside the post.
    const next = people[firstFrom(people, end)]
    if (next?.actor && /^,? $/.test(text.slice(end, next.from)) && !/^(?:he|she|they|we|i)$/.test(words))
      return { kind: 'actor', actor: next.actor }
    // "Its members put out a statement saying", "it said": the body or person whose it is.
    if (
      /^(?:it|its \S+|(?:an?|the|its|his|her|their) (?:\S+ ){0,2}(?:statement|letter|motion|resolution|post|email|message|note|memo|op-ed|article|release|column|video|text|thread|petition))$/.test(
        words,
      )
    ) {
      const owner =
        writerOf(words, start) ??
        ownerBefore(start, /^(?:it|its)\b/.test(words)) ??
        (/^the /.test(words) ? topic(start, null) : null)
      if (owner) return { kind: 'actor', actor: owner }
    }
    if (unnamed) return { kind: 'unnamed' }
    // "the three-term member", "the minister": whoever was named last and may be one.
    if (
      /^(?:the|his|her|their) (?:\S+ ){0,6}?(?:mp|member|minister|secretary|lawmaker|backbencher|senator|congressman|congresswoman|representative|whip|chair|premier|governor|deputy|veteran|loyalist|rebel|chancellor|politician|parliamentarian|legislator|aide|envoy|treasurer|mp for \S+(?: \S+)?|member for \S+(?: \S+)?)$/.test(
        words,
      )
    ) {
      const gender = genderIn(words)
      const actor = lastNamed(
        start,
        (one) => !one.leader && (one.side === 'own' || one.side === 'unknown') && agrees(one, gender),
      )
      if (actor) {
        // "the Northport MP" says what nothing before did.
        if (actor.side === 'unknown') actor.side = 'own'
        return { kind: 'actor', actor }
      }
    }
    return { kind: 'unknown' }
  }

  /** "her letter", and "it" or "the letter" after one: whose it is. */
  function writerOf(words: string, place: number): Actor | null {
    const own = /^(his|her) /.exec(words)
    if (own) return pronoun(own[1]!, place, null)
    const sentence = sentenceAt(place)
    for (let i = sentence; i >= 0 && i >= sentence - 3; i--) {
      const { start, end } = document.sentences[i]!
      const before = text.slice(start, Math.min(end, place))
      const written = [...before.matchAll(WRITTEN_BY)].at(-1)
      if (!written) continue
      const at = start + written.index
      if (/^h/i.test(written[0])) return pronoun(written[0].slice(0, 3).toLowerCase(), at, null)
      const writer = people[firstFrom(people, at) - 1]
      if (writer && at - writer.end <= 2) return writer.actor
    }
    return null
  }

  /** Those whom the sentence before names together, or this one before a place. */
  function several(place: number): Actor[] {
    const at = sentenceAt(place)
    for (let i = at; i >= 0 && i >= at - 2; i--) {
      const line = lineAt.get(i)
      const named = line?.named.filter(({ letter, end }) => letter === 'P' && end <= place) ?? []
      const together = named.filter(
        (one, k) =>
          (k > 0 && TOGETHER.test(text.slice(named[k - 1]!.end, one.from))) ||
          (k + 1 < named.length && TOGETHER.test(text.slice(one.end, named[k + 1]!.from))),
      )
      if (together.length > 1) return together.map(({ actor }) => actor!)
      if (named.length > 0) break
    }
    return []
  }

  /** The first named of a sentence, else the body that the sentences before it speak of. */
  function ownerBefore(place: number, body: boolean): Actor | null {
    const sentence = sentenceAt(place)
    const here = lineAt.get(sentence)?.named.find(({ end }) => end <= place)
    if (here?.actor && !body) return here.actor
    for (let i = sentence; i >= 0 && i >= sentence - 2; i--) {
      const found = lineAt.get(i)?.named.find(({ letter, end }) => letter === 'B' && end <= place)
      if (found?.actor) return found.actor
    }
    return null
  }

  function lastNamed(place: number, fits: (actor: Actor) => boolean): Actor | null {
    const sentence = sentenceAt(place)
    for (let i = firstFrom(people, place) - 1; i >= 0; i--) {
      const one = people[i]!
      if (!one.actor || one.letter === 'B') continue
      const at = sentenceAt(one.start)
      if (at < sentence - 4) return null
      for (let k = at + 1; k < sentence; k++) {
        const line = lineAt.get(k)
        if (line && introducesUnnamed(line)) return null
      }
      if (fits(one.actor)) return one.actor
    }
    return null
  }

  /** "Another minister was less judicial.": what follows is about somebody without a name. */
  function introducesUnnamed({ sentence: { start, end } }: Line): boolean {
    return INTRODUCED.test(text.slice(start, Math.min(end, start + 60)))
  }

  /** "Did the prime minister have his backing?": what the newspaper asks about the leader is asked of whoever was spoken of before. */
  function isAside({ sentence: { start, end }, named }: Line): boolean {
    return (
      text.charAt(end - 1) === '?' &&
      named.every(({ actor }) => actor?.leader) &&
      YES_OR_NO.test(text.slice(start, start + 20)) &&
      !isQuoted(end - 1)
    )
  }

  function sentenceAt(place: number): number {
    let low = 0
    let high = document.sentences.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (document.sentences[middle]!.start <= place) low = middle
      else high = middle - 1
    }
    return low
  }

  function pronoun(word: string, place: number, not: Actor | null): Actor | null {
    const gender = /^(?:he|him|his|himself)\b/.test(word)
      ? 'm'
      : /^(?:she|hers?|herself)\b/.test(word)
        ? 'f'
        : null
    if (gender === null && /^(?:i|we|they)/.test(word)) return null
    const fits = (actor: Actor | null): actor is Actor =>
      actor !== null &&
      actor !== not &&
      actor.person !== null &&
      (actor.gender === null || actor.gender === gender)
    const sentence = sentenceAt(place)
    const here = lineAt.get(sentence)
    // Whom a quotation names is not who speaks it: "Vale has my vote," she said.
    const apart = (start: number) => (quotationAt(document, start)?.end ?? Number.POSITIVE_INFINITY) <= place
    // Whose something is speaks less often than who does something.
    const subject = (line: Line | undefined, before: number) => {
      const fitting = (line?.named ?? []).filter(
        ({ letter, start, end, actor }) => letter !== 'B' && end <= before && !apart(start) && fits(actor),
      )
      return (fitting.find(({ end }) => !/^['’]s/.test(text.slice(end, end + 2))) ?? fitting[0])?.actor
    }
    // "Asked about Vale, he said": who asks, and of whom, is not who answers.
    if (!here || !QUESTIONED.test(text.slice(here.sentence.start, here.sentence.start + 40))) {
      const actor = subject(here, place)
      if (actor) return actor
    }
    // Sentences that name nobody do not change whom one speaks of.
    for (let i = sentence - 1, naming = 0; i >= 0 && i >= sentence - 9 && naming < 3; i--) {
      const spoken = spokenIn.get(i)
      if (spoken && fits(spoken)) return spoken
      const line = lineAt.get(i)
      if (line?.named.length === 0 && introducesUnnamed(line)) return null
      // In an entry of a list somebody whom it does not name is the leader.
      if (here?.sentence.kind === 'list' && here.sentence.paragraph !== document.sentences[i]!.paragraph)
        if (fits(leader)) return leader
      if (!line || isAside(line)) continue
      // "He has been the prime minister's friend": who is spoken of so was spoken of before.
      const { start, end } = line.sentence
      const again = CONTINUED.exec(text.slice(start, Math.min(end, start + 24)))
      if (again && /^h/i.test(again[1]!) === (gender === 'm')) {
        const actor = pronoun(again[1]!.toLowerCase(), start + again[0].length - again[1]!.length, not)
        if (actor) return actor
      }
      if (line.named.some(({ start, letter }) => letter !== 'B' && !apart(start))) naming++
      // The subject of the sentence before is likelier than its object; whom somebody was asked about is neither.
      const asked = ASKED.exec(text.slice(start, end))
      const actor = subject(line, asked && asked.index > 12 ? start + asked.index : end)
      if (actor) return actor
    }
    return null
  }

  const statements = [
    ...document.statements,
    ...signed.map(({ statement }) => statement),
    ...orphans(document, signed.length),
  ]
  for (const { statement, actor } of signed) speakers.set(statement.index, { kind: 'actor', actor })
  let days: readonly DayMention[] | null = null
  let quantities: readonly Quantity[] | null = null
  const article: Article = {
    input,
    published,
    document,
    statements,
    marked,
    gloss,
    lines,
    leader,
    leaderMentions: people.filter(({ actor }) => actor?.leader).length,
    lineOf: (sentence) => lineAt.get(sentence),
    speakerOf,
    inner: ({ index }) => within.get(index) ?? [],
    sentenceAt,
    pronoun,
    entryOf,
    headOf,
    subjectOf,
    meant,
    several,
    quotationsIn: (start, end) =>
      document.quotations.filter((one) => one.start < end && one.end > start && one.depth === 0),
    days: () => {
      days ??= daysIn(document)
      return days
    },
    quantities: () => {
      quantities ??= quantitiesIn(document)
      return quantities
    },
  }
  for (const statement of statements) speakerOf(statement)
  return article
}

/** The first of what is in order of the text that begins at or after a place. */
export function firstFrom(markers: readonly { readonly start: number }[], place: number): number {
  let low = 0
  let high = markers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (markers[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}

/** What statements have in common that nobody is said to make: a letter's, a quotation's that no verb reports. */
const WRITTEN = {
  source: null,
  cue: null,
  cueLemma: null,
  cueKind: 'say',
  addressee: null,
  kind: 'direct',
  negated: false,
  modality: 'asserted',
  within: null,
} as const

/** The speech in quotation marks that a place lies in. */
function quotationAt({ quotations }: Document, place: number): Quotation | null {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (quotations[middle]!.start <= place) low = middle + 1
    else high = middle
  }
  for (let i = low - 1; i >= 0 && i >= low - 4; i--) {
    const one = quotations[i]!
    if (one.depth === 0 && !one.scare && place < one.end) return one
  }
  return null
}

/** A statement without a source for each stretch of speech in quotation marks that no statement has. */
function orphans(document: Document, after: number): Statement[] {
  // What somebody quoted says within the quotation does not attribute the quotation.
  const taken = document.statements
    .filter(({ cue }) => cue === null || quotationAt(document, cue.start) === null)
    .flatMap(({ content }) => content)
    .sort((a, b) => a.start - b.start)
  let k = 0
  let reach = 0
  let s = 0
  let index = document.statements.length + after
  const found: Statement[] = []
  for (const { inner, depth, scare, start } of document.quotations) {
    const length = inner.end - inner.start
    // "“No comment.”" is somebody's; “comment” is anybody's.
    if (depth > 0 || scare || length < (/[.!?]/.test(document.text.charAt(inner.end - 1)) ? 6 : 20)) continue
    while (k < taken.length && taken[k]!.start < inner.end) reach = Math.max(reach, taken[k++]!.end)
    if (reach > inner.start) continue
    while (s < document.sentences.length && document.sentences[s]!.end <= start) s++
    const sentence = document.sentences[s]
    if (!sentence) continue
    found.push({ ...WRITTEN, index: index++, content: [inner], sentence: sentence.index })
  }
  return found
}

/** Names of a caucus that rules know as words. */
const COMMON_CAUCUS: ReadonlySet<string> = new Set([
  'caucus',
  'party',
  'members',
  'mps',
  'party room',
  'parliamentary party',
])

/** Matches the party's names, and those of its caucus (group `caucus`), where they stand in capitals. */
export function namesOf({ party, caucus }: Challenge): RegExp {
  const source = (list: readonly string[], also: (name: string) => boolean = () => false) =>
    [...new Set(list)]
      .map((name) => name.replace(/^the /i, ''))
      .filter((name) => /[\p{Lu}\d]/u.test(name) || also(name))
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
      .join('|')
  const short = party.name.replace(/ Party( of .*)?$/, '').replace(/^(?:The )?Party of /, '')
  const ofParty = source([party.name, ...party.other_names, short, `${short} Party`, `${short}s`])
  // What a parliament calls the meeting of a party's members may be a common noun: "the bloc", "federal conference".
  const ofCaucus = source([caucus.name, ...caucus.other_names], (name) => !COMMON_CAUCUS.has(name))
  const either = [ofCaucus && `(?<caucus>${ofCaucus})`, ofParty].filter((one) => one !== '').join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}-])`, 'gu')
}

function personMarker(mention: Mention, actor: Actor, text: string): Marker {
  const { start, end } = mention
  // "A critic of Vale" is somebody else than Vale.
  const from = /\b(?:of|to|for)\s+$/i.test(text.slice(mention.from, start)) ? start : mention.from
  const letter = actor.leader ? 'L' : actor.side === 'own' ? 'P' : 'X'
  return { from, start, end, letter, actor }
}

/** Two ordered lists of markers as one; where they overlap the people win. */
/** "Northport MP Robert Finch", "the trade minister, June Okafor": a post and a name of one person are one mention. */
function joined(markers: readonly Marker[], text: string): Marker[] {
  const result: Marker[] = []
  for (const marker of markers) {
    const last = result.at(-1)
    if (last && last.actor === marker.actor && /^,?\s*$/.test(text.slice(last.end, marker.from)))
      result[result.length - 1] = { ...last, end: marker.end }
    else result.push(marker)
  }
  return result
}

function merge(people: readonly Marker[], others: readonly Marker[]): Marker[] {
  const sorted = [...others].sort((a, b) => a.from - b.from)
  let k = 0
  const free = sorted.filter((one) => {
    while (k < people.length && people[k]!.end <= one.from) k++
    return !(k < people.length && people[k]!.from < one.end)
  })
  return [...people, ...free].sort((a, b) => a.from - b.from)
}
