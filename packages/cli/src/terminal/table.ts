import stringWidth from 'string-width'

/** A column: its heading, the cell of a row, and whether it is a number (aligned to the right). */
export interface Column<Row> {
  readonly heading: string
  readonly cell: (row: Row) => string | number | null
  readonly numeric?: boolean
  /** The column that takes what width is left and wraps; at most one. */
  readonly wraps?: boolean
}

const pad = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return right ? space + text : text + space
}

/** Breaks a text at spaces into lines of at most `width` columns; a longer word is broken too. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/).filter(Boolean)
  for (const word of words.flatMap((one) => broken(one, width))) {
    if (line !== '' && stringWidth(line) + 1 + stringWidth(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

/** A word in pieces of at most `width` columns: an address, or what has lost its spaces. */
function broken(word: string, width: number): string[] {
  if (stringWidth(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  let columns = 0
  for (const { segment } of graphemes.segment(word)) {
    const wide = stringWidth(segment)
    if (piece !== '' && columns + wide > width) {
      pieces.push(piece)
      piece = ''
      columns = 0
    }
    piece += segment
    columns += wide
  }
  return [...pieces, piece]
}
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Where less is left for the wrapping column, its text goes below the row. */
const NARROWEST = 40

/**
 * An aligned table of at most `width` columns, headings first. Control characters in cells are shown as spaces. A wrapping column that
 * would be squeezed on a narrow terminal stands below its row, indented.
 */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): string {
  const clean = (value: string | number | null): string =>
    value === null
      ? ''
      : String(value)
          .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
          .trim()
  const cells = rows.map((row) => columns.map((column) => clean(column.cell(row))))
  const widths = columns.map((column, i) =>
    Math.max(stringWidth(column.heading), ...cells.map((row) => stringWidth(row[i]!))),
  )
  const wrapping = columns.findIndex((column) => column.wraps)
  const left = widths.reduce((rest, w, i) => (i === wrapping ? rest : rest - w - 2), width)
  const below = wrapping >= 0 && left < Math.min(widths[wrapping]!, NARROWEST)
  if (wrapping >= 0) widths[wrapping] = Math.min(widths[wrapping]!, below ? Math.max(24, width - 2) : left)
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => pad(cell, widths[i]!, columns[i]!.numeric ?? false))
      .filter((_, i) => !below || i !== wrapping)
      .join('  ')
      .trimEnd()
  const out = [line(columns.map((column) => column.heading)), line(widths.map((w) => '─'.repeat(w)))]
  for (const row of cells) {
    if (below) {
      out.push(line(row))
      if (row[wrapping] !== '')
        out.push(...wrap(row[wrapping]!, widths[wrapping]!).map((text) => `  ${text}`))
      continue
    }
    const wrapped = row.map((cell, i) => (i === wrapping ? wrap(cell, widths[i]!) : [cell]))
    for (let k = 0; k < Math.max(...wrapped.map((lines) => lines.length)); k++) {
      out.push(line(wrapped.map((lines) => lines[k] ?? '')))
    }
  }
  return out.join('\n')
}
