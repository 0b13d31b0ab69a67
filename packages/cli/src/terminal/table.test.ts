import { describe, expect, it } from 'vitest'
import { table, wrap } from './table.ts'

describe('wrapping', () => {
  it('breaks at spaces, and a word that is longer than the line', () => {
    expect(wrap('to https://example.org/a said', 10)).toEqual(['to', 'https://ex', 'ample.org/', 'a said'])
  })

  it('counts columns, and never breaks a character', () => {
    expect(wrap('漢字漢字 e\u0301e\u0301e\u0301', 5)).toEqual(['漢字', '漢字', 'e\u0301e\u0301e\u0301'])
  })
})

describe('a table', () => {
  it.each([30, 60, 200])('is at most %i columns wide, whatever is in its last one', (width) => {
    const columns = [
      { heading: 'name', cell: (row: string) => row.slice(0, 12) },
      { heading: 'sentence', cell: (row: string) => row, wraps: true },
    ]
    const lines = table(columns, ['x'.repeat(500), 'Sam Rook said so, and said so again.'], width).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
    expect(lines.join('').replaceAll(/[^x]/g, '')).toBe('x'.repeat(512))
  })
})
