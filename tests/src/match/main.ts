/**
 * `npm run match -- PATTERN [FOLDER…]`: tries a candidate for a rule's pattern on annotated articles, and prints each place where it
 * matches with what the annotators found there. See packages/rules/README.md.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type AnnotatedArticle, readAnnotatedFolder } from '@whipcount/evaluation'
import { parseChallenge } from '@whipcount/roster'
import { conditionNames, createTrial, type PatternKind, type Tried } from '@whipcount/rules'
import { root } from '../house/command.ts'

/** The folders that are tried where none is named. `meridia` is kept for measuring: whoever writes rules does not see it. */
const FOLDERS = ['avalia', 'norhaven'].map((name) => join(root, 'tests', 'corpus', name))
const SEALED = 'meridia'

const usage = `usage: npm run match -- PATTERN [FOLDER…] [--said | --told | --listed] [--means] [--by leader] [--unless ${conditionNames.join(',')}]`

function ends(message: string): never {
  console.error(message)
  process.exit(2)
}

const { values, positionals } = (() => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        said: { type: 'boolean', default: false },
        told: { type: 'boolean', default: false },
        listed: { type: 'boolean', default: false },
        means: { type: 'boolean', default: false },
        by: { type: 'string', default: 'figure' },
        unless: { type: 'string', default: '' },
      },
    })
  } catch (error) {
    return ends(`${(error as Error).message}\n${usage}`)
  }
})()
const [pattern, ...named] = positionals
if (pattern === undefined) ends(usage)
const { by, means } = values
if (by !== 'figure' && by !== 'leader') ends(`--by ${by} is neither figure nor leader.\n${usage}`)
const unless = conditionNames.filter((name) => values.unless.split(',').includes(name))
if (unless.length !== values.unless.split(',').filter(Boolean).length)
  ends(`--unless ${values.unless}: the conditions are ${conditionNames.join(', ')}.`)
const kind: PatternKind = values.said ? 'said' : values.told ? 'told' : values.listed ? 'listed' : 'reported'

if (means && kind !== 'said' && kind !== 'told') ends(`--means needs --said or --told.\n${usage}`)

const folders =
  named.length > 0 ? named.map((name) => resolve(process.env['INIT_CWD'] ?? '.', name)) : FOLDERS
if (folders.some((folder) => basename(folder) === SEALED))
  ends(
    `${SEALED} is sealed: what rules are measured on is not read while they are written. Name another folder.`,
  )

let matches = 0
let articles = 0
const found = new Map<string, number>()
for (const folder of folders) {
  const trial = trialOf(folder)
  for (const article of readAnnotatedFolder(folder)) {
    const tried = trial({
      text: article.text,
      title: null,
      byline: null,
      published: article.given ? article.published : null,
      outlet: null,
    })
    if (tried.length > 0) articles++
    for (const one of tried) {
      matches++
      const types = annotatedThere(article, one)
      for (const type of types.length > 0 ? new Set(types.map(({ type }) => type)) : ['nothing'])
        found.set(type, (found.get(type) ?? 0) + 1)
      const there = types.map(({ type, actor }) => (actor === null ? type : `${type} ${actor}`))
      console.log(`${article.article}  ${one.actor ?? '-'}  [${there.join(', ') || 'nothing'}]`)
      console.log(`  ${shown(article.text, one)}`)
    }
  }
}
const annotated = [...found].sort(([, a], [, b]) => b - a).map(([type, count]) => `${type} ${count}`)
console.log(
  `${matches} matches in ${articles} articles${matches > 0 ? `; annotated there: ${annotated.join(', ')}` : ''}`,
)

function trialOf(folder: string): ReturnType<typeof createTrial> {
  const own = join(folder, 'challenge.json')
  const path = existsSync(own) ? own : join(root, 'packages/roster/challenges/lpc-2024/challenge.json')
  try {
    return createTrial(parseChallenge(readFileSync(path, 'utf8'), path), {
      pattern: pattern!,
      kind,
      means,
      by: by as 'figure' | 'leader',
      unless,
    })
  } catch (error) {
    return ends(`${pattern}: ${(error as Error).message}`)
  }
}

/** The claims whose evidence the match lies in. */
function annotatedThere(
  { text, claims }: AnnotatedArticle,
  { start, end }: Tried,
): AnnotatedArticle['claims'] {
  return claims.filter(({ evidence }) => {
    const from = text.indexOf(evidence)
    return from < end && start < from + evidence.length
  })
}

/** The sentence, or what of it and around it the match takes, with the match between angles. */
function shown(text: string, { start, end, sentence }: Tried): string {
  const from = Math.min(sentence.start, start)
  const to = Math.max(sentence.end, end)
  const marked = `${text.slice(from, start)}«${text.slice(start, end)}»${text.slice(end, to)}`
  return marked.replace(/\s+/g, ' ').trim()
}
