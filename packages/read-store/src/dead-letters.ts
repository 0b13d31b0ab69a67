import { arrayLiteral } from '@whipcount/event-log'
import { type Failure, sha256Of } from '@whipcount/events'
import { type Kysely, sql } from 'kysely'
import type { DeadLetter, DeadLetters, DeadLetterWithPayload, SetAside } from './ports.ts'
import { instant } from './queries/sql.ts'

/** What is set aside, ready to be written. */
export interface Letter {
  readonly id: string
  readonly service: string
  readonly topic: string | null
  readonly partition: number | null
  readonly position: bigint | null
  readonly key: string
  readonly payload: string
  readonly failure: Failure
  readonly at: Date
}

/** The dead letters, in one table. */
export function createDeadLetters(db: Kysely<unknown>): DeadLetters {
  const shown = sql`id, service, topic, partition, position::text as position, key, code, message, ${instant('at')} as at,
    ${instant('redriven_at')} as redriven_at`
  return {
    record: (service, failed, at) => writeLetters(db, lettersOf(service, failed, at)),
    refuse: ({ service, key, payload, failure, at }) => {
      const id = `${service}:${sha256Of(JSON.stringify([key, payload])).slice(0, 16)}`
      const nowhere = { topic: null, partition: null, position: null }
      return writeLetters(db, [{ id, service, ...nowhere, key, payload, failure, at }])
    },
    async list(filter = {}) {
      const { id = null, key = null, code = null, service = null, redriven = false, limit = 1000 } = filter
      const { rows } = await sql<DeadLetter>`
        select ${shown} from whipcount_control.dead_letters
        where (${id}::text is null or id = ${id}) and (${key}::text is null or key = ${key})
          and (${code}::text is null or code = ${code}) and (${service}::text is null or service = ${service})
          and (${redriven}::boolean or redriven_at is null)
        order by at desc, id collate "C" limit ${limit}::integer`.execute(db)
      return rows
    },
    async show(id) {
      const { rows } = await sql<DeadLetterWithPayload>`
        select ${shown}, payload from whipcount_control.dead_letters where id = ${id}`.execute(db)
      return rows[0] ?? null
    },
    async count() {
      const { rows } = await sql<{ n: number }>`
        select count(*)::integer as n from whipcount_control.dead_letters where redriven_at is null`.execute(
        db,
      )
      return rows[0]!.n
    },
    async redriven(id, at) {
      await sql`
        update whipcount_control.dead_letters set redriven_at = ${at.toISOString()}::text::timestamptz
        where id = ${id}`.execute(db)
    },
    async unpublished(limit) {
      const { rows } = await sql<DeadLetterWithPayload>`
        select ${shown}, payload from whipcount_control.dead_letters where not published
        order by id limit ${limit}::integer`.execute(db)
      return rows
    },
    async published(ids) {
      await sql`
        update whipcount_control.dead_letters set published = true
        where id = any (${arrayLiteral(ids)}::text::text[])`.execute(db)
    },
  }
}

/** The letters of records of the log. */
export function lettersOf(service: string, failed: readonly SetAside[], at: Date): Letter[] {
  return failed.map(({ record: { topic, partition, position, key, value }, failure }) => {
    const id = `${service}:${topic}/${partition}/${position}`
    return { id, service, topic, partition, position, key, payload: value, failure, at }
  })
}

/** Writes letters, in a transaction or by themselves. See {@link DeadLetters.record} for what a repetition does. */
export async function writeLetters(db: Kysely<unknown>, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return
  // What Postgres cannot hold is what may have made it a dead letter.
  const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')
  const column = (of: (letter: Letter) => string | number | null) =>
    sql`${arrayLiteral(letters.map(of))}::text::text[]`
  await sql`
    insert into whipcount_control.dead_letters (id, service, topic, partition, position, key, code, message, payload, at)
    select id, service, topic, partition::integer, position::bigint, key, code, message, payload, at::timestamptz
    from unnest(
      ${column(({ id }) => id)}, ${column(({ service }) => service)}, ${column(({ topic }) => topic)},
      ${column(({ partition }) => partition)}, ${column(({ position }) => position?.toString() ?? null)},
      ${column(({ key }) => clean(key))}, ${column(({ failure }) => failure.code)},
      ${column(({ failure }) => clean(failure.message))}, ${column(({ payload }) => clean(payload))},
      ${column(({ at }) => at.toISOString())})
      u (id, service, topic, partition, position, key, code, message, payload, at)
    order by id
    on conflict (id) do update set
      code = excluded.code, message = excluded.message, at = excluded.at, redriven_at = null, published = false
    where dead_letters.redriven_at is not null`.execute(db)
}
