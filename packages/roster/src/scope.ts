import { type Challenge, canonicalJson } from '@whipcount/events'

/**
 * The parts of a challenge that an extractor reads, as canonical JSON: names, titles, areas, roles, window. Memberships,
 * seats, the threshold and the time zone are outside it: a corrected `member_to` needs no article read again.
 */
export function challengeScope(challenge: Challenge): string {
  const { id, leader, party, caucus, window, roster } = challenge
  const byId = [...roster].sort((a, b) => (a.id < b.id ? -1 : 1))
  return canonicalJson({
    id,
    leader,
    party,
    caucus: { name: caucus.name, other_names: caucus.other_names },
    window,
    roster: byId.map((person) => ({
      id: person.id,
      name: person.name,
      given_name: person.given_name,
      family_name: person.family_name,
      other_names: person.other_names,
      area: person.area ?? null,
      roles: person.roles.map(({ title, short = [], cabinet, from, to }) => ({
        title,
        short,
        cabinet,
        from,
        to,
      })),
    })),
  })
}
