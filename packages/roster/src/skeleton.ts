import type { Challenge } from '@whipcount/events'

/**
 * A `challenge.json` to begin with: valid as it stands, about an invented party, with a `"$comment"` beside each thing that wants
 * explaining.
 *
 * @param from the first day of its window.
 */
export function challengeSkeleton(about: {
  readonly id: string
  readonly from: string
  readonly timezone: string
}): string {
  const { id, from, timezone } = about
  const skeleton: Commented<Challenge> = {
    $comment: [
      'Put your own names in place of the invented ones. Any object may hold a $comment; it is passed over.',
      'Then run: whipcount challenge check, on this folder. It says what is wrong and which names could be confused.',
    ],
    id,
    name: 'The challenge to Anna Vale',
    leader: {
      $comment: [
        'name: in full. other_names: other forms of the full name. titles: posts that mean the leader alone, in small letters.',
        'An article that has none of these, nor the party, is not read any further.',
      ],
      name: 'Anna Vale',
      other_names: [],
      titles: ['prime minister', 'leader of the Harbour Party'],
    },
    party: {
      $comment: 'other_names: as the news calls it and its members.',
      name: 'Harbour Party',
      other_names: ['Harbour', 'Harbourites'],
    },
    caucus: {
      $comment:
        'The party in the legislature. seats may say how many it has, from day to day; it may be left out.',
      name: 'Harbour caucus',
      other_names: ['Harbour MPs'],
      seats: [{ from, to: null, seats: 3 }],
    },
    window: {
      $comment: 'The days of the challenge, YYYY-MM-DD; a window that is still open has null for to.',
      from,
      to: null,
    },
    timezone,
    threshold: {
      $comment: 'What brings the leader to a vote, if a number does. May be left out.',
      name: 'letters for a leadership review',
      count: 2,
    },
    roster: [
      {
        $comment: [
          'A member: sits for area from member_from (null: always) to member_to (null: still). id never changes.',
          'other_names: how else the news writes the name. With an empty roster everybody is listed as the articles name them.',
        ],
        id: 'robert-finch',
        name: 'Robert Finch',
        given_name: 'Robert',
        family_name: 'Finch',
        other_names: ['Bob Finch'],
        area: 'Northport',
        member_from: null,
        member_to: null,
        roles: [],
      },
      {
        $comment: 'A minister: whose support counts as a minister’s while a role with cabinet true lasts.',
        id: 'june-okafor',
        name: 'June Okafor',
        given_name: 'June',
        family_name: 'Okafor',
        other_names: [],
        area: 'Saltmarsh',
        member_from: null,
        member_to: null,
        roles: [
          {
            $comment: 'short: how the news shortens the title.',
            title: 'Minister of Trade',
            short: ['trade minister'],
            cabinet: true,
            from,
            to: null,
          },
        ],
      },
      {
        $comment:
          'A party figure outside the legislature: no area and no membership. Listed beside the count, never in it.',
        id: 'tom-reyes',
        name: 'Tom Reyes',
        given_name: 'Tom',
        family_name: 'Reyes',
        other_names: [],
        roles: [{ title: 'Premier', cabinet: false, from: null, to: null }],
      },
    ],
  }
  return `${JSON.stringify(skeleton, null, 2)}\n`
}

/** The same, with a remark allowed in every object. */
type Commented<Value> = Value extends readonly (infer One)[]
  ? readonly Commented<One>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Commented<Value[Key]> } & {
        readonly $comment?: string | readonly string[]
      }
    : Value
