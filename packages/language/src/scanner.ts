import { repair } from './repair.ts'

const MARKS = /[\u0300-\u036f]/g
/** Letters that do not come apart into a base letter and an accent. */
const WHOLE: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ı: 'i',
}
const WHOLE_LETTERS = /[øØłŁđĐðßæÆœŒı]/g

/** The text without accents, with straight apostrophes and hyphens. The case stays. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(WHOLE_LETTERS, (letter) => WHOLE[letter] ?? letter)
    .replace(/[‘’ʼ‛´`]/g, "'")
    .replace(/[‐‑‒]/g, '-')
}

function pattern(word: string): string {
  return withoutAccents(word.trim())
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/'/g, "['’‘ʼ]")
    .replace(/-/g, '[-‐‑‒]')
    .replace(/\s+/g, '\\s+')
}

/**
 * Makes a fast test whether any of the words or phrases stands in a text as a word of its own: case and accents do
 * not matter, certain mojibake is read as what it was. It is meant to dismiss articles before anything is parsed: it
 * answers yes or no and never where. Without words it is always false.
 */
export function createScanner(words: readonly string[]): (text: string) => boolean {
  const patterns = [...new Set(words.map(pattern))].filter((word) => word !== '')
  if (patterns.length === 0) return () => false
  const found = new RegExp(`(?<![A-Za-z0-9_])(?:${patterns.join('|')})(?![A-Za-z0-9_])`, 'i')
  // Only a text with letters beyond ASCII, or with invisible characters, can hold a word that the first test misses.
  const beyond = /[\u00aa-\u024f\u1e00-\u1eff\u200b-\u200d\ufeff&]|[\u0300-\u036f]/
  return (text) => found.test(text) || (beyond.test(text) && found.test(withoutAccents(repair(text).text)))
}
