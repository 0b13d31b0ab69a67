import { describe, expect, it } from 'vitest'
import { createScanner } from './scanner.ts'

describe('a scanner', () => {
  const scan = createScanner(['Vale', 'prime minister', 'Québec', "O'Dowd", 'by-election'])
  it.each([
    'vale',
    'VALE.',
    '“Vale”',
    'Prime\u00a0Minister',
    'Prime\nminister',
    'Quebec',
    'QUÉBEC',
    'QuÃ©bec',
    'O’Dowd',
    'Oâ€™Dowd',
    'O\u200b’Dowd',
    'by‑election',
    "Vale's",
  ])('finds a word in %j', (text) => expect(scan(`It was ${text} again`)).toBe(true))
  it.each(['Valentine', 'travale', 'prime ministers', 'Queb', ''])('finds none in %j', (text) =>
    expect(scan(text)).toBe(false),
  )
  it('without words finds nothing', () => expect(createScanner([' '])('anything')).toBe(false))
  it('takes marks of regular expressions as they are', () =>
    expect(createScanner(['a.b'])('axb')).toBe(false))
})
