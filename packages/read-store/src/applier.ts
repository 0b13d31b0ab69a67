import type { LogRecord } from '@whipcount/event-log'
import { firstVersion } from '@whipcount/projections'
import type { Failpoint } from '@whipcount/service-kit'
import { type Kysely, sql } from 'kysely'
import { moveCheckpoint } from './checkpoints.ts'
import { lettersOf, writeLetters } from './dead-letters.ts'
import { createRowInserter, type Offer } from './insert-rows.ts'
import { noteTouched, settleMoves } from './moves.ts'
import type { Applier } from './ports.ts'
import { projectorName } from './projections/versions.ts'

export interface ApplierOptions {
  readonly db: Kysely<unknown>
  /** The projection version that it fills. Default: the one that a new database begins with. */
  readonly version?: number
  /**
   * Whether a batch must outlast a crash of the database once it is applied. Default true. Where a version is built by replay it need not:
   * the checkpoint is lost with the batch, and the building goes on from there.
   */
  readonly durable?: boolean
  readonly now?: () => Date
  readonly failpoint?: Failpoint
}

/** Applies batches of the log to the sets, each in one transaction with its checkpoint. */
export function createApplier(options: ApplierOptions): Applier {
  const { db, version = firstVersion, durable = true, now = () => new Date(), failpoint } = options
  const projector = projectorName(version)
  const inserter = createRowInserter(db, version)
  const prepared = new WeakMap<readonly LogRecord[], Promise<Offer>>()

  return {
    async position(topic, partition) {
      const { rows } = await sql<{ position: string }>`
        select position::text as position from whipcount_control.checkpoints
        where name = ${projector} and topic = ${topic} and partition = ${partition}::integer`.execute(db)
      return BigInt(rows[0]?.position ?? 0)
    },
    prepare(topic, records) {
      const begun = inserter.offer(topic, records)
      begun.catch(() => {})
      prepared.set(records, begun)
    },
    async apply(batch) {
      const offer = await (prepared.get(batch.records) ?? inserter.offer(batch.topic, batch.records))
      const at = now()
      failpoint?.('projector/before-apply')
      const applied = await db.transaction().execute(async (trx) => {
        if (!durable) await sql`select set_config('synchronous_commit', 'off', true)`.execute(trx)
        const inserted = await inserter.insert(trx, offer)
        const deadLetters = [...offer.failed, ...inserted.failed]
        await writeLetters(trx, lettersOf('projector', deadLetters, at))
        await noteTouched(trx, version, offer.touched)
        const { topic, partition, from, next } = batch
        await moveCheckpoint(trx, { name: projector, topic, partition }, from, next)
        failpoint?.('projector/before-commit')
        return { applied: batch.records.length - deadLetters.length, repeats: inserted.repeats, deadLetters }
      })
      failpoint?.('projector/after-commit')
      return applied
    },
    settle: () => settleMoves(db, version),
    async redrive(records) {
      const offer = await inserter.offer(REDRIVE, records)
      const inserted = await db.transaction().execute(async (trx) => {
        const done = await inserter.insert(trx, offer)
        await noteTouched(trx, version, offer.touched)
        return done
      })
      await settleMoves(db, version)
      return new Map([...offer.failed, ...inserted.failed].map(({ record, failure }) => [record, failure]))
    },
  }
}

/** What is redriven is no topic's: how it fares says nothing of their next batches. */
const REDRIVE = 'redrive'
