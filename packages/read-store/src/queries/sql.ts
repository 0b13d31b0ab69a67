import { type RawBuilder, sql } from 'kysely'

/** A `timestamptz` column as an instant in UTC with milliseconds: the two drivers make different things of the type itself. */
export function instant(column: string): RawBuilder<string> {
  return sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
}
