import type { Challenge } from '@whipcount/events'
import type { RulesOfChallenge } from '@whipcount/rules'
import type { Extractor } from './port.ts'

/**
 * The rules as an extractor, in this thread. Pure: it never fails and asks nobody.
 *
 * @param version the hash of the rules and of what they are built on; only who can read their sources knows it.
 */
export function createRulesExtractor(version: string): Extractor {
  const compiled = new WeakMap<Challenge, RulesOfChallenge>()
  return {
    id: 'rules',
    version,
    async extract(article, challenge) {
      let rules = compiled.get(challenge)
      if (!rules) {
        // A second's worth of loading, which who does not extract here does without.
        const { createExtractor } = await import('@whipcount/rules')
        rules = createExtractor(challenge)
        compiled.set(challenge, rules)
      }
      return { claims: rules.extract(article), refused: {} }
    },
  }
}
