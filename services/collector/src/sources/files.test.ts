import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFiles, readFileSource, readStream, type SourceItem } from './files.ts'

const none = { outlet: null, published: null, captured: null }
const line = JSON.stringify({ text: 'Vale should resign.', outlet: 'Ledger' })

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'whipcount-files-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(directory, name), content)
  return join(directory, name)
}
const told = async (items: AsyncIterable<SourceItem>) => {
  const all = []
  for await (const item of items) all.push('rejected' in item ? item.rejected.message : item.submission)
  return all
}
const read = (path: string) => told(readFileSource(path, none))
const readIn = (...chunks: string[]) => {
  const stream = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk)
  })()
  return told(readStream(stream, 'standard input', 'stdin', none))
}

describe('the files of a directory', () => {
  it('are those of known kinds in either case; links that go round, and pipes, are left alone', async () => {
    write('LOUD.TXT', 'Text')
    mkdirSync(join(directory, 'below'))
    symlinkSync('..', join(directory, 'below', 'round.txt'))
    symlinkSync('../LOUD.TXT', join(directory, 'below', 'to-file.txt'))
    symlinkSync('nowhere', join(directory, 'to-nowhere.txt'))
    await promisify(execFile)('mkfifo', [join(directory, 'pipe.txt')])
    expect(await findFiles([directory])).toEqual({
      files: ['LOUD.TXT', 'below/to-file.txt', 'to-nowhere.txt'].map((name) => join(directory, name)),
      leftAlone: ['below/round.txt', 'pipe.txt'].map((name) => join(directory, name)),
    })
  })
})

describe('a file', () => {
  it('that cannot be read is set aside with the reason', async () => {
    const path = join(directory, 'gone.txt')
    expect(await read(path)).toEqual([
      `${path}: cannot be read (ENOENT: no such file or directory, stat '${path}'). Mend that and ingest it again.`,
    ])
  })

  it('that is a pipe is read whole', async () => {
    const path = join(directory, 'pipe')
    await promisify(execFile)('mkfifo', [path])
    const writing = promisify(execFile)('sh', ['-c', `printf '%s\\n' '${line}' '${line}' > ${path}`])
    expect(await read(path)).toMatchObject([{ where: `${path}:1` }, { where: `${path}:2` }])
    await writing
  })

  it.each([
    ['date 2024-10-23', '2024-10-23'],
    ['Date: 3 October 2024', '2024-10-03'],
    ['Published: Oct. 23, 2024', '2024-10-23'],
    ['Published: Sept. 3, 2024', '2024-09-03'],
    ['date 2024/10/23', '2024-10-23'],
  ])('has the published day of its first line, %s', async (first, published) => {
    expect(await read(write('a.txt', `${first}\n\nVale should resign.`))).toMatchObject([{ published }])
  })

  it('whose first line gives a day that does not exist is set aside', async () => {
    const path = write('a.txt', 'Date: 31 September 2024\n\nVale should resign.')
    expect(await read(path)).toEqual([`${path}: published "2024-09-31" is no day. Write it as YYYY-MM-DD.`])
  })

  it('that is not UTF-8 is refused with the place of its first wrong byte, whatever stands before', async () => {
    const path = write('a.txt', Buffer.concat([Buffer.from('a \uFFFD b '), Buffer.from([0xe9, 0x20])]))
    expect(await read(path)).toEqual([
      `${path}: not UTF-8 from byte 8 on. Convert it (iconv -f WINDOWS-1252 -t UTF-8) and ingest it again.`,
    ])
  })

  it('that is a JSON array is refused with what to do', async () => {
    const path = write('a.json', `[\n  ${line}\n]`)
    expect(await read(path)).toEqual([
      `${path}: a JSON array. Write one article a line (jq -c '.[]') and ingest that.`,
    ])
  })
})

describe('standard input', () => {
  it('is JSON lines behind a byte order mark too, and a text where it begins with another character', async () => {
    expect(await readIn(`\uFEFF${line}\n`, line)).toMatchObject([
      { outlet: 'Ledger', where: 'standard input:1' },
      { outlet: 'Ledger', where: 'standard input:2' },
    ])
    expect(await readIn('\n', ' ', '[Photo] Vale')).toMatchObject([{ text: '\n [Photo] Vale' }])
  })
})
