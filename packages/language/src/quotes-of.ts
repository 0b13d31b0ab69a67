import type { Document, Span, Statement } from './document.ts'

type Pair = readonly [number, number]

/** A statement as the scorer of attributions reads it. */
export interface Quote {
  /** The words of the source, or null. */
  readonly speaker: string | null
  readonly source: Pair | null
  readonly cue: Pair | null
  readonly content: readonly Pair[]
  readonly kind: Statement['kind']
}

const pair = ({ start, end }: Span): Pair => [start, end]

const FIRST_PERSON = /^(?:i|we)$/i

/** What somebody says of their own saying (`"I think it is over," she said`) is no other person's statement. */
function isOwn(document: Document, { source, within }: Statement): boolean {
  return (
    within !== null && (source === null || FIRST_PERSON.test(document.text.slice(source.start, source.end)))
  )
}

/**
 * The statements of a document with plain spans, in the order of the text; the input of `eval/quotes.mjs`. Statements
 * inside another that name no other speaker are left out.
 */
export function quotesOf(document: Document): Quote[] {
  return document.statements
    .filter((statement) => !isOwn(document, statement))
    .map(({ source, cue, content, kind }) => ({
      speaker: source ? document.text.slice(source.start, source.end) : null,
      source: source ? pair(source) : null,
      cue: cue ? pair(cue) : null,
      content: content.map(pair),
      kind,
    }))
}
