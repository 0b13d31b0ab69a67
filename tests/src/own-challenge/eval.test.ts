import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAnnotatedFolder } from '@whipcount/evaluation'
import { describe, expect, it } from 'vitest'
import { inDirectory, root, whipcount } from '../house/command.ts'

const challenge = {
  id: 'vale-2030',
  name: 'The challenge to Anna Vale',
  leader: { name: 'Anna Vale', other_names: [], titles: ['prime minister'] },
  party: { name: 'Harbour Party', other_names: ['Harbour'] },
  caucus: { name: 'Harbour caucus', other_names: [] },
  window: { from: '2030-01-01', to: null },
  timezone: 'Europe/London',
  roster: [],
}
const text = 'Harbour MP Robert Finch told reporters on Monday that Prime Minister Anna Vale should resign.'
const annotated = (over: object) => ({
  challenge: 'vale-2030',
  published: '2030-05-15',
  given: true,
  claims: [
    {
      type: 'public-call',
      actor: 'Robert Finch',
      attrs: { demand: 'resign' },
      date: '2030-05-14',
      attribution: 'named',
      evidence: text,
      ...over,
    },
  ],
})

function writeFolder(folder: string, annotation: object): void {
  mkdirSync(folder)
  writeFileSync(join(folder, 'challenge.json'), JSON.stringify(challenge))
  writeFileSync(join(folder, 'one.txt'), text)
  writeFileSync(join(folder, 'one.json'), JSON.stringify(annotation))
}

describe('whipcount eval', { timeout: 300_000 }, () => {
  it('lists the misses, the extras and the wrong days of a folder, and counts them', async () => {
    await inDirectory(async (directory) => {
      const folder = join(directory, 'mine')
      writeFolder(folder, annotated({}))
      const { code, stdout } = await whipcount(['eval', folder, '--json'])
      expect(code).toBe(0)
      // Monday was the 13th.
      expect(JSON.parse(stdout)).toMatchObject({
        challenge: 'vale-2030',
        micro: { right: 1, extra: 0, missed: 0 },
        dates: { right: 0, of: 1 },
        differing: [{ article: 'one', what: 'date', wanted: '2030-05-14', got: '2030-05-13' }],
      })
      writeFileSync(join(folder, 'one.json'), JSON.stringify(annotated({ actor: 'Tom Reyes' })))
      const text = (await whipcount(['eval', folder])).stdout
      expect(text).toMatch(/Missed: 1\n.*\n.*\none +public-call · Tom Reyes · demand resign/)
      expect(text).toMatch(
        /Extra: 1\n.*\n.*\none +public-call · Robert Finch · demand resign +public-call\/\S/,
      )
      expect((await whipcount(['eval', folder, '--totals'])).stdout).not.toContain('Robert Finch')
    })
  })

  it('scores claims from a file as it scores those that it reads itself', async () => {
    const folder = join(root, 'tests', 'corpus', 'norhaven')
    await inDirectory(async (directory) => {
      const read = JSON.parse((await whipcount(['eval', folder, '--json'])).stdout)
      expect(read.micro.right).toBeGreaterThan(0)
      const articles = readAnnotatedFolder(folder).map(({ article, text, published, given }) =>
        JSON.stringify({ id: article, text, published: given ? published : null }),
      )
      const extracted = await whipcount(['extract', '--challenge', folder], { input: articles.join('\n') })
      const file = join(directory, 'claims.jsonl')
      writeFileSync(file, extracted.stdout)
      const scored = JSON.parse((await whipcount(['eval', folder, '--claims', file, '--json'])).stdout)
      expect({ ...scored, challenge: read.challenge }).toEqual(read)
      const none = join(directory, 'none.jsonl')
      writeFileSync(none, '')
      const nothing = JSON.parse((await whipcount(['eval', folder, '--claims', none, '--json'])).stdout)
      expect(nothing.unread).toBe(nothing.articles)
      expect(nothing.micro).toMatchObject({ right: 0, missed: read.micro.right + read.micro.missed })
      writeFileSync(none, '{"article": 7}\n')
      const wrong = await whipcount(['eval', folder, '--claims', none])
      expect(wrong.code).toBe(1)
      expect(wrong.stderr).toMatch(
        /^whipcount: article-invalid: .*none\.jsonl, line 1: no claims of an article/,
      )
    })
  })

  it('says what is wrong with an annotation, and that a folder has none', async () => {
    await inDirectory(async (directory) => {
      const folder = join(directory, 'mine')
      writeFolder(folder, annotated({ evidence: 'He went.' }))
      const wrong = await whipcount(['eval', folder])
      expect(wrong.code).toBe(1)
      expect(wrong.stderr).toContain(
        'one.json: claims[0] (public-call): its evidence is not in the text: "He went."',
      )
      const empty = await whipcount(['eval', directory])
      expect(empty.code).toBe(2)
      expect(empty.stderr).toContain('no annotated article in it')
    })
  })
})
