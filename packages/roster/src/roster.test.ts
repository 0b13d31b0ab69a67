import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Challenge, LEADER } from '@whipcount/events'
import { expect, test } from 'vitest'
import { findConfusions } from './confusions.ts'
import { parseChallenge } from './parse-challenge.ts'
import { createRoster } from './roster.ts'
import { challengeScope } from './scope.ts'

const shipped = (): Challenge => {
  const file = new URL('../challenges/lpc-2024/challenge.json', import.meta.url)
  return parseChallenge(readFileSync(file, 'utf8'), 'challenge.json')
}

const person = (
  name: string,
  more: Partial<Challenge['roster'][number]> = {},
): Challenge['roster'][number] => ({
  id: name.toLowerCase().replace(/[^a-z]+/g, '-'),
  name,
  given_name: name.split(' ')[0]!,
  family_name: name.split(' ').slice(1).join(' '),
  other_names: [],
  area: 'Northport',
  roles: [],
  ...more,
})

const challengeOf = (roster: Challenge['roster']): Challenge => ({
  id: 'test-1',
  name: 'The test challenge',
  leader: { name: 'Ada Vale', other_names: [], titles: ['prime minister'] },
  party: { name: 'Harbour Party', other_names: ['Harbour'] },
  caucus: { name: 'Harbour caucus', other_names: [] },
  window: { from: '2030-01-01', to: null },
  timezone: 'UTC',
  roster,
})

const on = '2030-02-01'

test('The shipped challenge holds 153 people.', () => {
  expect(shipped().roster).toHaveLength(153)
})

test.each([
  ['Robert Finch', 'robert-finch'],
  ['Rob Finch', 'robert-finch'],
  ['Bob Finch', 'robert-finch'],
  ['Mr. Finch', 'robert-finch'],
  ['FINCH', 'robert-finch'],
  ['Ivan Lemieux-Côté', 'yvan-lemieux-c-t-'],
  ['Yvan Lemieux Cote', 'yvan-lemieux-c-t-'],
  ['Dr. Siobhán O’Dea', 'siobhan-o-dea'],
  ['de Wit', 'marie-de-wit'],
  ['Wit', 'marie-de-wit'],
])('%s is %s.', (name, id) => {
  const roster = createRoster(
    challengeOf([
      person('Robert Finch'),
      person('Yvan Lemieux-Côté'),
      person("Siobhan O'Dea"),
      person('Marie de Wit'),
    ]),
  )
  expect(roster.resolve(name, { on })).toMatchObject({ person: id, matched: true })
})

test('A family name that two people bear is nobody’s, unless one of them alone sat on that day.', () => {
  const roster = createRoster(
    challengeOf([person('Anna Reed', { member_to: '2029-05-01' }), person('Tom Reed')]),
  )
  expect(roster.resolve('Reed', { on: null })).toMatchObject({ matched: false })
  expect(roster.resolve('Reed', { on })).toMatchObject({ person: 'tom-reed' })
  expect(roster.resolve('Anna Reed', { on })).toMatchObject({ person: 'anna-reed' })
})

test('A given name that does not fit is another person.', () => {
  const roster = createRoster(challengeOf([person('Robert Finch')]))
  const { person: id, matched } = roster.resolve('Clara Finch', { on })
  expect(matched).toBe(false)
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(roster.resolve('Ms. Clara Finch', { on }).person).toBe(id)
})

test('The leader is the roster’s own entry where there is one.', () => {
  expect(createRoster(challengeOf([])).resolve('Vale', { on })).toMatchObject({
    person: LEADER,
    matched: true,
  })
  expect(createRoster(challengeOf([person('Ada Vale')])).resolve('Vale', { on }).person).toBe('ada-vale')
})

test('Posts and seats are held from their first day to their last.', () => {
  const roster = createRoster(
    challengeOf([
      person('Robert Finch', {
        member_from: '2030-01-10',
        member_to: '2030-01-20',
        roles: [{ title: 'Minister of Trade', cabinet: true, from: '2030-01-12', to: '2030-01-15' }],
      }),
      person('Clara Moss', { area: null }),
    ]),
  )
  const days = [
    '2030-01-09',
    '2030-01-10',
    '2030-01-12',
    '2030-01-15',
    '2030-01-16',
    '2030-01-20',
    '2030-01-21',
  ]
  expect(days.map((day) => roster.isMemberOn('robert-finch', day))).toEqual([
    false,
    true,
    true,
    true,
    true,
    true,
    false,
  ])
  expect(days.map((day) => roster.isMinisterOn('robert-finch', day))).toEqual([
    false,
    false,
    true,
    true,
    false,
    false,
    false,
  ])
  expect(roster.isMemberOn('clara-moss', on)).toBe(false)
})

