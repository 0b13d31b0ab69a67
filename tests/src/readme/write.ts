/**
 * `npm exec -- node tests/src/readme/write.ts [PAGE ...]`: puts the real outputs into the README and the pages beside it, and the table of
 * variables into the README; or into the pages named alone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inDirectory, root } from '../house/command.ts'
import {
  createRulesetNames,
  cutLike,
  examplesOf,
  makeEditableCopy,
  makeWorkingCopy,
  pages,
  printedLines,
  readmePath,
  runnable,
  runShell,
  written,
} from './readme.ts'

const asked = process.argv.slice(2)
for (const path of asked.length > 0 ? asked : [readmePath, ...pages]) {
  await inDirectory(async (directory) => {
    const file = path === readmePath ? path : join(root, path)
    const markdown = readFileSync(file, 'utf8')
    const copy = join(directory, 'whipcount')
    if (path === readmePath) makeWorkingCopy(copy)
    else makeEditableCopy(copy)
    const named = createRulesetNames()
    const outputs: (string[] | null)[] = []
    for (const { line, commands, shown } of examplesOf(markdown)) {
      const { code, stdout, stderr } = await runShell(runnable(commands), copy)
      if (code !== 0) throw new Error(`${path}:${line} ended with ${code}: ${stderr}`)
      outputs.push(shown === null ? null : cutLike(shown, printedLines(named(stdout))))
    }
    writeFileSync(file, written(markdown, outputs))
  })
}
