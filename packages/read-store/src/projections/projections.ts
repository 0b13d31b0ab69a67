import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from '@whipcount/events'
import { type Kysely, sql } from 'kysely'
import { analyzeGrown } from '../database/analyze.ts'
import { MIGRATION_LOCK } from '../migrations/migrate.ts'
import { settleMoves } from '../moves.ts'
import { type AnswerDifference, differingAnswers, differingTables } from './compare.ts'
import { schemaOf } from './definition.ts'
import { installVersion } from './install.ts'
import { publish } from './publish.ts'
import {
  activeVersion,
  type ProjectionVersion,
  placesOf,
  projectorName,
  readVersions,
  type Verified,
} from './versions.ts'

/** What a verification found. */
export interface Verification {
  readonly version: number
  readonly against: number
  /** Whether both store and answer by the same definition: then nothing may differ. */
  readonly same_definition: boolean
  /** Tables that differ although the definition is the same. */
  readonly tables: readonly string[]
  /** Answers that differ, where the definitions do. */
  readonly answers: readonly AnswerDifference[]
  /** Of `answers`, those not accepted. */
  readonly unaccepted: readonly string[]
  readonly verified: boolean
}

/** How long to try, and what to be told meanwhile. */
export interface Patience {
  /** Milliseconds. Default 60 000. */
  readonly patienceMs?: number
  /** Told once why it has to wait. */
  readonly onWait?: (why: string) => void
}

/** The versions of the read models: made, compared, and put in each other's place. */
export interface Projections {
  list(): Promise<readonly ProjectionVersion[]>
  active(): Promise<number>
  /** The versions that this build's projectors keep up: whole, and stored as this build stores. */
  followed(): Promise<readonly number[]>
  /**
   * Begins a version of this build's definition, empty, in its own schema; or resumes the one whose building was cut short. A version
   * that is built and was never in use is given back as it is.
   */
  begin(): Promise<{ readonly version: number; readonly outcome: 'begun' | 'resumed' | 'standing' }>
  /** Says that a version is whole. Idempotent. */
  built(version: number): Promise<void>
  /**
   * Compares a built version with the one in use, in one snapshot in which both have come equally far. Of one definition the digests
   * must be equal; of two, each answer that differs must be accepted by name.
   */
  verify(version: number, options?: Patience & { readonly accept?: readonly string[] }): Promise<Verification>
  /**
   * Moves the public views to a version in one transaction. Waits for readers that hold them, who are never kept waiting longer than
   * a moment. Throws `projection-unverified` and `projection-behind`; with `force` neither is looked at.
   */
  cutover(
    version: number,
    options?: Patience & { readonly force?: boolean },
  ): Promise<{ readonly from: number }>
  /** Moves the public views back to the version that was in use before. It needs no verification. */
  rollback(
    options?: Patience & { readonly force?: boolean },
  ): Promise<{ readonly version: number; readonly from: number }>
  /** Drops a version that is not in use, with its checkpoints. Of one that was half dropped, the rest. */
  drop(version: number): Promise<void>
}

/** How long the views may be asked for at once. Readers that come in that moment queue behind the question. */
const LOCK_TIMEOUT_MS = 50
const BETWEEN_TRIES_MS = 100
const PATIENCE_MS = 60_000

/** A step of a change of versions, at which a test stands in for a crash. */
export type VersionStep =
  | 'projections/before-begun'
  | 'projections/begun'
  | 'projections/built'
  | 'projections/before-verified'
  | 'projections/dropping'
  | 'projections/before-dropped'
  | 'projections/before-cutover'
  | 'projections/after-cutover'

