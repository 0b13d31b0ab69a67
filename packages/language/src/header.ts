/** What the lines before an article say about it. */
export interface Header {
  /** What stands after `date`, as it is written (`2024-10-23`, `23 October 2024`), or null. */
  readonly published: string | null
  readonly source: string | null
  /** Where the article begins, in UTF-16 units; 0 without a header. */
  readonly bodyStart: number
}

/** Only so many non-empty lines are looked at: further down `Source:` is a photo credit. */
const LINES = 4
const DATE_VALUE =
  /^[ \t]*\p{Cf}?(?:date|published|dateline)(?:[ \t]*:[ \t]*|[ \t]+)(\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d{4}\/\d\d\/\d\d|\d{1,2} \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4})(?=\s|$)[ \t]*/iu
const SOURCE_LINE = /^[ \t]*\p{Cf}?source(?:[ \t]*:[ \t]*|[ \t]+)(\S[^\r\n]{0,118}?)[ \t]*$/iu

/**
 * Reads lines such as `date 2024-10-23`, `Date: 2024-10-23` and `Source: Some Gazette` from the first few non-empty lines of a
 * raw text. The date may be followed by the article on the same line. A `source` line without a colon counts only
 * where it is short and no sentence.
 */
export function findHeader(text: string): Header {
  let published: string | null = null
  let source: string | null = null
  let bodyStart = 0
  let at = 0
  for (let seen = 0; seen < LINES && at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const next = newline === -1 ? text.length : newline + 1
    const line = text.slice(at, Math.min(next, at + 400))
    if (line.trim() === '') {
      at = next
      continue
    }
    seen += 1
    const date: RegExpExecArray | null = published === null ? DATE_VALUE.exec(line) : null
    if (date) {
      published = date[1] ?? null
      at += date[0].length
      bodyStart = at
      if (line.slice(date[0].length).trim() !== '') break
      at = next
      bodyStart = next
      continue
    }
    const credit: RegExpExecArray | null = source === null ? SOURCE_LINE.exec(line.trimEnd()) : null
    if (
      !credit ||
      (!/source[ \t]*:/i.test(line) &&
        /[.!?]$|\b(?:said|says|told|has|have|is|are|was)\b/.test(credit[1] ?? ''))
    )
      break
    source = credit[1] ?? null
    at = next
    bodyStart = next
  }
  while (bodyStart > 0 && bodyStart < text.length && /\s/.test(text.charAt(bodyStart))) bodyStart += 1
  return { published, source, bodyStart }
}
