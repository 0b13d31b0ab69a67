import type { Document, Paragraph, Span } from '@whipcount/language'
import type { Actor } from './actor.ts'

/** A letter, statement or post that an article prints whole, without attributing its sentences. */
export interface Printed {
  readonly body: Span
  /** Its first sentence. */
  readonly sentence: number
  readonly writer: Actor
}

/** What a head calls what stands below it. */
const KIND =
  '(?:resignation |open |full |prepared |written |short |joint |video )?(?:statement|letter|e-?mail|speech|remarks|message|memo|post|note|resignation|text|reply|response|address)'
/** "Statement by June Okafor", "Email from": who is named behind it wrote it. */
const BY = new RegExp(`\\b${KIND}s?(?: \\([^)]*\\))? (?:by|from|of)\\b|\\bposted by\\b`, 'i')
/** "June Okafor's letter of resignation", "June Okafor, in a statement:", "June Okafor (@okafor)". */
const OWN = new RegExp(
  `^(?:['’]s? (?:[\\p{L}-]+ ){0,2}${KIND}\\b|.{0,60}\\bin (?:a|an|her|his) ${KIND}\\b|,? ?\\(?@\\w)`,
  'iu',
)
/** What social networks call somebody: a post needs no "I". */
const HANDLE = /@\w/
const SALUTATION = /^(?:my )?dear\b/i
/** One who writes says "I" or, for a body, "we". */
const SELF = /\b(?:I|I['’](?:m|ve|d|ll)|[Mm]e|[Mm]y|myself|[Ww]e|[Oo]ur)\b/
/** A head is no paragraph. */
const LONGEST_HEAD = 240
const SKIPPED = new Set(['furniture', 'duplicate', 'caption', 'letter'])

/** Somebody named, where. */
interface Named {
  readonly start: number
  readonly end: number
  readonly actor: Actor | null
}

/**
 * What is printed whole under heads that say whose it is. Where one head names several, each "Dear" below it begins the next one's. A
 * paragraph that speaks of its writer by name is the newspaper's again.
 *
 * @param namedIn people between two places, in order.
 */
export function printedIn(
  document: Document,
  namedIn: (start: number, end: number) => readonly Named[],
): Printed[] {
  const { paragraphs, sentences, text } = document
  const printed: Printed[] = []
  let writers: readonly Actor[] = []
  let at = 0
  let saluted = false
  let posted = false
  let body: Paragraph[] = []
  const close = () => {
    const writer = writers[at]
    const told = body.filter(({ start, end }) => SELF.test(unquoted(text.slice(start, end))))
    if (writer && body.length > 0 && (posted || told.length * 3 >= body.length)) {
      const first = sentences[body[0]!.firstSentence]!
      const last = sentences[body.at(-1)!.endSentence - 1]!
      printed.push({ body: { start: first.start, end: last.end }, sentence: first.index, writer })
    }
    body = []
  }
  for (const paragraph of paragraphs) {
    if (SKIPPED.has(paragraph.kind) || paragraph.endSentence === paragraph.firstSentence) continue
    const words = text.slice(paragraph.start, paragraph.end)
    const heads = headed(words, paragraph.start, namedIn(paragraph.start, paragraph.end))
    if (heads.length > 0) {
      close()
      // A head may be said again, in other words, before what it is of.
      writers = heads
      at = 0
      saluted = false
      posted = HANDLE.test(words)
    } else if (writers.length === 0) continue
    else if (SALUTATION.test(words.trim()) && words.length < 80) {
      close()
      if (saluted) at++
      saluted = true
    } else if (/^["“‘'«]/.test(words.trim()) || document.sentences[paragraph.firstSentence]!.label) close()
    else if (namedIn(paragraph.start, paragraph.end).some(({ actor }) => actor === writers[at])) {
      // "June Okafor" under the letter is its signature; a sentence about her is not hers.
      close()
      if (words.trim().split(/\s+/).length > 12) writers = []
    } else body.push(paragraph)
  }
  close()
  return printed
}

/** The people whose writing a head announces. */
function headed(words: string, start: number, named: readonly Named[]): Actor[] {
  if (words.length > LONGEST_HEAD || named.length === 0) return []
  const by = BY.exec(words)
  const behind = by ? named.filter((one) => one.start >= start + by.index + by[0].length) : []
  const owners = named.filter(({ end }) => OWN.test(words.slice(end - start)))
  const people = behind.length > 0 && owners.length === 0 ? behind.slice(0, 2) : owners
  return [...new Set(people.flatMap(({ actor }) => (actor ? [actor] : [])))]
}

function unquoted(words: string): string {
  return words.replace(/[“"][^”"]*[”"]/g, '')
}
