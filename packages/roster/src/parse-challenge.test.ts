import { Failure } from '@whipcount/events'
import { expect, test } from 'vitest'
import { inspectChallenge, parseChallenge } from './parse-challenge.ts'

const good = {
  id: 'test-1',
  name: 'The test challenge',
  leader: { name: 'Ada Vale', other_names: [], titles: ['prime minister'] },
  party: { name: 'Harbour Party', other_names: [] },
  caucus: { name: 'Harbour caucus', other_names: [] },
  window: { from: '2030-01-01', to: null },
  timezone: 'America/Toronto',
  roster: [
    {
      id: 'clara-moss',
      name: 'Clara Moss',
      given_name: 'Clara',
      family_name: 'Moss',
      other_names: [],
      roles: [],
    },
  ],
}

function problemsOf(json: string): string {
  try {
    parseChallenge(json, 'challenge.json')
  } catch (error) {
    expect(error).toBeInstanceOf(Failure)
    expect((error as Failure).code).toBe('challenge-invalid')
    return (error as Failure).message
  }
  throw new Error('The challenge was taken.')
}

test('A challenge with an empty roster is enough.', () => {
  expect(parseChallenge(JSON.stringify({ ...good, roster: [] }), 'challenge.json').roster).toEqual([])
})

test('A misspelt key is named with its path and the key that was meant.', () => {
  const roster = [{ ...good.roster[0], member_form: '2029-01-01' }]
  expect(problemsOf(JSON.stringify({ ...good, roster }))).toBe(
    [
      'challenge.json is not a valid challenge:',
      '  challenge.json:1:409: roster[0].member_form is not a known key; did you mean member_from?',
      'Correct the file and declare the challenge again; nothing was changed.',
    ].join('\n'),
  )
})

test('Every problem of shape is listed at once.', () => {
  const message = problemsOf(
    JSON.stringify({
      ...good,
      caucus: undefined,
      window: { from: '2030-02-30', to: null },
      colour: 'red',
      leader: { ...good.leader, title: [] },
    }),
  )
  expect(message.split('\n').slice(1, -1)).toEqual([
    '  challenge.json:1:1: caucus is missing',
    '  challenge.json:1:117: leader.title is not a known key; did you mean titles?',
    '  challenge.json:1:189: window.from: expected a day as YYYY-MM-DD, got "2030-02-30"',
    '  challenge.json:1:370: colour is not a known key; known are id, name, leader, party, caucus, window, timezone, threshold, roster',
  ])
})

test('Ids given twice, spans that end before they begin and unknown time zones are listed at once.', () => {
  const roles = [{ title: 'Whip', cabinet: false, from: '2030-03-01', to: '2030-01-01' }]
  const roster = [good.roster[0], { ...good.roster[0], roles }]
  const message = problemsOf(
    JSON.stringify({
      ...good,
      timezone: 'Mars/Olympus',
      window: { from: '2030-02-01', to: '2030-01-01' },
      roster,
    }),
  )
  expect(message.split('\n').slice(1, -1)).toEqual([
    '  challenge.json:1:250: window ends on 2030-01-01, before it begins on 2030-02-01',
    '  challenge.json:1:269: timezone "Mars/Olympus" is not a known time zone; write one such as "America/Toronto"',
    '  challenge.json:1:416: roster[1].id "clara-moss" is given already by roster[0]',
    '  challenge.json:1:574: roster[1].roles[0] ends on 2030-01-01, before it begins on 2030-03-01',
  ])
})

test('What is not JSON is said to be so.', () => {
  expect(problemsOf('{"id": ')).toContain('challenge.json:1:8: is not JSON: ')
})

test('A problem is said with its line and column, those of the whole where something is missing.', () => {
  const text = JSON.stringify(
    { ...good, timezone: 'Mars/Olympus', roster: [{ ...good.roster[0], id: 'Ä' }] },
    null,
    2,
  )
  const lines = text.replace('  "id": "test-1",\n', '').split('\n')
  const { problems } = inspectChallenge(lines.join('\n'))
  const shown = problems.map(({ path, line, column }) => ({ path, at: lines[line - 1]!.slice(column - 1) }))
  expect(shown).toEqual([
    { path: 'id', at: '{' },
    { path: 'roster[0].id', at: '"id": "Ä",' },
  ])
})

test('JSON that breaks off is wrong where it breaks off.', () => {
  const broken = '{\n  "id": "x",\n  "name" "y"\n}'
  expect(inspectChallenge(broken).problems).toMatchObject([{ path: '', line: 3, column: 10 }])
  expect(inspectChallenge('{\n "id": "x"').problems).toMatchObject([{ path: '', line: 2 }])
})

test('A key that is given twice is said, whichever of the two is right.', () => {
  const twice = JSON.stringify(good).replace('"roles":[]', '"roles":[],"name":"Clara Moss"')
  expect(inspectChallenge(twice).problems.map(({ message }) => message)).toEqual([
    'roster[0].name is given twice; only this one would count',
  ])
})

test('A remark may stand in any object, more than once, and is no part of the challenge.', () => {
  const noted = {
    $comment: ['first', 'second'],
    ...good,
    leader: { $comment: 'who leads', ...good.leader },
    roster: [{ ...good.roster[0], $comment: 'found on the list of members' }],
  }
  expect(parseChallenge(JSON.stringify(noted), 'challenge.json')).toEqual(good)
})

test('Nesting without end is refused like any other shape.', () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  expect(inspectChallenge(deep).problems).toHaveLength(1)
})
