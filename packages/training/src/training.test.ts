import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { likelihoods, readClassifiers, type StoredClassifiers } from '@whipcount/rules'
import { describe, expect, it } from 'vitest'
import { articlesOf, classes, foldersIn, passagesOf } from './examples.ts'
import { fitClassifier, fitting } from './fit.ts'

const data = join(import.meta.dirname, '..', 'data')
const stored = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../rules/src/weighing/classifiers.json'), 'utf8'),
) as StoredClassifiers
const classifiers = readClassifiers(stored)
const { vectors } = classifiers

describe('what the classifiers are fitted to', () => {
  it('has passages of every class, and their people are found in nearly all of them', () => {
    for (const folder of foldersIn(join(data, 'passages'))) {
      const rows = readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
      const about = rows.filter((row) =>
        /^(?:call|support|noncommittal|signed|leader|leave)/.test(row),
      ).length
      const groups = new Set(
        passagesOf(folder, vectors).stands.flatMap(({ label, group }) => (label > 0 ? [group] : [])),
      )
      expect(groups.size / about, folder).toBeGreaterThan(0.9)
    }
  })

  it('is what the stored classifiers tell apart, and they were fitted to the folders of articles', () => {
    for (const task of ['stands', 'happenings', 'counts'] as const)
      expect(stored[task].classes).toEqual(classes[task])
    const right = { of: 0, found: 0 }
    // Some of them: reading all takes a minute.
    for (const folder of foldersIn(join(data, 'articles')).filter((_, i) => i % 8 === 0))
      for (const example of articlesOf(folder, vectors).stands) {
        if (example.label === 0) continue
        right.of++
        const likely = likelihoods(classifiers.stands, example)
        if (likely.indexOf(Math.max(...likely)) === example.label) right.found++
      }
    expect(right.found / right.of).toBeGreaterThan(0.75)
  })
})

describe('fitting', () => {
  const folder = foldersIn(join(data, 'passages')).find((path) => path.endsWith('vale-2030'))!
  const { counts } = passagesOf(folder, vectors)

  it('gives the same weights for the same examples', () => {
    const [one, two] = [1, 2].map(() => fitClassifier(counts, classes.counts))
    expect(one).toEqual(two)
  })

  it('learns what it is shown', () => {
    const fitted = fitClassifier(counts, classes.counts, { ...fitting, least: 1, epochs: 40 })
    const right = counts.filter((example) => {
      const likely = likelihoods(fitted, example)
      expect(likely.reduce((a, b) => a + b)).toBeCloseTo(1, 4)
      return likely.indexOf(Math.max(...likely)) === example.label
    })
    expect(right.length / counts.length).toBeGreaterThan(0.85)
  })
})
