import { type ClaimContent, Failure, unmatchedPersonId } from '@whipcount/events'
import { createDeadLetters } from '@whipcount/read-store'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { challengeOf } from '../corpus/annotations.ts'
import { openReadModel, type ReadModel } from '../house/read-model.ts'
import { eventsOf, type Report } from './reports.ts'

const challenge = { ...challengeOf('avalia'), window: { from: '2031-05-01', to: null }, roster: [] }
const { id } = challenge

const by = (actor: string): Pick<ClaimContent, 'actor' | 'person'> => ({
  actor,
  person: unmatchedPersonId(id, actor),
})
const call = { type: 'public-call', attrs: { demand: 'resign' } } as const
const backing = { type: 'member-support', attrs: {} } as const
const meeting = (status: 'scheduled' | 'held', date: string | null) =>
  ({ type: 'caucus-meeting', attrs: { status, kind: 'national' }, date }) as const

let model: ReadModel
beforeAll(async () => {
  model = await openReadModel('pglite')
})
afterEach(() => model.empty())
afterAll(() => model.drop())

const given = (...reports: Report[]): Promise<void> => model.apply(eventsOf(challenge, reports))

describe('questions about a history', () => {
  it('a meeting that was called is on the timeline of the days since it was called, not before', async () => {
    await given({ published: '2031-05-10', claims: [meeting('scheduled', '2031-05-14')] })
    expect(await model.queries.meetings(id, { on: '2031-05-09' })).toEqual([])
    const [called] = await model.queries.meetings(id, { on: '2031-05-10' })
    expect(called).toMatchObject({ date: '2031-05-14', status: 'scheduled' })
  })

  it('what is older than its article comes before the first day that somebody has', async () => {
    await given(
      { published: '2031-05-12', claims: [{ ...backing, ...by('Sam Rook'), date: '2031-05-12' }] },
      { published: '2031-05-20', claims: [{ ...call, ...by('Sam Rook'), earlier: true }] },
    )
    const changes = await model.queries.changes(id)
    expect(changes.map(({ day, from, to }) => [day, from, to])).toEqual([
      ['2031-05-12', 'unknown', 'against'],
      ['2031-05-12', 'against', 'for'],
    ])
  })

  it('who called and now backs the leader is not among those who are calling', async () => {
    await given(
      {
        published: '2031-05-10',
        claims: [
          { ...call, ...by('Sam Rook') },
          { ...call, ...by('Ada Finch') },
        ],
      },
      { published: '2031-05-12', claims: [{ ...backing, ...by('Sam Rook') }] },
    )
    const named = async (on: string) => (await model.queries.signatures(id, { on })).map(({ names }) => names)
    expect(await named('2031-05-11')).toEqual([['Ada Finch', 'Sam Rook']])
    expect(await named('2031-05-12')).toEqual([['Ada Finch']])
  })

  it('what several outlets credit to one has one origin, and so has an outlet that others credit', async () => {
    const told = (outlet: string, credited: string | null, claim: Report['claims'][number] = call) => ({
      published: '2031-05-10',
      outlet,
      claims: [{ ...claim, ...by('Sam Rook'), credited }],
    })
    const origins = async (type: string) => {
      const [position] = await model.queries.positions(id)
      const occurrence = (await model.queries.timeline(id)).find((one) => one.type === type)
      return [position!.outlets, position!.origins, occurrence?.origins]
    }
    await given(told('Ledger', 'Wire'), told('Courier', 'Wire'), told('Herald', 'WIRE'))
    expect(await origins('public-call')).toEqual([3, 1, 1])
    await model.empty()
    await given(told('Ledger', 'Wire'), told('Wire', null), told('Courier', null), told('Courier', 'Wire'))
    expect(await origins('public-call')).toEqual([3, 2, 2])
  })

  it('copies of one text have the origin of the one first captured, in whatever order they arrive', async () => {
    const words = Array.from({ length: 100 }, (_, n) => `word${n}`)
    const printed = (outlet: string, captured: string, text: readonly string[]): Report => ({
      published: '2031-05-10',
      captured_at: `2031-05-${captured}:00:00.000Z`,
      outlet,
      text: `Report ${text.join(' ')}`,
      claims: [{ ...call, ...by('Sam Rook') }],
    })
    const wire = printed('Wire', '10T08', words)
    const copies = [
      printed('Ledger', '10T09', [...words, 'more', 'in', 'our', 'podcast']),
      printed('Courier', '10T09', ['by', 'our', 'own', 'staff', ...words]),
      printed(
        'Herald',
        '17T08',
        words.map((word) => word.toUpperCase()),
      ),
    ]
    const apart = [
      // More than a fifth of it is another's.
      printed('Star', '10T10', [...words.slice(0, 80), ...words.slice(0, 10).map((word) => `${word}s`)]),
      // More than a week later.
      printed('Digest', '18T09', [...words, 'again']),
    ]
    const origins = async () => {
      const [position] = await model.queries.positions(id)
      const [occurrence] = await model.queries.timeline(id)
      return { outlets: position!.outlets, origins: position!.origins, occurrence: occurrence!.origins }
    }
    for (const reports of [
      [wire, ...copies, ...apart],
      [...apart, ...copies, wire],
    ]) {
      await model.empty()
      // One by one: what came before is worked out anew when what it was copied from arrives.
      await model.apply(eventsOf(challenge, reports), { batchSize: 1, settle: 'always' })
      expect(await origins()).toEqual({ outlets: 6, origins: 3, occurrence: 3 })
    }
  })

  it('a copy is known once its reading comes again with what it is compared by', async () => {
    const text = `Report ${Array.from({ length: 50 }, (_, n) => `word${n}`).join(' ')}`
    const told = { published: '2031-05-10', claims: [{ ...call, ...by('Sam Rook') }] }
    const events = eventsOf(challenge, [
      { ...told, outlet: 'Wire', text, captured_at: '2031-05-10T08:00:00.000Z' },
      { ...told, outlet: 'Ledger', text: `${text} again`, captured_at: '2031-05-10T09:00:00.000Z' },
    ])
    // As a build that compared no texts wrote them.
    const former = events.map((event) => {
      const { sketch: _, ...data } = event.data as Record<string, unknown>
      return { ...event, data }
    })
    const origins = async () => (await model.queries.positions(id))[0]!.origins
    await model.apply(former)
    expect(await origins()).toBe(2)
    await model.apply(events)
    expect(await origins()).toBe(1)
  })

  it('an article is not counted as set aside for an earlier revision that was', async () => {
    const events = eventsOf(challenge, [{ published: '2031-05-10', claims: [] }])
    await model.apply(events)
    const { article, revision } = events[1]!.data as { article: string; revision: string }
    const failure = new Failure('record-poison', 'It could not be read.', { fate: 'deadLetter' })
    const record = { topic: 'articles', partition: 0, position: 0n, key: article, value: '{}', headers: {} }
    const failed = [{ record: { ...record, appendedAt: new Date(0) }, failure }]
    await createDeadLetters(model.db).record(`normalizer/${id}`, failed, new Date(0))
    const outcomes = (of: string) => model.queries.readingOutcomes([{ article, revision: of }])
    expect(await outcomes(revision)).toEqual({ withEvents: 0, failed: 0, inPart: 0 })
    expect(await outcomes('0'.repeat(64))).toEqual({ withEvents: 0, failed: 1, inPart: 0 })
  })
})
