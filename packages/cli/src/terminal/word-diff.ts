/** A run of words that both texts have, or one of them. */
export interface Run {
  readonly kind: 'same' | 'gone' | 'come'
  readonly words: readonly string[]
}

/** Edits beyond which the rest is taken for rewritten: the search takes time and memory with their square. */
const MOST_EDITS = 2_000

/**
 * The shortest way from one text to another by words gone and words come. A paragraph break is a word of its own, `¶`. Where the texts
 * have next to nothing in common, what lies between their common beginning and end is given as gone and come whole.
 *
 * Source: Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
 */
export function wordDiff(before: string, after: string): Run[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const [x, y] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const between = shortest(x, y) ?? [
    ...x.map((word) => ['gone', word] as const),
    ...y.map((word) => ['come', word] as const),
  ]
  const steps = [
    ...a.slice(0, head).map((word) => ['same', word] as const),
    ...between,
    ...a.slice(a.length - tail).map((word) => ['same', word] as const),
  ]
  const runs: { kind: Run['kind']; words: string[] }[] = []
  for (const [kind, word] of steps) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.words.push(word)
    else runs.push({ kind, words: [word] })
  }
  return runs
}

function wordsOf(text: string): string[] {
  return text
    .trim()
    .split(/(\s+)/)
    .flatMap((part) => (part.trim() !== '' ? [part] : /\n\s*\n/.test(part) ? ['¶'] : []))
}

type Step = readonly [kind: Run['kind'], word: string]

/** The steps from one list to the other; null where they are too many. */
function shortest(a: readonly string[], b: readonly string[]): Step[] | null {
  const most = Math.min(a.length + b.length, MOST_EDITS)
  /** For each number of edits, how far each diagonal has come. */
  const trace: Map<number, number>[] = []
  let reached = new Map([[1, 0]])
  for (let edits = 0; edits <= most; edits++) {
    trace.push(new Map(reached))
    const next = new Map(reached)
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1))
      let x = down ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1
      let y = x - k
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++
        y++
      }
      next.set(k, x)
      if (x >= a.length && y >= b.length) return backtrack(trace, a, b)
    }
    reached = next
  }
  return null
}

function backtrack(
  trace: readonly ReadonlyMap<number, number>[],
  a: readonly string[],
  b: readonly string[],
): Step[] {
  const steps: Step[] = []
  let x = a.length
  let y = b.length
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reached = trace[edits]!
    const k = x - y
    const down = k === -edits || (k !== edits && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1))
    const from = down ? k + 1 : k - 1
    const fromX = edits === 0 ? 0 : (reached.get(from) ?? 0)
    const fromY = edits === 0 ? 0 : fromX - from
    while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
      steps.push(['same', a[x - 1]!])
      x--
      y--
    }
    if (edits === 0) break
    if (down) steps.push(['come', b[y - 1]!])
    else steps.push(['gone', a[x - 1]!])
    x = fromX
    y = fromY
  }
  return steps.reverse()
}

/** Words shown around a change. */
const CONTEXT = 6

/** The changes as a person reads them: `[-gone-]`, `{+come+}`, a few words around each, `…` for what is the same. */
export function wordDiffText(runs: readonly Run[]): string {
  return runs
    .map(({ kind, words }, n) => {
      if (kind === 'gone') return `[-${words.join(' ')}-]`
      if (kind === 'come') return `{+${words.join(' ')}+}`
      const [first, last] = [n === 0, n === runs.length - 1]
      if (words.length <= (first || last ? CONTEXT : 2 * CONTEXT)) return words.join(' ')
      const begin = first ? '' : `${words.slice(0, CONTEXT).join(' ')} `
      const end = last ? '' : ` ${words.slice(-CONTEXT).join(' ')}`
      return `${begin}…${end}`
    })
    .join(' ')
}
