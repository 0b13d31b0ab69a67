import { Failure } from '@whipcount/events'
import { firstVersion } from '@whipcount/projections'
import { type Kysely, sql } from 'kysely'
import { installVersion } from '../projections/install.ts'
import { publish } from '../projections/publish.ts'
import { addAlone } from './add-alone.ts'

/**
 * The steps that bring `whipcount_control` to today's shape, each one statement or several with semicolons between them; a step is
 * never edited once released, only added.
 */
const steps: readonly (string | { readonly whole: string })[] = [
  `create table whipcount_control.checkpoints (
     name text not null, topic text not null, partition integer not null, position bigint not null,
     primary key (name, topic, partition));
   create table whipcount_control.dead_letters (
     id text primary key, service text not null, topic text, partition integer, position bigint, key text not null,
     code text not null, message text not null, payload text not null, at timestamptz not null,
     published boolean not null default false, redriven_at timestamptz);
   create index on whipcount_control.dead_letters (key);
   create index on whipcount_control.dead_letters (id) where not published;
   create table whipcount_control.intake (
     article uuid not null, revision text not null, captured_at timestamptz not null, confirmed boolean not null,
     primary key (article, captured_at, revision));
   create table whipcount_control.projections (
     version integer primary key, tables text not null, answers text not null);`,
  `create table whipcount_control.feeds (
     url text primary key, outlet text not null, every_minutes integer not null, added_at timestamptz not null,
     moved_to text, etag text, last_modified text, polled_at timestamptz, fetched_at timestamptz, not_before timestamptz,
     failures integer not null default 0, error text, articles bigint not null default 0);`,
  `create table whipcount_control.installed (
     version integer not null, answers text not null, primary key (version, answers));
   insert into whipcount_control.installed select version, answers from whipcount_control.projections;`,
  `alter table whipcount_control.projections
     add state text not null default 'active' check (state in ('building', 'built', 'active', 'dropping')),
     add made_at timestamptz not null default now(),
     add activated_at timestamptz,
     add verified jsonb;
   alter table whipcount_control.projections alter state drop default;
   create unique index on whipcount_control.projections (state) where state = 'active';
   drop schema if exists whipcount cascade;
   drop table whipcount_control.installed;`,
  `alter table whipcount_control.intake add gist text;
   create table whipcount_control.erased (article uuid primary key);`,
  { whole: addAlone },
]

/** What a migration and whatever moves the public views hold. Any number: it only has to be the same in every build. */
export const MIGRATION_LOCK = 7_310_402

/**
 * Brings the control tables to this build's version. A database without read models gets the first projection version, with its
 * public views and the role that may read them; versions that are there stay as they are. Idempotent; two at once wait for each other.
 *
 * Throws `database-newer` where a newer build has been here.
 */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx)
    await sql`create schema if not exists whipcount_control`.execute(trx)
    await sql`create table if not exists whipcount_control.version (version integer not null)`.execute(trx)
    const { rows } = await sql<{ version: number | null }>`
      select max(version) as version from whipcount_control.version`.execute(trx)
    const version = rows[0]!.version ?? 0
    if (version > steps.length) throw newer(version)
    for (const [index, step] of steps.entries()) {
      if (index < version) continue
      const statements = typeof step === 'string' ? step.split(';') : [step.whole]
      for (const statement of statements.filter((s) => s.trim() !== '')) await sql.raw(statement).execute(trx)
      await sql`insert into whipcount_control.version values (${index + 1})`.execute(trx)
    }
    const { rows: found } = await sql`select from whipcount_control.projections limit 1`.execute(trx)
    if (found.length > 0) return
    await installVersion(trx, firstVersion, 'active', new Date())
    await publish(trx, firstVersion)
  })
}

/**
 * Looks whether `migrate` of this build has been here, and changes nothing: a service needs no right to make tables, and an old one that
 * starts beside new ones does not put its own views back.
 *
 * Throws `database-older` where it has not, and `database-newer` where a newer build has been here.
 */
export async function demandMigrated(db: Kysely<unknown>): Promise<void> {
  const { rows: made } = await sql<{ made: boolean }>`
    select to_regclass('whipcount_control.version') is not null as made`.execute(db)
  if (!made[0]!.made) throw older(0)
  const { rows } = await sql<{ version: number | null }>`
    select max(version) as version from whipcount_control.version`.execute(db)
  const version = rows[0]!.version ?? 0
  if (version > steps.length) throw newer(version)
  if (version < steps.length) throw older(version)
}

function newer(version: number): Failure {
  return new Failure(
    'database-newer',
    `The read store has version ${version}; this build knows ${steps.length}. Upgrade whipcount, or name another database.`,
    { context: { version } },
  )
}

function older(version: number): Failure {
  return new Failure(
    'database-older',
    `The read store has version ${version}; this build needs what its own \`whipcount migrate\` makes of version ${steps.length}. Run that first, with the same DATABASE_URL.`,
    { fate: 'retry', context: { version } },
  )
}
