import { type Kysely, sql } from 'kysely'
import { definitionIn, presentDefinition, schemaOf } from './definition.ts'

/** Who may read the public views and functions. */
export const READER = 'whipcount_reader'

/** Makes a projection version of this build's definition, empty, in a schema of its own; nothing public changes. */
export async function installVersion(
  trx: Kysely<unknown>,
  version: number,
  state: 'building' | 'active',
  at: Date,
): Promise<void> {
  const schema = schemaOf(version)
  const { tables, answers } = definitionIn(schema)
  const statements = [
    `create schema ${schema}`,
    ...tables,
    ...answers,
    // Roles belong to the whole server: another database may have made this one, or be making it now.
    `do $$ begin create role ${READER} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    // A function inside a view runs with the rights of who asks, so the reader needs the sets below too.
    `grant usage on schema ${schema} to ${READER}`,
    `grant select on all tables in schema ${schema} to ${READER}`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(trx)
  await sql`
    insert into whipcount_control.projections (version, tables, answers, state, made_at, activated_at)
    values (${version}::integer, ${presentDefinition.tables}, ${presentDefinition.answers}, ${state},
            ${at.toISOString()}::text::timestamptz, ${state === 'active' ? at.toISOString() : null}::text::timestamptz)`.execute(
    trx,
  )
}
