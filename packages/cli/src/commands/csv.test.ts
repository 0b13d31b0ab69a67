import { describe, expect, it } from 'vitest'
import { parseCsv } from './csv.ts'

const cellsOf = (text: string) =>
  parseCsv(text, 'list.csv').rows.map(({ line, cells }) => [line, ...cells.values()])

describe('a spreadsheet', () => {
  it('is read with quotes, doubled quotes, and line breaks in cells', () => {
    expect(cellsOf('a,b\n1,"x, ""y""\nz"\n\n2,w\r\n')).toEqual([
      [2, '1', 'x, "y"\nz'],
      [5, '2', 'w'],
    ])
  })

  it('may part its cells by semicolons or tabs, begin with a byte order mark, and end without a line break', () => {
    expect(cellsOf('\uFEFFa;b\n1,5;2')).toEqual([[2, '1,5', '2']])
    expect(cellsOf('a\tb\n1\t2')).toEqual([[2, '1', '2']])
    expect(parseCsv('\uFEFFa;b\n', 'list.csv').columns).toEqual(['a', 'b'])
  })

  it('may leave cells out at the end of a row, but has no more of them than columns', () => {
    expect(cellsOf('a,b\n1')).toEqual([[2, '1', '']])
    expect(() => parseCsv('a,b\n1,2\n1,2,3', 'list.csv')).toThrow('list.csv, line 3: 3 cells')
  })

  it('closes its quotes', () => {
    expect(() => parseCsv('a\n1\n"x\ny', 'list.csv')).toThrow('list.csv, line 3: a quotation mark')
  })
})
