import { ArticleCollected, type ClaimContent, decodeEvent } from '@whipcount/events'
import { describe, expect, it } from 'vitest'
import { eventsOfReading } from './reading.ts'

const article = ArticleCollected.example
const reader = { challenge: 'lpc-2024', ruleset: 'a'.repeat(64) }
const context = { partition: 0, position: 7n, time: '2024-10-16T12:00:00.000Z' }
const text = article.text
const call = (over: Partial<ClaimContent> = {}): ClaimContent => ({
  type: 'public-call',
  actor: 'Sean Casey',
  person: 'sean-casey',
  matched: true,
  attrs: { demand: 'resign' },
  date: null,
  earlier: false,
  attribution: 'named',
  evidence: { start: 0, end: text.length, text },
  quote: 'needs to go',
  credited: null,
  rule: 'public-call/says-leader-should-go',
  ...over,
})

describe('eventsOfReading', () => {
  it('makes one event for each claim and one for the reading that lists them', () => {
    const events = eventsOfReading(article, [call()], reader, context)
    expect(events.map((e) => e.type)).toEqual(['public-call.reported', 'article.normalized'])
    for (const event of events) expect(decodeEvent(JSON.stringify(event)).id).toBe(event.id)
    expect(events[1]!.data).toMatchObject({ claims: [(events[0]!.data as { claim: string }).claim] })
  })

  it('gives the same ids whenever and wherever it is made', () => {
    const later = { partition: 3, position: 99n, time: '2030-01-01T00:00:00.000Z', traceparent: 'x' }
    const ids = (events: { id: string }[]) => events.map((e) => e.id)
    expect(ids(eventsOfReading(article, [call()], reader, later))).toEqual(
      ids(eventsOfReading(article, [call()], reader, context)),
    )
  })

  it('keeps a claim’s id and changes the reading’s where the content differs', () => {
    const [a] = eventsOfReading(article, [call()], reader, context)
    const [b] = eventsOfReading(article, [call({ quote: null })], reader, context)
    expect((a!.data as { claim: string }).claim).toBe((b!.data as { claim: string }).claim)
    expect((a!.data as { reading: string }).reading).not.toBe((b!.data as { reading: string }).reading)
  })

  it('keeps one of two claims with one identity', () => {
    expect(eventsOfReading(article, [call(), call({ quote: null })], reader, context)).toHaveLength(2)
  })

  it('records a reading that found nothing', () => {
    const [only, ...rest] = eventsOfReading(article, [], reader, context)
    expect(rest).toEqual([])
    expect(only!.data).toMatchObject({ claims: [] })
  })

  it('refuses evidence that is not what stands at its span', () => {
    const wrong = call({ evidence: { start: 1, end: 5, text: 'Sean' } })
    expect(() => eventsOfReading(article, [wrong], reader, context)).toThrowError(
      /the evidence \[1, 5\) of a public-call/,
    )
  })
})
