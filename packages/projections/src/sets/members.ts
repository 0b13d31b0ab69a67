import { type Challenge, ChallengeDeclared, canonicalJson, foldName, LEADER } from '@whipcount/events'
import { defineProjection, from } from '../projection.ts'

/** The people of each declaration: the roster, and the leader where the roster does not list them. */
export const members = defineProjection({
  name: 'members',
  table: 'members',
  means: 'One party figure as one declaration of a challenge has them.',
  key: ['declaration', 'person'],
  columns: {
    declaration: { type: 'uuid', means: 'The declaration.' },
    person: { type: 'text', means: 'The roster’s id; `leader` for a leader whom it does not list.' },
    name: { type: 'text', means: 'The full name.' },
    names: { type: 'text[]', means: 'Every form of the name, folded, with the family name.' },
    area: { type: 'text', nullable: true, means: 'The constituency.' },
    leader: { type: 'boolean', means: 'Whether this is the leader.' },
    sits: {
      type: 'boolean',
      means: 'Whether they ever sit in the legislature: the roster gives an area or a date.',
    },
    member_from: { type: 'date', nullable: true, means: 'Sits from this day on; open where absent.' },
    member_to: { type: 'date', nullable: true, means: 'Sits up to and including this day.' },
    roles: { type: 'jsonb', means: 'The posts, with their dates.' },
  },
  filledBy: 'desk',
  digested: true,
  on: [
    from(ChallengeDeclared, ({ challenge }, { id }) =>
      membersOf(challenge).map((row) => ({ declaration: id, ...row })),
    ),
  ],
})

function membersOf({ leader, roster }: Challenge) {
  const leaderNames = new Set([leader.name, ...leader.other_names].map(foldName))
  const isLeader = (names: readonly string[]) =>
    names.some((name) => foldName(name) === foldName(leader.name))
  const rows = roster.map((entry) => {
    const leads = isLeader([entry.name, ...entry.other_names])
    const names = [entry.name, ...entry.other_names, entry.family_name].map(foldName)
    return {
      person: entry.id,
      name: entry.name,
      names: [...new Set([...names, ...(leads ? leaderNames : [])])].sort(),
      area: entry.area ?? null,
      leader: leads,
      sits: Boolean(entry.area || entry.member_from),
      member_from: entry.member_from ?? null,
      member_to: entry.member_to ?? null,
      roles: canonicalJson(entry.roles),
    }
  })
  if (rows.some((row) => row.leader)) return rows
  const sits = { area: null, sits: false, member_from: null, member_to: null, roles: '[]' }
  return [
    ...rows,
    { person: LEADER, name: leader.name, names: [...leaderNames].sort(), leader: true, ...sits },
  ]
}
