import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { kafkaContainer, postgresContainer, redisContainer } from '@whipcount/real-parts'
import { createMetrics, readConfig, serviceVariables, startHealthServer } from '@whipcount/service-kit'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { targets } from '../../../infra/images/dockerfile.ts'
import { root } from '../house/command.ts'
import { composePath, readCompose } from './compose.ts'
import { deployed, inSecret, kustomizations, manifestsOf, stages, variablesOf } from './deployments.ts'
import { type Container, type Manifest, podOf } from './kustomize.ts'

const all = deployed()
const compose = readCompose()
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
/** Variables of Node itself. */
const NODES = ['NODE_ENV', 'NODE_EXTRA_CA_CERTS']
/** What stands in for a secret where a value has to be of some form. */
const EXAMPLES: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres://user:password@host/name',
  REDIS_URL: 'rediss://user:password@host:6379',
}
const drainMs = serviceVariables.WHIPCOUNT_DRAIN_MS.fallback as number
const seconds = (text: string): number => Number(/^(\d+)s$/.exec(text)?.[1])

describe('wherever an image is started', () => {
  it('all of them are, in the compose file and in each kustomization', () => {
    for (const place of ['compose', ...kustomizations]) {
      const here = all.filter(({ where }) => where.startsWith(`${place}:`)).map(({ target }) => target)
      expect(here.sort()).toEqual(targets(stages).sort())
    }
  })

  it.each(all.map((one) => [one.where, one] as const))('%s is told what it reads, and no more', (_, one) => {
    const { target, env, image } = one
    const variables = variablesOf[target]!
    const given = { ...image.env, ...env }
    expect(Object.keys(given).filter((name) => !(name in variables) && !NODES.includes(name))).toEqual([])
    const plain = Object.entries(given).map(([name, value]) => [
      name,
      value === inSecret ? (EXAMPLES[name] ?? 'secret') : value,
    ])
    const config: Record<string, unknown> = readConfig(variables, Object.fromEntries(plain))
    if (target !== 'migrate') {
      expect(config['WHIPCOUNT_HTTP_HOST']).toBe('0.0.0.0')
      expect([config['WHIPCOUNT_HTTP_PORT']]).toEqual(image.ports)
    }
    if (target !== 'api') expect(config['KAFKA_BROKERS']).toBeTruthy()
    if (target === 'collector') expect(config['REDIS_URL']).toBeTruthy()
    // Where there are no secrets, the sources are at hand: whoever brings up the compose file needs no password of ours.
    const secret = Object.keys(env).filter((name) => env[name] === inSecret)
    if (!one.where.startsWith('compose')) expect(secret).toContain('DATABASE_URL')
  })

  it('those of one place have the same log and the same number of partitions', () => {
    for (const place of ['compose', ...kustomizations]) {
      const logs = all
        .filter(({ where, target }) => where.startsWith(`${place}:`) && target !== 'api')
        .map(({ env }) =>
          Object.entries(env).filter(([name]) => /^KAFKA_|PARTITIONS|REPLICATION|PREFIX|SESSION/.test(name)),
        )
        .map((entries) => Object.fromEntries(entries))
      expect(logs).toHaveLength(4)
      for (const log of logs) expect(log).toEqual(logs[0])
    }
  })

  it('its tag is the version of this repository, which no later build takes over', () => {
    for (const { imageName, target } of all)
      expect(imageName).toMatch(new RegExp(`(^whipcount-|/)${target}:${version.replaceAll('.', '\\.')}$`))
  })
})

