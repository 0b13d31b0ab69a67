import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { inDirectory, whipcount } from '../house/command.ts'
import { onCluster } from './cluster.ts'

const articles = join('packages', 'cli', 'demonstration', 'articles')

describe('whipcount export and import', () => {
  it('move a house from a data directory to Kafka and back: the same digest, and nothing is read again', async () => {
    await inDirectory((directory) =>
      onCluster({ server: inject('server'), brokers: inject('brokers') }, async (cluster) => {
        const [first, second] = [join(directory, 'first'), join(directory, 'second')]
        const [there, back] = [join(directory, 'there.jsonl'), join(directory, 'back.jsonl')]
        const inData = async (data: string, ...args: string[]): Promise<string> => {
          const ended = await whipcount([...args, '--data', data])
          expect(ended).toMatchObject({ code: 0 })
          return ended.stdout
        }
        const onKafka = async (...args: string[]): Promise<string> => {
          const ended = await cluster.whipcount(...args)
          expect(ended).toMatchObject({ code: 0 })
          return ended.stdout
        }
        await inData(first, 'ingest', articles, '--challenge', 'lpc-2024')
        const digest = await inData(first, 'digest')
        const count = await inData(first, 'count', '--json')
        await inData(first, 'export', there)

        await cluster.startAll({ collector: 0, api: 0 })
        await onKafka('import', there)
        expect(await onKafka('digest')).toBe(digest)
        expect(await onKafka('count', '--json')).toBe(count)
        expect(JSON.parse(await onKafka('status', '--json'))).toMatchObject({ articles: 32, readings: 32 })
        // The texts are found where they stand now.
        const positions = JSON.parse(await onKafka('positions', '--json')) as { article: string | null }[]
        const { article } = positions.find((one) => one.article !== null)!
        expect(await onKafka('article', article!)).toBe(await inData(first, 'article', article!))
        expect(await cluster.whipcount('import', there)).toMatchObject({
          code: 1,
          stderr: expect.stringContaining('goes into an empty one'),
        })

        await onKafka('export', back)
        await inData(second, 'import', back)
        expect(await inData(second, 'digest')).toBe(digest)
        expect(await inData(second, 'count', '--json')).toBe(count)
        expect(await inData(second, 'ingest', articles)).toMatch(/^read 32 articles: .* 32 already known/)
      }),
    )
  })
})
