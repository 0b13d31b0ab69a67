import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Challenge, canonicalJson, sha256Of } from '@whipcount/events'
import { type Extractor, promptOf } from '@whipcount/extractors'
import { challengeScope } from '@whipcount/roster'

const require = createRequire(import.meta.url)

/** The packages whose code decides what the rules find. */
const RULES_PACKAGES = ['@whipcount/language', '@whipcount/roster', '@whipcount/rules'] as const
/** And what a model’s answer comes to. */
const MODEL_PACKAGES = ['@whipcount/extractors'] as const

/** Content hash of packages: every source file (tests left out), and the versions of what they depend on. */
function hashOf(packages: readonly string[]): string {
  const parts: [string, string][] = []
  const dependencies = new Set<string>()
  for (const name of packages) {
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
        createHash('sha256')
          .update(readFileSync(join(source, file)))
          .digest('hex'),
      ])
    }
  }
  const versions = [...dependencies].sort().map((name) => [name, installedVersion(name)])
  return sha256Of(canonicalJson([parts, versions]))
}

let ofRules: string | null = null

/** Content hash of the rules as they stand. Read once; another build of the same sources has the same hash. */
export function extractorHash(): string {
  ofRules ??= hashOf(RULES_PACKAGES)
  return ofRules
}

function installedVersion(name: string): string {
  for (const directory of require.resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(readFileSync(join(directory, name, 'package.json'), 'utf8')) as { version: string })
        .version
    } catch {}
  }
  return 'unknown'
}

/**
 * The ruleset for a challenge: the hash of the rules and that of the parts of the challenge that they read. Where a model is asked too,
 * the model and what it is told are part of it, and so is the code that makes claims of its answers.
 */
export function rulesetOf(challenge: Challenge, model: Extractor | null = null): string {
  const rules = [extractorHash(), challengeScope(challenge)]
  if (model === null) return sha256Of(canonicalJson(rules))
  return sha256Of(
    canonicalJson([...rules, hashOf(MODEL_PACKAGES), model.version, sha256Of(promptOf(challenge))]),
  )
}
