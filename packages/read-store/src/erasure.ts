import { type Kysely, sql } from 'kysely'
import { noteTouched, nothingTouched } from './moves.ts'
import { schemaOf } from './projections/definition.ts'
import { readVersions } from './projections/versions.ts'

/**
 * Deletes all that the database holds of an article that was taken down: its rows in every version of the read models, and dead letters
 * that have it. What is known of the erasure itself stays. Takes the article's lock, and goes on until nothing is left, since a projector
 * may be adding the last of it. Resolves to the number of rows deleted; call it again at any time.
 */
export async function purgeArticle(db: Kysely<unknown>, article: string): Promise<number> {
  let deleted = 0
  for (;;) {
    const some = await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${article}, 0))`.execute(trx)
      let rows = 0n
      for (const { version } of await readVersions(trx)) {
        await noteCopies(trx, version, article)
        const { rows: tables } = await sql<{ name: string }>`
          select format('%I.%I', table_schema, table_name) as name
          from information_schema.columns join information_schema.tables using (table_schema, table_name)
          where table_schema = ${schemaOf(version)} and column_name = 'article' and table_type = 'BASE TABLE'
            and table_name <> 'erasures'`.execute(trx)
        for (const { name } of tables) {
          const { numAffectedRows } = await sql`
            delete from ${sql.raw(name)} where article = ${article}::text::uuid`.execute(trx)
          rows += numAffectedRows ?? 0n
        }
      }
      const { numAffectedRows } = await sql`
        delete from whipcount_control.dead_letters where key = ${article} or strpos(payload, ${article}) > 0`.execute(
        trx,
      )
      return Number(rows + (numAffectedRows ?? 0n))
    })
    deleted += some
    if (some === 0) return deleted
  }
}

/** Notes the articles that may be copies of one: they come from somebody else once it is gone. */
async function noteCopies(trx: Kysely<unknown>, version: number, article: string): Promise<void> {
  const likelyCopies = `${schemaOf(version)}.likely_copies`
  // A version of an older build does not compare texts.
  const { rows: known } = await sql<{ there: boolean }>`
    select to_regprocedure(${`${likelyCopies}(uuid[])`}) is not null as there`.execute(trx)
  if (!known[0]!.there) return
  const { rows } = await sql<{ article: string }>`
    select a::text as article from ${sql.raw(likelyCopies)}(array[${article}::text::uuid]) a`.execute(trx)
  const copies = rows.map((row) => row.article).filter((copy) => copy !== article)
  await noteTouched(trx, version, { ...nothingTouched(), articles: new Set(copies) })
}
