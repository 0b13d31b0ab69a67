import { type Kysely, sql } from 'kysely'

/**
 * Where the read models stand: the version in use, its checkpoints, and how many dead letters were redriven, which moves no checkpoint.
 *
 * @param of default: the version in use.
 */
export async function readPlace(db: Kysely<unknown>, of?: number): Promise<string> {
  const { rows } = await sql<{ place: string }>`
    select concat_ws(' ', v.version,
             (select string_agg(c.topic || '/' || c.partition || '/' || c.position, ' ' order by c.topic collate "C", c.partition)
              from whipcount_control.checkpoints c where c.name = 'projector/p' || v.version),
             (select count(*) from whipcount_control.dead_letters d where d.redriven_at is not null)) as place
    from (select coalesce(${of ?? null}::integer, (
            select version from whipcount_control.projections where state = 'active')) as version) v`.execute(
    db,
  )
  return rows[0]!.place
}
