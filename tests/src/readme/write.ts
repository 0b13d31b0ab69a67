/** `npm exec -- node tests/src/readme/write.ts`: puts the real outputs and the table of variables into the README. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inDirectory } from '../house/command.ts'
import {
  cutLike,
  examplesOf,
  makeWorkingCopy,
  printedLines,
  readmePath,
  readReadme,
  runnable,
  runShell,
  written,
} from './readme.ts'

const markdown = readReadme()
await inDirectory(async (directory) => {
  const copy = join(directory, 'whipcount')
  makeWorkingCopy(copy)
  const outputs: (string[] | null)[] = []
  for (const { line, commands, shown } of examplesOf(markdown)) {
    const { code, stdout, stderr } = await runShell(runnable(commands), copy)
    if (code !== 0) throw new Error(`README.md:${line} ended with ${code}: ${stderr}`)
    outputs.push(shown === null ? null : cutLike(shown, printedLines(stdout)))
  }
  writeFileSync(readmePath, written(markdown, outputs))
})
