import { sha256Of } from '@whipcount/events'
import { type Projection, projections } from '@whipcount/projections'
import { type Kysely, sql } from 'kysely'
import { schemaOf } from './projections/definition.ts'
import { activeVersion } from './projections/versions.ts'
import type { Digests, TableDigest } from './queries/answers.ts'

/**
 * Digests of the set tables: for each the sum modulo 2^64 of a 64-bit hash of each row (the first half of the MD5 of its columns
 * as text, in UTC), so that the order of rows is of no account. Articles that were taken down are left out.
 *
 * @param of the projection version; default: the one in use at each call.
 */
export function createDigests(db: Kysely<unknown>, of?: number): Digests {
  const digestTables = async (): Promise<TableDigest[]> => {
    const schema = schemaOf(of ?? (await activeVersion(db)))
    const tables: TableDigest[] = []
    for (const projection of projections.filter((p) => p.digested)) {
      const { rows } = await sql<{ rows: number; digest: string }>`
        select count(*)::integer as rows,
               mod(coalesce(sum(('x' || left(md5(${sql.raw(rowText(projection))}), 16))::bit(64)::bigint::numeric), 0), 18446744073709551616)::text as digest
        from ${sql.raw(`${schema}.${projection.table} t`)}
        where ${sql.raw(leftOut(projection, schema))}`.execute(db)
      const sum = BigInt.asUintN(64, BigInt(rows[0]!.digest))
      tables.push({
        table: projection.table,
        rows: rows[0]!.rows,
        digest: sum.toString(16).padStart(16, '0'),
        filled_by: projection.filledBy,
      })
    }
    return tables
  }
  return {
    digestTables,
    async digest() {
      const tables = (await digestTables()).filter((table) => table.filled_by === 'articles')
      return sha256Of(JSON.stringify(tables.map(({ table, rows, digest }) => [table, rows, digest])))
    },
  }
}

/** The columns of a row as one text that no two different rows share. */
function rowText({ columns }: Projection): string {
  const parts = Object.entries(columns).map(([name, { type }]) => {
    const text =
      type === 'timestamptz' ? `(extract(epoch from "${name}") * 1000)::bigint::text` : `"${name}"::text`
    return `coalesce(length(${text}) || ':' || ${text}, '-')`
  })
  return parts.join(` || ',' || `)
}

/** What is known of articles that were taken down is left out: purged or not yet, the digest is the same. */
function leftOut({ table, columns }: Projection, schema: string): string {
  if (table === 'erasures' || !('article' in columns)) return 'true'
  return `not exists (select from ${schema}.erasures e where e.article = t.article)`
}
