import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { whyNoPostgres } from '@whipcount/event-log/scratch'
import { describe, expect, it } from 'vitest'
import { inDirectory, whipcount } from '../house/command.ts'
import { inDatabase } from '../house/database.ts'
import { testServer } from '../house/read-model.ts'

const articles = join('packages', 'cli', 'demonstration', 'articles')
const noPostgres = await whyNoPostgres(testServer)

describe.skipIf(noPostgres !== null && process.env['CI'] !== 'true')('whipcount export and import', () => {
  it('move a house from a data directory to Postgres, of more partitions, and back: the same digest', {
    timeout: 600_000,
  }, async () => {
    await inDirectory((directory) =>
      inDatabase(async (url) => {
        const env = { DATABASE_URL: url }
        const [first, second] = [join(directory, 'first'), join(directory, 'second')]
        const [there, back] = [join(directory, 'there.jsonl'), join(directory, 'back.jsonl')]
        const run = async (args: string[], where: Readonly<Record<string, string>> | string) => {
          const ended =
            typeof where === 'string'
              ? await whipcount([...args, '--data', where])
              : await whipcount(args, { env: { ...where, WHIPCOUNT_PARTITIONS: '3' } })
          expect(ended).toMatchObject({ code: 0 })
          return ended.stdout
        }
        await run(['ingest', articles, '--challenge', 'lpc-2024'], first)
        const digest = await run(['digest'], first)
        const count = await run(['count', '--json'], first)
        await run(['export', there], first)
        await run(['import', there], env)
        expect(await run(['digest'], env)).toBe(digest)
        await run(['export', back], env)
        await run(['import', back], second)
        expect(await run(['digest'], second)).toBe(digest)
        expect(await run(['count', '--json'], second)).toBe(count)
        // The collector knows what was collected, and nothing was read again.
        expect(await run(['ingest', articles], second)).toMatch(/^read 32 articles: .* 32 already known/)
        const status = JSON.parse(await run(['status', '--json'], second)) as {
          readings: number
          articles: number
        }
        expect(status).toMatchObject({ articles: 32, readings: 32 })

        expect(await whipcount(['import', there, '--data', second])).toMatchObject({
          code: 1,
          stderr: expect.stringContaining('goes into an empty one'),
        })
        expect(await whipcount(['export', there, '--data', second])).toMatchObject({ code: 2 })
        const nowhere = join(directory, 'nowhere')
        expect(await whipcount(['import', articles, '--data', nowhere])).toMatchObject({ code: 2 })
        expect(existsSync(nowhere)).toBe(false)
      }),
    )
  })
})
