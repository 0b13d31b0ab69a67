import type { Actor } from './actor.ts'

/** Somebody or something that patterns read as one capital. */
export interface Marker {
  /** Where the titles before the name begin. */
  readonly from: number
  readonly start: number
  readonly end: number
  /**
   * `L` the leader, `P` a party figure, `X` anybody else who is named, `B` a body of the party, `Y` the party's own name,
   * `C` its caucus by a name that the challenge gives.
   */
  readonly letter: 'L' | 'P' | 'X' | 'B' | 'Y' | 'C'
  /** Null for the names of party and caucus. */
  readonly actor: Actor | null
}

/**
 * A text as patterns read it: lower case, one space between words, straight apostrophes, no quotation marks and brackets;
 * people, bodies and the party are single capitals (see {@link Marker}).
 */
export interface Marked {
  readonly text: string
  /** Where each unit of `text` begins in the article; one more entry, the end. */
  readonly at: Int32Array
  /** By the unit of `text` that it stands at. */
  readonly markers: ReadonlyMap<number, Marker>
}

const OTHER = 0
const LETTER = 1
const SPACE = 2
const DROPPED = 3
const APOSTROPHE = 4
const DASH = 5

const kinds = new Uint8Array(0x2100)
for (let code = 0; code < kinds.length; code++) {
  const char = String.fromCharCode(code)
  if (code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f)
    kinds[code] = SPACE
  else if (/["“”„«»‹›‘`*_[\]{}\u200b\u00ad]/.test(char)) kinds[code] = DROPPED
  else if (/['’ʼ]/.test(char)) kinds[code] = APOSTROPHE
  else if (/[–—―]/.test(char)) kinds[code] = DASH
  else if (/[\p{L}\p{N}.\]]/u.test(char)) kinds[code] = LETTER
}

/** Marks a text. `markers` are in order and do not overlap. Titles before a name are taken into its capital. */
export function mark(text: string, markers: readonly Marker[]): Marked {
  const at = new Int32Array(text.length * 2 + 2)
  const lower = text.toLowerCase()
  const source = lower.length === text.length ? lower : text
  const placed = new Map<number, Marker>()
  const out: string[] = []
  let length = 0
  let spaced = true
  let m = 0
  let run = -1
  const flush = (end: number) => {
    if (run >= 0) out.push(source.slice(run, end))
    run = -1
  }
  const put = (piece: string, from: number) => {
    flush(from)
    out.push(piece)
    for (let i = 0; i < piece.length; i++) at[length++] = from
    spaced = piece.endsWith(' ')
  }
  for (let i = 0; i < text.length; i++) {
    while (m < markers.length && markers[m]!.end <= i) m++
    const marker = markers[m]
    if (marker && marker.from <= i) {
      flush(i)
      placed.set(length, marker)
      put(marker.letter, i)
      i = marker.end - 1
      m++
      continue
    }
    const code = text.charCodeAt(i)
    const kind = code < kinds.length ? kinds[code]! : OTHER
    if (kind === SPACE) {
      flush(i)
      if (!spaced) put(' ', i)
    } else if (kind === APOSTROPHE) {
      const before = i > 0 ? text.charCodeAt(i - 1) : 32
      const inside = before < kinds.length && kinds[before] === LETTER
      flush(i)
      if (inside) put("'", i)
    } else if (kind === DASH) {
      const between =
        i > 0 && kinds[text.charCodeAt(i - 1)] === LETTER && kinds[text.charCodeAt(i + 1)] === LETTER
      flush(i)
      if (between && code === 0x2013) put('-', i)
      else {
        if (!spaced) put(' ', i)
        put('— ', i)
      }
    } else if (kind === DROPPED) flush(i)
    else if (code === 0x2026) put('...', i)
    else if (code === 0x2010 || code === 0x2011) put('-', i)
    else {
      if (run < 0) run = i
      at[length++] = i
      spaced = false
    }
  }
  flush(text.length)
  at[length] = text.length
  return { text: out.join(''), at: at.subarray(0, length + 1), markers: placed }
}

/** The first unit of the marked text that stands at or after a place in the article. */
export function markedIndex({ at }: Marked, place: number): number {
  let low = 0
  let high = at.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (at[middle]! < place) low = middle + 1
    else high = middle
  }
  return low
}
