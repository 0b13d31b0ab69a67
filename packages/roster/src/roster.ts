import { type Challenge, foldName, LEADER, type RosterPerson, unmatchedPersonId } from '@whipcount/events'
import { nameAgreement } from './names.ts'

/** Who a name belongs to. */
export interface Resolved {
  /** The roster's id; {@link LEADER} for a leader whom the roster does not list; else a UUID of the folded name. */
  readonly person: string
  /** The name in the roster's form where it is known, else as given. */
  readonly name: string
  readonly matched: boolean
}

/** A person whom the challenge names: a member of the roster, or its leader. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly familyName: string
  readonly leader: boolean
  /** Every form of the name that the challenge gives, the full one first. */
  readonly names: readonly string[]
  /** Null for a leader whom the roster does not list. */
  readonly entry: RosterPerson | null
}

/** The people of one challenge, by name and by day. */
export interface Roster {
  readonly challenge: Challenge
  readonly people: readonly KnownPerson[]
  readonly leader: KnownPerson
  /**
   * Finds the person that a name means, in whatever form an article gives it: full, a former or other name, the family name
   * where only one bears it, with a title, a short form (Rob, Robert), a letter apart (Yvan, Ivan).
   *
   * Namesakes are told apart by who sat or held a post on the day `on`; a family name that still fits two is nobody's:
   * `matched` is false and the person is the name's own.
   */
  readonly resolve: (name: string, at: { readonly on: string | null }) => Resolved
  /** Whether the person held a post in the cabinet on that day; false where the roster does not know. */
  readonly isMinisterOn: (person: string, day: string) => boolean
  /** The titles of the posts that the person held on that day, the roster's first. */
  readonly rolesOn: (person: string, day: string) => RosterPerson['roles']
  /** Whether the person sat in the legislature on that day. */
  readonly isMemberOn: (person: string, day: string) => boolean
}

/** Indexes a challenge's people. Build it once: every answer is then a look-up. */
export function createRoster(challenge: Challenge): Roster {
  const leaderNames = [challenge.leader.name, ...challenge.leader.other_names]
  const isLeader = (person: RosterPerson) =>
    [person.name, ...person.other_names].some((name) => nameAgreement(name, challenge.leader.name) > 1)
  const leaderEntry = challenge.roster.find(isLeader) ?? null
  const leader: KnownPerson = {
    id: leaderEntry?.id ?? LEADER,
    name: challenge.leader.name,
    familyName: leaderEntry?.family_name ?? familyNameOf(challenge.leader.name),
    leader: true,
    names: [
      ...new Set([...leaderNames, ...(leaderEntry ? [leaderEntry.name, ...leaderEntry.other_names] : [])]),
    ],
    entry: leaderEntry,
  }
  const people: KnownPerson[] = [leader]
  for (const entry of challenge.roster) {
    if (entry === leaderEntry) continue
    people.push({
      id: entry.id,
      name: entry.name,
      familyName: entry.family_name,
      leader: false,
      names: [...new Set([entry.name, ...entry.other_names])],
      entry,
    })
  }
  const byId = new Map(people.map((person) => [person.id, person]))
  const byLastWord = new Map<string, Set<KnownPerson>>()
  for (const person of people) {
    for (const name of person.names) {
      const last = foldName(name).split(' ').at(-1)!
      const bearers = byLastWord.get(last)
      if (bearers) bearers.add(person)
      else byLastWord.set(last, new Set([person]))
    }
  }

  const isMemberOn: Roster['isMemberOn'] = (id, day) => {
    const entry = byId.get(id)?.entry
    if (!entry || (!entry.area && !entry.member_from)) return false
    return (!entry.member_from || entry.member_from <= day) && (!entry.member_to || day <= entry.member_to)
  }
  const rolesOn: Roster['rolesOn'] = (id, day) =>
    (byId.get(id)?.entry?.roles ?? []).filter(
      (role) => (role.from === null || role.from <= day) && (role.to === null || day <= role.to),
    )
  const familyOf = (person: KnownPerson) => foldName(person.familyName)

  const resolve: Roster['resolve'] = (name, { on }) => {
    const folded = foldName(name)
    // The id is a hash: worked out where somebody asks for it.
    const unmatched = {
      get person() {
        return unmatchedPersonId(challenge.id, name)
      },
      name,
      matched: false,
    }
    const found = (person: KnownPerson) => ({ person: person.id, name: person.name, matched: true })
    let candidates = [...(byLastWord.get(folded.split(' ').at(-1)!) ?? [])].map((person) => {
      const agreement = Math.max(...person.names.map((known) => nameAgreement(known, name)))
      return { person, agreement: familyOf(person) === folded ? Math.max(agreement, 1) : agreement }
    })
    // "de Brisay" is a family name as much as "Brisay" is: a given name is asked for only where there is one.
    if (candidates.some(({ person }) => familyOf(person) === folded)) {
      candidates = candidates.filter(
        ({ person, agreement }) => familyOf(person) === folded || agreement === 4,
      )
    }
    const best = Math.max(0, ...candidates.map(({ agreement }) => agreement))
    if (best === 0) return unmatched
    const fitting = candidates.filter(({ agreement }) => agreement === best).map(({ person }) => person)
    if (fitting.length === 1) return found(fitting[0]!)
    if (fitting.includes(leader)) return found(leader)
    const present = on
      ? fitting.filter(({ id }) => isMemberOn(id, on) || rolesOn(id, on).length > 0)
      : fitting
    return present.length === 1 ? found(present[0]!) : unmatched
  }

  return {
    challenge,
    people,
    leader,
    resolve,
    rolesOn,
    isMemberOn,
    isMinisterOn: (id, day) => rolesOn(id, day).some(({ cabinet }) => cabinet),
  }
}

/** Particles that belong to the family name. Source: ICU's and CLDR's person-name prefixes for the languages named. */
const PARTICLE =
  /^(?:de|da|do|dos|das|du|des|del|della|di|la|le|van|von|der|den|ter|ten|al|el|ap|ab|bin|ibn|ben|mac|mc|st|san|santa|zu|af|av|y)$/i

/** The family name within a full name: the last word, with the particles before it. */
export function familyNameOf(name: string): string {
  const words = name.trim().split(/\s+/)
  let start = words.length - 1
  while (start > 1 && PARTICLE.test(words[start - 1]!.replace(/\.$/, ''))) start--
  return words.slice(start).join(' ')
}
