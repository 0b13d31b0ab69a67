import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Challenge, canonicalJson, sha256Of } from '@whipcount/events'
import { challengeScope } from '@whipcount/roster'

const require = createRequire(import.meta.url)

/** The packages whose code decides what an extractor finds. */
const EXTRACTOR_PACKAGES = ['@whipcount/language', '@whipcount/roster', '@whipcount/rules'] as const

/**
 * Content hash of the extractor as it stands: every source file of rules, roster and language (tests left out), and the
 * versions of what they depend on. Read once; another build of the same sources has the same hash.
 */
export const extractorHash: string = (() => {
  const parts: [string, string][] = []
  const dependencies = new Set<string>()
  for (const name of EXTRACTOR_PACKAGES) {
    const source = dirname(require.resolve(name))
    const manifest = JSON.parse(readFileSync(join(source, '..', 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>
    }
    for (const dependency of Object.keys(manifest.dependencies ?? {})) {
      if (!dependency.startsWith('@whipcount/')) dependencies.add(dependency)
    }
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((f) => /\.(ts|json)$/.test(f) && !f.endsWith('.test.ts')).sort()) {
      parts.push([
        `${name}/${file.replaceAll('\\', '/')}`,
        sha256Of(readFileSync(join(source, file), 'utf8')),
      ])
    }
  }
  const versions = [...dependencies].sort().map((name) => [name, installedVersion(name)])
  return sha256Of(canonicalJson([parts, versions]))
})()

function installedVersion(name: string): string {
  for (const directory of require.resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(readFileSync(join(directory, name, 'package.json'), 'utf8')) as { version: string })
        .version
    } catch {}
  }
  return 'unknown'
}

/** The ruleset for a challenge: the extractor's hash and that of the parts of the challenge that it reads. */
export function rulesetOf(challenge: Challenge): string {
  return sha256Of(canonicalJson([extractorHash, challengeScope(challenge)]))
}
