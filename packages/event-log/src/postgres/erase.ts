import { type Kysely, sql } from 'kysely'

/** Records rewritten in one transaction, so that no append waits long. */
const AT_ONCE = 500

/**
 * Takes an article out of a table log: every record that holds it, or names it, keeps its place and key and gets another value, so positions
 * stay without gaps and consumers go on. It looks through the whole log. Resolves to the number of records rewritten.
 *
 * @param article its id.
 * @param value what stands there from now on; records that say it already are left.
 */
export async function eraseFromTableLog(
  db: Kysely<unknown>,
  article: string,
  value: string,
): Promise<number> {
  let rewritten = 0
  for (;;) {
    const { numAffectedRows } = await sql`
      update whipcount_log.records set value = ${value}, headers = null, size = octet_length(key) + octet_length(${value}::text)
      where ctid in (
        select ctid from whipcount_log.records
        where (key = ${article} or strpos(value, ${article}) > 0) and value <> ${value}
          and value::text not like '%"type":"article.erased"%'
        limit ${AT_ONCE})`.execute(db)
    const some = Number(numAffectedRows ?? 0n)
    rewritten += some
    if (some < AT_ONCE) break
  }
  // What an update replaced stays in the file until then.
  if (rewritten > 0) await sql`vacuum whipcount_log.records`.execute(db)
  return rewritten
}
