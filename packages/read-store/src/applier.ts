import { decodeEvent, Failure } from '@whipcount/events'
import { firstVersion, rowsOf } from '@whipcount/projections'
import type { Failpoint } from '@whipcount/service-kit'
import { type Kysely, sql } from 'kysely'
import { moveCheckpoint } from './checkpoints.ts'
import { lettersOf, writeLetters } from './dead-letters.ts'
import { createRowInserter, type Decoded } from './insert-rows.ts'
import type { Applicable, Applier, SetAside } from './ports.ts'
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

  return {
    async position(topic, partition) {
      const { rows } = await sql<{ position: string }>`
        select position::text as position from whipcount_control.checkpoints
        where name = ${projector} and topic = ${topic} and partition = ${partition}::integer`.execute(db)
      return BigInt(rows[0]?.position ?? 0)
    },
    async apply(batch) {
      const { decoded, failed } = decodeAll(batch.records)
      const at = now()
      failpoint?.('projector/before-apply')
      const applied = await db.transaction().execute(async (trx) => {
        if (!durable) await sql`select set_config('synchronous_commit', 'off', true)`.execute(trx)
        const inserted = await inserter.insert(trx, batch.topic, decoded)
        const deadLetters = [...failed, ...inserted.failed]
        await writeLetters(trx, lettersOf('projector', deadLetters, at))
        const { topic, partition, from, next } = batch
        await moveCheckpoint(trx, { name: projector, topic, partition }, from, next)
        failpoint?.('projector/before-commit')
        return { applied: batch.records.length - deadLetters.length, repeats: inserted.repeats, deadLetters }
      })
      failpoint?.('projector/after-commit')
      return applied
    },
    async redrive(records) {
      const { decoded, failed } = decodeAll(records)
      const inserted = await db.transaction().execute((trx) => inserter.insert(trx, REDRIVE, decoded))
      return new Map([...failed, ...inserted.failed].map(({ record, failure }) => [record, failure]))
    },
  }
}

/** What is redriven is no topic's: how it fares says nothing of their next batches. */
const REDRIVE = 'redrive'

function decodeAll(records: Applicable['records']): { decoded: Decoded[]; failed: SetAside[] } {
  const decoded: Decoded[] = []
  const failed: SetAside[] = []
  for (const record of records) {
    try {
      decoded.push({ record, rows: [...rowsOf(decodeEvent(record.value))] })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failed.push({ record, failure: error })
    }
  }
  return { decoded, failed }
}
