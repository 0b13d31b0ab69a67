import type { ClaimContent } from '@whipcount/events'
import { exampleChallenge } from '../example-challenge.ts'
import { createExtractor } from '../extractor.ts'

const extractor = createExtractor(exampleChallenge)

/** Claims of one sort, a line each: actor, then attributes, as tables of idioms write them. */
export function claimsIn(text: string, type: ClaimContent['type']): string[] {
  return extractor
    .extract({ text, title: null, byline: null, published: '2030-05-15', outlet: null })
    .filter((claim) => claim.type === type)
    .map(({ actor, attrs }) => {
      switch (type) {
        case 'signature':
          return `${actor} ${attrs['signed']}`
        case 'signature-count':
          return `${attrs['low'] ?? ''}..${attrs['high'] ?? ''}`
        case 'caucus-meeting':
          return `${attrs['status']} ${attrs['kind']}`
        case 'leader-response':
          return String(attrs['stance'])
        default:
          return [attrs['kind'], attrs['place']].filter(Boolean).join(' ')
      }
    })
}
