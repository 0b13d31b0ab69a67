import { arrayLiteral } from '@whipcount/event-log'
import type { Projection, Row } from '@whipcount/projections'
import { type Kysely, sql } from 'kysely'
import { schemaOf } from './projections/definition.ts'

/** What rows that are new to the sets bear on. */
export interface Touched {
  readonly articles: Set<string>
  /** Claims of which the article is not at hand: a correction may name another. */
  readonly claims: Set<string>
  /** People whose claims move. */
  readonly people: Set<string>
  /** Whether what a whole challenge rests on may have changed. */
  bases: boolean
}

export const nothingTouched = (): Touched => ({
  articles: new Set(),
  claims: new Set(),
  people: new Set(),
  bases: false,
})

/** Namespaces of advisory locks. Any numbers: they only have to be the same in every build. */
const VERSION_LOCK = 7_310_403
const ARTICLES_LOCK = 7_310_404

/** Articles share so many locks: the lock table of a server has room for some thousands, and a batch may touch as many articles. */
const ARTICLE_LOCKS = 256

/** Articles worked out by one statement, where all are. */
const AT_ONCE = 5_000

/**
 * Works out anew the moves that rows bear on, in the transaction that adds them to the sets. A version that is being built has
 * its moves worked out at the end.
 *
 * Two projectors that touch one article would lose each other's rows: so the keys' locks come first, in order, and what is read
 * is read by later statements, which in READ COMMITTED see what was committed under those locks before.
 */
export async function refreshMoves(trx: Kysely<unknown>, version: number, touched: Touched): Promise<void> {
  const { articles, claims, people, bases } = touched
  if (articles.size === 0 && claims.size === 0 && people.size === 0 && !bases) return
  const schema = schemaOf(version)
  const part = (name: string) => sql.raw(`${schema}.${name}`)
  const ids = new Set(articles)
  // Which articles a correction or a merger touches can only be asked when no reading is on its way.
  const alone = bases || claims.size > 0 || people.size > 0
  // To compile these statements takes 0.3 s, several times as long as they do: tables that nobody has analyzed look costly.
  await sql`select set_config('jit', 'off', true)`.execute(trx)
  if (alone) await lockMoves(trx, version)
  else await lockArticles(trx, version, [...ids])
  if (claims.size > 0 || people.size > 0)
    for (const article of await articlesOf(trx, schema, touched)) ids.add(article)
  // Counted, which the planner does by the index for each article; to see whether there is one it would go through all readings.
  const { rows } = await sql<{ state: string; articles: string[] | null }>`
    select p.state, (
      select array_agg(distinct t.article) from (
        select a.article::text
        from unnest(${arrayLiteral([...ids])}::text::uuid[]) a (article)
        cross join ${part('current_declarations')}() d
        where (select count(*) from ${part('readings')} r
               where r.challenge = d.challenge and r.article = a.article and r.claims <> '{}') > 0
        union all
        select e.article::text from ${part('entered_claims')} e
        where e.article = any ((select ${arrayLiteral([...ids])}::text::uuid[])::uuid[])) t) as articles
    from whipcount_control.projections p where p.version = ${version}::integer`.execute(trx)
  const [found] = rows
  if (found === undefined || found.state === 'building') return
  if (bases) await refreshChangedBases(trx, schema)
  // Most articles tell of nothing, and have no moves.
  if (found.articles === null) return
  const list = sql`${arrayLiteral(found.articles)}::text::uuid[]`
  const [declared, moves, movesOf] = named(schema)
  await sql`
    delete from ${moves} m using ${declared}() d, unnest(${list}) a
    where m.challenge = d.challenge and m.article = a`.execute(trx)
  await sql`
    insert into ${moves} select m.* from ${declared}() d cross join lateral ${movesOf}(d.challenge, ${list}) m`.execute(
    trx,
  )
}

/** Takes the locks of a version, shared, and then of some articles in it, in the order of their keys. */
async function lockArticles(
  trx: Kysely<unknown>,
  version: number,
  articles: readonly string[],
): Promise<void> {
  await sql`
    select pg_advisory_xact_lock_shared(${VERSION_LOCK}, ${version}::integer)
    union all
    select pg_advisory_xact_lock(${ARTICLES_LOCK}, k.key)
    from (select distinct ${version}::integer * ${ARTICLE_LOCKS}::integer + (hashtext(a) & ${ARTICLE_LOCKS - 1}::integer) as key
          from unnest(${arrayLiteral(articles)}::text::text[]) a order by key) k`.execute(trx)
}

/** Works out all moves of a version. The caller has the version to itself (`lockMoves`), so a version that was being built is whole then. */
export async function refreshAllMoves(trx: Kysely<unknown>, version: number): Promise<void> {
  await sql`delete from ${sql.raw(`${schemaOf(version)}.move_bases`)}`.execute(trx)
  await refreshChangedBases(trx, schemaOf(version))
}

/** Keeps everybody else from working out moves of a version until the transaction ends. */
export async function lockMoves(trx: Kysely<unknown>, version: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${VERSION_LOCK}, ${version}::integer)`.execute(trx)
}

/** Works out all moves of each challenge whose time zone or order of rulesets is another than they were worked out with. */
export async function refreshChangedBases(trx: Kysely<unknown>, schema: string): Promise<void> {
  const table = (name: string) => sql.raw(`${schema}.${name}`)
  const [, moves, movesOf] = named(schema)
  const { rows: changed } = await sql<{ challenge: string }>`
    with present as (select * from ${table('current_bases')}())
    insert into ${table('move_bases')} as b
    select * from present order by challenge collate "C"
    on conflict (challenge) do update set basis = excluded.basis where b.basis <> excluded.basis
    returning challenge`.execute(trx)
  for (const { challenge } of changed) {
    await sql`delete from ${moves} where challenge = ${challenge}`.execute(trx)
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
      await sql`
        insert into ${moves}
        select * from ${movesOf}(${challenge}, ${arrayLiteral(articles)}::text::uuid[])`.execute(trx)
      after = articles.at(-1)!
    }
  }
}

/** The names by which the statements above know a version's parts. */
function named(schema: string) {
  return ['current_declarations', 'moves', 'moves_of'].map((name) => sql.raw(`${schema}.${name}`))
}

/** Adds what a row of a set bears on. A set that is not here bears on no move. */
export function touch(touched: Touched, { table }: Projection, row: Row): void {
  switch (table) {
    case 'declarations':
    case 'activations':
      touched.bases = true
      break
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

/** The articles of claims, and those with a claim about one of some people as it was read, entered or amended. */
async function articlesOf(trx: Kysely<unknown>, schema: string, touched: Touched): Promise<string[]> {
  const table = (name: string) => sql.raw(`${schema}.${name}`)
  const claims = sql`${arrayLiteral([...touched.claims])}::text::uuid[]`
  const people = sql`${arrayLiteral([...touched.people])}::text::text[]`
  const { rows } = await sql<{ article: string }>`
    with amended as (
      select k.claim from ${table('claim_corrections')} k
      where k.field = 'person' and k.value #>> '{}' = any (${people}))
    select article::text as article from ${table('reading_claims')}
    where claim = any (${claims}) or person = any (${people}) or claim in (select claim from amended)
    union
    select article::text from ${table('entered_claims')}
    where claim = any (${claims}) or person = any (${people}) or claim in (select claim from amended)`.execute(
    trx,
  )
  return rows.map(({ article }) => article)
}
