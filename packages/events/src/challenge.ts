import { Schema } from 'effect'
import { Day } from './values.ts'

/** A post with its dates; a null `from` or `to` leaves that end open. */
export const Role = Schema.Struct({
  title: Schema.NonEmptyString,
  short: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  cabinet: Schema.Boolean,
  from: Schema.NullOr(Day),
  to: Schema.NullOr(Day),
  verified: Schema.optionalKey(Schema.Boolean),
})

/**
 * A party figure. One with a `member_from` or an `area` sits in the legislature from `member_from` (open where absent) up to
 * and including `member_to`; one with neither is a party figure outside it.
 */
export const RosterPerson = Schema.Struct({
  id: Schema.String.check(Schema.isPattern(/^[a-z0-9][a-z0-9-]*$/)),
  name: Schema.NonEmptyString,
  given_name: Schema.NonEmptyString,
  family_name: Schema.NonEmptyString,
  other_names: Schema.Array(Schema.NonEmptyString),
  area: Schema.optionalKey(Schema.NullOr(Schema.NonEmptyString)),
  province: Schema.optionalKey(Schema.NonEmptyString),
  member_from: Schema.optionalKey(Schema.NullOr(Day)),
  member_to: Schema.optionalKey(Schema.NullOr(Day)),
  roles: Schema.Array(Role),
})
export type RosterPerson = typeof RosterPerson.Type

/** How many signatures or letters bring the leader to a vote, and what that number is called. */
export const Threshold = Schema.Struct({
  name: Schema.NonEmptyString,
  count: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
})

/** One party's leader, party and window of time: the content of a `challenge.json`. */
export const Challenge = Schema.Struct({
  id: Schema.String.check(Schema.isPattern(/^[a-z0-9][a-z0-9-]*$/)),
  name: Schema.NonEmptyString,
  leader: Schema.Struct({
    name: Schema.NonEmptyString,
    other_names: Schema.Array(Schema.NonEmptyString),
    titles: Schema.Array(Schema.NonEmptyString),
  }),
  party: Schema.Struct({ name: Schema.NonEmptyString, other_names: Schema.Array(Schema.NonEmptyString) }),
  caucus: Schema.Struct({
    name: Schema.NonEmptyString,
    other_names: Schema.Array(Schema.NonEmptyString),
    seats: Schema.optionalKey(
      Schema.Array(
        Schema.Struct({
          from: Day,
          to: Schema.NullOr(Day),
          seats: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
        }),
      ),
    ),
  }),
  window: Schema.Struct({ from: Day, to: Schema.NullOr(Day) }),
  timezone: Schema.NonEmptyString,
  threshold: Schema.optionalKey(Threshold),
  roster: Schema.Array(RosterPerson),
})
export type Challenge = typeof Challenge.Type

/** The person id of the leader where no roster names them. */
export const LEADER = 'leader'
