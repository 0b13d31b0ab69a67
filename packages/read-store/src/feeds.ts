import { type Kysely, sql } from 'kysely'
import type { Feed, Feeds } from './ports.ts'
import { instant } from './queries/sql.ts'

/** The feeds, in one table. */
export function createFeeds(db: Kysely<unknown>): Feeds {
  const shown = sql`url, outlet, every_minutes, ${instant('added_at')} as added_at, moved_to, etag, last_modified,
    ${instant('polled_at')} as polled_at, ${instant('fetched_at')} as fetched_at, ${instant('not_before')} as not_before,
    failures, error, articles::float8 as articles`
  const at = (time: Date) => sql`${time.toISOString()}::text::timestamptz`
  return {
    async add({ url, outlet, everyMinutes }, time) {
      const { rows } = await sql<{ added: boolean }>`
        insert into whipcount_control.feeds as f (url, outlet, every_minutes, added_at)
        values (${url}, ${outlet}, ${everyMinutes}::integer, ${at(time)})
        on conflict (url) do update set outlet = excluded.outlet, every_minutes = excluded.every_minutes
          where (f.outlet, f.every_minutes) is distinct from (excluded.outlet, excluded.every_minutes)
        returning xmax = 0 as added`.execute(db)
      const [changed] = rows
      if (changed === undefined) return 'standing'
      return changed.added ? 'added' : 'changed'
    },
    async list() {
      const { rows } = await sql<Feed>`
        select ${shown} from whipcount_control.feeds order by url collate "C"`.execute(db)
      return rows
    },
    async get(url) {
      const { rows } = await sql<Feed>`
        select ${shown} from whipcount_control.feeds where url = ${url}`.execute(db)
      return rows[0] ?? null
    },
    async remove(url) {
      const { numAffectedRows } = await sql`delete from whipcount_control.feeds where url = ${url}`.execute(
        db,
      )
      return numAffectedRows === 1n
    },
    async fetched(url, { etag, lastModified, movedTo, articles }, time) {
      await sql`
        update whipcount_control.feeds set etag = ${etag}::text, last_modified = ${lastModified}::text, moved_to = ${movedTo}::text,
          articles = articles + ${String(articles)}::text::bigint, polled_at = ${at(time)}, fetched_at = ${at(time)},
          not_before = null, failures = 0, error = null
        where url = ${url}`.execute(db)
    },
    async failed(url, { error, notBefore }, time) {
      await sql`
        update whipcount_control.feeds set failures = failures + 1, error = ${error}::text, polled_at = ${at(time)},
          not_before = ${notBefore}::text::timestamptz, moved_to = null
        where url = ${url}`.execute(db)
    },
  }
}
