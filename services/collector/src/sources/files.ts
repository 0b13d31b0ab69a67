import { createReadStream, type Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Failure } from '@whipcount/events'
import { findHeader } from '@whipcount/language'
import {
  LONGEST_TEXT_BYTES,
  publishedDay,
  type Submission,
  type SubmissionDefaults,
  submissionFromJson,
  tooLong,
} from '../submission.ts'

/** What a source yields: an article, or something that cannot be one, with the reason and as much of it as is kept. */
export type SourceItem =
  | { readonly submission: Submission }
  | { readonly rejected: Failure; readonly where: string; readonly payload: string }

const TEXT = new Set(['.txt', '.text', '.md'])
const LINES = new Set(['.jsonl', '.ndjson'])
/** How much of a rejected input is kept with its dead letter, in characters. */
const KEPT = 4096

const isText = (path: string): boolean => TEXT.has(extname(path).toLowerCase())
const isLines = (path: string): boolean => LINES.has(extname(path).toLowerCase())

/** The files that a path stands for, and those in a directory that are of no kind that is read. */
export interface FoundFiles {
  readonly files: readonly string[]
  readonly leftAlone: readonly string[]
}

/**
 * Finds the files of the paths: a file as itself, a directory with all that lies below it, in the order of their names. In a
 * directory only `.txt`, `.text`, `.md`, `.jsonl` and `.ndjson` are read; hidden files, and links to directories, are left alone.
 * Throws `input-missing` for a path that does not exist.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files: string[] = []
  const leftAlone: string[] = []
  const walk = async (directory: string): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const path = join(directory, entry.name)
      if (entry.name.startsWith('.')) leftAlone.push(path)
      else if (entry.isDirectory()) await walk(path)
      else if ((isText(path) || isLines(path)) && (await mayBeFile(entry, path))) files.push(path)
      else leftAlone.push(path)
    }
  }
  for (const path of paths) {
    const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
      throw new Failure(
        'input-missing',
        `${path}: no such file or directory. Nothing was taken in; check the path.`,
        { cause },
      )
    })
    if (found.isDirectory()) await walk(path)
    else files.push(path)
  }
  return { files, leftAlone }
}

/** Whether a directory's entry is a file, or a link that leads to one or nowhere: what leads nowhere is set aside when it is read. */
async function mayBeFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  return stat(path).then(
    (found) => found.isFile(),
    () => true,
  )
}

/**
 * Reads the articles of a file: JSON lines by extension or by a first character `{`; else one text. A pipe (`<(zcat news.gz)`) is read
 * as standard input is. A file that the system does not let be read is set aside with the system's reason.
 */
export async function* readFileSource(
  path: string,
  defaults: SubmissionDefaults,
): AsyncGenerator<SourceItem> {
  try {
    const found = await stat(path)
    if (found.isFile()) yield* readFile(path, found.size, defaults)
    else yield* readStream(createReadStream(path), path, 'file', defaults)
  } catch (cause) {
    const { syscall, message } = cause as NodeJS.ErrnoException
    if (syscall === undefined) throw cause
    const rejected = new Failure(
      'input-unreadable',
      `${path}: cannot be read (${message}). Mend that and ingest it again.`,
      { fate: 'deadLetter', cause },
    )
    yield { rejected, where: path, payload: '' }
  }
}

async function* readFile(
  path: string,
  size: number,
  defaults: SubmissionDefaults,
): AsyncGenerator<SourceItem> {
  if (isLines(path) || (!isText(path) && (await firstCharacter(path)) === '{')) {
    yield* readLines(createReadStream(path), path, 'file', defaults)
    return
  }
  if (size > LONGEST_TEXT_BYTES + 3) {
    const handle = await open(path)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(KEPT), 0, KEPT, 0)
      yield {
        rejected: tooLong(path, size),
        where: path,
        payload: buffer.subarray(0, bytesRead).toString('latin1'),
      }
    } finally {
      await handle.close()
    }
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path)) chunks.push(chunk as Buffer)
  yield textItem(Buffer.concat(chunks), path, 'file', defaults)
}

/** The first character that is neither white space nor a byte order mark; none where there is no other. */
function firstOf(bytes: Buffer): string {
  return bytes.toString('utf8').trimStart().slice(0, 1)
}

