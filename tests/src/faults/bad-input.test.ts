import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyHouse, inDirectory, whipcount } from '../house/command.ts'

const article = (text: string, more: object = {}): string => JSON.stringify({ text, ...more })
const CALL =
  'Liberal MP Sean Casey told reporters on Tuesday that Prime Minister Justin Trudeau "needs to go".'

/** Ingests one file with the given content and tells what was said. */
async function ingestFile(name: string, content: string | Buffer, more: readonly string[] = []) {
  return inDirectory(async (directory) => {
    const path = join(directory, name)
    writeFileSync(path, content)
    const data = join(directory, 'data')
    await emptyHouse(data)
    const ended = await whipcount([
      'ingest',
      path,
      '--challenge',
      'lpc-2024',
      '--data',
      data,
      '--json',
      ...more,
    ])
    const summary = ended.stdout === '' ? null : JSON.parse(ended.stdout)
    const listed = summary?.deadLetters
      ? (await whipcount(['dead-letters', 'list', '--data', data, '--json'])).stdout
      : '[]'
    return {
      ...ended,
      path,
      summary,
      deadLetters: JSON.parse(listed) as { message: string }[],
    }
  })
}

describe('ingest', () => {
  it('says which path does not exist, and takes nothing in', async () => {
    await inDirectory(async (directory) => {
      const path = join(directory, 'nowhere')
      const ended = await whipcount(['ingest', path, '--data', join(directory, 'data')])
      expect(ended).toMatchObject({ code: 2, stdout: '' })
      expect(ended.stderr).toBe(
        `whipcount: input-missing: ${path}: no such file or directory. Nothing was taken in; check the path.\n`,
      )
    })
  })

  it('sets an empty file aside', async () => {
    const { code, path, summary, deadLetters } = await ingestFile('empty.txt', '')
    expect(code).toBe(4)
    expect(summary).toMatchObject({
      read: 1,
      withEvents: 0,
      nothingFound: 0,
      alreadyKnown: 0,
      deadLetters: 1,
    })
    expect(deadLetters.map((d) => d.message)).toEqual([`${path}: has no text. Nothing was taken in.`])
  })

  it('knows an article that comes a second time, in the same file too', async () => {
    const { summary } = await ingestFile('twice.jsonl', `${article(CALL)}\n${article(CALL)}\n`)
    expect(summary).toEqual({
      read: 2,
      withEvents: 1,
      nothingFound: 0,
      alreadyKnown: 1,
      deadLetters: 0,
      inPart: 0,
    })
  })

  it('refuses a capture time on a day that does not exist', async () => {
    const { code, stderr } = await ingestFile('a.txt', CALL, ['--captured', '2024-02-30T10:00:00Z'])
    expect(code).toBe(2)
    expect(stderr).toContain(
      '--captured: captured "2024-02-30T10:00:00Z" is no time. Write 2024-10-16T12:00:00Z, or a day.',
    )
  })

  it('sets a binary file aside', async () => {
    const { code, path, deadLetters } = await ingestFile(
      'photo.txt',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
    )
    expect(code).toBe(4)
    expect(deadLetters.map((d) => d.message)).toEqual([
      `${path}: holds a NUL byte at 4, so it looks binary, not text. Nothing was taken in.`,
    ])
  })

  it('sets 50 MB of text aside without reading it whole', async () => {
    const { code, path, deadLetters } = await ingestFile('novel.txt', Buffer.alloc(50_000_000, 'a'))
    expect(code).toBe(4)
    expect(deadLetters.map((d) => d.message)).toEqual([
      `${path}: 50000000 bytes of text; an article holds at most 1000000. Split it, or pass JSON lines (.jsonl), one article a line.`,
    ])
  })

  it('sets invalid UTF-8 aside and names the byte', async () => {
    const { code, path, deadLetters } = await ingestFile(
      'latin.txt',
      Buffer.from('Th\xe9riault said no.', 'latin1'),
    )
    expect(code).toBe(4)
    expect(deadLetters.map((d) => d.message)).toEqual([
      `${path}: not UTF-8 from byte 2 on. Convert it (iconv -f WINDOWS-1252 -t UTF-8) and ingest it again.`,
    ])
  })

  it('sets a truncated JSON line aside and takes the other lines in', async () => {
    const lines = [article(CALL), '{"text": "cut o', article('Hockey is played on ice.')].join('\n')
    const { code, path, summary, deadLetters } = await ingestFile('articles.jsonl', lines)
    expect(code).toBe(4)
    expect(summary).toMatchObject({
      read: 3,
      withEvents: 1,
      nothingFound: 1,
      alreadyKnown: 0,
      deadLetters: 1,
    })
    expect(deadLetters).toHaveLength(1)
    expect(deadLetters[0]!.message).toMatch(
      new RegExp(`^${path}:2: not JSON \\(.*\\)\\. Mend the line and ingest it again\\.$`),
    )
  })

  it('takes a date in the future as given and says so', async () => {
    const { code, stderr, path, summary } = await ingestFile(
      'later.jsonl',
      article(CALL, { published: '2199-01-01' }),
    )
    expect(code).toBe(0)
    expect(summary).toMatchObject({ read: 1, withEvents: 1 })
    expect(stderr).toContain(
      `${path}:1: published 2199-01-01 is in the future; taken as given. Correct it if it is a slip.`,
    )
  })

  it('sets an article aside whose date is no day', async () => {
    const { code, path, deadLetters } = await ingestFile(
      'when.jsonl',
      article(CALL, { published: '2024-02-30' }),
    )
    expect(code).toBe(4)
    expect(deadLetters.map((d) => d.message)).toEqual([
      `${path}:1: published "2024-02-30" is no day. Write it as YYYY-MM-DD.`,
    ])
  })

  it('counts articles so that the summary adds up, and knows them the second time', async () => {
    await inDirectory(async (directory) => {
      const path = join(directory, 'a.jsonl')
      writeFileSync(
        path,
        [article(CALL), article('Hockey is played on ice.'), article('Rain.'), '{'].join('\n'),
      )
      const args = ['ingest', path, '--challenge', 'lpc-2024', '--data', join(directory, 'data'), '--json']
      const first = JSON.parse((await whipcount(args)).stdout)
      expect(first).toMatchObject({
        read: 4,
        withEvents: 1,
        nothingFound: 2,
        alreadyKnown: 0,
        deadLetters: 1,
      })
      const second = JSON.parse((await whipcount(args)).stdout)
      expect(second).toMatchObject({
        read: 4,
        withEvents: 0,
        nothingFound: 0,
        alreadyKnown: 3,
        deadLetters: 1,
      })
    })
  })
})

