import { ArticleErased, canonicalUrl, envelope, eventIdOf, Failure } from '@whipcount/events'
import type { CommandContext, Common } from '../context.ts'
import type { House } from '../house.ts'

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `whipcount erase`: takes an article down, with all that quotes it. */
export function addErase({ command, placeOf, inHouse, show, warn }: CommandContext): void {
  command(
    'erase',
    'Takes an article down: its text and all that quotes it leave the read models and the table log.',
  )
    .argument('<url-or-id>', 'its address, or its id')
    .requiredOption('--reason <text>', 'why; it is kept, so it must not quote the article')
    .requiredOption('--by <name>', 'who decides')
    .action(async (asked: string, options: Common & { reason: string; by: string }) => {
      const place = placeOf(options)
      const erased = await inHouse(place, async (house) => {
        await house.settled()
        const article = await idOf(house, asked)
        return { article, ...(await erase(house, article, options)) }
      })
      if (erased.records === null) {
        warn(
          'the log is in Kafka, where records cannot be rewritten. Its text is still there: run `whipcount export FILE --without ' +
            `${erased.article}\`, import the file under another topic prefix, and delete the former topics.`,
        )
      }
      show(
        options,
        erased,
        ({ article, rows, records }) =>
          `${article} erased: ${rows} rows deleted${records === null ? '' : `, ${records} records of the log rewritten`}`,
      )
    })
}

/** The id of the article that is meant; one that was erased before may be named by its id again. Throws `usage`. */
async function idOf(house: House, asked: string): Promise<string> {
  if (ID.test(asked)) return asked
  const [state] = await house.queries.article(canonicalUrl(asked) ?? asked)
  if (state !== undefined) return state.article
  throw new Failure(
    'usage',
    `No article ${asked} has been collected. Take its address, or the \`article\` of an answer with --json.`,
  )
}

async function erase(
  house: House,
  article: string,
  { reason, by }: { reason: string; by: string },
): Promise<{ rows: number; records: number | null }> {
  const at = new Date().toISOString()
  const id = eventIdOf(ArticleErased.type, article, at)
  const event = envelope(
    ArticleErased,
    { id, subject: article, time: at, source: '/whipcount/desk' },
    { article, reason, by, at },
  )
  const value = JSON.stringify(event)
  // First nothing new is taken in, then nothing answers, and only then is it deleted.
  await house.intake.erase(article)
  await house.log.append('desk', [{ key: article, value }])
  await house.settled()
  return house.purge(article, value)
}
