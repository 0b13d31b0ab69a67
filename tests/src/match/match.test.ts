import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { root } from '../house/command.ts'

const match = async (...args: string[]): Promise<{ code: number; out: string }> => {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(root, 'tests/src/match/main.ts'),
      ...args,
    ])
    return { code: 0, out: stdout }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, out: stderr }
  }
}

describe('npm run match', { timeout: 300_000 }, () => {
  it('shows each match in its sentence, with what the annotators found there, and counts them', async () => {
    const { code, out } = await match('{figure} (?:has )?signed {letter}', '--told')
    expect(code).toBe(0)
    expect(out).toMatch(/^\S+-\d{3} {2}\S.* \[.*signature .*\]\n {2}.*«.*signed.*»/m)
    expect(out.trimEnd().split('\n').at(-1)).toMatch(
      /^\d+ matches in \d+ articles; annotated there: signature \d+/,
    )
  })

  it('says what is wrong with what it was given', async () => {
    expect(await match()).toMatchObject({ code: 2, out: expect.stringMatching(/^usage: npm run match/) })
    expect((await match('{leeve}')).out).toContain('There is no word class {leeve}')
    expect((await match('MUST GO', '--means')).out).toContain('--means needs --said or --told.')
    expect((await match('x', '--unless', 'joking')).out).toContain('the conditions are negated')
  })

  it('leaves the sealed folder alone', async () => {
    const { code, out } = await match('x', join(root, 'tests/corpus/meridia'))
    expect(code).toBe(2)
    expect(out).toContain('meridia is sealed')
  })
})