/** @param atStep called at each step, for tests of failure. */
export function createProjections(
  db: Kysely<unknown>,
  options: { readonly now?: () => Date; readonly atStep?: (step: VersionStep) => void } = {},
): Projections {
  const { now = () => new Date(), atStep } = options

  /** One change of the versions at a time, all of it or nothing. */
  const change = <Result>(work: (trx: Kysely<unknown>) => Promise<Result>): Promise<Result> =>
    db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx)
      return work(trx)
    })
  const find = async (trx: Kysely<unknown>, version: number): Promise<ProjectionVersion> => {
    const versions = await readVersions(trx)
    const found = versions.find((one) => one.version === version)
    if (found) return found
    const known = versions.map((one) => one.version).join(', ')
    throw new Failure(
      'projection-unknown',
      `There is no version ${version} of the read models (there are: ${known}).`,
    )
  }
  const setState = (trx: Kysely<unknown>, version: number, state: ProjectionVersion['state']) =>
    sql`update whipcount_control.projections set state = ${state} where version = ${version}::integer`.execute(
      trx,
    )

  return {
    list: () => readVersions(db),
    active: () => activeVersion(db),
    async followed() {
      const versions = await readVersions(db)
      return versions
        .filter(({ state, ours }) => ours && (state === 'built' || state === 'active'))
        .map(({ version }) => version)
    },
    async begin() {
      const begun = await change(async (trx) => {
        const versions = await readVersions(trx)
        const same = versions.filter(({ ours, same_answers }) => ours && same_answers)
        const cutShort = same.find(({ state }) => state === 'building')
        if (cutShort) return { version: cutShort.version, outcome: 'resumed' as const }
        const unused = same.find(({ state, activated_at }) => state === 'built' && activated_at === null)
        if (unused) return { version: unused.version, outcome: 'standing' as const }
        const version = Math.max(0, ...versions.map((one) => one.version)) + 1
        await installVersion(trx, version, 'building', now())
        atStep?.('projections/before-begun')
        return { version, outcome: 'begun' as const }
      })
      atStep?.('projections/begun')
      return begun
    },
    async built(version) {
      await settleMoves(db, version)
      await change(async (trx) => {
        const { state } = await find(trx, version)
        if (state === 'building') await setState(trx, version, 'built')
      })
      // What was worked out, and what is small.
      await analyzeGrown(db, schemaOf(version), { blocks: 0, growth: 1 })
      atStep?.('projections/built')
    },
    async verify(version, { accept = [], patienceMs = PATIENCE_MS, onWait } = {}) {
      const until = performance.now() + patienceMs
      for (let tries = 0; ; tries++) {
        const outcome = await db
          .transaction()
          .setIsolationLevel('repeatable read')
          .execute((trx) => compare(trx, version, accept))
        if ('apart' in outcome) {
          if (performance.now() > until) {
            throw new Failure(
              'projection-behind',
              `Version ${version} and the one in use never stood at the same place: ${outcome.apart}. Both need a projector of their build; try again when it is calmer.`,
            )
          }
          if (tries === 0) onWait?.(`waiting until both stand at the same place (${outcome.apart})`)
          await pause(BETWEEN_TRIES_MS / 4)
          continue
        }
        if (outcome.verified) {
          const verified: Verified = {
            against: outcome.against,
            at: now().toISOString(),
            accepted: [...accept],
          }
          atStep?.('projections/before-verified')
          await sql`
            update whipcount_control.projections set verified = ${JSON.stringify(verified)}::text::jsonb
            where version = ${version}::integer`.execute(db)
        }
        return outcome
      }
    },
    cutover: (version, { force = false, ...patience } = {}) =>
      moveTo(() => Promise.resolve(version), { verified: !force, level: !force }, patience),
    async rollback({ force = false, ...patience } = {}) {
      const former = async (trx: Kysely<unknown>): Promise<number> => {
        const [last] = (await readVersions(trx))
          .filter((one) => one.state === 'built' && one.activated_at !== null)
          .sort((a, b) => (a.activated_at! < b.activated_at! ? 1 : -1))
        if (last) return last.version
        throw new Failure('usage', 'No other version was ever in use. There is nothing to go back to.')
      }
      return moveTo(former, { verified: false, level: !force }, patience)
    },
    async drop(version) {
      await change(async (trx) => {
        const { state } = await find(trx, version)
        if (state === 'active') {
          throw new Failure(
            'usage',
            `Version ${version} is the one in use. \`whipcount projections cutover\` to another first.`,
          )
        }
        // From here on no projector takes it up again.
        await setState(trx, version, 'dropping')
      })
      atStep?.('projections/dropping')
      const until = performance.now() + PATIENCE_MS
      for (;;) {
        try {
          await change(async (trx) => {
            await sql`select set_config('lock_timeout', ${`${LOCK_TIMEOUT_MS}ms`}, true)`.execute(trx)
            await sql.raw(`drop schema if exists ${schemaOf(version)} cascade`).execute(trx)
            await sql`delete from whipcount_control.checkpoints where name = ${projectorName(version)}`.execute(
              trx,
            )
            await sql`delete from whipcount_control.projections where version = ${version}::integer`.execute(
              trx,
            )
            atStep?.('projections/before-dropped')
          })
          return
        } catch (error) {
          if (whyWait(error) === null || performance.now() > until) throw error
          await pause(BETWEEN_TRIES_MS * (0.5 + Math.random()))
        }
      }
    },
  }

  async function moveTo(
    which: (trx: Kysely<unknown>) => Promise<number>,
    demands: { readonly verified: boolean; readonly level: boolean },
    { patienceMs = PATIENCE_MS, onWait }: Patience,
  ): Promise<{ version: number; from: number }> {
    const until = performance.now() + patienceMs
    for (let tries = 0; ; tries++) {
      try {
        const done = await change(async (trx) => {
          const from = await activeVersion(trx)
          const version = await which(trx)
          if (from === version) return { version, from }
          const to = await find(trx, version)
          if (demands.verified) demandVerified(to, from)
          if (demands.level) await demandLevel(trx, version, from)
          // After the lock of its own, which may be waited for.
          await sql`select set_config('lock_timeout', ${`${LOCK_TIMEOUT_MS}ms`}, true)`.execute(trx)
          await publish(trx, version)
          await setState(trx, from, 'built')
          await sql`
            update whipcount_control.projections set state = 'active', activated_at = ${now().toISOString()}::text::timestamptz
            where version = ${version}::integer`.execute(trx)
          atStep?.('projections/before-cutover')
          return { version, from }
        })
        atStep?.('projections/after-cutover')
        return done
      } catch (error) {
        const why = whyWait(error)
        if (why === null || performance.now() > until) throw error
        if (tries === 0) onWait?.(why)
        await pause(BETWEEN_TRIES_MS * (0.5 + Math.random()))
      }
    }
  }

  async function compare(
    trx: Kysely<unknown>,
    version: number,
    accept: readonly string[],
  ): Promise<Verification | { readonly apart: string }> {
    const against = await activeVersion(trx)
    const { state, ours, same_answers } = await find(trx, version)
    if (version === against) throw new Failure('usage', `Version ${version} is the one in use. Name another.`)
    if (state !== 'built') throw notBuilt(version, state)
    const apart = apartOf(await placesOf(trx, version), await placesOf(trx, against), against)
    if (apart !== null) return { apart }
    const active = await find(trx, against)
    const same_definition =
      active.ours === ours && active.same_answers === same_answers && ours && same_answers
    const tables = same_definition ? await differingTables(trx, against, version) : []
    const answers = same_definition ? [] : await differingAnswers(trx, against, version)
    const unaccepted = answers.map(({ name }) => name).filter((name) => !accept.includes(name))
    const verified = tables.length === 0 && unaccepted.length === 0
    return { version, against, same_definition, tables, answers, unaccepted, verified }
  }
}

