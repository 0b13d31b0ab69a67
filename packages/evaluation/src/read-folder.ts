import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '@whipcount/events'
import { type AnnotatedArticle, readAnnotation } from './annotation.ts'

/** Problems that a message lists before it only counts them. */
const LISTED = 20

/**
 * Reads an annotated folder: each `NAME.txt` that has a `NAME.json` beside it, in the order of their names; other files are left alone.
 *
 * Throws `input-missing` where there is no such pair, and `article-invalid` that lists what is wrong with the annotations.
 */
export function readAnnotatedFolder(folder: string): AnnotatedArticle[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (cause) {
    throw new Failure(
      'input-missing',
      `${folder}: ${(cause as Error).message}. Name a folder of annotated articles.`,
      { cause },
    )
  }
  const stems = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((stem) => existsSync(join(folder, `${stem}.txt`)))
    .sort()
  if (stems.length === 0) {
    throw new Failure(
      'input-missing',
      `${folder}: no annotated article in it. Each is a NAME.txt with its NAME.json beside it, in the format of the codebook.`,
    )
  }
  const problems: string[] = []
  const articles: AnnotatedArticle[] = []
  for (const stem of stems) {
    const path = join(folder, `${stem}.json`)
    const text = readFileSync(join(folder, `${stem}.txt`), 'utf8')
    const read = readAnnotation(stem, readFileSync(path, 'utf8'), text)
    if (read.article) articles.push(read.article)
    else problems.push(...read.problems.map((problem) => `  ${path}: ${problem}`))
  }
  if (problems.length > 0) {
    const more = problems.length > LISTED ? [`  … and ${problems.length - LISTED} more`] : []
    throw new Failure(
      'article-invalid',
      [
        `${folder} is not soundly annotated:`,
        ...problems.slice(0, LISTED),
        ...more,
        'Correct the annotations, then score again.',
      ].join('\n'),
      { context: { problems } },
    )
  }
  return articles
}
