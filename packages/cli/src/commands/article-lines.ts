import { linesOf, publishedDay } from '@whipcount/collector'
import { Failure } from '@whipcount/events'
import { Schema } from 'effect'

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

/** An article of one line of standard input. */
export interface ArticleLine {
  readonly id: string
  readonly text: string
  readonly title: string | null
  readonly byline: string | null
  /** `YYYY-MM-DD` or null. */
  readonly published: string | null
  readonly outlet: string | null
}

/**
 * The articles of a stream of JSON lines, one at a time; empty lines are none. Throws `article-invalid` that names the
 * line where one is no article, or its `published` no day.
 */
export async function* articleLines(input: AsyncIterable<Buffer>): AsyncGenerator<ArticleLine> {
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
    yield {
      id: String(article.id),
      text: article.text,
      title: article.title ?? null,
      byline: article.byline ?? null,
      published: publishedDay(article.published, `standard input, line ${number}`),
      outlet: article.outlet ?? null,
    }
  }
}

/** Writes a value as one line, and waits where the reader is slower. */
export async function writeLine(output: NodeJS.WritableStream, value: unknown): Promise<void> {
  const written = output.write(`${JSON.stringify(value)}\n`)
  if (!written) await new Promise((resolve) => output.once('drain', resolve))
}
