import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A listener that asks for TLS and a password. */
export interface SecuredListener {
  readonly brokers: string
  /** A PEM file of the authority that vouches for it: its own certificate. */
  readonly caFile: string
  readonly username: string
  readonly password: string
}

const USER = { username: 'whipcount', password: 'right' } as const
const STORE_PASSWORD = 'of-no-value'
const SCRAM = ['SCRAM-SHA-256', 'SCRAM-SHA-512'] as const

/** What a broker needs for a secured listener: its settings, how its storage is formatted, and what clients are told. */
export interface Secured {
  readonly listener: string
  readonly properties: string
  readonly format: readonly string[]
  readonly told: SecuredListener
}

/** Makes a certificate for 127.0.0.1 with Java's own keytool, and the settings of a listener that uses it. */
export async function secure(directory: string, port: number): Promise<Secured> {
  const store = join(directory, 'broker.p12')
  const caFile = join(directory, 'broker.crt')
  const keytool = (...args: string[]) =>
    run('keytool', [...args, '-keystore', store, '-storepass', STORE_PASSWORD, '-alias', 'broker'])
  await rm(store, { force: true })
  const subject = ['-dname', 'CN=whipcount test', '-ext', 'san=ip:127.0.0.1,dns:localhost', '-validity', '30']
  await keytool('-genkeypair', '-keyalg', 'EC', '-storetype', 'PKCS12', ...subject)
  await keytool('-exportcert', '-rfc', '-file', caFile)
  const module = 'org.apache.kafka.common.security'
  const properties = `ssl.keystore.type=PKCS12
ssl.keystore.location=${store}
ssl.keystore.password=${STORE_PASSWORD}
sasl.enabled.mechanisms=PLAIN,${SCRAM.join(',')}
listener.name.secured.plain.sasl.jaas.config=${module}.plain.PlainLoginModule required user_${USER.username}="${USER.password}";
${SCRAM.map(
  (mechanism) =>
    `listener.name.secured.${mechanism.toLowerCase()}.sasl.jaas.config=${module}.scram.ScramLoginModule required;\n`,
).join('')}`
  return {
    listener: `SECURED://127.0.0.1:${port}`,
    properties,
    format: SCRAM.flatMap((mechanism) => [
      '--add-scram',
      `${mechanism}=[name=${USER.username},password=${USER.password}]`,
    ]),
    told: { brokers: `127.0.0.1:${port}`, caFile, ...USER },
  }
}
