import { Failure } from '@whipcount/events'

/** One line of a spreadsheet by column name, and where it begins. */
export interface CsvRow {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/**
 * Reads comma-separated values as RFC 4180 has them: quotes around a cell, doubled within it, line breaks inside. Semicolons and tabs are
 * taken too, where the first line has more of them. The first line names the columns; empty lines are left out.
 *
 * Throws `usage` that names the line where a quote is never closed, or a row has more cells than there are columns.
 */
export function parseCsv(
  text: string,
  where: string,
): { columns: readonly string[]; rows: readonly CsvRow[] } {
  const body = text.replace(/^\uFEFF/, '')
  const head = body.split(/\r?\n/, 1)[0]!
  const count = (mark: string): number => head.split(mark).length
  const comma = [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
  const lines: { line: number; cells: string[] }[] = []
  let line = 1
  let cells: string[] = []
  let cell = ''
  let quotedFrom: number | null = null
  let began = 1
  const endRow = (): void => {
    cells.push(cell)
    cell = ''
    if (cells.some((one) => one.trim() !== '')) lines.push({ line: began, cells })
    cells = []
    began = line + 1
  }
  for (let i = 0; i < body.length; i++) {
    const char = body[i]!
    if (quotedFrom !== null) {
      if (char === '"' && body[i + 1] === '"') {
        cell += '"'
        i++
      } else if (char === '"') quotedFrom = null
      else cell += char
      if (char === '\n') line++
      continue
    }
    if (char === '"' && cell.trim() === '') {
      cell = ''
      quotedFrom = line
    } else if (char === comma) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') {
      endRow()
      line++
    } else if (char !== '\r') cell += char
  }
  if (quotedFrom !== null)
    throw new Failure('usage', `${where}, line ${quotedFrom}: a quotation mark is never closed.`)
  endRow()
  const columns = (lines.shift()?.cells ?? []).map((name) => name.trim())
  const rows = lines.map(({ line: at, cells: values }): CsvRow => {
    if (values.length > columns.length) {
      throw new Failure(
        'usage',
        `${where}, line ${at}: ${values.length} cells, but the first line names ${columns.length} columns. A cell with a comma in it needs quotation marks.`,
      )
    }
    return { line: at, cells: new Map(columns.map((name, n) => [name, (values[n] ?? '').trim()])) }
  })
  return { columns, rows }
}
