/**
 * Writes what is derived from the event files: `CODEBOOK.md`, `asyncapi.json` and `schemas/*.json`.
 * With `--check` it writes nothing and exits 1 where a committed file is stale, missing or left over.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncapiDocument } from './src/asyncapi.ts'
import { codebookPage, jsonSchemaOf } from './src/codebook.ts'
import { eventDefinitions } from './src/index.ts'

const home = import.meta.dirname
const derived = new Map<string, string>([
  ['CODEBOOK.md', codebookPage()],
  ['asyncapi.json', `${JSON.stringify(asyncapiDocument(), null, 2)}\n`],
])
for (const definition of eventDefinitions) {
  derived.set(
    join('schemas', `${definition.type}.json`),
    `${JSON.stringify(jsonSchemaOf(definition), null, 2)}\n`,
  )
}

const committed = (path: string): string | null => {
  try {
    return readFileSync(join(home, path), 'utf8')
  } catch {
    return null
  }
}
mkdirSync(join(home, 'schemas'), { recursive: true })
const leftOver = readdirSync(join(home, 'schemas'))
  .map((name) => join('schemas', name))
  .filter((path) => !derived.has(path))

if (process.argv.includes('--check')) {
  const stale = [
    ...[...derived].filter(([path, text]) => committed(path) !== text).map(([path]) => path),
    ...leftOver,
  ]
  if (stale.length > 0) {
    console.error(
      `Stale in packages/events: ${stale.join(', ')}. Run \`npm run build\` and commit the result.`,
    )
    process.exit(1)
  }
} else {
  for (const [path, text] of derived) writeFileSync(join(home, path), text)
  for (const path of leftOver) rmSync(join(home, path))
}
