import { createReferenceIndex, createRoster } from '@whipcount/roster'
import { expect, it } from 'vitest'
import { findBodies } from './bodies.ts'
import { premierChallenge } from './idioms/challenge.ts'

const index = createReferenceIndex(createRoster(premierChallenge))
const names = (text: string) => findBodies(text, index).map(({ name }) => name)

it.each([
  ['The Port Lyle chapter voted to back her.', 'Port Lyle chapter'],
  ['The Upper Tarn county branch met on Monday.', 'Upper Tarn county branch'],
  ['The Civics’ Karsk federation wants a congress.', 'Karsk federation'],
  ['The Lower Sound Civic Association met.', 'Lower Sound Civic Association'],
  ['Civic Youth wants a ballot.', 'Civic Youth'],
  ['The Young Civics want a ballot.', 'Young Civics'],
  ['The party’s Kisima district council resolved on it.', 'Kisima district council'],
  ['There was comfort from the young members’ section, which endorsed her.', 'young members’ section'],
  ['The Women’s Federation did not mince it.', 'Women’s Federation'],
  ['Hartwell’s county board sent her its love.', 'Hartwell’s county board'],
  ['The Senate Civic Conference voted 20 to 8.', 'Senate Civic Conference'],
  ['The National Executive Committee of the Civic Party voted at dawn.', 'National Executive Committee'],
  ['The Linden delegation sat for five hours.', 'Linden delegation'],
])('finds a body of the party: %s', (text, name) => {
  expect(names(text)).toEqual([name])
})

it.each([
  ['The Railwaymen’s Northport branch will strike.'],
  ['The National Executive Committee of the Moderate Party voted at dawn.'],
  ['Port Lyle Council voted for the road.'],
  ['The Seven Civic members met.'],
  ['The national executive meets on Friday.'],
  ['He joined the Civics. The federation of teachers did not.'],
])('finds none: %s', (text) => {
  expect(names(text)).toEqual([])
})

it('finds the places that speak of a body again', () => {
  expect(
    names('The Kisima branch met on Monday. Its committee had asked for it. By ten the branch had voted.'),
  ).toEqual(['Kisima branch', 'Kisima branch', 'Kisima branch'])
})

it('names a body once where its kind stands beside it', () => {
  expect(names('Young Civics, the party’s youth wing, demanded a congress.')).toEqual([
    'Young Civics',
    'Young Civics',
  ])
})
