/**
 * Which patterns can match a stretch at all. Each pattern needs certain letters in a row, whatever its alternatives: four of them (or
 * three) are a key. A stretch is walked through once, and only patterns whose keys it holds are tried. The keys are read off the
 * source of the regular expression, so that a pattern and its keys cannot fall apart.
 */

/** Sets of keys: any match holds one of each set. Empty where a pattern needs nothing. */
export type Needs = readonly (readonly string[])[]

/** Parts of the letters of English text, per thousand; from the letter counts of Norvig's "English Letter Frequency Counts". */
const SHARE: Readonly<Record<string, number>> = {
  ' ': 180,
  e: 102,
  t: 76,
  a: 66,
  o: 63,
  i: 62,
  n: 59,
  s: 53,
  r: 51,
  h: 41,
  l: 33,
  d: 31,
  c: 27,
  u: 22,
  m: 21,
  f: 20,
  p: 18,
  g: 15,
  w: 14,
  y: 14,
  b: 12,
  v: 9,
  k: 4,
  x: 2,
  j: 1,
  q: 1,
  z: 1,
}

/** How often a key is likely to stand in a text: small is good. */
function commonness(key: string): number {
  let product = 1
  for (const letter of key) product *= (SHARE[letter] ?? 5) / 1000
  return product
}

/** The rarest four letters of a run, or three where it has no more. */
function keyOf(run: string): string | null {
  const size = run.length >= 4 ? 4 : 3
  let best: string | null = null
  for (let i = 0; i + size <= run.length; i++) {
    const key = run.slice(i, i + size)
    if (best === null || commonness(key) < commonness(best)) best = key
  }
  return best
}

const cost = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + commonness(key), 0)

const rarer = (a: readonly string[] | null, b: readonly string[]): readonly string[] =>
  a === null || cost(b) < cost(a) ? b : a

/** Reads what a pattern needs off its source. Understands what the rules use: groups, alternatives, classes, counts, looks around. */
export function needsOf(source: string): Needs {
  let at = 0

  function alternatives(): Needs {
    const ways: Needs[] = []
    for (;;) {
      ways.push(sequence())
      if (source[at] !== '|') break
      at++
    }
    if (ways.length === 1) return ways[0]!
    // Of each way the rarest set; where one way needs nothing, so does the whole.
    const sets = ways.map((way) => way.reduce<readonly string[] | null>(rarer, null))
    return sets.every((set) => set !== null) ? [[...new Set(sets.flat() as string[])]] : []
  }

  function sequence(): Needs {
    const all: (readonly string[])[] = []
    let run = ''
    const flush = () => {
      const key = keyOf(run)
      if (key !== null) all.push([key])
      run = ''
    }
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = atom()
      const count = quantifier()
      if (part.kind === 'nothing') continue
      if (part.kind === 'letter' && count === 'once') {
        run += part.letter
        continue
      }
      // A letter that comes at least once belongs to the run that it ends; one that may be left out does not.
      if (part.kind === 'letter' && count === 'many') run += part.letter
      flush()
      if (part.kind === 'group' && count !== 'optional') all.push(...part.needs)
    }
    flush()
    return all
  }

  type Atom =
    | { readonly kind: 'letter'; readonly letter: string }
    | { readonly kind: 'group'; readonly needs: Needs }
    | { readonly kind: 'any' }
    | { readonly kind: 'nothing' }

  function atom(): Atom {
    const letter = source[at]!
    if (letter === '(') {
      const open = /^\((?:\?(?::|<?[=!]|<[A-Za-z]\w*>))?/.exec(source.slice(at, at + 40))![0]
      at += open.length
      const needs = alternatives()
      at++
      return /^\(\?<?[=!]/.test(open) ? { kind: 'nothing' } : { kind: 'group', needs }
    }
    if (letter === '[') {
      at++
      while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
      at++
      return { kind: 'any' }
    }
    if (letter === '\\') {
      const next = source[at + 1]!
      at += 2
      if (next === 'p' || next === 'P') at = source.indexOf('}', at) + 1
      if (/[bB]/.test(next)) return { kind: 'nothing' }
      return /[a-zA-Z0-9]/.test(next) ? { kind: 'any' } : { kind: 'letter', letter: next }
    }
    at++
    if (letter === '^' || letter === '$') return { kind: 'nothing' }
    return letter === '.' ? { kind: 'any' } : { kind: 'letter', letter }
  }

  function quantifier(): 'once' | 'many' | 'optional' {
    const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(at, at + 12))
    if (!found) return 'once'
    at += found[0].length
    return found[0].startsWith('+') || Number(found[1] ?? 0) > 0 ? 'many' : 'optional'
  }

  return alternatives()
}