/** In which partitions a version stands elsewhere than the one in use; null where in none. */
function apartOf(
  other: ReadonlyMap<string, bigint>,
  active: ReadonlyMap<string, bigint>,
  version: number,
): string | null {
  const shards = [...new Set([...other.keys(), ...active.keys()])].sort()
  const apart = shards.filter((shard) => (other.get(shard) ?? 0n) !== (active.get(shard) ?? 0n))
  if (apart.length === 0) return null
  const [first] = apart
  return `it is at ${other.get(first!) ?? 0n} of ${first}, version ${version} at ${active.get(first!) ?? 0n}`
}

function demandVerified({ version, state, verified }: ProjectionVersion, active: number): void {
  if (state !== 'built') throw notBuilt(version, state)
  if (verified?.against === active) return
  throw new Failure(
    'projection-unverified',
    `Version ${version} was not compared with version ${active}, which is in use. Run \`whipcount projections verify ${version}\` first; --force goes on without.`,
  )
}

/** Answers must never be older than they were: the version may lack nothing that the one in use has, and that one stands still here. */
async function demandLevel(trx: Kysely<unknown>, version: number, active: number): Promise<void> {
  await sql`
    select 1 from whipcount_control.checkpoints where name = ${projectorName(active)}
    order by topic collate "C", partition for share`.execute(trx)
  const places = await placesOf(trx, version)
  for (const [shard, position] of await placesOf(trx, active)) {
    const at = places.get(shard) ?? 0n
    if (at >= position) continue
    throw new Failure(
      'projection-behind',
      `Version ${version} is behind: it stands at ${at} of ${shard}, version ${active} at ${position}. Let a projector bring it up, or run \`whipcount projections build\` again; --force goes on without.`,
    )
  }
}

function notBuilt(version: number, state: string): Failure {
  return new Failure(
    'projection-behind',
    `Version ${version} is ${state}, not built. \`whipcount projections build\` goes on with it.`,
  )
}

/** Why something is worth trying again: a lock that readers hold, or a version that has to catch up; null where it is not. */
function whyWait(error: unknown): string | null {
  if (error instanceof Failure && error.code === 'projection-behind') return error.message
  // 55P03 lock_not_available, 40P01 deadlock_detected. Source: Postgres manual, Appendix A.
  return /^(55P03|40P01)$/.test((error as { code?: string }).code ?? '')
    ? 'waiting for readers to let go of the public views'
    : null
}
