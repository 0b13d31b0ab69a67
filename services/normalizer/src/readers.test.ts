import type { LogRecord } from '@whipcount/event-log'
import { ArticleCollected, ChallengeDeclared, envelope } from '@whipcount/events'
import { afterAll, describe, expect, it } from 'vitest'
import { createReaders } from './readers.ts'

const { challenge } = ChallengeDeclared.example
const at = new Date('2024-10-16T12:00:00Z')
const leader = challenge.leader.name
let position = 0n

function record(text: string): LogRecord {
  const data = { ...ArticleCollected.example, text }
  const about = {
    id: `e${position}`,
    subject: data.article,
    time: at.toISOString(),
    source: '/whipcount/test',
  }
  const value = JSON.stringify(envelope(ArticleCollected, about, data))
  const place = { topic: 'articles', partition: 0, position: position++ }
  return { ...place, key: data.article, value, headers: {}, appendedAt: at }
}

const sound = () => record(`${leader} spoke.`)

describe('the readers', () => {
  const readers = createReaders({ patienceMs: 4_000 })
  afterAll(() => readers.stop())
  const reader = readers.of(challenge)

  it('read on their thread: one event for each article at least', async () => {
    const { found, failed } = await reader.read([sound(), sound()], at)
    expect(failed).toEqual([])
    expect(found.map(({ type }) => type)).toEqual(['article.normalized', 'article.normalized'])
  })

  it('set aside a record that is no article, and read the others', async () => {
    const broken = { ...sound(), value: '{"no":"event"}' }
    const { found, failed } = await reader.read([sound(), broken, sound()], at)
    expect(found).toHaveLength(2)
    expect(failed.map((one) => [one.record, one.failure.fate])).toEqual([[broken, 'deadLetter']])
  })

  it('set aside an article on which the rules do not end, read the others, and go on', async () => {
    const endless = record(`${leader} said that the ${leader} caucus met on Tuesday. `.repeat(500_000))
    const { found, failed } = await reader.read([sound(), endless, sound()], at)
    expect(found).toHaveLength(2)
    expect(failed.map((one) => [one.record.position, one.failure.code])).toEqual([
      [endless.position, 'record-poison'],
    ])
    expect(failed[0]!.failure.message).toBe(
      `The extractor ended on article ${endless.key}: it had not done after 4 s. Mend the rule, then redrive.`,
    )
    expect((await reader.read([sound()], at)).found).toHaveLength(1)
  })
})
