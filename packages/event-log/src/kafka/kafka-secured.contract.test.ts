import { randomUUID } from 'node:crypto'
import { readConfig, silent } from '@whipcount/service-kit'
import { afterAll, describe, expect, it } from 'vitest'
import { logVariables, openLog } from '../config.ts'
import type { TableLogOptions } from '../postgres/table-log.ts'
import { localBroker, type ScratchBroker } from './scratch.ts'

const found: ScratchBroker | Error = await localBroker({ secured: true }).catch((error: Error) => error)

if (found instanceof Error) {
  it('has a broker of its own to run on', () => {
    console.error(`NOT RUN: Kafka over TLS with a password. ${found.message}`)
    expect(process.env['CI']).not.toBe('true')
  })
} else {
  console.error(`Kafka over TLS with a password: ${found.from}`)
  afterAll(() => found.stop())
  const { brokers, caFile, username, password } = found.secured!
  const right = {
    KAFKA_BROKERS: brokers,
    KAFKA_TLS: 'true',
    KAFKA_TLS_CA_FILE: caFile,
    KAFKA_SASL_MECHANISM: 'scram-sha-512',
    KAFKA_SASL_USERNAME: username,
    KAFKA_SASL_PASSWORD: password,
    WHIPCOUNT_PARTITIONS: '2',
  }
  const open = async (environment: Readonly<Record<string, string | undefined>>) =>
    openLog(readConfig(logVariables, { ...environment, WHIPCOUNT_TOPIC_PREFIX: `test.${randomUUID()}.` }), {
      // Not looked at, where Kafka is.
      db: null as unknown as TableLogOptions['db'],
      clientId: 'secured',
      logger: silent,
    })

  describe('a Kafka that asks for TLS and a password', () => {
    it.each(['plain', 'scram-sha-256', 'scram-sha-512'])(
      'keeps records for who logs in by %s',
      async (mechanism) => {
        const log = await open({ ...right, KAFKA_SASL_MECHANISM: mechanism })
        try {
          await log.append('articles', [{ key: 'a', value: mechanism }])
          const ends = await log.ends('articles')
          const records = await Promise.all(
            [...ends].map(([partition]) => log.read('articles', partition, 0n, 10)),
          )
          expect(records.flat().map(({ value }) => value)).toEqual([mechanism])
        } finally {
          await log.close()
        }
      },
    )

    it.each([
      [
        'a wrong password',
        { KAFKA_SASL_PASSWORD: 'wrong' },
        { code: 'config-invalid', message: /refuses: .*uthentication/ },
      ],
      [
        'an authority that does not vouch for it',
        { KAFKA_TLS_CA_FILE: undefined },
        { code: 'config-invalid', message: /certificate is not trusted.*KAFKA_TLS_CA_FILE/ },
      ],
      [
        'no password',
        { KAFKA_SASL_PASSWORD: undefined },
        { code: 'config-invalid', message: /needs KAFKA_SASL_USERNAME/ },
      ],
      [
        'no mechanism',
        { KAFKA_SASL_MECHANISM: undefined },
        { code: 'config-invalid', message: /KAFKA_SASL_MECHANISM is not/ },
      ],
      [
        'an authority, but no TLS',
        { KAFKA_TLS: undefined },
        { code: 'config-invalid', message: /KAFKA_TLS is not/ },
      ],
      [
        'a file that is not there',
        { KAFKA_TLS_CA_FILE: '/no/such.crt' },
        { code: 'config-invalid', message: /\/no\/such\.crt: ENOENT/ },
      ],
    ])('lets nobody in with %s, and says why', async (_, wrong, { message, ...rest }) => {
      const opening = open({ ...right, ...wrong })
      await expect(opening).rejects.toMatchObject({ ...rest, message: expect.stringMatching(message) })
    })
  })
}
