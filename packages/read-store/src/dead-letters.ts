import { type Failure, sha256Of } from '@whipcount/events'
import { type Kysely, sql } from 'kysely'
import type { DeadLetter, DeadLetters } from './ports.ts'
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
  const shown = sql`id, service, topic, partition, position::text as position, key, code, message, ${instant('at')} as at`
  return {
    record: ({ service, record, failure, at }) => writeLetter(db, letterOf(service, record, failure, at)),
    refuse: ({ service, key, payload, failure, at }) =>
      writeLetter(db, {
        id: `${service}:${sha256Of(JSON.stringify([key, payload])).slice(0, 16)}`,
        service,
        topic: null,
        partition: null,
        position: null,
        key,
        payload,
        failure,
        at,
      }),
    async list({
      service = null,
      code = null,
      limit = 1000,
    }: {
      service?: string | null
      code?: string | null
      limit?: number
    } = {}) {
      const { rows } = await sql<DeadLetter>`
        select ${shown} from whipcount_control.dead_letters
        where (${service}::text is null or service = ${service}) and (${code}::text is null or code = ${code})
        order by at desc, id collate "C" limit ${limit}::integer`.execute(db)
      return rows
    },
    async show(id) {
      const { rows } = await sql<DeadLetter & { payload: string }>`
        select ${shown}, payload from whipcount_control.dead_letters where id = ${id}`.execute(db)
      return rows[0] ?? null
    },
    async count() {
      const { rows } = await sql<{ n: number }>`
        select count(*)::integer as n from whipcount_control.dead_letters`.execute(db)
      return rows[0]!.n
    },
  }
}

/** The letter of a record of the log. */
export function letterOf(
  service: string,
  record: { topic: string; partition: number; position: bigint; key: string; value: string },
  failure: Failure,
  at: Date,
): Letter {
  const { topic, partition, position, key, value } = record
  return {
    id: `${service}:${topic}/${partition}/${position}`,
    service,
    topic,
    partition,
    position,
    key,
    payload: value,
    failure,
    at,
  }
}

/** Writes a letter, in a transaction or by itself. Writing it again changes nothing. */
export async function writeLetter(db: Kysely<unknown>, letter: Letter): Promise<void> {
  const { id, service, topic, partition, key, failure, at } = letter
  const position = letter.position === null ? null : String(letter.position)
  // What Postgres cannot hold is what may have made it a dead letter.
  const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')
  await sql`
    insert into whipcount_control.dead_letters (id, service, topic, partition, position, key, code, message, payload, at)
    values (${id}, ${service}, ${topic}, ${partition}::integer, ${position}::text::bigint, ${clean(key)}, ${failure.code},
            ${clean(failure.message)}, ${clean(letter.payload)}, ${at.toISOString()}::text::timestamptz)
    on conflict do nothing`.execute(db)
}
