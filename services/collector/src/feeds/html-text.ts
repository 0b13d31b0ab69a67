import { decodeHTML } from 'entities'

/** Elements whose content is not read. */
const UNREAD = new Set(['script', 'style', 'template', 'svg', 'iframe', 'noscript', 'object', 'head'])
/** Elements that stand in lines of their own. Source: the HTML standard's user-agent style sheet, `display: block` and its kin. */
const BLOCK = new Set(
  (
    'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul'
  ).split(' '),
)

/**
 * The text of a fragment of HTML as a reader sees it: paragraphs with an empty line between them, entities decoded, scripts and
 * styles left out. What has no tag is plain text, and keeps its line breaks. Linear, whatever the markup.
 */
export function htmlText(html: string): string {
  const parts: string[] = []
  let markup = false
  let from = 0
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
    if (html.startsWith('<!--', open)) {
      parts.push(html.slice(from, open))
      const end = html.indexOf('-->', open + 4)
      from = end < 0 ? html.length : end + 3
      continue
    }
    const name = /^<\/?([a-z][a-z0-9:-]*)/i.exec(html.slice(open, open + 40))?.[1]?.toLowerCase()
    if (name === undefined) {
      parts.push(html.slice(from, open + 1))
      from = open + 1
      continue
    }
    const close = endOfTag(html, open)
    if (close < 0) break
    markup = true
    parts.push(html.slice(from, open))
    if (BLOCK.has(name)) parts.push('\0\0')
    else if (name === 'br') parts.push('\0')
    else if (name === 'td' || name === 'th') parts.push(' ')
    from = close
    if (UNREAD.has(name) && html[open + 1] !== '/' && html[close - 2] !== '/')
      from = endOfElement(html, name, close)
  }
  parts.push(html.slice(from))
  const joined = parts.join('')
  if (!markup) return decodeHTML(joined).trim()
  // NUL stands for a line break that is meant; those of the source are spaces.
  return joined
    .split(/[ \t\r\n]*\0[ \t\r\n]*\0[\0 \t\r\n]*/)
    .map((paragraph) =>
      paragraph
        .split('\0')
        .map((line) => decodeHTML(line.replace(/[ \t\r\n]+/g, ' ').trim()).trim())
        .join('\n')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** The offset after the `>` that ends the tag, quoted attributes minded; -1 where nothing ends it. */
function endOfTag(html: string, open: number): number {
  let quote = ''
  for (let at = open + 1; at < html.length; at++) {
    const character = html[at]!
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character
    else if (character === '>') return at + 1
  }
  return -1
}

function endOfElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\b[^>]*>`, 'gi')
  end.lastIndex = from
  return end.exec(html) === null ? html.length : end.lastIndex
}
