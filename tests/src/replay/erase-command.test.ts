import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyHouse, inDirectory, whipcount } from '../house/command.ts'

const url = 'https://ledger.example/news/casey'
const articles = [
  {
    url,
    outlet: 'Ledger',
    published: '2024-10-20',
    text: 'Sean Casey said Justin Trudeau must resign, by heaven.',
  },
  {
    url: 'https://courier.example/long',
    outlet: 'Courier',
    published: '2024-10-21',
    text: 'Wayne Long said Justin Trudeau must go.',
  },
]
const input = articles.map((article) => JSON.stringify(article)).join('\n')

describe('whipcount erase', () => {
  it('takes an article and what quotes it out of answers and log, keeps that it did, and never takes it in again', {
    timeout: 600_000,
  }, async () => {
    await inDirectory(async (directory) => {
      const data = ['--data', join(directory, 'data')]
      await emptyHouse(data[1]!)
      const run = async (...args: string[]) => {
        const { code, stdout, stderr } = await whipcount([...args, ...data])
        expect({ code, stderr }).toMatchObject({ code: 0 })
        return stdout
      }
      const ingest = () => whipcount(['ingest', '-', '--challenge', 'lpc-2024', '--json', ...data], { input })
      expect((await ingest()).code).toBe(0)
      const erased = JSON.parse(
        await run('erase', url, '--reason', 'An order.', '--by', 'A. Editor', '--json'),
      ) as {
        article: string
        records: number
      }
      // The sighting, one claim and the reading.
      expect(erased.records).toBe(3)
      const positions = JSON.parse(await run('positions', '--json')) as { name: string; position: string }[]
      expect(positions.filter(({ position }) => position !== 'unknown').map(({ name }) => name)).toEqual([
        'Wayne Long',
      ])
      const again = await ingest()
      expect(JSON.parse(again.stdout)).toMatchObject({ read: 2, alreadyKnown: 1, deadLetters: 1 })
      expect(again.stderr).toContain('was taken down')
      const digest = await run('digest')

      const file = join(directory, 'log.jsonl')
      await run('export', file)
      expect(readFileSync(file, 'utf8')).not.toContain('by heaven')
      expect(readFileSync(file, 'utf8')).toContain('An order.')
      await run('projections', 'build')
      await run('projections', 'verify')
      const other = ['--data', join(directory, 'other')]
      expect(await whipcount(['import', file, ...other])).toMatchObject({ code: 0 })
      expect((await whipcount(['digest', ...other])).stdout).toBe(digest)
      const elsewhere = await whipcount(['ingest', '-', '--json', ...other], { input })
      expect(JSON.parse(elsewhere.stdout)).toMatchObject({ read: 2, alreadyKnown: 1, deadLetters: 1 })
      expect(
        await whipcount(['erase', 'https://nowhere.example/', '--reason', 'r', '--by', 'b', ...data]),
      ).toMatchObject({ code: 2 })
    })
  })
})
