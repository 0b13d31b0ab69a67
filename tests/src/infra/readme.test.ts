import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../house/command.ts'
import { readCompose } from './compose.ts'
import { variablesOf } from './deployments.ts'

const markdown = readFileSync(join(root, 'infra', 'README.md'), 'utf8')

describe('the README of infra', () => {
  it('links to nothing, and names no path of the repository, that is not there', () => {
    const links = [...markdown.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => join('infra', link!))
    const paths = [...markdown.matchAll(/(?<=[\s`])(?:infra|packages)\/[\w./-]+/g)].map(([path]) => path)
    expect(links.length).toBeGreaterThan(7)
    expect(paths.length).toBeGreaterThan(3)
    expect([...links, ...paths].filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('names npm scripts and variables that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const named = [...markdown.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!)
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    const variables = [...markdown.matchAll(/\b(WHIPCOUNT|KAFKA)_[A-Z_]+\b(?!\*)/g)].map(([name]) => name)
    const declared = [
      ...Object.values(variablesOf).flatMap(Object.keys),
      'WHIPCOUNT_TEST_DATABASE_URL',
      'WHIPCOUNT_API_',
    ]
    expect(variables.filter((name) => !declared.includes(name))).toEqual([])
  })

  it('names the ports that the compose file publishes', () => {
    const published = Object.values(readCompose().services).flatMap(({ ports = [] }) =>
      ports.map((port) => port.split(':')[1]!),
    )
    expect(published.filter((port) => !markdown.includes(port))).toEqual([])
  })
})