/** Patterns by their keys. */
export interface Prefilter<Value> {
  /** Those that may match a stretch, in the order in which they were given. */
  candidates(stretch: string): Value[]
}

/** Builds the index of some patterns. */
export function createPrefilter<Value>(
  entries: readonly { readonly needs: Needs; readonly value: Value }[],
): Prefilter<Value> {
  const idOf = new Map<string, number>()
  /** By key: the patterns whose rarest set it is in. */
  const firsts: number[][] = []
  const byThree = new Int16Array(SLOTS).fill(-1)
  const byFour = new Int16Array(SLOTS).fill(-1)
  const always: number[] = []
  const identify = (key: string): number => {
    let id = idOf.get(key)
    if (id === undefined) {
      id = firsts.length
      idOf.set(key, id)
      firsts.push([])
      // Two keys of one slot are one key: a pattern too many is tried, none too few.
      const table = key.length === 3 ? byThree : byFour
      const slot = slotOf(codeOf(key))
      if (table[slot] === -1) table[slot] = id
      else id = table[slot]!
      idOf.set(key, id)
    }
    return id
  }
  const rest = entries.map(({ needs }, index) => {
    const sets = needs.map((keys) => ({ keys, ids: keys.map(identify) }))
    const first = sets.reduce<(typeof sets)[number] | null>(
      (a, b) => (a === null || cost(b.keys) < cost(a.keys) ? b : a),
      null,
    )
    if (first === null) always.push(index)
    else for (const id of first.ids) firsts[id]!.push(index)
    return sets.filter((one) => one !== first).map(({ ids }) => ids)
  })
  const tried = new Int32Array(entries.length)
  const held = new Int32Array(firsts.length)
  let round = 0
  return {
    candidates(stretch) {
      round++
      const ids: number[] = []
      const end = stretch.length
      let code = 0
      for (let i = 0; i < end; i++) {
        code = ((code << 7) | (stretch.charCodeAt(i) & 127)) & 0xfffffff
        const three = i >= 2 ? byThree[slotOf(code & 0x1fffff)]! : -1
        if (three >= 0 && held[three] !== round) {
          held[three] = round
          ids.push(three)
        }
        const four = i >= 3 ? byFour[slotOf(code)]! : -1
        if (four >= 0 && held[four] !== round) {
          held[four] = round
          ids.push(four)
        }
      }
      const found = [...always]
      for (const id of ids)
        for (const index of firsts[id]!) {
          if (tried[index] === round) continue
          tried[index] = round
          if (rest[index]!.every((set) => set.some((one) => held[one] === round))) found.push(index)
        }
      return found.sort((a, b) => a - b).map((index) => entries[index]!.value)
    },
  }
}

/** Places in the tables of keys: many more than there are keys. */
const SLOTS = 1 << 16
const slotOf = (code: number): number => Math.imul(code, 0x9e3779b1) >>> 16

/** Seven bits a letter: a letter of another script may look like one of a key, which costs a try and no more. */
function codeOf(key: string): number {
  let code = 0
  for (let i = 0; i < key.length; i++) code = ((code << 7) | (key.charCodeAt(i) & 127)) & 0xfffffff
  return code
}
