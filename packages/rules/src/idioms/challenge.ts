import type { Challenge, RosterPerson } from '@whipcount/events'

/** Somebody of a roster; with a post, a member of the cabinet. */
export function person(name: string, area: string, post?: string): RosterPerson {
  const [given_name, family_name] = name.split(' ')
  const roles = post ? [{ title: post, short: [post], cabinet: true, from: null, to: null }] : []
  return {
    id: name.toLowerCase().replace(' ', '-'),
    name,
    given_name: given_name!,
    family_name: family_name!,
    other_names: [],
    area,
    roles,
  }
}

/** The invented challenge in which the idioms of person and stance are told: a premier, ministers, members. */
export const premierChallenge: Challenge = {
  id: 'thorne-2031',
  name: 'The challenge to Helen Thorne',
  leader: { name: 'Helen Thorne', other_names: [], titles: ['premier', 'prime minister'] },
  party: { name: 'Civic Party', other_names: ['Civics', 'Civic'] },
  caucus: { name: 'Civic caucus', other_names: [] },
  window: { from: '2031-01-01', to: null },
  timezone: 'Europe/London',
  roster: [
    person('Dan Abara', 'Eastmoor'),
    person('Ruth Keane', 'Port Lyle'),
    person('Colm Daly', 'Ballyreagh'),
    person('Sue Whitlock', 'Mallow Plains'),
    person('Tom Vance', 'Hartwell'),
    person('Lena Kovac', 'Upper Tarn'),
    person('Grace Otieno', 'Kisima'),
    person('Faisal Rahman', 'Linden'),
    person('Owen Bright', 'Castle Road', 'finance minister'),
    person('Priya Nair', 'Westgate', 'health minister'),
    person('Mark Ellery', 'Saltash', 'transport minister'),
    person('Joan Petrie', 'Glen Orme', 'attorney general'),
  ],
}
