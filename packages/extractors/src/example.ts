import { articleIdOf, type Challenge, type RosterPerson, revisionOf } from '@whipcount/events'
import type { ArticleRead } from './port.ts'

function person(name: string, area: string, roles: RosterPerson['roles'] = []): RosterPerson {
  const [given, family] = name.split(' ') as [string, string]
  const names = { name, given_name: given, family_name: family, other_names: [] }
  return { id: name.toLowerCase().replace(' ', '-'), ...names, area, roles }
}

/** An invented challenge for the tests of this package. */
export const exampleChallenge: Challenge = {
  id: 'vale-2030',
  name: 'The challenge to Anna Vale',
  leader: { name: 'Anna Vale', other_names: [], titles: ['prime minister'] },
  party: { name: 'Harbour Party', other_names: ['Harbour'] },
  caucus: { name: 'Harbour caucus', other_names: [] },
  window: { from: '2030-01-01', to: null },
  timezone: 'Europe/London',
  roster: [
    person('Robert Finch', 'Northport'),
    person('Tom Reyes', 'Saltmarsh'),
    person('June Okafor', 'Lower Quay', [
      { title: 'Minister of Trade', short: ['trade minister'], cabinet: true, from: '2029-01-01', to: null },
    ]),
  ],
}

/** An article of 15 May 2030, a Wednesday. */
export function exampleArticle(text: string): ArticleRead {
  const state = { text, title: null, byline: null, published: '2030-05-15', outlet: 'Quayside News' }
  const article = articleIdOf({ url: null, outlet: null, sourceId: null, text })
  return { ...state, article, revision: revisionOf(state) }
}
