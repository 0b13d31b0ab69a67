import { describe, expect, it } from 'vitest'
import { findPart, type PartWays } from './find-part.ts'

type Part = { readonly from: string }

function tried(works: readonly string[], given?: string) {
  const order: string[] = []
  const said: string[] = []
  const way = (name: string) => async (): Promise<Part> => {
    order.push(name)
    if (!works.includes(name)) throw new Error(`no ${name}`)
    return { from: name }
  }
  const ways: PartWays<Part> = {
    part: 'Kafka',
    variable: 'KAFKA_BROKERS',
    given,
    use: (address) => way(`given ${address}`)(),
    docker: way('docker'),
    local: [way('server'), way('binary')],
    say: (line) => said.push(line),
  }
  return { found: findPart(ways), order, said }
}

describe('finding a part', () => {
  it.each([
    { works: ['docker', 'server', 'binary'], order: ['docker'] },
    { works: ['server', 'binary'], order: ['docker', 'server'] },
    { works: ['binary'], order: ['docker', 'server', 'binary'] },
  ])(
    'tries Docker, then this machine, and stops at the first that works: $works',
    async ({ works, order }) => {
      const attempt = tried(works)
      await expect(attempt.found).resolves.toEqual({ from: order.at(-1) })
      expect(attempt.order).toEqual(order)
      expect(attempt.said).toEqual([`Kafka: ${order.at(-1)}`])
    },
  )

  it('uses the address in the environment before all else', async () => {
    const attempt = tried(['given host:9092', 'docker'], 'host:9092')
    await attempt.found
    expect(attempt.order).toEqual(['given host:9092'])
  })

  it('does not run elsewhere than it was told to, and shows no password', async () => {
    const attempt = tried(['docker'], 'redis://user:secret@host:6379')
    await expect(attempt.found).rejects.toThrow(/^KAFKA_BROKERS=redis:\/\/user@host:6379: no given/)
    expect(attempt.order).toHaveLength(1)
  })

  it('gives every reason where there is none', async () => {
    const attempt = tried([])
    await expect(attempt.found).rejects.toThrow(
      'No Kafka. KAFKA_BROKERS is not set. no docker. no server. no binary.',
    )
    expect(attempt.said).toEqual([])
  })
})
