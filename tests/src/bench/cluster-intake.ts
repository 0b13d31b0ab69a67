import { readFileSync } from 'node:fs'
import { type Cluster, type ClusterOptions, onCluster } from '../cluster/cluster.ts'
import type { Service, ServiceName } from '../cluster/service.ts'
import { benchChallenge, type MadeArticle, makeArticles } from './articles.ts'

/** Articles that go through the whole cluster as fast as it takes them. */
export interface ClusterThroughput {
  readonly articles: number
  readonly seconds: number
  readonly perSecond: number
}

/** Articles that come in at a steady pace: how soon they can be read, and what memory each service holds meanwhile. */
export interface ClusterPace {
  readonly articlesPerSecond: number
  readonly seconds: number
  readonly articles: number
  /** Requests that were refused, or whose connection was cut, and were made again. */
  readonly refused: number
  /** Milliseconds from the answer 202 to where the article's reading stands in the read model. */
  readonly visibleMs: { readonly p50: number; readonly p99: number; readonly most: number }
  readonly memory: readonly ClusterMemory[]
}

export interface ClusterMemory {
  readonly service: ServiceName
  readonly firstMiB: number
  readonly lastMiB: number
  readonly mostMiB: number
  /** Of the line through the samples of the second half. */
  readonly slopeMiBPerMinute: number
}

const RELEVANT = 0.1
/** Articles of one request, and requests under way at once. */
const GROUP = 200
const AT_ONCE = 2

/** Articles that go through before a pace is measured: code that was never run is slow. */
const WARM_UP = 100

/** Hands articles in as fast as they are taken, until all are in the read model. */
export function benchThroughput(options: ClusterOptions, articles: number): Promise<ClusterThroughput> {
  return onCluster(options, async (cluster) => {
    const [collector] = await cluster.startAll()
    await cluster.declare(benchChallenge)
    const made = makeArticles(articles, RELEVANT)
    const groups: string[] = []
    for (let lines = linesOf(made, GROUP); lines !== ''; lines = linesOf(made, GROUP)) groups.push(lines)
    const began = performance.now()
    const post = async (): Promise<void> => {
      for (let lines = groups.shift(); lines !== undefined; lines = groups.shift())
        await cluster.post(collector!, lines)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, post))
    await cluster.settled()
    const seconds = (performance.now() - began) / 1000
    return { articles, seconds, perSecond: articles / seconds }
  })
}

function linesOf(made: Generator<MadeArticle>, count: number): string {
  let lines = ''
  for (let n = 0; n < count; n++) {
    const { value, done } = made.next()
    if (done) break
    lines += `${JSON.stringify(value)}\n`
  }
  return lines
}

/** Hands one article in after the other at a pace, and watches the read model and the processes. */
export function benchPace(
  options: ClusterOptions,
  articlesPerSecond: number,
  seconds: number,
): Promise<ClusterPace> {
  return onCluster(options, async (cluster) => {
    const services = await cluster.startAll()
    await cluster.declare(benchChallenge)
    await cluster.post(services[0]!, linesOf(makeArticles(WARM_UP, 1, 3), WARM_UP))
    await cluster.settled()
    const memory = watchMemory(services)
    const sight = watchReadings(cluster)
    const articles = Math.round(articlesPerSecond * seconds)
    const url = `${await services[0]!.url}/articles`
    const posts: Promise<void>[] = []
    const began = performance.now()
    let n = 0
    let refused = 0
    for (const article of makeArticles(articles, RELEVANT, 2)) {
      const due = began + (n * 1000) / articlesPerSecond
      n += 1
      const early = due - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      posts.push(
        (async () => {
          const { id, refusals } = await handIn(url, article)
          refused += refusals
          sight.accepted(id)
        })(),
      )
    }
    await Promise.all(posts)
    const took = (performance.now() - began) / 1000
    const visible = (await sight.all()).sort((a, b) => a - b)
    const at = (share: number): number =>
      visible[Math.min(visible.length - 1, Math.floor(share * visible.length))]!
    return {
      articlesPerSecond: articles / took,
      seconds: took,
      articles,
      refused,
      visibleMs: { p50: at(0.5), p99: at(0.99), most: visible.at(-1)! },
      memory: memory.stop(),
    }
  })
}

const MOST_TRIES = 20
const PAUSE_MS = 250

/** Hands an article in as a client should: what is refused for now is handed in again. Resolves to its id. */
async function handIn(url: string, article: MadeArticle): Promise<{ id: string; refusals: number }> {
  for (let refusals = 0; ; refusals++) {
    let reason: string
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(article),
      })
      const { article: id, message } = (await response.json()) as { article: string; message?: string }
      if (response.status === 202) return { id, refusals }
      reason = `${response.status}: ${message}`
    } catch (error) {
      reason = (error as Error).message
    }
    if (refusals >= MOST_TRIES) throw new Error(reason)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

/** Looks for readings of accepted articles, every 10 ms. */
function watchReadings(cluster: Cluster) {
  const waiting = new Map<string, number>()
  const visible: number[] = []
  let closing = false
  const watching = (async () => {
    while (!closing || waiting.size > 0) {
      if (waiting.size > 0) {
        const found = await cluster.read([...waiting.keys()])
        const now = performance.now()
        for (const article of found) {
          visible.push(now - waiting.get(article)!)
          waiting.delete(article)
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  return {
    accepted: (article: string) => waiting.set(article, performance.now()),
    async all(): Promise<number[]> {
      closing = true
      await watching
      return visible
    },
  }
}

const SAMPLE_MS = 1_000

/** Samples what each process holds; the first tenth, while it warms up, is left out. */
function watchMemory(services: readonly Service[]) {
  const samples = services.map((): number[] => [])
  const timer = setInterval(() => {
    for (const [index, { pid }] of services.entries()) samples[index]!.push(residentMiB(pid))
  }, SAMPLE_MS)
  return {
    stop(): ClusterMemory[] {
      clearInterval(timer)
      return services.map(({ name }, index) => {
        const warm = samples[index]!.slice(Math.floor(samples[index]!.length / 10))
        const half = warm.slice(Math.floor(warm.length / 2))
        return {
          service: name,
          firstMiB: warm[0] ?? 0,
          lastMiB: warm.at(-1) ?? 0,
          mostMiB: Math.max(0, ...warm),
          slopeMiBPerMinute: slopeOf(half) * (60_000 / SAMPLE_MS),
        }
      })
    },
  }
}

function residentMiB(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kib ?? 0) / 102.4) / 10
}

/** Of the line through points one apart, by least squares. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let covariance = 0
  let variance = 0
  for (const [x, value] of values.entries()) {
    covariance += (x - middle) * (value - mean)
    variance += (x - middle) ** 2
  }
  return variance === 0 ? 0 : covariance / variance
}
