import { type Kysely, sql } from 'kysely'
import { arrayLiteral } from './array-literal.ts'
import { type ProcessMark, stateOf, thisProcess } from './process-mark.ts'

/** A partition of a topic. */
export interface Shard {
  readonly topic: string
  readonly partition: number
}

/** Which partitions one member of a group holds by lease. */
export interface Ownership {
  /**
   * Renews what is held, gives back nothing, and takes what falls to this member and is free. Resolves to the shards that fall to it and are
   * held; one that is held and no longer falls to it is to be finished and given back with `release`.
   */
  renew(): Promise<readonly Shard[]>
  /** Whether a lease has not run out, by this process's clock. */
  holds(shard: Shard): boolean
  release(shard: Shard): Promise<void>
  /** Gives back everything and leaves the group. */
  leave(): Promise<void>
}

const nameOf = ({ topic, partition }: Shard): string => `${topic}/${partition}`

/**
 * Shares the shards of a group among its members by leases in a table: PGlite has one session, so there are no session locks.
 *
 * Every member computes the same division: shards in order, dealt out to members in order. A member that died on this machine is
 * struck off at once, one elsewhere when its lease has run out.
 */
export function createOwnership(options: {
  db: Kysely<unknown>
  group: string
  member: string
  shards: readonly Shard[]
  leaseMs: number
}): Ownership {
  const { db, group, member, leaseMs } = options
  const shards = [...options.shards].sort((a, b) =>
    a.topic === b.topic ? a.partition - b.partition : a.topic < b.topic ? -1 : 1,
  )
  const deadlines = new Map<string, number>()

  return {
    async renew() {
      const asked = performance.now()
      const held = await db.transaction().execute(async (trx) => {
        const lease = sql`clock_timestamp() + ${leaseMs}::integer * interval '1 millisecond'`
        await sql`
          insert into whipcount_log.members (group_name, member, mark, expires_at)
          values (${group}, ${member}, ${JSON.stringify(thisProcess)}::text::jsonb, ${lease})
          on conflict (group_name, member) do update set expires_at = excluded.expires_at`.execute(trx)
        const { rows } = await sql<{ member: string; mark: ProcessMark; lapsed: boolean }>`
          select member, mark, expires_at < clock_timestamp() as lapsed
          from whipcount_log.members where group_name = ${group} order by member collate "C"`.execute(trx)
        const dead = rows.filter((row) => stateOf(row.mark) === 'dead').map((row) => row.member)
        const struck = arrayLiteral(dead)
        if (rows.some((row) => row.lapsed) || dead.length > 0) {
          await sql`
            delete from whipcount_log.members where group_name = ${group}
              and (expires_at < clock_timestamp() or member = any (${struck}::text::text[]))`.execute(trx)
          await sql`
            delete from whipcount_log.leases
            where group_name = ${group} and owner = any (${struck}::text::text[])`.execute(trx)
        }
        const members = rows
          .filter((row) => !row.lapsed && !dead.includes(row.member))
          .map((row) => row.member)
        const mine = shards.filter((_, index) => members[index % members.length] === member)
        const taken = await sql<Shard>`
          insert into whipcount_log.leases (group_name, topic, partition, owner, epoch, expires_at)
          select ${group}, u.topic, u.partition, ${member}, 1, ${lease}
          from unnest(${arrayLiteral(mine.map((shard) => shard.topic))}::text::text[],
                      ${arrayLiteral(mine.map((shard) => shard.partition))}::text::integer[]) u (topic, partition)
          order by u.topic collate "C", u.partition
          on conflict (group_name, topic, partition) do update
            set owner = excluded.owner, expires_at = excluded.expires_at,
                epoch = leases.epoch + (leases.owner <> excluded.owner)::integer
            where leases.owner = excluded.owner or leases.expires_at < clock_timestamp()
          returning topic, partition`.execute(trx)
        // What no longer falls to us is kept while its batch is being finished.
        const kept = await sql<Shard>`
          update whipcount_log.leases set expires_at = ${lease}
          where group_name = ${group} and owner = ${member} returning topic, partition`.execute(trx)
        return { taken: taken.rows, kept: kept.rows }
      })
      deadlines.clear()
      for (const shard of [...held.taken, ...held.kept]) deadlines.set(nameOf(shard), asked + leaseMs)
      return held.taken
    },
    holds: (shard) => (deadlines.get(nameOf(shard)) ?? 0) > performance.now(),
    async release({ topic, partition }) {
      deadlines.delete(nameOf({ topic, partition }))
      await sql`
        delete from whipcount_log.leases where group_name = ${group} and owner = ${member}
          and topic = ${topic} and partition = ${partition}::integer`.execute(db)
    },
    async leave() {
      deadlines.clear()
      await sql`delete from whipcount_log.leases where group_name = ${group} and owner = ${member}`.execute(
        db,
      )
      await sql`delete from whipcount_log.members where group_name = ${group} and member = ${member}`.execute(
        db,
      )
    },
  }
}
