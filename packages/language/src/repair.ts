/** A text as it was meant, and where each of its characters stands in the text as given. */
export interface Repaired {
  readonly text: string
  /** Offset in the given text of each character, and of the end; null where nothing was repaired. */
  readonly offsets: Int32Array | null
}

/** Windows-1252, 0x80 to 0x9F, from https://encoding.spec.whatwg.org/index-windows-1252.txt */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const CONTINUATION = `\\u0080-\\u00bf${CP1252.replace(/[\u0080-\u009f]/g, '')}`
/**
 * UTF-8 that was read as Windows-1252 or Latin-1 (`â€™` for an apostrophe, `Ã©` for é), the usual entities left over from HTML,
 * and characters that print nothing. `â€` without its third byte is the closing quotation mark: its 0x9D is in neither table.
 */
const BROKEN = new RegExp(
  `\\u00e2[\\u0080\\u20ac][${CONTINUATION}]|\\u00e2\\u20ac(?=[\\s,.;:!?)]|$)|[\\u00c3-\\u00c5][${CONTINUATION}]|\\u00c2[\\u00a0-\\u00bf]|&(?:amp|quot|apos|nbsp|lsquo|rsquo|ldquo|rdquo|ndash|mdash|hellip|#0?39|#8217|#8216|#8220|#8221|#x27);|[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]`,
  'gu',
)
const MAYBE_BROKEN = /[\u00e2\u00c2-\u00c5&\u00ad\u200b-\u200d\u2060\ufeff]/
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
  '&lsquo;': '‘',
  '&rsquo;': '’',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&ndash;': '–',
  '&mdash;': '—',
  '&hellip;': '…',
  '&#39;': "'",
  '&#039;': "'",
  '&#x27;': "'",
  '&#8217;': '’',
  '&#8216;': '‘',
  '&#8220;': '“',
  '&#8221;': '”',
}

function byteOf(character: string): number {
  const code = character.charCodeAt(0)
  if (code < 0x100) return code
  return 0x80 + CP1252.indexOf(character)
}

function meant(broken: string): string {
  if (broken.startsWith('&')) return ENTITIES[broken] ?? broken
  if (broken.length === 1) return ''
  if (broken === 'â€') return '”'
  const a = byteOf(broken.charAt(0))
  const b = byteOf(broken.charAt(1)) & 0x3f
  if (broken.length === 2) return String.fromCharCode(((a & 0x1f) << 6) | b)
  return String.fromCharCode(((a & 0x0f) << 12) | (b << 6) | (byteOf(broken.charAt(2)) & 0x3f))
}

/** Reads certain cases of mojibake as what they were; leaves all else as it stands. Linear. */
export function repair(text: string): Repaired {
  if (!MAYBE_BROKEN.test(text)) return { text, offsets: null }
  const parts: string[] = []
  const offsets: number[] = []
  let last = 0
  for (const match of text.matchAll(BROKEN)) {
    for (let i = last; i < match.index; i++) offsets.push(i)
    const good = meant(match[0])
    for (let i = 0; i < good.length; i++) offsets.push(match.index)
    parts.push(text.slice(last, match.index), good)
    last = match.index + match[0].length
  }
  if (last === 0) return { text, offsets: null }
  for (let i = last; i <= text.length; i++) offsets.push(i)
  parts.push(text.slice(last))
  return { text: parts.join(''), offsets: Int32Array.from(offsets) }
}
