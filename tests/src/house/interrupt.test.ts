import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inDirectory, main, root, whipcount } from './command.ts'
import { testServer } from './read-model.ts'

/** Starts the house and interrupts it as soon as it says `after`. */
async function interrupted(signal: NodeJS.Signals, after: string, args: readonly string[]) {
  const env = { ...process.env, WHIPCOUNT_HTTP_PORT: '0' }
  const child = spawn(process.execPath, [main, 'start', ...args], { cwd: root, env })
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  child.stdout.on('data', (chunk) => {
    const before = stdout.includes(after)
    stdout += chunk
    if (!before && stdout.includes(after)) child.kill(signal)
  })
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

describe('start', { timeout: 900_000 }, () => {
  it('ends when it is interrupted while it reads, with --once too, and goes on the next time', async () => {
    await inDirectory(async (directory) => {
      const data = ['--data', join(directory, 'data')]
      const ended = await interrupted('SIGINT', 'Reading', ['--once', ...data])
      expect(ended.code).toBe(1)
      expect(ended.stderr).toContain(
        'whipcount: stopped before every article was read. What was read is kept; the same command goes on from there.\n',
      )
      expect(ended.stdout).not.toContain('against')
      expect(await whipcount(['start', '--once', ...data])).toMatchObject({ code: 0 })
    })
  })

  it('serves until it is ended, and that is a success', async () => {
    await inDirectory(async (directory) => {
      const ended = await interrupted('SIGTERM', 'The api listens', ['--data', join(directory, 'data')])
      expect(ended).toMatchObject({ code: 0 })
    })
  })
})

describe('a DATABASE_URL', { timeout: 300_000 }, () => {
  it('that is none is refused', async () => {
    expect(await whipcount(['count'], { env: { DATABASE_URL: 'hello' } })).toMatchObject({
      code: 1,
      stderr:
        'whipcount: config-invalid: DATABASE_URL is no address of a Postgres. Write it as postgres://user:password@host/name.\n',
    })
  })

  it('of a database that is not there says how it is made', async () => {
    const url = new URL(testServer)
    url.pathname = '/whipcount-nowhere'
    const { code, stderr } = await whipcount(['count'], { env: { DATABASE_URL: url.href } })
    expect(code).toBe(1)
    expect(stderr).toContain(
      'database "whipcount-nowhere" does not exist. Create it with `whipcount migrate --create-database`, or correct DATABASE_URL.',
    )
  })
})
