import type { Document, Paragraph, Span } from '@whipcount/language'

/** An answer of an interview whose answers nothing attributes. */
export interface Answer {
  readonly body: Span
  /** Its first sentence. */
  readonly sentence: number
}

/** Fewer questions are those that any report asks. */
const FEWEST = 4
/** One who answers says "I"; a newspaper that asks and answers itself does not. */
const SELF = /\b(?:I|I['’](?:m|ve|d|ll)|me|my|myself)\b/
const SKIPPED = new Set(['furniture', 'duplicate', 'caption', 'letter'])

/**
 * The answers of an interview with one person whom only its introduction names: under `A:`, or as the paragraphs between short
 * paragraphs that ask. Empty where a text is none, or where the newspaper answers itself.
 */
export function answersIn(document: Document): Answer[] {
  const labelled = answersUnder(document)
  const answers = labelled.length > 0 ? labelled : answersBetween(document)
  const own = answers.filter(({ body }) => SELF.test(unquoted(document.text.slice(body.start, body.end))))
  return own.length * 5 >= answers.length * 2 ? answers : []
}

function unquoted(words: string): string {
  return words.replace(/[“"][^”"]*[”"]/g, '')
}

function answerOf({ sentences }: Document, { firstSentence, endSentence }: Paragraph): Answer | null {
  const first = sentences[firstSentence]
  const last = sentences[endSentence - 1]
  if (!first || !last) return null
  return { body: { start: first.label?.end ?? first.start, end: last.end }, sentence: first.index }
}

function answersUnder(document: Document): Answer[] {
  const { paragraphs, sentences, text } = document
  const answers: Answer[] = []
  let questions = 0
  let answering = false
  for (const paragraph of paragraphs) {
    const label = sentences[paragraph.firstSentence]?.label
    const letter = label && /^[QA](?=[.:])/.exec(text.slice(label.start, label.end))?.[0]
    if (label && !letter) answering = false
    if (letter) answering = letter === 'A'
    if (letter === 'Q') questions++
    if (!answering || SKIPPED.has(paragraph.kind) || (!letter && paragraph.kind === 'headline')) continue
    const answer = answerOf(document, paragraph)
    if (answer) answers.push(answer)
  }
  return questions >= FEWEST ? answers : []
}

function answersBetween(document: Document): Answer[] {
  const told = document.paragraphs.filter(({ kind }) => !SKIPPED.has(kind) && kind !== 'transcript')
  const asks = told.map(({ start, end }) => {
    const words = document.text.slice(start, end).trim()
    return words.endsWith('?') && words.length <= 280 && !/[“"]|\bsaid\b/.test(words)
  })
  const first = asks.indexOf(true)
  const last = asks.lastIndexOf(true)
  const questions = asks.filter(Boolean).length
  if (questions < FEWEST || last - first + 1 > questions * 3) return []
  const answers: Answer[] = []
  for (let i = first + 1; i <= Math.min(last + 1, told.length - 1); i++) {
    const answer = asks[i] ? null : answerOf(document, told[i]!)
    if (answer) answers.push(answer)
  }
  return answers
}
