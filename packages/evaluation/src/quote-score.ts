type Pair = readonly [number, number]

/** An attribution to compare: who is the source of what. Spans in UTF-16 units of the text, end exclusive. */
export interface Attributed {
  readonly source: Pair | readonly Pair[] | null
  readonly content: readonly Pair[]
}

/** How many attributions there are on both sides, and how many are the same. */
export interface QuoteScore {
  readonly expected: number
  readonly made: number
  readonly right: number
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

/**
 * Compares the attributions of one text, each with at most one other, nearest first: contents whose words overlap by half
 * (F1), with sources that share a word or are both missing. The measure of Newell, Margolin and Ruths 2018, made lenient on
 * extents. The order of the lists does not matter.
 */
export function scoreQuotes(
  text: string,
  expected: readonly Attributed[],
  made: readonly Attributed[],
): QuoteScore {
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }): Pair => [index, index + word.length])
  const covered = (spans: readonly Pair[]): Set<number> =>
    new Set(
      words.flatMap(([start, end], i) => (spans.some(([from, to]) => start < to && end > from) ? [i] : [])),
    )
  const prepare = ({ source, content }: Attributed) => ({
    content: covered(content),
    source: covered(pairsOf(source)),
  })
  const wanted = expected.map(prepare)
  const found = made.map(prepare)
  const candidates = wanted
    .flatMap((one, i) =>
      found.map((other, j) => {
        const same = sharesSource(one.source, other.source)
        return { i, j, same, overlap: overlapOf(one.content, other.content) }
      }),
    )
    .filter(({ overlap }) => overlap >= 0.5)
    .toSorted((a, b) => b.overlap - a.overlap || Number(b.same) - Number(a.same))
  const taken = { expected: new Set<number>(), made: new Set<number>() }
  let right = 0
  for (const { i, j, same } of candidates) {
    if (taken.expected.has(i) || taken.made.has(j)) continue
    taken.expected.add(i)
    taken.made.add(j)
    if (same) right += 1
  }
  return { expected: expected.length, made: made.length, right }
}

/** The harmonic mean of precision and recall over texts, 0 to 1; 0 where there is nothing on either side. */
export function quoteF1(scores: readonly QuoteScore[]): number {
  const total = (key: keyof QuoteScore): number => scores.reduce((sum, score) => sum + score[key], 0)
  const both = total('expected') + total('made')
  return both === 0 ? 0 : (2 * total('right')) / both
}

const pairsOf = (source: Attributed['source']): readonly Pair[] => {
  if (source === null || source.length === 0) return []
  return typeof source[0] === 'number' ? [source as Pair] : (source as readonly Pair[])
}

const shared = (a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
  [...a].filter((word) => b.has(word)).length

const sharesSource = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  shared(a, b) > 0 || (a.size === 0 && b.size === 0)

const overlapOf = (a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
  a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size)