/** Reads standard input: JSON lines where it begins with `{`, else one text. */
export async function* readStream(
  stream: AsyncIterable<Buffer>,
  where: string,
  via: string,
  defaults: SubmissionDefaults,
): AsyncGenerator<SourceItem> {
  const iterator = stream[Symbol.asyncIterator]()
  const head: Buffer[] = []
  let start = ''
  while (start === '') {
    const next = await iterator.next()
    if (next.done) break
    head.push(next.value)
    start = firstOf(next.value)
  }
  const whole = (async function* () {
    yield* head
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  })()
  if (start === '{') {
    yield* readLines(whole, where, via, defaults)
    return
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of whole) {
    size += chunk.length
    if (size <= LONGEST_TEXT_BYTES + 3) chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  if (size > LONGEST_TEXT_BYTES + 3) {
    yield { rejected: tooLong(where, size), where, payload: bytes.subarray(0, KEPT).toString('latin1') }
  } else yield textItem(bytes, where, via, defaults)
}

/** Reads JSON lines. A line that is no article is set aside with its number; the others go in. */
export async function* readLines(
  stream: AsyncIterable<Buffer>,
  where: string,
  via: string,
  defaults: SubmissionDefaults,
): AsyncGenerator<SourceItem> {
  let number = 0
  for await (const bytes of linesOf(stream)) {
    number++
    const at = `${where}:${number}`
    const line = decodeUtf8(bytes, at)
    if (typeof line !== 'string') {
      yield line
      continue
    }
    if (line.trim() === '') continue
    try {
      yield { submission: submissionFromJson(line, at, via, defaults) }
    } catch (error) {
      yield { rejected: error as Failure, where: at, payload: line.slice(0, LONGEST_TEXT_BYTES) }
    }
  }
}

/** The lines of a stream, without their newline: the only character that ends a line of JSON (U+2028 may stand in it). */
export async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = []
  for await (const chunk of stream) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      pending.push(chunk.subarray(from, end))
      yield pending.length === 1 ? pending[0]! : Buffer.concat(pending)
      pending = []
      from = end + 1
    }
    if (from < chunk.length) pending.push(chunk.subarray(from))
  }
  if (pending.length > 0) yield Buffer.concat(pending)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text of UTF-8 bytes without a byte order mark; else the rejection that names the first wrong byte. */
function decodeUtf8(bytes: Buffer, where: string): string | SourceItem {
  if (bytes.includes(0)) {
    const rejected = new Failure(
      'input-unreadable',
      `${where}: holds a NUL byte at ${bytes.indexOf(0)}, so it looks binary, not text. Nothing was taken in.`,
      { fate: 'deadLetter' },
    )
    return { rejected, where, payload: bytes.subarray(0, KEPT).toString('latin1') }
  }
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    const rejected = new Failure(
      'input-unreadable',
      `${where}: not UTF-8 from byte ${firstWrongByte(bytes)} on. Convert it (iconv -f WINDOWS-1252 -t UTF-8) and ingest it again.`,
      { fate: 'deadLetter', cause },
    )
    return { rejected, where, payload: bytes.subarray(0, KEPT).toString('latin1') }
  }
}

/** Where the bytes differ from what they would be if each wrong one were U+FFFD; that character itself may stand before them. */
function firstWrongByte(bytes: Buffer): number {
  const mended = Buffer.from(bytes.toString('utf8'))
  return bytes.findIndex((byte, index) => byte !== mended[index])
}

function textItem(bytes: Buffer, where: string, via: string, defaults: SubmissionDefaults): SourceItem {
  const text = decodeUtf8(bytes, where)
  if (typeof text !== 'string') return text
  if (/^\s*\[\s*\{/.test(text)) {
    const rejected = new Failure(
      'article-invalid',
      `${where}: a JSON array. Write one article a line (jq -c '.[]') and ingest that.`,
      { fate: 'deadLetter' },
    )
    return { rejected, where, payload: text.slice(0, KEPT) }
  }
  const header = findHeader(text)
  try {
    const published = publishedDay(writtenDay(header.published), where) ?? defaults.published
    const submission: Submission = {
      text,
      url: null,
      id: null,
      outlet: header.source ?? defaults.outlet,
      title: null,
      byline: null,
      published,
      captured: defaults.captured,
      via,
      where,
    }
    return { submission }
  } catch (error) {
    return { rejected: error as Failure, where, payload: text.slice(0, KEPT) }
  }
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** The day of a header's date in words (`23 October 2024`, `Oct. 23, 2024`) or with slashes, as YYYY-MM-DD; anything else as it came. */
function writtenDay(written: string | null): string | null {
  const words = /^(?:(\d{1,2}) (\p{L}{3,})\.?|(\p{L}{3,})\.? (\d{1,2})),? (\d{4})$/u.exec(written ?? '')
  if (!words) return written?.replace(/^(\d{4})\/(\d\d)\/(\d\d)$/, '$1-$2-$3') ?? null
  const [, dayFirst, monthAfter, monthFirst, dayAfter, year] = words
  const name = (monthAfter ?? monthFirst ?? '').toLowerCase()
  const month = MONTHS.findIndex((one) => one.startsWith(name)) + 1
  if (month === 0) return written
  return `${year}-${String(month).padStart(2, '0')}-${(dayFirst ?? dayAfter ?? '').padStart(2, '0')}`
}

async function firstCharacter(path: string): Promise<string> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0)
    return firstOf(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}
