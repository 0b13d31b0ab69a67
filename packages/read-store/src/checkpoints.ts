import { Failure } from '@whipcount/events'
import { type Kysely, sql } from 'kysely'
import type { Checkpoint, Checkpoints } from './ports.ts'

/** The checkpoints of every consumer, in one table. */
export function createCheckpoints(db: Kysely<unknown>): Checkpoints {
  return {
    async get(name, topic, partition) {
      const { rows } = await sql<{ position: string }>`
        select position::text as position from whipcount_control.checkpoints
        where name = ${name} and topic = ${topic} and partition = ${partition}::integer`.execute(db)
      return BigInt(rows[0]?.position ?? 0)
    },
    async advance(name, topic, partition, expected, next) {
      await db.transaction().execute((trx) => moveCheckpoint(trx, { name, topic, partition }, expected, next))
    },
    async list(prefix = '') {
      const { rows } = await sql<Omit<Checkpoint, 'position'> & { position: string }>`
        select name, topic, partition, position::text as position from whipcount_control.checkpoints
        where starts_with(name, ${prefix}) order by name collate "C", topic collate "C", partition`.execute(
        db,
      )
      return rows.map((row) => ({ ...row, position: BigInt(row.position) }))
    },
  }
}

/**
 * Moves a checkpoint from `expected` to `next` within a transaction: the compare-and-set that makes two consumers of one
 * partition harmless. Throws `checkpoint-lost` where it stands elsewhere; roll back then.
 */
export async function moveCheckpoint(
  trx: Kysely<unknown>,
  of: { name: string; topic: string; partition: number },
  expected: bigint,
  next: bigint,
): Promise<void> {
  const { name, topic, partition } = of
  if (expected === 0n) {
    await sql`
      insert into whipcount_control.checkpoints (name, topic, partition, position)
      values (${name}, ${topic}, ${partition}::integer, 0) on conflict do nothing`.execute(trx)
  }
  const { numAffectedRows } = await sql`
    update whipcount_control.checkpoints set position = ${String(next)}::text::bigint
    where name = ${name} and topic = ${topic} and partition = ${partition}::integer
      and position = ${String(expected)}::text::bigint`.execute(trx)
  if (numAffectedRows === 1n) return
  throw new Failure(
    'checkpoint-lost',
    `${name}: the checkpoint of ${topic}/${partition} does not stand at ${expected}; somebody else is at work. Nothing was changed.`,
    { fate: 'retry', context: { name, topic, partition, expected: String(expected), next: String(next) } },
  )
}
