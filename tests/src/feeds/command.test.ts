import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyHouse, inDirectory, main, whipcount } from '../house/command.ts'
import { feedServer, rss, serving } from './feed-server.ts'

describe('whipcount feeds', () => {
  it('adds, changes, lists and removes feeds', async () => {
    await inDirectory(async (data) => {
      const feeds = async (...args: string[]): Promise<unknown> => {
        const { code, stdout, stderr } = await whipcount(['feeds', ...args, '--data', data, '--json'])
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
        return JSON.parse(stdout)
      }
      const url = 'https://www.news.example/politics.xml'
      expect(await feeds('list')).toEqual([])
      expect(await feeds('add', `${url}#top`)).toMatchObject({
        outcome: 'added',
        url,
        outlet: 'news.example',
        every_minutes: 15,
      })
      expect(await feeds('add', url)).toMatchObject({ outcome: 'standing' })
      const changed = { outcome: 'changed', outlet: 'The News', every_minutes: 5 }
      expect(await feeds('add', url, '--outlet', 'The News', '--every', '5')).toMatchObject(changed)
      expect(await feeds('list')).toMatchObject([
        {
          url,
          outlet: 'The News',
          every_minutes: 5,
          fetched_at: null,
          failures: 0,
          error: null,
          articles: 0,
        },
      ])
      expect(await feeds('remove', url)).toEqual({ outcome: 'removed', url })
      expect(await feeds('list')).toEqual([])
    })
  })

  it.each([
    [['add', 'news.example/feed'], /^whipcount: usage: news\.example\/feed is no http\(s\) address\./],
    [
      ['add', 'ftp://news.example/feed'],
      /^whipcount: usage: ftp:\/\/news\.example\/feed is no http\(s\) address\./,
    ],
    [
      ['add', 'https://me:secret@news.example/feed'],
      /^whipcount: usage: news\.example: an address with a user/,
    ],
    [['add', 'https://news.example/feed', '--every', '0'], /^whipcount: usage: --every 0 is no period\./],
    [
      ['add', 'https://news.example/feed', '--every', '1.5'],
      /^whipcount: usage: --every 1\.5 is no period\./,
    ],
    [['remove', 'https://news.example/feed'], /^whipcount: usage: No feed https:\/\/news\.example\/feed\./],
  ])('says in one line what is wrong with %j', async (args, line) => {
    await inDirectory(async (data) => {
      const { code, stdout, stderr } = await whipcount(['feeds', ...args, '--data', data])
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(line)
      expect(stderr.trimEnd()).not.toContain('\n')
    })
  })

  it('are polled while the house runs, and what they say counts', async () => {
    const site = await feedServer()
    try {
      await inDirectory(async (directory) => {
        const data = join(directory, 'data')
        await emptyHouse(data)
        const articles = join(directory, 'articles')
        mkdirSync(articles)
        writeFileSync(join(articles, 'weather.txt'), 'It rained in Northport all day.')
        const call =
          '<p>Liberal MP Sean Casey told reporters on Tuesday that Prime Minister Justin Trudeau &ldquo;needs to go&rdquo;.</p>'
        site.answer(
          '/feed.xml',
          serving(() => rss([['/casey', 'Casey speaks', call]]), { etag: '"1"' }),
        )
        const added = await whipcount([
          'feeds',
          'add',
          site.url('/feed.xml'),
          '--outlet',
          'Invented News',
          '--data',
          data,
        ])
        expect(added.code).toBe(0)
        const house = spawn(process.execPath, [main, 'start', '--articles', articles, '--data', data], {
          env: { ...process.env, WHIPCOUNT_HTTP_PORT: '0', REDIS_URL: 'redis://127.0.0.1:1' },
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        let said = ''
        house.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString()
        })
        const ended = once(house, 'exit')
        let api: string | undefined
        for (const deadline = Date.now() + 40_000; api === undefined && Date.now() < deadline; ) {
          await new Promise((resolve) => setTimeout(resolve, 50))
          api = /The api listens at (\S+)/.exec(said)?.[1]
        }
        let positions = ''
        for (const deadline = Date.now() + 20_000; !positions.includes('Casey') && Date.now() < deadline; ) {
          await new Promise((resolve) => setTimeout(resolve, 50))
          positions = await (await fetch(api!)).text()
        }
        house.kill('SIGINT')
        expect(await ended).toEqual([0, null])
        expect(positions).toContain('Casey')
        expect(positions).toContain('Invented News')
        const [feed] = JSON.parse((await whipcount(['feeds', 'list', '--data', data, '--json'])).stdout)
        expect(feed).toMatchObject({ articles: 1, failures: 0, etag: '"1"' })
      })
    } finally {
      await site.close()
    }
  })
})
