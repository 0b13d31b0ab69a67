import type { Challenge } from '@whipcount/events'
import { expect, it } from 'vitest'
import { createReferenceIndex, createReferences } from './references.ts'
import { createRoster } from './roster.ts'

const challenge: Challenge = {
  id: 'test-1',
  name: 'The test challenge',
  leader: { name: 'Ada Vale', other_names: ['Mrs Vale'], titles: ['prime minister'] },
  party: { name: 'Harbour Party', other_names: ['Harbour'] },
  caucus: { name: 'Harbour caucus', other_names: [] },
  window: { from: '2030-01-01', to: null },
  timezone: 'UTC',
  roster: [
    'Robert Finch',
    'June Okafor',
    'Tom Reyes',
    'Lena Holt',
    'Sven Dahl',
    'Mara Quist',
    'Ian Bell',
    'Noor Haq',
  ].map((name, i) => ({
    id: name.toLowerCase().replace(' ', '-'),
    name,
    given_name: name.split(' ')[0]!,
    family_name: name.split(' ')[1]!,
    other_names: [],
    area: `Seat ${i}`,
    roles: [],
  })),
}
const index = createReferenceIndex(createRoster(challenge))
const referents = (text: string) => createReferences(index, text, '2030-06-01').referents
const sideOf = (text: string, name: string) => referents(text).find((one) => one.name.endsWith(name))?.side

it.each([
  ['Roy Banks, premier of Littoral, said she had been a good friend.', 'Banks', 'own'],
  [
    'Harbour held Upper Tarn alone. Its premier, Roy Banks, told the radio that she would win.',
    'Banks',
    'own',
  ],
  ['The president of the riding association, Roy Banks, is taking down posters.', 'Banks', 'own'],
  ['Roy Banks, 51, mayor of Northport, was not amused.', 'Banks', 'own'],
  ['The retired governor, Roy Banks, elected four times on the Harbour ticket, said so.', 'Banks', 'own'],
  ['Roy Banks, who ran for the Harbour Party in 2013, said so.', 'Banks', 'own'],
  ['The leader of the Moderates, Roy Banks, said so.', 'Banks', 'other'],
  ['The Alliance’s leader, Roy Banks, said so.', 'Banks', 'other'],
  ['Roy Banks (Social Front) said so.', 'Banks', 'other'],
  ['Roy Banks, for the Moderates, said so.', 'Banks', 'other'],
  ['The Renewal Front’s Roy Banks said so.', 'Banks', 'other'],
  ['Roy Banks, a young League councillor, said so.', 'Banks', 'other'],
  ['Her press secretary, Roy Banks, said so.', 'Banks', 'outside'],
  ['“No,” snapped press secretary Roy Banks.', 'Banks', 'outside'],
  ['A spokesman for the prime minister, Roy Banks, said so.', 'Banks', 'outside'],
  ['ROY BANKS (HOST): Good morning. Mr Banks said so.', 'BANKS', 'outside'],
  ['Sources tell KTV’s Roy Banks that it is over.', 'Banks', 'outside'],
  ['The letter went to the chair of the Northport Health Board, Roy Banks, who said so.', 'Banks', 'outside'],
])('whose somebody is: %s', (text, name, side) => {
  expect(sideOf(text, name)).toBe(side)
})

it.each([
  ['The Tamarind Coast said nothing, and Tamarind Coast ministers left.'],
  ['Port Meridian said nothing.'],
  ['“Sure I signed it,” said Finch.'],
])('takes no thing for a person: %s', (text) => {
  expect(referents(text).filter(({ matched }) => !matched)).toEqual([])
})

it.each([
  ['Robin Moss waited. She had a train to catch.', 'f'],
  ['Robin Moss waited, and he said so.', 'm'],
  ['Robin Moss, who was at his side, wept.', null],
  ['Robin Moss waited. “He must go.”', null],
])('learns who is he and who is she: %s', (text, gender) => {
  expect(referents(text).find(({ name }) => name === 'Robin Moss')?.gender).toBe(gender)
})

it('knows the leader’s title from the challenge', () => {
  expect(referents('Vale spoke.').find(({ leader }) => leader)?.gender).toBe('f')
})

it.each([
  ['Lena Holt sat down. Nobody, Lena told us, was surprised.', 2],
  ['Lena Holt sat down. Lena said that she was tired.', 2],
  ['Lena Holt sat down. Lena is a river.', 2],
  ['Lena Holt sat down. Lena Street was shut.', 1],
  ['Lena Holt sat down beside Lena Bell. Lena said that she was tired.', 1],
  ['Lena said that she was tired. Lena Holt sat down.', 1],
])('takes a given name alone for whoever alone bears it: %s', (text, mentions) => {
  const { mentions: found } = createReferences(index, text, '2030-06-01')
  expect(found.filter(({ referent }) => referent.name === 'Lena Holt')).toHaveLength(mentions)
})

it.each([
  ['“Go,” he said. Says Rollo Finch of the plan.', 'Rollo Finch'],
  ['PORT ELLIS (Reuters) — It rained. Lena Holt (Eastwick) — Said no.', 'Lena Holt'],
])('begins a name behind a verb of speech, and takes a seat for no news agency: %s', (text, name) => {
  const names = referents(text).map((one) => one.name)
  expect(names).toContain(name)
  expect(names.filter((one) => /^(?:Says|PORT)/.test(one))).toEqual([])
})

it('takes no head in capitals for a person', () => {
  const names = referents('WON’T VOTE FOR HIM\n\nLena Holt said no.').map((one) => one.name)
  expect(names.filter((name) => /VOTE|HIM/.test(name))).toEqual([])
})

it('knows a knight by title and given name', () => {
  const { mentions } = createReferences(index, 'Sir Graeme Holt sat down. Sir Graeme said no.', '2030-06-01')
  expect(mentions.filter(({ referent }) => referent.name === 'Graeme Holt')).toHaveLength(2)
})
