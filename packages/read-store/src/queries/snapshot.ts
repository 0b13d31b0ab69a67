import { Failure } from '@whipcount/events'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { lockMoves } from '../moves.ts'
import { schemaOf } from '../projections/definition.ts'
import { activeVersion } from '../projections/versions.ts'

/** One snapshot of one projection version: an answer never mixes two. */
export interface Snapshot {
  readonly trx: Kysely<unknown>
  /** The schema of the version. */
  readonly schema: string
  /** A table, view or function of that version, by name. */
  readonly f: (name: string) => RawBuilder<unknown>
}

/** SQLSTATEs of a version that was dropped, or lacks what is asked for: no such schema, table, function or column. */
const NOT_THERE = /^(3F000|42P01|42883|42703)$/

/**
 * Takes one snapshot.
 *
 * @param alone whether it will suppose something (`supposing`): nobody else works moves out meanwhile. They are locked before the snapshot
 * is taken, so that it has all that was worked out until then.
 *
 * Throws `projection-other` where the version in use was made by another build and lacks what is asked for. */
export async function inSnapshot<Answer>(
  db: Kysely<unknown>,
  of: number | undefined,
  work: (snapshot: Snapshot) => Promise<Answer>,
  alone = false,
): Promise<Answer> {
  for (let tried: number | null = null; ; ) {
    let version = of ?? 0
    try {
      const locked = alone ? (of ?? (await activeVersion(db))) : of
      return await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (trx) => {
          if (alone) await lockMoves(trx, schemaOf(locked!))
          version = locked ?? (await activeVersion(trx))
          const schema = schemaOf(version)
          return work({ trx, schema, f: (name) => sql.raw(`${schema}.${name}`) })
        })
    } catch (cause) {
      if (!NOT_THERE.test((cause as { code?: string }).code ?? '')) throw cause
      // It may have been dropped between the look-up and the question; then another is in use by now.
      if (tried === version) {
        throw new Failure(
          'projection-other',
          `Version ${version} of the read models was made by another build and cannot answer this: ${(cause as Error).message}. Run \`whipcount projections build\`, \`verify\` and \`cutover\`, or ask with the build that made it.`,
          { cause },
        )
      }
      tried = version
    }
  }
}
