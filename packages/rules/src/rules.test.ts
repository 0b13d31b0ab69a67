import { describe, expect, it } from 'vitest'
import { exampleChallenge } from './example-challenge.ts'
import { createExtractor } from './extractor.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules.ts'

const PERSONAL = new Set([
  'public-call',
  'ministerial-support',
  'member-support',
  'noncommittal',
  'signature',
  'departure',
  'leader-response',
])

/** The rules in an order that is another one for each seed. */
function shuffled(seed: number): Rule[] {
  const order = [...rules]
  let state = seed
  for (let i = order.length - 1; i > 0; i--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const k = state % (i + 1)
    ;[order[i], order[k]] = [order[k]!, order[i]!]
  }
  return order
}

const alone = new Map(rules.map((rule) => [rule.name, createExtractor(exampleChallenge, [rule])]))
const together = [1, 7, 42].map((seed) => createExtractor(exampleChallenge, shuffled(seed)))

const read = (extractor: ReturnType<typeof createExtractor>, text: string) =>
  extractor.extract({ text, title: null, byline: null, published: '2030-05-15', outlet: null })

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  it('has a path-like name, a reason and at least two examples of each sort', () => {
    expect(name).toMatch(/^[a-z-]+\/[a-z-]+$/)
    expect(rule.because).not.toBe('')
    expect(rule.fires.length).toBeGreaterThanOrEqual(2)
    expect(rule.staysSilent.length).toBeGreaterThanOrEqual(2)
  })

  it.each(rule.fires.map((example) => [example.text, example] as const))('fires on: %s', (text, example) => {
    const claims = read(alone.get(name)!, text)
    expect(claims.map(({ type, actor }) => ({ type, actor }))).toEqual([
      {
        type: example.type ?? rule.emits,
        actor: example.actor ?? null,
      },
    ])
    const claim = claims[0]!
    expect(claim.evidence.text).toBe(example.evidence ?? text)
    expect(text.slice(claim.evidence.start, claim.evidence.end)).toBe(claim.evidence.text)
    if (example.attrs) expect(claim.attrs).toEqual(example.attrs)
    if (example.quote !== undefined) expect(claim.quote).toBe(example.quote)
    if (!PERSONAL.has(rule.emits)) expect(claim.person).toBeNull()
    expect(claim.rule).toBe(name)
  })

  it.each(rule.staysSilent.map(({ text, because }) => [text, because] as const))(
    'is silent on: %s (%s)',
    (text) => {
      expect(read(alone.get(name)!, text)).toEqual([])
    },
  )

  it.each(rule.fires.map((example) => [example.text, example] as const))(
    'is alone in firing on: %s',
    (text, example) => {
      const others = rules.filter((other) => other !== rule && read(alone.get(other.name)!, text).length > 0)
      expect(others.map((other) => other.name).sort()).toEqual([...(example.also ?? [])].sort())
    },
  )

  it.each((rule.knownMisses ?? []).map((text) => [text] as const))('still misses: %s', (text) => {
    expect(read(alone.get(name)!, text), 'it fires now: promote the sentence to `fires`').toEqual([])
  })
})

describe('the set of rules', () => {
  it('has no name twice', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  })

  it('finds the same in whatever order the rules run', () => {
    const texts = rules.flatMap(({ fires }) => fires.map(({ text }) => text))
    const article = texts.join('\n\n')
    const [first, ...rest] = together.map((extractor) => read(extractor, article))
    for (const other of rest) expect(other).toEqual(first)
  })
})
