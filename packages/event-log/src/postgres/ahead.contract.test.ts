import { expect, it } from 'vitest'
import type { LogRecord } from '../port.ts'
import { scratchPglite } from './scratch.ts'
import { createTableLog } from './table-log.ts'

it('The table log tells of what it read ahead, and hands out that very array', async () => {
  const { db, drop } = await scratchPglite()
  const log = await createTableLog({ db, exclusive: true })
  await log.append(
    'events',
    Array.from({ length: 12 }, (_, n) => ({ key: 'a', value: `{"n":${n}}` })),
  )
  const told: (readonly LogRecord[])[] = []
  const handled: (readonly LogRecord[])[] = []
  await new Promise<void>((done) => {
    void log.consume({
      topics: ['events'],
      group: 'g',
      batchSize: 5,
      positions: async () => 0n,
      onAhead: (_topic, records) => told.push(records),
      async handle({ records, next }) {
        // The next one was asked for before this one was handed out.
        while (next < 12n && told.length <= handled.length) await log.ends('events')
        handled.push(records)
        if (next === 12n) done()
      },
    })
  })
  expect(handled.map(({ length }) => length)).toEqual([5, 5, 2])
  expect(told).toHaveLength(2)
  expect(told[0]).toBe(handled[1])
  expect(told[1]).toBe(handled[2])
  await log.close()
  await drop()
})
