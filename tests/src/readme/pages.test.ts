import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../house/command.ts'
import {
  createRulesetNames,
  cutLike,
  examplesOf,
  makeEditableCopy,
  pages,
  printedLines,
  runnable,
  runShell,
} from './readme.ts'

it('finds the pages', () => {
  expect(pages).toEqual(
    expect.arrayContaining([
      'packages/read-store/docs/versions.md',
      'packages/rules/docs/changing-a-rule.md',
    ]),
  )
})

describe.each(pages)('%s', (page) => {
  const markdown = readFileSync(join(root, page), 'utf8')
  const stale = `Stale? \`npm exec -- node tests/src/readme/write.ts ${page}\` writes it anew.`
  const directory = mkdtempSync(join(tmpdir(), 'whipcount-page-'))
  const copy = join(directory, 'whipcount')
  const named = createRulesetNames()
  beforeAll(() => makeEditableCopy(copy))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  for (const { line, commands, shown } of examplesOf(markdown)) {
    const toRun = runnable(commands)
    if (toRun === '') continue
    it(`runs what it tells on line ${line}`, { timeout: 400_000 }, async () => {
      const { code, stdout, stderr } = await runShell(toRun, copy)
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
      if (shown !== null) expect(cutLike(shown, printedLines(named(stdout))), stale).toEqual(shown)
    })
  }

  it('links to nothing that is not there', () => {
    const links = [...markdown.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]!)
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([])
  })
})
