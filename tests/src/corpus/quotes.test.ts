import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { quotesOf, readDocument } from '@whipcount/language'
import { expect, it } from 'vitest'
import { root } from '../house/command.ts'

type Pair = readonly [number, number]

interface Annotated {
  readonly text: string
  readonly quotes: readonly {
    readonly source: Pair | readonly Pair[] | null
    readonly content: readonly Pair[]
  }[]
}

const folder = join(root, 'tests', 'corpus', 'quotes')
const articles = readdirSync(folder).map(
  (name): Annotated => JSON.parse(readFileSync(join(folder, name), 'utf8')),
)

/** Where the words of some spans begin: words are what is compared, marks are not. */
function wordsOf(text: string, spans: readonly Pair[]): Set<number> {
  const words = new Set<number>()
  for (const [start, end] of spans)
    for (const { index } of text.slice(start, end).matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu))
      words.add(start + index)
  return words
}

const spansOf = (spans: Pair | readonly Pair[] | null): readonly Pair[] =>
  spans === null || spans.length === 0
    ? []
    : typeof spans[0] === 'number'
      ? [spans as Pair]
      : (spans as Pair[])

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

/**
 * F1 of attribution: contents matched one to one, best first, where half their words agree (F1 of words), and the sources share a
 * word or both are missing.
 */
function attribution(): number {
  let right = 0
  let gold = 0
  let found = 0
  for (const { text, quotes } of articles) {
    const side = (list: Annotated['quotes']) =>
      list.map(({ source, content }) => ({
        content: wordsOf(text, content),
        source: wordsOf(text, spansOf(source)),
      }))
    const wanted = side(quotes)
    const made = side(quotesOf(readDocument(text, { published: null })))
    gold += wanted.length
    found += made.length
    const agrees = (i: number, j: number) =>
      overlap(wanted[i]!.source, made[j]!.source) > 0 ||
      (wanted[i]!.source.size === 0 && made[j]!.source.size === 0)
    const pairs = wanted
      .flatMap((one, i) => made.map((other, j) => ({ i, j, value: overlap(one.content, other.content) })))
      .filter(({ value }) => value >= 0.5)
      .sort((a, b) => b.value - a.value || Number(agrees(b.i, b.j)) - Number(agrees(a.i, a.j)))
    const taken = { i: new Set<number>(), j: new Set<number>() }
    for (const { i, j } of pairs) {
      if (taken.i.has(i) || taken.j.has(j)) continue
      taken.i.add(i)
      taken.j.add(j)
      if (agrees(i, j)) right++
    }
  }
  return (2 * right) / (gold + found)
}

it('attributes at least two of three statements of the annotated articles to whoever made them', () => {
  expect(articles.length).toBeGreaterThanOrEqual(8)
  expect(attribution()).toBeGreaterThanOrEqual(0.67)
})
