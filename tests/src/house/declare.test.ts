import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inDirectory, whipcount } from './command.ts'

/** Puts the clock of a process back by a day. */
const YESTERDAY = `--import data:text/javascript,${encodeURIComponent(`
  const { now } = Date
  globalThis.Date = class extends Date {
    constructor(...args) { args.length === 0 ? super(now() - 86400000) : super(...args) }
    static now() { return now() - 86400000 }
  }`)}`

const challenge = (roster: object[]): string =>
  JSON.stringify({
    id: 'harbour',
    name: 'The challenge to Anna Vale',
    leader: { name: 'Anna Vale', other_names: ['Vale'], titles: ['prime minister'] },
    party: { name: 'Harbour Party', other_names: ['Harbour'] },
    caucus: { name: 'Harbour caucus', other_names: ['caucus'] },
    window: { from: '2024-01-01', to: null },
    timezone: 'Europe/London',
    roster,
  })
const finch = {
  id: 'robert-finch',
  name: 'Robert Finch',
  given_name: 'Robert',
  family_name: 'Finch',
  other_names: [],
  area: 'Quayside',
  roles: [],
}

describe('a challenge', { timeout: 900_000 }, () => {
  it('is read in what came before, stands when declared twice, and is replaced by the next, whatever the clock', async () => {
    await inDirectory(async (directory) => {
      const data = ['--data', join(directory, 'data')]
      const file = join(directory, 'challenge.json')
      const declare = async (roster: object[], env = {}) => {
        writeFileSync(file, challenge(roster))
        return whipcount(['challenge', 'declare', directory, ...data], { env })
      }
      const count = async () => (await whipcount(['count', ...data])).stdout.split('\n')[1]

      const input = JSON.stringify({
        published: '2024-03-05',
        text: 'Harbour MP Robert Finch told reporters on Monday that Prime Minister Anna Vale should resign.',
      })
      const ingested = await whipcount(['ingest', '-', ...data], { input })
      expect(ingested.stderr).toContain('no challenge is declared')
      expect((await declare([])).stdout).toBe('harbour: declared\n')
      expect((await declare([])).stdout).toBe('harbour: standing\n')
      expect(await count()).toBe(
        'against 1   wavering 0   for 0   unknown 0   of 1 people named (no roster says who sits)',
      )
      const changed = await declare([{ ...finch, member_to: '2024-03-03' }], { NODE_OPTIONS: YESTERDAY })
      expect(changed).toMatchObject({ code: 0, stdout: 'harbour: declared\n' })
      expect(await count()).toBe(
        'against 0   wavering 0   for 0   unknown 0   of 0 members, the leader left out',
      )
    })
  })
})
