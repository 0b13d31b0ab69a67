import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyHouse, inDirectory, whipcount } from '../house/command.ts'

const url = 'https://ledger.example/news/finch'
const story = (people: number, more: string, stamp: string) =>
  `${stamp}\nSean Casey said Justin Trudeau must resign. He has ${people} plants in his office.${more}\nShare this article\n`
const long = ' Wayne Long said Justin Trudeau must go.'

/** The states of one page, and when each was fetched. */
const states = [
  { text: story(20, long, 'Updated 14:05'), captured: '2024-10-21T14:10:00Z' },
  { text: story(20, long, 'Updated 16:30'), captured: '2024-10-21T16:40:00Z' },
  { text: story(24, '', 'Updated 18:00'), captured: '2024-10-21T18:10:00Z' },
]

describe('whipcount article', () => {
  it('shows the states of an article, what changed, and which claims came and went; a stamp makes no state', {
    timeout: 400_000,
  }, async () => {
    await inDirectory(async (directory) => {
      const data = ['--data', join(directory, 'data')]
      await emptyHouse(data[1]!)
      const taken: string[] = []
      for (const state of states) {
        const line = JSON.stringify({ url, outlet: 'Ledger', published: '2024-10-21', ...state })
        const { code, stdout } = await whipcount(['ingest', '-', '--challenge', 'lpc-2024', ...data], {
          input: line,
        })
        expect(code).toBe(0)
        taken.push(stdout)
      }
      expect(taken[1]).toContain('0 with events, 0 nothing found, 1 already known')
      const { stdout } = await whipcount(['article', `${url}?utm_source=feed`, '--json', ...data])
      const history = JSON.parse(stdout) as {
        captured_at: string
        came: { name: string }[]
        went: { name: string }[]
        changes: { kind: string; words: string[] }[] | null
      }[]
      expect(history.map(({ captured_at }) => captured_at)).toEqual([
        '2024-10-21T14:10:00.000Z',
        '2024-10-21T18:10:00.000Z',
      ])
      expect(history[0]!.came.map(({ name }) => name).sort()).toEqual(['Sean Casey', 'Wayne Long'])
      expect(history[1]).toMatchObject({ came: [], went: [{ name: 'Wayne Long' }] })
      const wordsOf = (kind: string) =>
        history[1]!.changes!.filter((run) => run.kind === kind).flatMap(({ words }) => words)
      expect(wordsOf('come')).toEqual(['18:00', '24'])
      expect(wordsOf('gone').join(' ')).toBe(`14:05 20 ${long.trim()}`)

      const text = await whipcount(['article', url, ...data])
      expect(text.stdout).toContain('has [-20-] {+24+} plants')
      expect(text.stdout).toContain('- public-call of Wayne Long: "Wayne Long said Justin Trudeau must go."')
      const { stdout: positions } = await whipcount(['positions', '--json', '--known', '2024-10-21', ...data])
      const placed = (JSON.parse(positions) as { name: string; position: string }[]).filter(
        ({ position }) => position !== 'unknown',
      )
      expect(placed.map(({ name }) => name)).toEqual(['Sean Casey'])
      expect(await whipcount(['article', 'https://ledger.example/other', ...data])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('has been collected'),
      })
    })
  })
})