describe('the compose file', () => {
  it('pins every image, and runs the Kafka that the tests run', () => {
    const images = Object.values(compose.services).map(({ image }) => image)
    expect(images.filter((image) => !/^[\w./-]+:v?\d+\.\d+\.\d+(-\w+)?$|:\d+\.\d+-\w+$/.test(image))).toEqual(
      [],
    )
    const pom = readFileSync(join(root, 'infra', 'kafka', 'pom.xml'), 'utf8')
    const [, kafka] = /<artifactId>kafka_[\d.]+<\/artifactId>\s*<version>([^<]+)</.exec(pom)!
    expect(compose.services['kafka']!.image).toBe(`apache/kafka:${kafka}`)
  })

  it('starts a service once what it speaks to answers and the database is migrated', () => {
    for (const { where, target, env } of all.filter((one) => one.where.startsWith('compose:'))) {
      const { depends_on: depends = {} } = compose.services[target]!
      const hosts = [...JSON.stringify(env).matchAll(/(?:@|\/\/|")(kafka|postgres|redis):/g)].map(
        ([, host]) => host!,
      )
      expect(hosts.length, where).toBeGreaterThan(0)
      for (const host of hosts)
        expect(depends[host], `${where} and ${host}`).toEqual({ condition: 'service_healthy' })
      if (target !== 'migrate')
        expect(depends['migrate']).toEqual({ condition: 'service_completed_successfully' })
      for (const host of hosts) expect(compose.services[host]!.healthcheck).toBeDefined()
    }
  })

  it('publishes ports on the loopback alone, each once, to the ports of the images', () => {
    const published = Object.entries(compose.services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => ({ name, port, parts: port.split(':') })),
    )
    expect(published.filter(({ parts }) => parts[0] !== '127.0.0.1')).toEqual([])
    expect(new Set(published.map(({ parts }) => parts[1])).size).toBe(published.length)
    for (const { target, image } of all) {
      const own = published.filter(({ name }) => name === target)
      expect(own.map(({ parts }) => Number(parts[2])).filter((port) => !image.ports.includes(port))).toEqual(
        [],
      )
    }
  })

  it('probes at the port that the image listens on, and gives a service the time to drain', () => {
    for (const target of targets(stages).filter((name) => name !== 'migrate')) {
      const { healthcheck, stop_grace_period: grace, read_only, cap_drop } = compose.services[target]!
      const [port] = all.find((one) => one.target === target)!.image.ports
      expect(healthcheck!.test.join(' ')).toContain(`http://127.0.0.1:${port}/readyz`)
      expect(seconds(grace!) * 1000).toBeGreaterThan(drainMs)
      expect({ read_only, cap_drop }).toEqual({ read_only: true, cap_drop: ['ALL'] })
    }
  })

  it('mounts only files that are there, and volumes that it makes', () => {
    const mounts = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((one) => one.split(':')[0]!),
    )
    const files = mounts.filter((mount) => mount.startsWith('.'))
    expect(files.length).toBeGreaterThan(3)
    expect(files.filter((file) => !existsSync(join(dirname(composePath), file)))).toEqual([])
    expect(mounts.filter((mount) => !mount.startsWith('.')).sort()).toEqual(
      Object.keys(compose.volumes).sort(),
    )
  })

  it('keeps jobs in Redis over a restart, and evicts none', () => {
    const command = compose.services['redis']!.command!.join(' ')
    expect(command).toContain('--appendonly yes')
    expect(command).toContain('--maxmemory-policy noeviction')
  })
})

describe.each(kustomizations)('the manifests of %s', (folder) => {
  const manifests = manifestsOf(folder)
  const pods = manifests.flatMap((manifest) => {
    const pod = podOf(manifest)
    return pod === null ? [] : [{ manifest, ...pod, container: pod.spec.containers[0]! }]
  })
  const services = pods.filter(({ manifest }) => manifest.kind === 'Deployment')
  const selected = (labels: Readonly<Record<string, string>>): string[] =>
    pods
      .filter((pod) => Object.entries(labels).every(([name, value]) => pod.labels[name] === value))
      .map(({ manifest }) => manifest.metadata.name)

  it('take in every file of the folder', () => {
    const files = globSync('**/*.yaml', { cwd: join(root, 'infra', 'kubernetes', folder) })
    const { resources, patches = [] } = parse(
      readFileSync(join(root, 'infra', 'kubernetes', folder, 'kustomization.yaml'), 'utf8'),
    ) as { resources: string[]; patches?: { path?: string }[] }
    const named = [...resources, ...patches.flatMap(({ path }) => path ?? [])].filter((path) =>
      path.endsWith('.yaml'),
    )
    expect(files.filter((file) => file !== 'kustomization.yaml').sort()).toEqual(named.sort())
  })

  it.each(services.map((one) => [one.manifest.metadata.name, one] as const))(
    '%s is probed where it answers, and has the time to drain',
    async (_, { container, spec }) => {
      const { livenessProbe, readinessProbe, startupProbe } = container
      const probes = [livenessProbe!, readinessProbe!, startupProbe!].map(({ httpGet }) => httpGet)
      expect(probes.map(({ path }) => path)).toEqual(['/livez', '/readyz', '/livez'])
      for (const { port } of probes) expect(container.ports!.map(({ name }) => name)).toContain(port)
      expect(spec.terminationGracePeriodSeconds! * 1000).toBeGreaterThan(drainMs)
      const server = await startHealthServer({
        port: 0,
        host: '127.0.0.1',
        metrics: createMetrics('any'),
        alive: () => null,
        ready: async () => null,
      })
      try {
        for (const { path } of probes) expect((await fetch(server.url + path)).status).toBe(200)
      } finally {
        await server.drain()
      }
    },
  )

  it('listen on the ports of the images, under the names that services look for', () => {
    for (const { container, manifest } of services) {
      const { image } = all.find(({ target }) => target === componentOf(manifest))!
      expect(container.ports).toEqual(image.ports.map((containerPort) => ({ name: 'http', containerPort })))
    }
    for (const service of manifests.filter(({ kind }) => kind === 'Service')) {
      const { selector, ports } = service['spec'] as {
        selector: Record<string, string>
        ports: { targetPort: string }[]
      }
      expect(selected(selector)).toEqual([service.metadata.name])
      expect(ports.map(({ targetPort }) => targetPort)).toEqual(['http'])
    }
  })

  it('give each deployment a disruption budget of its own', () => {
    const budgets = manifests.filter(({ kind }) => kind === 'PodDisruptionBudget')
    const guarded = budgets.flatMap((budget) =>
      selected(
        (budget['spec'] as { selector: { matchLabels: Record<string, string> } }).selector.matchLabels,
      ),
    )
    expect(guarded.sort()).toEqual(services.map(({ manifest }) => manifest.metadata.name).sort())
  })

  it('run as nobody of note, with no rights, no token and nothing to write to', () => {
    expect(pods).toHaveLength(5)
    for (const { spec, container } of pods) {
      expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 })
      expect(spec.automountServiceAccountToken).toBe(false)
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      })
      expect(Object.keys(container.resources!.requests!).sort()).toEqual(['cpu', 'memory'])
      expect(bytes(container.resources!.limits!['memory']!)).toBeGreaterThanOrEqual(
        bytes(container.resources!.requests!['memory']!),
      )
    }
  })

  it('do not have the cluster put variables of its own among ours', () => {
    // The pods see a Service whipcount-api as WHIPCOUNT_API_SERVICE_HOST, at which every start would stop.
    const made = manifests.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name)
    expect(made).toContain('whipcount-api')
    for (const { spec } of pods) expect(spec.enableServiceLinks).toBe(false)
    const variable = { WHIPCOUNT_API_SERVICE_HOST: '10.0.0.1', DATABASE_URL: EXAMPLES['DATABASE_URL'] }
    expect(() => readConfig(variablesOf['api']!, variable)).toThrow(/WHIPCOUNT_API_SERVICE_HOST/)
  })
})

