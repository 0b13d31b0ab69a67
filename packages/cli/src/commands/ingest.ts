import type { SourceItem, SubmissionDefaults } from '@whipcount/collector'
import { findFiles, readFileSource, readStream } from '@whipcount/collector'
import { Failure } from '@whipcount/events'
import { shippedChallenges } from '../challenge-source.ts'
import type { House } from '../house.ts'
import type { Progress } from '../terminal/progress.ts'

/** What an ingest did, in articles: `read` is the sum of the four after it. */
export interface IngestSummary {
  readonly read: number
  readonly withEvents: number
  readonly nothingFound: number
  readonly alreadyKnown: number
  readonly deadLetters: number
  /** Of those read, how many a language model failed on: what the rules found counts, and they were set aside besides. */
  readonly inPart: number
}

/** Articles handed to the collector at once. */
const GROUP = 200

/** Warnings of one kind that are written out; the rest are counted. */
const WRITTEN_OUT = 3

/**
 * Takes in every article of the paths (`-` is standard input), waits until each has been read for every declared challenge and
 * is in the read models, and counts what became of them. Warns where no challenge is declared: then nothing was read for claims.
 *
 * Throws `input-missing` before anything is taken in where a path does not exist.
 */
export async function ingest(
  house: House,
  paths: readonly string[],
  options: {
    defaults: SubmissionDefaults
    stdin: AsyncIterable<Buffer>
    progress: Progress
    warn: (line: string) => void
  },
): Promise<IngestSummary> {
  const { defaults, stdin, progress, warn } = options
  const onDisk = paths.filter((path) => path !== '-')
  const { files, leftAlone } = await findFiles(onDisk)
  if (files.length === 0 && !paths.includes('-')) {
    throw new Failure(
      'input-missing',
      `${onDisk.join(', ')}: no article in it. Articles are .txt, .text, .md, .jsonl or .ndjson files.`,
    )
  }
  if (leftAlone.length > 0)
    warn(
      leftAlone.length === 1
        ? `${leftAlone[0]} is of another kind and was left alone.`
        : `${leftAlone.length} files of other kinds were left alone, the first ${leftAlone[0]}.`,
    )

  let read = 0
  let alreadyKnown = 0
  let deadLetters = 0
  let inFuture = 0
  const fresh: { article: string; revision: string }[] = []
  let group: SourceItem[] = []
  const flush = async (): Promise<void> => {
    const outcomes = await house.collector.collect(group)
    group = []
    for (const outcome of outcomes) {
      read++
      if (outcome.kind === 'known') alreadyKnown++
      else if (outcome.kind === 'set-aside') {
        deadLetters++
        warn(outcome.failure.message)
      } else {
        fresh.push({ article: outcome.article, revision: outcome.revision })
        if (outcome.future !== null && ++inFuture <= WRITTEN_OUT) {
          warn(
            `${outcome.where}: published ${outcome.future} is in the future; taken as given. Correct it if it is a slip.`,
          )
        }
      }
    }
  }
  for (const [index, file] of [...files, ...(paths.includes('-') ? ['-'] : [])].entries()) {
    const items =
      file === '-' ? readStream(stdin, 'standard input', 'stdin', defaults) : readFileSource(file, defaults)
    for await (const item of items) {
      group.push(item)
      if (group.length >= GROUP) await flush()
      progress.update(
        files.length > 1 ? index : read,
        files.length > 1 ? files.length : null,
        files.length > 1 ? 'files' : 'articles',
      )
    }
  }
  if (group.length > 0) await flush()
  if (inFuture > WRITTEN_OUT)
    warn(`… and ${inFuture - WRITTEN_OUT} more articles whose published day is in the future.`)
  await house.settled((done, total) => progress.update(done, total, 'records'))
  const { withEvents, failed, inPart } = await house.queries.readingOutcomes(fresh)
  progress.end()
  if (inPart > 0) {
    warn(
      `${inPart} articles were read by the rules alone and set aside besides: see \`whipcount dead-letters list\`, then redrive.`,
    )
  }
  if ((await house.desk.refresh()).size === 0) {
    warn(
      `no challenge is declared, so the articles were kept and searched for nothing. \`whipcount challenge declare ID_OR_PATH\` has them read (shipped: ${shippedChallenges().join(', ')}).`,
    )
  }
  return {
    read,
    withEvents,
    nothingFound: fresh.length - withEvents - failed,
    alreadyKnown,
    deadLetters: deadLetters + failed,
    inPart,
  }
}
