import { Failure } from '@whipcount/events'
import { type Kysely, sql } from 'kysely'

/** The version of the log's tables that this build reads and writes. */
const VERSION = 1

/** Any number: it only has to be the same in every build. */
const SCHEMA_LOCK = 7_310_401

const statements = [
  `create table if not exists whipcount_log.partitions (
     topic text not null, partition integer not null, next bigint not null default 0, primary key (topic, partition))`,
  `create table if not exists whipcount_log.records (
     topic text not null, partition integer not null, position bigint not null,
     key text not null, value text not null, headers text, size integer not null,
     appended_at timestamptz not null default clock_timestamp(),
     primary key (topic, partition, position))`,
  // Records are written once and read twice: compressing each article costs more than all else that an append does (PGlite).
  'alter table whipcount_log.records alter column value set storage external',
  'alter table whipcount_log.records set (toast_tuple_target = 8160)',
  `create table if not exists whipcount_log.members (
     group_name text not null, member text not null, mark jsonb not null, expires_at timestamptz not null,
     primary key (group_name, member))`,
  `create table if not exists whipcount_log.leases (
     group_name text not null, topic text not null, partition integer not null,
     owner text not null, epoch bigint not null, expires_at timestamptz not null,
     primary key (group_name, topic, partition))`,
  // The update locks the partition's row until the append commits: positions have no gap and their order is commit order.
  // Partitions are taken in order, so that two appends never wait for each other.
  `create or replace function whipcount_log.append(
     in_topic text, in_partitions integer[], in_keys text[], in_values text[], in_headers text[], in_sizes integer[])
   returns table (part integer, first bigint) language plpgsql as $$
   declare counted record;
   begin
     for counted in select p, count(*) as n from unnest(in_partitions) p group by p order by p loop
       part := counted.p;
       update whipcount_log.partitions t set next = t.next + counted.n
         where t.topic = in_topic and t.partition = counted.p returning t.next - counted.n into strict first;
       insert into whipcount_log.records (topic, partition, position, key, value, headers, size)
         select in_topic, u.p, append.first + row_number() over (order by u.i) - 1, u.k, u.v, u.h, u.s
         from unnest(in_partitions, in_keys, in_values, in_headers, in_sizes) with ordinality u (p, k, v, h, s, i)
         where u.p = counted.p;
       return next;
     end loop;
   end $$`,
]

/** Makes the log's schema where it is missing. Throws `database-newer` where a newer build has been here. */
export async function prepareSchema(db: Kysely<unknown>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${SCHEMA_LOCK})`.execute(trx)
    await sql`create schema if not exists whipcount_log`.execute(trx)
    await sql`create table if not exists whipcount_log.version (version integer not null)`.execute(trx)
    const found = await sql<{ version: number }>`select version from whipcount_log.version`.execute(trx)
    const version = found.rows[0]?.version ?? 0
    if (version > VERSION) {
      throw new Failure(
        'database-newer',
        `The log's tables have version ${version}; this build knows ${VERSION}. Upgrade whipcount, or name another database.`,
        { context: { version } },
      )
    }
    if (version === VERSION) return
    for (const statement of statements) await sql.raw(statement).execute(trx)
    await sql`insert into whipcount_log.version values (${VERSION})`.execute(trx)
  })
}

/**
 * Makes the topics that are missing. Throws `topic-mismatch` where a topic has another number of partitions: keys would change
 * their place.
 */
export async function prepareTopics(
  db: Kysely<unknown>,
  wanted: Readonly<Record<string, number>>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const [topic, count] of Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1))) {
      await sql`
        insert into whipcount_log.partitions (topic, partition)
        select ${topic}, p from generate_series(0, ${count}::integer - 1) p
        where not exists (select from whipcount_log.partitions where topic = ${topic})
        on conflict do nothing`.execute(trx)
      const { rows } = await sql<{ n: number }>`
        select count(*)::integer as n from whipcount_log.partitions where topic = ${topic}`.execute(trx)
      if (rows[0]?.n !== count) {
        throw new Failure(
          'topic-mismatch',
          `Topic ${topic} has ${rows[0]?.n} partitions, not ${count}. Set the number that it has; it never changes.`,
          { context: { topic, partitions: rows[0]?.n, wanted: count } },
        )
      }
    }
  })
}