describe('the secured overlay', () => {
  const pods = manifestsOf('overlays/secured').flatMap((manifest) => {
    const pod = podOf(manifest)
    return pod === null
      ? []
      : [{ manifest, container: pod.spec.containers[0] as Container & Mounts, spec: pod.spec }]
  })
  it('has a file behind every path that the configuration names, and a user and a password behind the mechanism', () => {
    for (const { manifest, container } of pods) {
      const env = all.find(
        ({ where }) => where === `overlays/secured: ${manifest.kind} ${manifest.metadata.name}`,
      )!.env
      const paths = Object.values(env).filter(
        (value) => typeof value === 'string' && value.startsWith('/'),
      ) as string[]
      const mounted = container.volumeMounts.map(({ mountPath }) => mountPath)
      expect(mounted).toHaveLength(1)
      expect(paths.filter((path) => !mounted.some((mount) => path.startsWith(`${mount}/`)))).toEqual([])
      if (componentOf(manifest) === 'api') continue
      expect(env).toMatchObject({
        KAFKA_TLS: 'true',
        KAFKA_SASL_MECHANISM: 'scram-sha-512',
        KAFKA_SASL_USERNAME: inSecret,
        KAFKA_SASL_PASSWORD: inSecret,
      })
    }
  })
})

interface Mounts {
  readonly volumeMounts: readonly { readonly mountPath: string }[]
}

describe('the example of an autoscaler', () => {
  const manifests = manifestsOf('overlays/example')
  it('scales a deployment that says nothing of how many it is, to no more than there are partitions', () => {
    const { spec } = manifests.find(({ kind }) => kind === 'HorizontalPodAutoscaler') as Manifest & {
      spec: { maxReplicas: number; scaleTargetRef: { kind: string; name: string } }
    }
    const scaled = manifests.find(
      ({ kind, metadata }) => kind === spec.scaleTargetRef.kind && metadata.name === spec.scaleTargetRef.name,
    )!
    expect(scaled['spec']).not.toHaveProperty('replicas')
    const log = manifests.find(({ metadata }) => metadata.name === 'whipcount-log')!['data'] as Record<
      string,
      string
    >
    expect(spec.maxReplicas).toBe(Number(log['WHIPCOUNT_PARTITIONS']))
  })
})

function componentOf({ metadata }: Manifest): string {
  return metadata.labels!['app.kubernetes.io/component']!
}

function bytes(quantity: string): number {
  return Number(/^(\d+)Mi$/.exec(quantity)![1]) * 1024 * 1024
}

describe('the containers of the tests', () => {
  const plans = { kafka: kafkaContainer, postgres: postgresContainer, redis: redisContainer }
  it('are of the images that the compose file runs', () => {
    for (const [name, { image }] of Object.entries(plans)) expect(image).toBe(compose.services[name]!.image)
  })

  it('have a Kafka with the settings of the compose file, but for its address and what makes tests quick', () => {
    const tested = kafkaContainer.environment('host:1')
    const deployed = compose.services['kafka']!.environment!
    const differ = [...new Set([...Object.keys(tested), ...Object.keys(deployed)])].filter(
      (name) => tested[name] !== deployed[name],
    )
    expect(differ.sort()).toEqual([
      'KAFKA_ADVERTISED_LISTENERS',
      'KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS',
      'KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS',
    ])
  })
})
