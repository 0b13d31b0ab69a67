import type { LogRecord } from '@whipcount/event-log'
import type { CloudEvent } from '@whipcount/events'
import { createApplier, createDeadLetters } from '@whipcount/read-store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDesk, makeEvents } from '../bench/events.ts'
import { openReadModel, type ReadModel } from '../house/read-model.ts'

const made = [...makeEvents(80, 0.5)]
const events = [...makeDesk(), ...made.flatMap(({ articles, events }) => [articles, ...events])]
/** The articles that the read model is made to refuse. */
const refused = made.filter((_, n) => n % 3 === 0).map(({ articles }) => articles.subject)

function recordOf(event: CloudEvent): LogRecord {
  const [key, value] = [event.subject, JSON.stringify(event)]
  return { topic: 'events', partition: 0, position: 0n, key, value, headers: {}, appendedAt: new Date(0) }
}

describe.each(['pglite', 'postgres'] as const)('records that the read model on %s refuses', (kind) => {
  let model: ReadModel
  beforeAll(async () => {
    model = await openReadModel(kind)
  })
  afterAll(() => model.drop())

  it('are set aside alone, and leave nothing behind once they are redriven', async () => {
    await model.apply(events)
    const calm = await model.digests.digestTables()
    await model.empty()

    const list = refused.map((article) => `'${article}'`).join(', ')
    for (const table of ['sightings', 'readings', 'reading_claims'])
      await sql
        .raw(`alter table whipcount_p1.${table} add constraint refused check (article not in (${list}))`)
        .execute(model.db)
    await model.apply(events)
    const bad = events.filter(({ subject }) => refused.includes(subject))
    const letters = await createDeadLetters(model.db).list()
    expect(letters.map(({ key }) => key).sort()).toEqual(bad.map(({ subject }) => subject).sort())
    expect(new Set(letters.map(({ code }) => code))).toEqual(new Set(['record-poison']))
    expect(letters[0]!.message).toMatch(/violates check constraint "refused"/)

    const applier = createApplier({ db: model.db })
    expect((await applier.redrive(bad.map(recordOf))).size).toBe(bad.length)
    for (const table of ['sightings', 'readings', 'reading_claims'])
      await sql.raw(`alter table whipcount_p1.${table} drop constraint refused`).execute(model.db)
    expect((await applier.redrive(bad.map(recordOf))).size).toBe(0)
    expect(await model.digests.digestTables()).toEqual(calm)
  })
})
