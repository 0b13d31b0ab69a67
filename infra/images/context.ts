import { readdirSync } from 'node:fs'
import { join } from 'node:path'

interface Pattern {
  readonly matches: RegExp
  readonly brings: boolean
  readonly text: string
}

/**
 * The files that a `.dockerignore` lets into the build, as paths from the root, sorted. The last pattern that matches a file or a folder
 * above it decides.
 * Source: https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function contextFiles(root: string, dockerignore: string): string[] {
  const patterns = dockerignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(patternOf)
  const ignored = (path: string): boolean => {
    const parts = path.split('/')
    const above = parts.map((_, i) => parts.slice(0, i + 1).join('/'))
    const decides = patterns.findLast(({ matches }) => above.some((one) => matches.test(one)))
    return decides !== undefined && !decides.brings
  }
  const files: string[] = []
  const walk = (directory: string): void => {
    for (const entry of readdirSync(join(root, directory), { withFileTypes: true })) {
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`
      if (!entry.isDirectory()) {
        if (!ignored(path)) files.push(path)
      } else if (
        !ignored(path) ||
        patterns.some(({ brings, text }) => brings && text.startsWith(`${path}/`))
      ) {
        walk(path)
      }
    }
  }
  walk('')
  return files.sort()
}

function patternOf(line: string): Pattern {
  const brings = line.startsWith('!')
  const text = line.replace(/^!/, '').replace(/^\/|\/$/g, '')
  const source = text
    .replace(/[.+^$()|[\]{}]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (glob) =>
      glob === '**/' ? '(?:.*/)?' : glob === '**' ? '.*' : glob === '*' ? '[^/]*' : '[^/]',
    )
  return { matches: new RegExp(`^${source}$`), brings, text }
}
