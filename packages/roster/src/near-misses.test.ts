import { expect, test } from 'vitest'
import { nearMisses } from './near-misses.ts'

const known = [
  'Sean Casey',
  'Sean Fraser',
  'Maninder Sidhu',
  'Sonia Sidhu',
  'Nathaniel Erskine-Smith',
  'Robert Oliphant',
]

test.each([
  ['Shawn Casey', ['Sean Casey']],
  ['Sean Cassey', ['Sean Casey']],
  ['Sidhu', ['Maninder Sidhu', 'Sonia Sidhu']],
  ['Sonja Sidhu', ['Sonia Sidhu']],
  ['Nathan Erskine-Smyth', ['Nathaniel Erskine-Smith']],
  ['Bob Olifant', ['Robert Oliphant']],
  ['Sean Bowen', []],
  ['Robert Finch', []],
])('%s may be %j', (name, expected) => {
  expect(nearMisses(name, known)).toEqual(expected)
})
