import { arrayLiteral } from '@whipcount/event-log'
import { type Kysely, sql } from 'kysely'
import type { Intake, IntakeAnswer, IntakeNote } from './ports.ts'
import { instant } from './queries/sql.ts'

interface State {
  readonly revision: string
  /** Null where it was noted before gists were. */
  readonly gist: string | null
  readonly captured_at: string
  readonly confirmed: boolean
}

/**
 * Has the next statements find their rows by the table's index. PGlite has no autovacuum, so no statistics: without them the planner
 * reads the whole table for each batch (0.5 s at 4,000 articles), and intake grows with its square.
 */
const byIndex = sql`
  select set_config(name, 'off', true) from unnest(array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) name`

/** The collector's notes, in one table. */
export function createIntake(db: Kysely<unknown>): Intake {
  const erasedAmong = async (trx: Kysely<unknown>, articles: readonly string[]): Promise<Set<string>> => {
    const { rows } = await sql<{ article: string }>`
      select article::text as article from whipcount_control.erased
      where article = any (${arrayLiteral(articles)}::text::uuid[])`.execute(trx)
    return new Set(rows.map(({ article }) => article))
  }
  const noteAll = (notes: readonly IntakeNote[], now: Date): Promise<IntakeAnswer[]> =>
    db.transaction().execute(async (trx) => {
      const articles = [...new Set(notes.map((note) => note.article))].sort()
      // Locks in order, so that two collectors never wait for each other.
      await sql`
        select pg_advisory_xact_lock(hashtextextended(a, 0))
        from unnest(${arrayLiteral(articles)}::text::text[]) a`.execute(trx)
      await byIndex.execute(trx)
      const { rows } = await sql<State & { article: string }>`
        select article::text as article, revision, gist, ${instant('captured_at')} as captured_at, confirmed
        from whipcount_control.intake
        where article = any (${arrayLiteral(articles)}::text::uuid[])`.execute(trx)
      const states = new Map<string, State[]>(articles.map((article) => [article, []]))
      for (const { article, ...state } of rows) states.get(article)!.push(state)

      const erased = await erasedAmong(trx, articles)
      const fresh: (State & { article: string })[] = []
      const made = new Set<State>()
      const answers = notes.map((note) => {
        if (erased.has(note.article)) return { captured_at: now.toISOString(), append: false, erased: true }
        const known = states.get(note.article)!
        const state = decide(known, note, now, made)
        if (!known.includes(state)) {
          known.push(state)
          made.add(state)
          fresh.push({ article: note.article, ...state })
        }
        const append = !state.confirmed && state.revision === note.revision
        return { captured_at: state.captured_at, append, erased: false }
      })
      if (fresh.length > 0) {
        await sql`
          insert into whipcount_control.intake (article, revision, gist, captured_at, confirmed)
          select a, r, g, c, false from unnest(
            ${arrayLiteral(fresh.map((f) => f.article))}::text::uuid[], ${arrayLiteral(fresh.map((f) => f.revision))}::text::text[],
            ${arrayLiteral(fresh.map((f) => f.gist))}::text::text[],
            ${arrayLiteral(fresh.map((f) => f.captured_at))}::text::timestamptz[]) u (a, r, g, c)
          on conflict do nothing`.execute(trx)
      }
      return answers
    })

  return {
    async note({ now, ...note }) {
      return (await noteAll([note], now))[0]!
    },
    noteAll,
    async erase(article) {
      await db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${article}, 0))`.execute(trx)
        await sql`
          insert into whipcount_control.erased (article) values (${article}::text::uuid) on conflict do nothing`.execute(
          trx,
        )
      })
    },
    async confirm(appended) {
      await db.transaction().execute(async (trx) => {
        await byIndex.execute(trx)
        await sql`
          update whipcount_control.intake i set confirmed = true
          from unnest(
            ${arrayLiteral(appended.map((a) => a.article))}::text::uuid[], ${arrayLiteral(appended.map((a) => a.revision))}::text::text[],
            ${arrayLiteral(appended.map((a) => a.captured_at))}::text::timestamptz[]) u (a, r, c)
          where i.article = u.a and i.revision = u.r and i.captured_at = u.c`.execute(trx)
      })
    },
  }
}

const later = (a: State, b: State): State =>
  a.captured_at > b.captured_at || (a.captured_at === b.captured_at && a.revision > b.revision) ? a : b

/** The state that a note means: one that is known, or a new one. */
function decide(known: readonly State[], note: IntakeNote, now: Date, made: ReadonlySet<State>): State {
  const { revision, gist } = note
  // What the log has, or is about to have, may differ in furniture; what an append failed on must be the very same.
  const says = (state: State | null): boolean =>
    state !== null &&
    (state.revision === revision || ((state.confirmed || made.has(state)) && state.gist === gist))
  const unconfirmed = known.filter((state) => !state.confirmed && state.revision === revision)
  const newest = known.length === 0 ? null : known.reduce(later)
  if (note.capturedAt !== null && !note.defaulted) {
    const at = new Date(note.capturedAt).toISOString()
    const same = known.find((state) => state.revision === revision && state.captured_at === at)
    if (same) return same
    const until = known.filter((state) => state.captured_at <= at)
    const current = until.length === 0 ? null : until.reduce(later)
    return says(current) ? current! : { revision, gist, captured_at: at, confirmed: false }
  }
  if (says(newest)) return newest!
  if (unconfirmed.length > 0) return unconfirmed.reduce(later)
  let at = note.capturedAt === null ? now.toISOString() : new Date(note.capturedAt).toISOString()
  if (newest && at <= newest.captured_at) at = now.toISOString()
  // The newest state may lie in the future: a state that is seen after it stands after it.
  if (newest && at <= newest.captured_at) at = new Date(Date.parse(newest.captured_at) + 1).toISOString()
  return { revision, gist, captured_at: at, confirmed: false }
}
