import { claimDefinitions } from '@whipcount/events'
import { Schema } from 'effect'
import { describe, expect, it } from 'vitest'
import { exampleArticle, exampleChallenge } from './example.ts'
import type { Extractor } from './port.ts'

const texts = [
  'Harbour MP Robert Finch told reporters on Monday that Prime Minister Anna Vale should resign.',
  '"I have full confidence in Anna Vale as leader," Harbour MP Tom Reyes said on Wednesday.',
  `Anna Vale \ud800 ${'"'.repeat(300)} \u0000 Robert Finch`,
  'Anna Vale',
]

/** What every extractor promises. `open` is called before each test; `close` after it. */
export function extractorContract(
  name: string,
  open: () => Promise<{ extractor: Extractor; close: () => Promise<void> }>,
): void {
  describe(`${name} as an extractor`, { timeout: 300_000 }, () => {
    const using = async (work: (extractor: Extractor) => Promise<void>): Promise<void> => {
      const { extractor, close } = await open()
      try {
        await work(extractor)
      } finally {
        await close()
      }
    }

    it('has a name and a version', () =>
      using(async ({ id, version }) => {
        expect(id).toMatch(/^[a-z]+(\+[a-z]+)*$/)
        expect(version).toMatch(/^[0-9a-f]{64}$/)
      }))

    it('finds claims whose evidence and quote stand in the text, with the attributes of their type', () =>
      using(async (extractor) => {
        let found = 0
        for (const article of texts.map(exampleArticle)) {
          const { claims } = await extractor.extract(article, exampleChallenge)
          for (const { type, attrs, evidence, quote } of claims) {
            found++
            expect(article.text.slice(evidence.start, evidence.end)).toBe(evidence.text)
            expect(quote === null || article.text.includes(quote)).toBe(true)
            expect(Schema.is(claimDefinitions[type].attrs)(attrs)).toBe(true)
          }
        }
        expect(found).toBeGreaterThan(1)
      }))

    it('finds the same again', () =>
      using(async (extractor) => {
        const article = exampleArticle(texts[0]!)
        const first = await extractor.extract(article, exampleChallenge)
        expect(await extractor.extract(article, exampleChallenge)).toEqual(first)
      }))

    it('finds nothing in an article that names neither leader nor party', () =>
      using(async (extractor) => {
        const article = exampleArticle('The weather in Northport was fine, said Robert Finch.')
        expect(await extractor.extract(article, exampleChallenge)).toEqual({ claims: [], refused: {} })
      }))
  })
}