describe('a challenge file', () => {
  it('with a misspelt key is refused with the key, its place and the right word', async () => {
    await inDirectory(async (directory) => {
      mkdirSync(join(directory, 'mine'))
      const path = join(directory, 'mine', 'challenge.json')
      const person = {
        id: 'a-b',
        name: 'A B',
        given_name: 'A',
        family_name: 'B',
        other_names: [],
        roles: [],
        member_form: '2020-01-01',
      }
      writeFileSync(
        path,
        JSON.stringify({
          id: 'mine',
          name: 'Mine',
          leader: { name: 'L M', other_names: [], titles: [] },
          party: { name: 'P', other_names: [] },
          caucus: { name: 'C', other_names: [] },
          window: { from: '2024-01-01', to: null },
          timezone: 'America/Toronto',
          roster: [person],
        }),
      )
      const ended = await whipcount([
        'challenge',
        'declare',
        join(directory, 'mine'),
        '--data',
        join(directory, 'data'),
      ])
      expect(ended.code).toBe(1)
      expect(ended.stderr).toContain(path)
      expect(ended.stderr).toContain('roster[0].member_form is not a known key; did you mean member_from?')
    })
  })

  it('that is neither shipped nor there is refused by name', async () => {
    const ended = await whipcount(['extract', '--challenge', 'no-such'])
    expect(ended.code).toBe(1)
    expect(ended.stderr).toBe(
      'whipcount: challenge-unknown: no-such: neither a shipped challenge (lpc-2024) nor a folder with challenge.json. Name one of them.\n',
    )
  })
})