test('What the extractor reads leaves memberships, seats, threshold and time zone out.', () => {
  const one = challengeOf([person('Robert Finch', { member_to: '2030-01-20' })])
  const other = {
    ...challengeOf([person('Robert Finch')]),
    timezone: 'Europe/London',
    threshold: { name: 'letters', count: 9 },
  }
  expect(challengeScope(one)).toBe(challengeScope(other))
  expect(challengeScope(challengeOf([person('Rob Finch')]))).not.toBe(challengeScope(one))
})

test('Names and posts that could be confused are listed.', () => {
  const chair = [{ title: 'Whip', cabinet: false, from: null, to: null }]
  const found = findConfusions(
    challengeOf([
      person('Anna Reed'),
      person('Ann Reed'),
      person('Tom Reed'),
      person('Ruth Vale', { roles: chair }),
      person('Clara Moss', { roles: chair }),
    ]),
  )
  expect(found.map(({ people, because }) => `${people.join(' / ')}: ${because}`)).toEqual([
    'Ada Vale / Ruth Vale: same family name',
    'Anna Reed / Ann Reed: same family name and similar given names',
    'Anna Reed / Tom Reed: same family name',
    'Ann Reed / Tom Reed: same family name',
    'Ruth Vale / Clara Moss: same title',
  ])
})

const corpora = ['seeds', 'avalia', 'norhaven', 'meridia'].map((name) => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'tests', 'corpus', name)
  return { name, folder, files: readdirSync(folder).filter((file) => /\d\.json$/.test(file)) }
})

test.each(corpora)(
  'Annotated actors of $name resolve to the first person that the scorer would take.',
  ({ folder, files }) => {
    const challenge = folder.endsWith('seeds')
      ? shipped()
      : parseChallenge(readFileSync(`${folder}/challenge.json`, 'utf8'), `${folder}/challenge.json`)
    const roster = createRoster(challenge)
    const differing: string[] = []
    for (const file of files) {
      const { claims, published } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
      for (const claim of claims) {
        if (claim.actor === null) continue
        const resolved = roster.resolve(claim.actor, { on: claim.date ?? published })
        const scorers = scorersPerson(challenge, claim.actor)
        if (
          (scorers?.id ?? null) !== (resolved.matched && resolved.person !== LEADER ? resolved.person : null)
        ) {
          if (!roster.leader.names.some((name) => sameActor(name, claim.actor)))
            differing.push(`${file} ${claim.actor}`)
        }
      }
    }
    expect(differing).toEqual([])
  },
)

// Another reading of "the same person", that of the scorer of annotations: the oracle of the test above.
const HONORIFIC =
  /^(mr|mrs|ms|dr|sir|dame|lord|lady|baroness|baron|rep|sen|senator|representative|congressman|congresswoman|mp|mla|gov|governor|hon|the)\s+/
function actorKey(name: string): string {
  let s = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’'`]/g, '')
  s = s.replace(/[^a-z0-9]+/g, ' ').trim()
  while (HONORIFIC.test(s)) s = s.replace(HONORIFIC, '')
  return s
}
function sameActor(a: string, b: string): boolean {
  const [x, y] = [actorKey(a), actorKey(b)]
  if (x === y) return true
  const [xs, ys] = [x.split(' '), y.split(' ')]
  if (!x || !y || xs.at(-1) !== ys.at(-1)) return false
  if (xs.length === 1 || ys.length === 1) return true
  const [g, h] = xs[0]!.length <= ys[0]!.length ? [xs[0]!, ys[0]!] : [ys[0]!, xs[0]!]
  if (h.startsWith(g)) return true
  let i = 0
  while (i < g.length && g[i] === h[i]) i++
  return (
    g.length > 3 &&
    h.length - g.length <= 1 &&
    g.slice(i + (g.length === h.length ? 1 : 0)) === h.slice(i + 1)
  )
}
function scorersPerson(challenge: Challenge, name: string) {
  return challenge.roster.find((entry) =>
    [entry.name, ...entry.other_names].some((known) => sameActor(known, name)),
  )
}
