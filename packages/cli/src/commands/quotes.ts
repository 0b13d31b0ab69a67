import { type QuoteOptions, quotesOf, readDocument } from '@whipcount/language'
import { articleLines, writeLine } from './article-lines.ts'

/**
 * Reads articles as JSON lines and writes one line of attributed statements for each. Pure: no store, no challenge, no clock.
 * Throws `article-invalid` that names the line where one is no article, or its `published` no day.
 */
export async function quotes(
  options: QuoteOptions,
  input: AsyncIterable<Buffer>,
  output: NodeJS.WritableStream,
): Promise<void> {
  for await (const { id, text, published } of articleLines(input))
    await writeLine(output, { article: id, quotes: quotesOf(readDocument(text, { published }), options) })
}
