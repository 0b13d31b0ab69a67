import { describe, expect, it } from 'vitest'
import { whipcount } from './command.ts'

describe('quotes', { timeout: 900_000 }, () => {
  it('writes who said what in each article, with spans that are true to its text', async () => {
    const text = '"It is over," said Jane Moss.\n\nShe told reporters that the bridge "must go".'
    const input = `\uFEFF${JSON.stringify({ id: 'a', text })}\r\n\n${JSON.stringify({ id: 2, text: 'Nothing of this.' })}\n`
    const { code, stdout, stderr } = await whipcount(['quotes'], { input })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [first, second] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(second).toEqual({ article: '2', quotes: [] })
    expect(first).toMatchObject({
      article: 'a',
      quotes: [
        { speaker: 'Jane Moss', kind: 'direct' },
        { speaker: 'She', kind: 'mixed' },
      ],
    })
    const words = (span: [number, number]): string => text.slice(...span)
    expect(words(first.quotes[0].source)).toBe('Jane Moss')
    expect(words(first.quotes[0].cue)).toBe('said')
    expect(first.quotes[0].content.map(words)).toEqual(['It is over,'])
  })

  it('says which line is no article, after those that were', async () => {
    expect(await whipcount(['quotes'], { input: '{"id":"a","text":"x"}\n{"id":"b"}\n' })).toMatchObject({
      code: 1,
      stdout: '{"article":"a","quotes":[]}\n',
      stderr: expect.stringContaining('standard input, line 2: not an article'),
    })
  })

  it('explains itself', async () => {
    const { code, stdout } = await whipcount(['quotes', '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('who said what')
  })
})
