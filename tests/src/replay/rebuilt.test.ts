import { writeFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportLog, importLog, verifyBackup } from '@whipcount/event-log'
import { sqlViews } from '@whipcount/projections'
import { createDigests } from '@whipcount/read-store'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inDirectory } from '../house/command.ts'
import { decidedHistory } from './decided-history.ts'
import { type FilledHouse, openFilledHouse } from './filled-house.ts'

/** The digests of a version's sets, and the whole contents of its views. */
async function everything({ db }: FilledHouse, version: number): Promise<Record<string, unknown>> {
  const views: Record<string, unknown> = {}
  for (const view of sqlViews) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(v)::text as row from ${sql.raw(`whipcount_p${version}.${view}`)} v order by to_jsonb(v)::text collate "C"`.execute(
      db,
    )
    views[view] = rows.map(({ row }) => row)
  }
  return { tables: await createDigests(db, version).digestTables(), ...views }
}

describe.each(['pglite', 'postgres'] as const)('read models on %s', (kind) => {
  const other = kind === 'pglite' ? 'postgres' : 'pglite'

  it(`filled live, rebuilt, and imported on ${other} into another number of partitions are the same`, {
    timeout: 600_000,
  }, async () => {
    await inDirectory((directory) =>
      fc.assert(
        fc.asyncProperty(
          fc.array(decidedHistory, { minLength: 2, maxLength: 4 }),
          fc.integer({ min: 1, max: 4 }),
          async (histories, partitions) => {
            const file = join(directory, 'log.jsonl')
            const [first, ...later] = histories.map(({ events }) => events)
            const house = await openFilledHouse(kind, first!)
            let live: Record<string, unknown>
            try {
              const rebuilding = house.rebuild()
              for (const events of later) await house.append(events)
              const { version } = await rebuilding
              await house.settled(1)
              await house.settled(version)
              live = await everything(house, 1)
              expect(await everything(house, version)).toEqual(live)
              writeFileSync(file, '')
              await exportLog(house.log, {
                madeAt: new Date(0),
                write: (text) => appendFile(file, text),
                read: [],
              })
            } finally {
              await house.drop()
            }
            const imported = await openFilledHouse(other, [], partitions)
            try {
              await importLog(imported.log, file, await verifyBackup(file))
              await imported.settled(1)
              expect(await everything(imported, 1)).toEqual(live)
            } finally {
              await imported.drop()
            }
          },
        ),
        { numRuns: 5, seed: 20_241_023 },
      ),
    )
  })
})
