import type { Challenge, RosterPerson } from '@whipcount/events'

function person(name: string, area: string, roles: RosterPerson['roles'] = []): RosterPerson {
  const [given_name, ...rest] = name.split(' ')
  return {
    id: name.toLowerCase().replace(/ /g, '-'),
    name,
    given_name: given_name!,
    family_name: rest.join(' '),
    other_names: [],
    area,
    roles,
  }
}

/** The invented challenge in which the examples of rules are told. */
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
    person('Tom Reyes', 'Lower Quay'),
    person('June Okafor', 'Saltmarsh', [
      { title: 'Minister of Trade', short: ['trade minister'], cabinet: true, from: '2029-01-01', to: null },
    ]),
  ],
}
