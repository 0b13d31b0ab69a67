import { Failure } from '@whipcount/events'
import { type Kysely, sql } from 'kysely'
import { instant } from '../queries/sql.ts'
import { presentDefinition } from './definition.ts'

/** What a version was compared with before a person moved the public views to it. */
export interface Verified {
  /** The version in use then. */
  readonly against: number
  readonly at: string
  /** The answers whose differences were accepted, by name. */
  readonly accepted: readonly string[]
}

/** One version of the read models. */
export interface ProjectionVersion {
  readonly version: number
  /**
   * `building`: being filled by replay. `built`: whole, and kept up by projectors. `active`: the one that answers. `dropping`: on its
   * way out.
   */
  readonly state: 'building' | 'built' | 'active' | 'dropping'
  readonly made_at: string
  /** When it last became the active one; null where it never was. */
  readonly activated_at: string | null
  readonly verified: Verified | null
  /** Whether this build stores the same: then it can fill the version and keep it up. */
  readonly ours: boolean
  /** Whether this build answers the same from it. */
  readonly same_answers: boolean
}

export async function readVersions(trx: Kysely<unknown>): Promise<ProjectionVersion[]> {
  const { rows } = await sql<ProjectionVersion>`
    select version, state, ${instant('made_at')} as made_at, ${instant('activated_at')} as activated_at, verified,
           tables = ${presentDefinition.tables} as ours, answers = ${presentDefinition.answers} as same_answers
    from whipcount_control.projections order by version`.execute(trx)
  return rows
}

/** The version that answers. Throws `projection-unknown` in a database that was never migrated. */
export async function activeVersion(trx: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from whipcount_control.projections where state = 'active'`.execute(trx)
  if (rows[0]) return rows[0].version
  throw new Failure('projection-unknown', 'This database has no read models. Run `whipcount migrate` first.')
}

/** The name under which the checkpoints of a version are kept. */
export const projectorName = (version: number): string => `projector/p${version}`

/** How far a version has come, by topic and partition. */
export async function placesOf(trx: Kysely<unknown>, version: number): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ shard: string; position: string }>`
    select topic || '/' || partition as shard, position::text as position
    from whipcount_control.checkpoints where name = ${projectorName(version)}`.execute(trx)
  return new Map(rows.map(({ shard, position }) => [shard, BigInt(position)]))
}
