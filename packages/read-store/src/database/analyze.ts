import { type Kysely, sql } from 'kysely'

/**
 * Has the planner look at the tables of a schema that have at least `blocks` blocks and that it never saw, or that have more than `growth`
 * times the blocks that it saw. Of a table that it never saw it takes an index to give hundreds of rows, and reads others whole for them.
 * PGlite never looks by itself, and Postgres not while a version is filled in a minute.
 */
export async function analyzeGrown(
  db: Kysely<unknown>,
  schema: string,
  { blocks, growth }: { readonly blocks: number; readonly growth: number },
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    with tables as (
      select c.oid::regclass::text as name, c.reltuples, c.relpages,
             pg_relation_size(c.oid) / current_setting('block_size')::integer as blocks
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ${schema} and c.relkind = 'r')
    select t.name from tables t
    where t.blocks >= ${blocks}::integer and (t.reltuples < 0 or t.blocks > ${growth}::integer * t.relpages)`.execute(
    db,
  )
  for (const { name } of rows) await sql.raw(`analyze ${name}`).execute(db)
}
