import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knownVariables } from '@whipcount/service-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../house/command.ts'
import {
  cutLike,
  examplesOf,
  makeWorkingCopy,
  printedLines,
  readReadme,
  runnable,
  runShell,
  scriptsNamed,
  shownTable,
  variablesRead,
  variablesTable,
} from './readme.ts'

const markdown = readReadme()
const examples = examplesOf(markdown)
const stale = 'Stale? `npm exec -- node tests/src/readme/write.ts` writes it anew.'

describe('the README', () => {
  const directory = mkdtempSync(join(tmpdir(), 'whipcount-readme-'))
  const copy = join(directory, 'whipcount')
  beforeAll(() => makeWorkingCopy(copy))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  it('has commands, and shows what some of them print', () => {
    expect(examples.filter(({ commands }) => runnable(commands) !== '').length).toBeGreaterThan(2)
    const shown = examples.flatMap(({ shown }) => (shown === null ? [] : [shown]))
    expect(shown.length).toBeGreaterThan(2)
    expect(shown.filter((lines) => lines.indexOf('…') === 0 || lines.length < 2)).toEqual([])
  })

  it('names only npm scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const inProse = [...markdown.matchAll(/`npm run ([\w-]+)/g)].map((match) => match[1]!)
    const named = [...examples.flatMap(({ commands }) => scriptsNamed(commands)), ...inProse]
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'kafka', 'cluster', 'bench']))
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  // One after the other: later ones ask about what earlier ones took in.
  for (const { line, commands, shown } of examples) {
    const toRun = runnable(commands)
    if (toRun === '') continue
    it(`runs what it tells on line ${line}${shown === null ? '' : ', and prints what it shows'}`, async () => {
      const { code, stdout, stderr } = await runShell(toRun, copy)
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
      if (shown !== null) expect(cutLike(shown, printedLines(stdout)), stale).toEqual(shown)
    })
  }

  it('lists the environment variables as the code declares them', () => {
    expect(shownTable(markdown), stale).toBe(variablesTable())
  })

  it('lists no variable that a service would take for a misspelt one', () => {
    const ours = variablesRead.filter((name) => name.startsWith('WHIPCOUNT_'))
    expect(ours.filter((name) => !knownVariables.includes(name))).toEqual([])
  })

  it('links to nothing that is not there', () => {
    const links = [...markdown.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map((match) => match[1]!)
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([])
  })
})
