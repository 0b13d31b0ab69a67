import { Failure } from '@whipcount/events'
import { createDigests } from '@whipcount/read-store'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Crash, type FilledHouse, openFilledHouse } from './filled-house.ts'
import { history } from './history.ts'

const events = fc.sample(history, { numRuns: 30, seed: 11 }).flatMap((one) => one.events)
const earlier = events.slice(0, Math.floor(events.length * 0.7))
const later = events.slice(earlier.length)

const failed = (code: string) => expect.objectContaining({ code })

describe.each(['pglite', 'postgres'] as const)('versions of the read models on %s', (kind) => {
  let house: FilledHouse
  beforeEach(async () => {
    house = await openFilledHouse(kind, earlier)
    await house.settled(1)
  })
  afterEach(() => house.drop())

  const states = async () =>
    (await house.projections.list()).map(({ version, state }) => `${version} ${state}`)
  const digestOf = (version: number) => createDigests(house.db, version).digest()
  const publicCount = async () => {
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(w) as row from whipcount.whip_count w`.execute(house.db)
    return rows
  }
  /** Makes a version answer otherwise, as another build would. */
  const asOfAnotherBuild = async (version: number, ...statements: readonly string[]) => {
    for (const statement of statements) await sql.raw(statement).execute(house.db)
    await sql`update whipcount_control.projections set answers = 'other' where version = ${version}::integer`.execute(
      house.db,
    )
  }

  it('are built while the one in use goes on, compared, moved to, moved back from, and dropped', async () => {
    const building = house.rebuild()
    await house.append(later)
    expect(await building).toMatchObject({ version: 2, outcome: 'begun' })
    await house.settled(1)
    await house.settled(2)
    expect(await digestOf(2)).toBe(await digestOf(1))
    await expect(house.projections.cutover(2)).rejects.toThrow(failed('projection-unverified'))
    expect(await house.projections.verify(2)).toMatchObject({
      same_definition: true,
      tables: [],
      verified: true,
    })
    expect(await house.projections.cutover(2)).toEqual({ version: 2, from: 1 })
    expect(await states()).toEqual(['1 built', '2 active'])
    await expect(house.projections.drop(2)).rejects.toThrow(failed('usage'))
    expect(await house.projections.rollback()).toEqual({ version: 1, from: 2 })
    await house.projections.drop(2)
    expect(await states()).toEqual(['1 active'])
    const { rows } = await sql`
      select from whipcount_control.checkpoints where name = 'projector/p2'
      union all select from pg_namespace where nspname = 'whipcount_p2'`.execute(house.db)
    expect(rows).toEqual([])
  })

  it('are kept up before their turn and after it, so that no answer goes back in time', async () => {
    await house.rebuild()
    await house.projections.verify(2)
    await house.projections.cutover(2)
    await house.append(later)
    await house.settled(1)
    await house.settled(2)
    expect(await digestOf(1)).toBe(await digestOf(2))
  })

  it('refuses one that is behind, until it has caught up, and says what to do', async () => {
    await house.rebuild()
    await house.projections.verify(2)
    await sql`update whipcount_control.projections set state = 'building' where version = 2`.execute(house.db)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await house.append(later)
    await house.settled(1)
    await sql`update whipcount_control.projections set state = 'built', tables = 'other' where version = 2`.execute(
      house.db,
    )
    const refused = await house.projections.cutover(2, { patienceMs: 0 }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'projection-behind' })
    expect((refused as Failure).message).toMatch(/stands at \d+ of \w+\/0, version 1 at \d+.*--force/)
    expect(await house.projections.cutover(2, { patienceMs: 0, force: true })).toEqual({
      version: 2,
      from: 1,
    })
  })

  it('finds a version that was damaged', async () => {
    await house.rebuild()
    await sql`delete from whipcount_p2.sightings where ctid in (select ctid from whipcount_p2.sightings limit 1)`.execute(
      house.db,
    )
    await sql`update whipcount_p2.moves set day = day + 1 where ctid in (select ctid from whipcount_p2.moves limit 1)`.execute(
      house.db,
    )
    expect(await house.projections.verify(2)).toMatchObject({
      tables: ['sightings', 'moves'],
      verified: false,
    })
    await expect(house.projections.cutover(2)).rejects.toThrow(failed('projection-unverified'))
  })

  it('lists which answers differ between definitions, and takes them by name', async () => {
    await house.rebuild()
    await asOfAnotherBuild(
      2,
      `create or replace view whipcount_p2.whip_count as
         select w.challenge, 'Another name' as name, w.day, w.against, w.wavering, w."for", w.unknown, w.total, w.covers, w.others,
                w.seats, w.threshold, 7 as lucky
         from whipcount_p2.current_declarations() d
         cross join lateral whipcount_p2.whip_count_as_of(d.challenge, null, null) w`,
    )
    const found = await house.projections.verify(2)
    expect(found).toMatchObject({ same_definition: false, unaccepted: ['whip_count'], verified: false })
    expect(found.answers).toMatchObject([{ name: 'whip_count', columns: ['lucky is new'], gone: 1, come: 1 }])
    expect(found.answers[0]!.examples.come).toMatchObject([{ name: 'Another name' }])
    await expect(house.projections.cutover(2)).rejects.toThrow(failed('projection-unverified'))
    expect(await house.projections.verify(2, { accept: ['whip_count'] })).toMatchObject({ verified: true })
    await house.projections.cutover(2)
    expect(await publicCount()).toMatchObject([{ row: { name: 'Another name', lucky: 7 } }])
    await house.projections.rollback()
    // Who has come to rely on the new column finds it empty, not gone.
    expect(await publicCount()).toMatchObject([{ row: { lucky: null } }])
  })

  it('refuses a version that changes the type of a public column', async () => {
    await house.rebuild()
    await asOfAnotherBuild(
      2,
      'drop view whipcount_p2.sources',
      `create view whipcount_p2.sources as select 1 as outlet`,
    )
    await expect(house.projections.cutover(2, { force: true })).rejects.toThrow(
      failed('projection-incompatible'),
    )
    expect(await states()).toEqual(['1 active', '2 built'])
  })

  it('goes on after a crash at any step', async () => {
    const crash = async (at: string, work: (crashing: FilledHouse['projections']) => Promise<unknown>) => {
      await expect(work(house.crashing(at))).rejects.toThrow(Crash)
    }
    await crash('projections/before-begun', (p) => house.rebuild(p))
    expect(await states()).toEqual(['1 active'])
    await crash('projections/begun', (p) => house.rebuild(p))
    let batches = 0
    const midway = new Failure('record-poison', 'the process is gone', { fate: 'halt' })
    const cutShort = house.rebuild(house.projections, (name) => {
      if (name === 'projector/before-commit' && ++batches === 3) throw midway
    })
    await expect(cutShort).rejects.toThrow('the process is gone')
    expect(await states()).toEqual(['1 active', '2 building'])
    await crash('projections/built', (p) => house.rebuild(p))
    expect(await house.rebuild()).toMatchObject({ version: 2, outcome: 'standing' })
    await crash('projections/before-verified', (p) => p.verify(2))
    await house.projections.verify(2)
    await crash('projections/before-cutover', (p) => p.cutover(2))
    expect(await states()).toEqual(['1 active', '2 built'])
    await crash('projections/after-cutover', (p) => p.cutover(2))
    expect(await house.projections.cutover(2)).toEqual({ version: 2, from: 2 })
    await crash('projections/dropping', (p) => p.drop(1))
    expect(await states()).toEqual(['1 dropping', '2 active'])
    await crash('projections/before-dropped', (p) => p.drop(1))
    await house.projections.drop(1)
    expect(await states()).toEqual(['2 active'])
    expect(await house.queries.count('avalia-2031')).toMatchObject({ challenge: 'avalia-2031' })
  })

  it('says so where the version in use is of another build and cannot answer', async () => {
    await asOfAnotherBuild(1, 'drop function whipcount_p1.whip_count_as_of cascade')
    await expect(house.queries.count('avalia-2031')).rejects.toThrow(failed('projection-other'))
    await expect(house.projections.verify(9)).rejects.toThrow(failed('projection-unknown'))
  })
})
