import { createExtractor, toExtractLine } from '@whipcount/rules'
import { loadChallenge } from '../challenge-source.ts'
import { articleLines, writeLine } from './article-lines.ts'

/**
 * Reads articles as JSON lines and writes one line of claims for each. Pure: no store, no clock.
 * Throws `article-invalid` that names the line where one is no article, or its `published` no day.
 */
export async function extract(
  challengeSource: string,
  input: AsyncIterable<Buffer>,
  output: NodeJS.WritableStream,
): Promise<void> {
  const extractor = createExtractor(loadChallenge(challengeSource))
  for await (const { id, ...article } of articleLines(input))
    await writeLine(output, toExtractLine(id, extractor.extract(article)))
}
