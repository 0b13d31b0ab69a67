import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '@whipcount/read-store'
import { describe, expect, it } from 'vitest'
import { inDirectory, main, whipcount } from '../house/command.ts'

const digest = (data: string) => whipcount(['digest', '--data', data])

/** The mark that a process leaves in the lock of a data directory; this one's. */
async function ownMark(data: string): Promise<Record<string, unknown>> {
  const database = await openDatabase({ dataDirectory: data })
  const mark = JSON.parse(readFileSync(join(data, 'lock'), 'utf8'))
  await database.close()
  expect(existsSync(join(data, 'lock'))).toBe(false)
  return mark
}

describe('the lock of a data directory', () => {
  it('keeps a second process out, names the first, and is free when that was killed', async () => {
    await inDirectory(async (directory) => {
      const data = join(directory, 'data')
      const first = spawn(process.execPath, [main, 'ingest', '-', '--data', data], {
        stdio: ['pipe', 'ignore', 'ignore'],
      })
      try {
        await expect.poll(() => existsSync(join(data, 'lock')), { timeout: 20_000 }).toBe(true)
        expect(await digest(data)).toEqual({
          code: 1,
          signal: null,
          stdout: '',
          stderr: `whipcount: data-directory-locked: ${data}: in use by process ${first.pid}. Wait for it to end, or name another directory with --data.\n`,
        })
      } finally {
        first.kill('SIGKILL')
        await once(first, 'exit')
      }
      // The killed process took nothing with it: its lock lies there still.
      expect(JSON.parse(readFileSync(join(data, 'lock'), 'utf8')).pid).toBe(first.pid)
      expect(await digest(data)).toMatchObject({ code: 0, stderr: '' })
      expect(readdirSync(data).sort()).toEqual(['format.json', 'pglite'])
    })
  })

  it('is refused to all but one of several that come at once', async () => {
    await inDirectory(async (directory) => {
      const data = join(directory, 'data')
      await ownMark(data)
      // A dead lock invites all of them to take it over.
      writeFileSync(join(data, 'lock'), 'cut o')
      const opened = await Promise.allSettled([1, 2, 3].map(() => openDatabase({ dataDirectory: data })))
      const won = opened.filter((one) => one.status === 'fulfilled')
      expect(won).toHaveLength(1)
      for (const one of opened) {
        if (one.status === 'rejected') expect(one.reason.code).toBe('data-directory-locked')
      }
      await won[0]!.value.close()
    })
  })

  it('is taken over where its process is gone and another one has its number now', async () => {
    await inDirectory(async (directory) => {
      const data = join(directory, 'data')
      const mark = await ownMark(data)
      // Linux counts the start of a process in ticks since boot.
      writeFileSync(join(data, 'lock'), JSON.stringify({ ...mark, started: '1' }))
      expect(await digest(data)).toMatchObject({ code: 0, stderr: '' })
      writeFileSync(join(data, 'lock'), JSON.stringify({ ...mark, boot: 'before the last one' }))
      expect(await digest(data)).toMatchObject({ code: 0, stderr: '' })
      // That of a process which runs is not.
      writeFileSync(join(data, 'lock'), JSON.stringify(mark))
      expect(await digest(data)).toMatchObject({ code: 1 })
    })
  })

  it('of another machine is never taken over: whoever knows removes it', async () => {
    await inDirectory(async (directory) => {
      const data = join(directory, 'data')
      mkdirSync(data)
      const mark = { ...(await ownMark(data)), host: 'elsewhere', pid: 4711 }
      const lock = join(data, 'lock')
      writeFileSync(lock, JSON.stringify(mark))
      expect((await digest(data)).stderr).toBe(
        `whipcount: data-directory-locked: ${data}: in use by process 4711 on elsewhere, which cannot be seen from here. If it has ended, remove ${lock}.\n`,
      )
      expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(mark)
    })
  })
})
