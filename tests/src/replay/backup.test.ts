import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTableLog, type EventLog, exportLog, importLog, verifyBackup } from '@whipcount/event-log'
import { scratchPglite } from '@whipcount/event-log/scratch'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inDirectory } from '../house/command.ts'

const topics = ['articles', 'events', 'desk', 'answers', 'dead-letters'] as const
const record = fc.record({
  topic: fc.constantFrom(...topics),
  key: fc.string({ unit: 'grapheme', maxLength: 8 }),
  value: fc.oneof(
    fc.json(),
    fc.constantFrom('{"a": 1}', 'not JSON', '"a\u2028b"', '"\u2029\r"', '{"n":1e21}', ''),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed().replaceAll('\0', '')),
  ),
  headers: fc.option(fc.constant({ traceparent: 'a-b' }), { nil: undefined }),
})

async function inLog<Result>(use: (log: EventLog) => Promise<Result>, partitions = 1): Promise<Result> {
  const scratch = await scratchPglite()
  const log = await createTableLog({
    db: scratch.db,
    exclusive: true,
    partitions: Object.fromEntries(topics.map((topic) => [topic, topic === 'desk' ? 1 : partitions])),
  })
  try {
    return await use(log)
  } finally {
    await log.close()
    await scratch.drop()
  }
}

async function everything(log: EventLog) {
  const found: unknown[] = []
  for (const topic of topics) {
    for (const partition of (await log.ends(topic)).keys()) {
      for (const { key, value, headers } of await log.read(topic, partition, 0n, 10_000))
        found.push(JSON.stringify({ topic, key, value, headers }))
    }
  }
  return found.sort()
}

const backUp = (log: EventLog, file: string, without: readonly string[] = []) => {
  writeFileSync(file, '')
  return exportLog(log, {
    madeAt: new Date(0),
    write: (text) => appendFileSync(file, text),
    read: ['a reader'],
    without,
    tells: (one, article) => one.key === article,
  })
}

const failed = (code: string) => expect.objectContaining({ code })

describe('a backup', () => {
  it('brings every record back, byte for byte, into a log of any number of partitions', {
    timeout: 400_000,
  }, async () => {
    await inDirectory((directory) =>
      fc.assert(
        fc.asyncProperty(
          fc.array(record, { maxLength: 40 }),
          fc.integer({ min: 1, max: 4 }),
          async (records, partitions) => {
            const file = join(directory, 'backup.jsonl')
            const before = await inLog(async (log) => {
              for (const { topic, key, value, headers } of records)
                await log.append(topic, [{ key, value, ...(headers ? { headers } : {}) }])
              const manifest = await backUp(log, file)
              expect(await verifyBackup(file)).toEqual(manifest)
              return everything(log)
            })
            await inLog(async (log) => {
              await importLog(log, file, await verifyBackup(file))
              expect(await everything(log)).toEqual(before)
            }, partitions)
          },
        ),
        { numRuns: 5, seed: 5 },
      ),
    )
  })

  it('is refused where it was cut short, was changed, is newer or is none, before anything is appended', {
    timeout: 120_000,
  }, async () => {
    await inDirectory(async (directory) => {
      const file = join(directory, 'backup.jsonl')
      await inLog(async (log) => {
        await log.append('events', [
          { key: 'a', value: '{"n":1}' },
          { key: 'b', value: '{"n":2}' },
        ])
        await backUp(log, file)
        await expect(importLog(log, file, await verifyBackup(file))).rejects.toThrow(failed('log-not-empty'))
      })
      const whole = readFileSync(file, 'utf8')
      const lines = whole.trimEnd().split('\n')
      const refusedOf = async (text: string) => {
        writeFileSync(file, text)
        return verifyBackup(file).catch((error: unknown) => error)
      }
      expect(await refusedOf(lines.slice(0, 2).join('\n'))).toMatchObject({
        code: 'backup-invalid',
        message: expect.stringContaining('cut short'),
      })
      expect(await refusedOf(whole.replace('"n":1', '"n":3'))).toMatchObject({
        code: 'backup-invalid',
        message: expect.stringContaining('has changed'),
      })
      expect(await refusedOf([lines[0], lines[2], lines[3]].join('\n'))).toMatchObject({
        code: 'backup-invalid',
      })
      expect(await refusedOf(whole.replace('"whipcount_backup":1', '"whipcount_backup":2'))).toMatchObject({
        message: expect.stringContaining('Upgrade'),
      })
      expect(await refusedOf('once upon a time')).toMatchObject({
        message: expect.stringContaining('no backup'),
      })
      await expect(verifyBackup(join(directory, 'nowhere'))).rejects.toThrow(failed('input-missing'))
    })
  })

  it('leaves an article out that is to be left out, and says so', { timeout: 120_000 }, async () => {
    await inDirectory(async (directory) => {
      const file = join(directory, 'backup.jsonl')
      await inLog(async (log) => {
        await log.append('articles', [
          { key: 'gone', value: '{}' },
          { key: 'kept', value: '{}' },
        ])
        expect(await backUp(log, file, ['gone'])).toMatchObject({
          records: { articles: 1 },
          without: ['gone'],
        })
        expect(readFileSync(file, 'utf8')).not.toContain('"key":"gone"')
        await verifyBackup(file)
      })
    })
  })
})
