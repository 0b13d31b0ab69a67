import { describe, expect, it } from 'vitest'
import { whipcount } from './command.ts'

const extract = (input: string) => whipcount(['extract', '--challenge', 'lpc-2024'], { input })
const CALL =
  'Liberal MP Sean Casey told reporters on Tuesday that Prime Minister Justin Trudeau "needs to go".'

describe('extract', { timeout: 900_000 }, () => {
  it('writes a line for each article, whatever separators of lines its text holds', async () => {
    const lines = [
      { id: 'a', published: '2024-10-16', text: `${CALL}\u2028\u2029` },
      { id: 2, text: 'Nothing of this.' },
    ]
    const input = `\uFEFF${lines.map((line) => JSON.stringify(line)).join('\r\n')}\n\n`
    const { code, stdout, stderr } = await extract(input)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(found).toMatchObject([
      { article: 'a', claims: [{ date: '2024-10-15' }] },
      { article: '2', claims: [] },
    ])
  })

  it('says which line has a published day that is none', async () => {
    expect(
      await extract(`{"id":"a","text":"x"}\n{"id":"b","published":"yesterday","text":"x"}\n`),
    ).toMatchObject({
      code: 1,
      stdout: '{"article":"a","claims":[]}\n',
      stderr:
        'whipcount: article-invalid: standard input, line 2: published "yesterday" is no day. Write it as YYYY-MM-DD.\n',
    })
  })
})
