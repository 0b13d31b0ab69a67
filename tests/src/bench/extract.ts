/**
 * `npm run bench:extract [-- --articles 1000]`: how many articles the extractor reads on one core, of those that speak of the challenge
 * and of those that do not, and the longest that a text of 100 KB takes. Time is that of the processor, so that a busy machine counts
 * for less. Prints a table, and one JSON object as its last line.
 */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseChallenge } from '@whipcount/roster'
import { createExtractor } from '@whipcount/rules'
import { benchChallenge, makeArticles } from './articles.ts'
import { hostileTexts } from './hostile-texts.ts'

const { values } = parseArgs({ options: { articles: { type: 'string', default: '1000' } } })
const count = Number(values.articles)
if (!Number.isInteger(count) || count < 1) {
  console.error(`--articles ${values.articles} is no count of articles.`)
  process.exit(2)
}

const challenge = parseChallenge(
  readFileSync(join(benchChallenge, 'challenge.json'), 'utf8'),
  'challenge.json',
)
const extractor = createExtractor(challenge)
const read = (text: string) =>
  extractor.extract({ text, title: null, byline: null, published: '2031-10-22', outlet: null })

/** Milliseconds of processor time that a piece of work takes. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Articles a second, once what is compiled on first use has been. */
function rate(relevantShare: number, articles: number): { perSecond: number; words: number; claims: number } {
  const texts = [...makeArticles(articles, relevantShare)].map(({ text }) => text)
  for (const text of texts.slice(0, 400)) read(text)
  let claims = 0
  const ms = processorTime(() => {
    for (const text of texts) claims += read(text).length
  })
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / texts.length
  return { perSecond: (articles / ms) * 1000, words, claims }
}

const SIZE = 100_000
const relevant = rate(1, count)
const irrelevant = rate(0, 20 * count)
const slowest = hostileTexts(SIZE, challenge.leader.name)
  .map(({ name, text }) => {
    read(text)
    return { name, ms: Math.min(...[1, 2, 3].map(() => processorTime(() => void read(text)))) }
  })
  .sort((a, b) => b.ms - a.ms)

console.table([
  {
    articles: 'that speak of the challenge',
    'a second': Math.round(relevant.perSecond),
    words: Math.round(relevant.words),
    claims: relevant.claims,
  },
  {
    articles: 'that do not',
    'a second': Math.round(irrelevant.perSecond),
    words: Math.round(irrelevant.words),
    claims: irrelevant.claims,
  },
])
console.log(`\nTexts of ${SIZE / 1000} KB that try to be slow`)
console.table(slowest.map(({ name, ms }) => ({ text: name, ms: Math.round(ms) })))
console.log(
  JSON.stringify({
    bench: 'extract',
    articles: count,
    words: Math.round(relevant.words),
    relevantPerSecond: Math.round(relevant.perSecond),
    irrelevantPerSecond: Math.round(irrelevant.perSecond),
    hostileBytes: SIZE,
    slowestMs: Math.round(slowest[0]!.ms),
    slowest: slowest[0]!.name,
    machine: { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? null },
  }),
)
