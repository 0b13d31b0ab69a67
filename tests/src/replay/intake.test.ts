import { createIntake, type Intake } from '@whipcount/read-store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReadModel, type ReadModel } from '../house/read-model.ts'

const now = new Date('2024-10-22T12:00:00.000Z')
const at = (hour: number): string => new Date(Date.UTC(2024, 9, 21, hour)).toISOString()
let next = 0
const article = (): string => `9d2f6c80-1b7e-5b0a-a8e4-${String(next++).padStart(12, '0')}`

describe.each(['pglite', 'postgres'] as const)('the intake on %s', (kind) => {
  let model: ReadModel
  let intake: Intake
  beforeAll(async () => {
    model = await openReadModel(kind)
    intake = createIntake(model.db)
  })
  afterAll(() => model.drop())

  const note = (id: string, revision: string, gist: string, hour: number) => ({
    article: id,
    revision,
    gist,
    capturedAt: at(hour),
    defaulted: false,
  })
  const appendsOf = async (...notes: ReturnType<typeof note>[]) =>
    (await intake.noteAll(notes, now)).map(({ append }) => append)

  it('takes a state that says what the one before says for that one, within a batch and after it', async () => {
    const id = article()
    expect(
      await appendsOf(note(id, 'r1', 'g1', 1), note(id, 'r2', 'g1', 2), note(id, 'r3', 'g2', 3)),
    ).toEqual([true, false, true])
    await intake.confirm([
      { article: id, revision: 'r1', captured_at: at(1) },
      { article: id, revision: 'r3', captured_at: at(3) },
    ])
    expect(await appendsOf(note(id, 'r4', 'g2', 4), note(id, 'r5', 'g1', 5))).toEqual([false, true])
  })

  it('never takes one for a state that the log may not have', async () => {
    const id = article()
    expect(await appendsOf(note(id, 'r1', 'g1', 1))).toEqual([true])
    // The append failed, and the page has changed its furniture since.
    expect(await appendsOf(note(id, 'r2', 'g1', 2))).toEqual([true])
    expect(await appendsOf(note(id, 'r1', 'g1', 1))).toEqual([true])
  })

  it('takes in nothing of an article that was erased, and everything of others', async () => {
    const [gone, kept] = [article(), article()]
    await intake.erase(gone)
    await intake.erase(gone)
    expect(await intake.noteAll([note(gone, 'r1', 'g1', 1), note(kept, 'r1', 'g1', 1)], now)).toMatchObject([
      { append: false, erased: true },
      { append: true, erased: false },
    ])
  })
})
