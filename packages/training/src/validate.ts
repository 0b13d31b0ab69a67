import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { madeClaim, ratesOver, readAnnotatedFolder, type Score, score } from '@whipcount/evaluation'
import type { Challenge } from '@whipcount/events'
import { type Classifiers, createExtractor, rules } from '@whipcount/rules'

/** What an extractor finds in an annotated folder, beside what its annotators found. */
export function scoreFolder(folder: string, classifiers: Classifiers | null): Score {
  const challenge = JSON.parse(readFileSync(join(folder, 'challenge.json'), 'utf8')) as Challenge
  const extractor = createExtractor(challenge, rules, classifiers)
  const articles = readAnnotatedFolder(folder)
  const made = new Map(
    articles.map(({ article, text, given, published }) => [
      article,
      extractor
        .extract({ text, title: null, byline: null, published: given ? published : null, outlet: null })
        .map(madeClaim),
    ]),
  )
  return score(articles, made)
}

const percent = (value: number) => (100 * value).toFixed(1).padStart(6)

/** One line of a table of scores. */
export function lineOf(folder: string, { micro, positions }: Score): string {
  return `${basename(folder).padEnd(18)}${percent(micro.precision)}${percent(micro.recall)}${percent(micro.f1)}   ${percent(positions.f1)}`
}

/** One line for each type of claim, over several folders. */
export function linesByType(scores: readonly Score[]): string[] {
  const types = Object.keys(scores[0]!.byType) as (keyof Score['byType'])[]
  return types.map((type) => {
    const { right, missed, precision, recall, f1 } = ratesOver(scores.map(({ byType }) => byType[type]))
    return `${type.padEnd(20)}${percent(precision)}${percent(recall)}${percent(f1)}   of ${right + missed}`
  })
}
