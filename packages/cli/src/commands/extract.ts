import { linesOf, publishedDay } from '@whipcount/collector'
import { Failure } from '@whipcount/events'
import { createExtractor, toExtractLine } from '@whipcount/rules'
import { Schema } from 'effect'
import { loadChallenge } from '../challenge-source.ts'

const decodeArticle = Schema.decodeUnknownSync(
  Schema.Struct({
    id: Schema.Union([Schema.String, Schema.Finite]),
    published: Schema.optionalKey(Schema.NullOr(Schema.String)),
    title: Schema.optionalKey(Schema.NullOr(Schema.String)),
    byline: Schema.optionalKey(Schema.NullOr(Schema.String)),
    outlet: Schema.optionalKey(Schema.NullOr(Schema.String)),
    text: Schema.String,
  }),
)

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
  let number = 0
  for await (const bytes of linesOf(input)) {
    number++
    // Without a byte order mark too.
    const line = bytes.toString('utf8').trim()
    if (line === '') continue
    let article: ReturnType<typeof decodeArticle>
    try {
      article = decodeArticle(JSON.parse(line))
    } catch (cause) {
      const why = (cause as Error).message.replace(/\s*\n\s*/g, ' ')
      throw new Failure(
        'article-invalid',
        `standard input, line ${number}: not an article (${why}). A line is {"id", "published"?, "text"}.`,
        { cause },
      )
    }
    const claims = extractor.extract({
      text: article.text,
      title: article.title ?? null,
      byline: article.byline ?? null,
      published: publishedDay(article.published, `standard input, line ${number}`),
      outlet: article.outlet ?? null,
    })
    const written = output.write(`${JSON.stringify(toExtractLine(String(article.id), claims))}\n`)
    if (!written) await new Promise((resolve) => output.once('drain', resolve))
  }
}
