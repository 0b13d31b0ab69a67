import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inDirectory, whipcount } from '../house/command.ts'

describe('whipcount challenge', { timeout: 300_000 }, () => {
  it('writes a skeleton that is sound as it stands, and never over another', async () => {
    await inDirectory(async (directory) => {
      const folder = join(directory, 'Harbour 2030')
      expect(await whipcount(['challenge', 'init', folder])).toMatchObject({ code: 0, stderr: '' })
      const file = join(folder, 'challenge.json')
      const skeleton = readFileSync(file, 'utf8')
      const checked = await whipcount(['challenge', 'check', folder])
      expect(checked.code).toBe(0)
      expect(checked.stdout).toMatch(/^harbour-2030: sound, with 3 people on the roster/)
      writeFileSync(file, skeleton.replace('harbour-2030', 'mine'))
      const again = await whipcount(['challenge', 'init', folder])
      expect(again).toMatchObject({
        code: 2,
        stderr: `whipcount: usage: ${file} is there already and was left as it is. Name another folder.\n`,
      })
      expect(readFileSync(file, 'utf8')).toContain('"mine"')
    })
  })

  it('says every problem with its file, line and column, and ends with 1', async () => {
    await inDirectory(async (directory) => {
      const folder = join(directory, 'harbour')
      mkdirSync(folder)
      await whipcount(['challenge', 'init', folder])
      const file = join(folder, 'challenge.json')
      const lines = readFileSync(file, 'utf8').replace('"cabinet": true', '"cabinett": true').split('\n')
      writeFileSync(file, lines.join('\n'))
      const line = (part: string) => lines.findIndex((one) => one.includes(part)) + 1
      const { code, stdout } = await whipcount(['challenge', 'check', folder, '--json'])
      expect(code).toBe(1)
      const check = JSON.parse(stdout) as { valid: boolean; problems: { path: string; line: number }[] }
      expect(check.valid).toBe(false)
      // Where something is missing, the object that should hold it is named.
      const role = line('how the news shortens') - 1
      expect(check.problems.map(({ path, line }) => ({ path, line }))).toEqual([
        { path: 'roster[1].roles[0].cabinet', line: role },
        { path: 'roster[1].roles[0].cabinett', line: line('cabinett') },
      ])
    })
  })

  it('names those who could be confused, those of one title together', async () => {
    const { code, stdout } = await whipcount(['challenge', 'check', 'lpc-2024'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^same family name +Maninder Sidhu, Sonia Sidhu$/m)
    expect(stdout.match(/^same title/gm)).toHaveLength(1)
  })
})
