import { expect, it } from 'vitest'
import { classNameOf, meantByClass } from './class-names.ts'
import { fittedClassifiers } from './fitted.ts'

it('reads the name of every class that is fitted as the claim that has the name', () => {
  const { stands, happenings, counts } = fittedClassifiers
  const names = [...stands.classes, ...happenings.classes, ...counts.classes]
  expect(names.filter((name) => name === 'none')).toHaveLength(3)
  for (const name of names) {
    const meant = meantByClass(name)
    if (meant === null) expect(name).toBe('none')
    else expect(classNameOf(meant.type, meant.attrs)).toBe(name)
  }
})
