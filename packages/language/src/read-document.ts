import type { Document, Paragraph, Sentence, Token } from './document.ts'
import { findHeader } from './header.ts'
import { type Block, classify, paragraphSpans } from './paragraphs.ts'
import { findQuotations } from './quotations.ts'
import { repair } from './repair.ts'
import { sentenceEnds } from './sentences.ts'
import { findStatements } from './statements.ts'
import { tokenize } from './tokens.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * Reads a text with its structure: paragraphs, sentences, tokens, quotations, statements. Every span is true to the text as
 * given, also where mojibake was read as what it was. It never throws, and takes time linear in the length of the text.
 */
export function readDocument(text: string, options: { readonly published: string | null }): Document {
  const tokens = tokenize(repair(text))
  const header = findHeader(text)
  const blocks = blocksOf(text, tokens, header.bodyStart)
  const paragraphs: Paragraph[] = []
  const sentences: Sentence[] = []
  classify(blocks, tokens, text)
  for (const block of blocks) {
    if (block.end <= header.bodyStart) block.kind = 'furniture'
    const firstSentence = sentences.length
    let firstToken = block.first
    for (const endToken of sentenceEnds(
      tokens,
      block.label ? block.label[1] : block.first,
      block.last,
      text,
    )) {
      const label = firstToken === block.first ? block.label : null
      for (let i = firstToken; i < endToken; i++) {
        const token: Writable<Token> | undefined = tokens[i]
        if (token) token.sentence = sentences.length
      }
      sentences.push({
        index: sentences.length,
        paragraph: paragraphs.length,
        kind: block.kind,
        start: tokens[firstToken]?.start ?? block.start,
        end: tokens[endToken - 1]?.end ?? block.end,
        firstToken,
        endToken,
        label: label
          ? { start: tokens[label[0]]?.start ?? block.start, end: tokens[label[1] - 1]?.end ?? block.start }
          : null,
      })
      firstToken = endToken
    }
    paragraphs.push({
      index: paragraphs.length,
      start: block.start,
      end: block.end,
      kind: block.kind,
      firstSentence,
      endSentence: sentences.length,
    })
  }
  const quotations = findQuotations(paragraphs, sentences, tokens)
  const statements = findStatements({ paragraphs, sentences, tokens, quotations })
  return { text, published: options.published, paragraphs, sentences, tokens, quotations, statements }
}

/** The paragraphs that hold at least one token; a header on the line of the first sentence is one of its own. */
function blocksOf(text: string, tokens: readonly Token[], bodyStart: number): Block[] {
  const blocks: Block[] = []
  let at = 0
  const spans = paragraphSpans(text).flatMap((span) =>
    span.start < bodyStart && bodyStart < span.end
      ? [
          { start: span.start, end: bodyStart },
          { start: bodyStart, end: span.end },
        ]
      : [span],
  )
  for (const span of spans) {
    const first = at
    while (at < tokens.length && (tokens[at]?.start ?? 0) < span.end) at += 1
    if (at === first) continue
    blocks.push({
      start: tokens[first]?.start ?? span.start,
      end: tokens[at - 1]?.end ?? span.end,
      first,
      last: at,
      kind: 'body',
      label: null,
    })
  }
  return blocks
}
