import { lexicon, type PhraseNode, wildcards } from './lexicon.ts'

/**
 * A marked text as meanings: one character for each word or phrase of the lexicon, `_` for any other word, markers and clause
 * marks as themselves. Words in between cost a pattern nothing: "should, I think, now go" is `MUST _ _ _ LEAVE`.
 */
export interface Gloss {
  readonly text: string
  /** Where each character's words begin in the marked text, and where they end. */
  readonly from: Int32Array
  readonly to: Int32Array
}

const OTHER = '_'
const ADVERBS = new Set(
  'very really so now just simply truly quite also still already almost well clearly rather only all absolutely firmly fully frankly perhaps probably finally'.split(
    ' ',
  ),
)
const SUFFIX = /^(.*?[a-zà-ɏ])(n't|'(?:s|ll|d|re|ve|m))$/
const WORD = /[LPXBYC](?:'s?)?(?![a-z])|[\wÀ-ɏ&][\w'À-ɏ-]{0,60}|[,;:.?!—()]|(?<= )-(?= )/g

/** Reads a marked text as concepts. Linear. */
export function glossOf(marked: string): Gloss {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const put = (word: string, start: number) => {
    words.push(word)
    starts.push(start)
    ends.push(start + word.length)
  }
  for (const match of marked.matchAll(WORD)) {
    let word = match[0] === '-' ? '—' : match[0]
    const start = match.index
    while (word.length > 1 && /['-]$/.test(word)) word = word.slice(0, -1)
    if (/^[LPXBYC]/.test(word)) {
      put(word.charAt(0), start)
      if (word.endsWith("'s")) put("'s", start + 1)
      continue
    }
    const cut = word.includes("'") ? SUFFIX.exec(word) : null
    if (cut) {
      const stem =
        cut[2] === "n't" && cut[1] === 'ca' ? 'can' : cut[1] === 'wo' && cut[2] === "n't" ? 'will' : cut[1]!
      words.push(stem)
      starts.push(start)
      ends.push(start + cut[1]!.length)
      put(cut[2]!, start + cut[1]!.length)
    } else if (word === 'cannot') {
      put('can', start)
      put('not', start + 3)
    } else put(word, start)
  }
  let text = ''
  const from: number[] = []
  const to: number[] = []
  for (let i = 0; i < words.length; ) {
    const found = longest(words, i)
    text += found?.code ?? OTHER
    from.push(starts[i]!)
    i = found?.end ?? i + 1
    to.push(ends[i - 1]!)
  }
  return { text, from: Int32Array.from(from), to: Int32Array.from(to) }
}

interface Found {
  readonly code: string
  readonly end: number
}

/** The longest phrase of the lexicon that begins at a word. */
function longest(
  words: readonly string[],
  at: number,
  level: ReadonlyMap<string, PhraseNode> = lexicon,
): Found | null {
  const word = words[at]
  if (word === undefined) return null
  let best: Found | null = null
  // "The very top", "has now run out": an adverb within a phrase changes nothing.
  if (level !== lexicon && ADVERBS.has(word) && !level.has(word)) return longest(words, at + 1, level)
  const visit = (node: PhraseNode | undefined) => {
    if (!node) return
    const found =
      (node.next && longest(words, at + 1, node.next)) ??
      (node.code !== null ? { code: node.code, end: at + 1 } : null)
    if (found && (!best || found.end > best.end)) best = found
  }
  visit(level.get(word))
  const stand = wildcards.get(word)
  if (stand) for (const name of stand) visit(level.get(name))
  return best
}

/** The first character of a gloss whose words begin at or after a place in the marked text. */
export function glossIndex({ from }: Gloss, place: number): number {
  let low = 0
  let high = from.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (from[middle]! < place) low = middle + 1
    else high = middle
  }
  return low
}
