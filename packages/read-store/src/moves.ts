import { arrayLiteral } from '@whipcount/event-log'
import type { Projection, Row } from '@whipcount/projections'
import { type Kysely, sql } from 'kysely'
import { analyzeGrown } from './database/analyze.ts'
import { schemaOf } from './projections/definition.ts'

/** What rows that are new to the sets bear on. */
export interface Touched {
  readonly articles: Set<string>
  /** Claims of which the article is not at hand: a correction may name another. */
  readonly claims: Set<string>
  /** People whose claims move. */
  readonly people: Set<string>
}

export const nothingTouched = (): Touched => ({ articles: new Set(), claims: new Set(), people: new Set() })

/** Articles worked out by one statement. */
const AT_ONCE = 5_000

/** What has grown so much that statements which take many looks at it are planned anew. */
const GROWN = { blocks: 16, growth: 4 }

/** Notes what rows bear on, in the transaction that adds them to the sets: answers look there first, so they are right from then on. */
export async function noteTouched(trx: Kysely<unknown>, version: number, touched: Touched): Promise<void> {
  const { articles, claims, people } = touched
  if (articles.size === 0 && claims.size === 0 && people.size === 0) return
  await sql`
    insert into ${sql.raw(`${schemaOf(version)}.moves_pending`)} (articles, claims, people)
    values (${arrayLiteral([...articles])}::text::uuid[], ${arrayLiteral([...claims])}::text::uuid[],
            ${arrayLiteral([...people])}::text::text[])`.execute(trx)
}

/**
 * Works out what was noted until now, in a transaction of its own. A version that is dropped meanwhile has nothing to work out.
 *
 * Everything is read from one snapshot, taken when nobody else is at it: what commits later is noted, and stays so.
 */
export async function settleMoves(db: Kysely<unknown>, version: number): Promise<void> {
  const schema = schemaOf(version)
  const unsettled = sql.raw(`${schema}.unsettled`)
  try {
    await analyzeGrown(db, schema, GROWN)
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        await lockMoves(trx, schema)
        // To compile these statements takes longer than they do. Where the end of this is lost in a crash it is as if it had not begun.
        await sql`select set_config('jit', 'off', true), set_config('synchronous_commit', 'off', true)`.execute(
          trx,
        )
        const whole = await settleBases(trx, schema)
        const { rows } = await sql<{ challenge: string; articles: string[] }>`
          select b.challenge, u.articles::text[] as articles
          from ${sql.raw(`${schema}.move_bases`)} b
          cross join lateral (select ${unsettled}(b.challenge) as articles) u
          where b.challenge <> all (${arrayLiteral(whole)}::text::text[]) and u.articles <> '{}'`.execute(trx)
        for (const { challenge, articles } of rows) {
          for (let n = 0; n < articles.length; n += AT_ONCE)
            await settleArticles(trx, schema, challenge, articles.slice(n, n + AT_ONCE))
        }
        await sql`delete from ${sql.raw(`${schema}.moves_pending`)}`.execute(trx)
      })
  } catch (error) {
    if (!/^(3F000|42P01)$/.test((error as { code?: string }).code ?? '')) throw error
  }
}

/** Keeps everybody else from working out moves of a version until the transaction ends. It takes no snapshot. */
export async function lockMoves(trx: Kysely<unknown>, schema: string): Promise<void> {
  await sql`lock table ${sql.raw(`${schema}.move_bases`)} in share row exclusive mode`.execute(trx)
}

/**
 * Works out all moves of each challenge whose time zone or order of rulesets is another than they were worked out with. The caller has
 * the moves to himself (`lockMoves`). Resolves to those challenges.
 */
export async function settleBases(trx: Kysely<unknown>, schema: string): Promise<string[]> {
  const table = (name: string) => sql.raw(`${schema}.${name}`)
  const { rows: changed } = await sql<{ challenge: string }>`
    with present as (select * from ${table('current_bases')}())
    insert into ${table('move_bases')} as b
    select * from present order by challenge collate "C"
    on conflict (challenge) do update set basis = excluded.basis where b.basis <> excluded.basis
    returning challenge`.execute(trx)
  for (const { challenge } of changed) {
    await sql`delete from ${table('moves')} where challenge = ${challenge}`.execute(trx)
    for (let after: string | null = null; ; ) {
      const some: { rows: { article: string }[] } = await sql<{ article: string }>`
        select article::text as article from (
          select article from ${table('readings')} where challenge = ${challenge} and claims <> '{}'
          union
          select article from ${table('entered_claims')} where challenge = ${challenge}) told
        where ${after}::text::uuid is null or told.article > ${after}::text::uuid
        order by told.article limit ${AT_ONCE}`.execute(trx)
      const articles = some.rows.map(({ article }) => article)
      if (articles.length === 0) break
      await insertMoves(trx, schema, challenge, articles)
      after = articles.at(-1)!
    }
  }
  return changed.map(({ challenge }) => challenge)
}

async function settleArticles(
  trx: Kysely<unknown>,
  schema: string,
  challenge: string,
  articles: readonly string[],
): Promise<void> {
  await sql`
    delete from ${sql.raw(`${schema}.moves`)} m using unnest(${arrayLiteral(articles)}::text::uuid[]) a
    where m.challenge = ${challenge} and m.article = a`.execute(trx)
  await insertMoves(trx, schema, challenge, articles)
}

async function insertMoves(
  trx: Kysely<unknown>,
  schema: string,
  challenge: string,
  articles: readonly string[],
): Promise<void> {
  await sql`
    insert into ${sql.raw(`${schema}.moves`)}
    select * from ${sql.raw(`${schema}.moves_of`)}(${challenge}, ${arrayLiteral(articles)}::text::uuid[])`.execute(
    trx,
  )
}

/** Adds what a row of a set bears on. A set that is not here bears on no move, or on the bases, which tell of themselves. */
export function touch(touched: Touched, { table }: Projection, row: Row): void {
  switch (table) {
    case 'mergers':
      touched.people.add(row['person'] as string)
      break
    case 'claim_corrections':
      touched.claims.add(row['claim'] as string)
      touched.articles.add(row['article'] as string)
      break
    case 'sightings':
    case 'readings':
    case 'reading_claims':
    case 'entered_claims':
    case 'erasures':
      touched.articles.add(row['article'] as string)
      break
  }
}
