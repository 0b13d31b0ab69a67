import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, parseAllDocuments } from 'yaml'

/** A Kubernetes object, as far as these tests look into it. */
export interface Manifest {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace?: string; labels?: Record<string, string> }
  [field: string]: unknown
}

interface Target {
  readonly kind?: string
  readonly name?: string
  readonly labelSelector?: string
}

interface Kustomization {
  readonly namespace?: string
  readonly resources?: readonly string[]
  readonly images?: readonly { readonly name: string; readonly newName?: string; readonly newTag?: string }[]
  readonly configMapGenerator?: readonly {
    readonly name: string
    readonly behavior?: string
    readonly literals: readonly string[]
  }[]
  readonly patches?: readonly { readonly path?: string; readonly patch?: string; readonly target: Target }[]
}

const UNDERSTOOD = ['apiVersion', 'kind', 'namespace', 'resources', 'images', 'configMapGenerator', 'patches']

/**
 * What `kubectl kustomize` makes of a folder, without the hashes at the ends of config maps' names, as far as ours use it. Throws at
 * anything else: a field that was passed over would be one that nobody tests.
 */
export function kustomize(folder: string): Manifest[] {
  const text = readFileSync(join(folder, 'kustomization.yaml'), 'utf8')
  const given = parse(text) as Kustomization
  const unknown = Object.keys(given).filter((key) => !UNDERSTOOD.includes(key))
  if (unknown.length > 0)
    throw new Error(`${folder}: kustomization.yaml: ${unknown.join(', ')} is not understood`)
  const objects = (given.resources ?? []).flatMap((path) =>
    path.endsWith('.yaml') ? readManifests(join(folder, path)) : kustomize(join(folder, path)),
  )
  for (const { name, behavior, literals } of given.configMapGenerator ?? []) {
    const data = Object.fromEntries(literals.map((literal) => literal.split(/=(.*)/s).slice(0, 2)))
    const present = objects.find((one) => one.kind === 'ConfigMap' && one.metadata.name === name)
    if ((behavior === 'merge') !== (present !== undefined))
      throw new Error(
        `${folder}: config map ${name}: ${present ? 'is there already' : 'nothing to merge into'}`,
      )
    if (present === undefined) objects.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data })
    else Object.assign(present['data'] as object, data)
  }
  for (const { path, patch, target } of given.patches ?? []) {
    const change = parse(path === undefined ? patch! : readFileSync(join(folder, path), 'utf8')) as unknown
    const hit = objects.filter((one) => isTarget(one, target))
    if (hit.length === 0) throw new Error(`${folder}: the patch ${path ?? patch} changes nothing`)
    for (const one of hit) {
      if (Array.isArray(change)) for (const operation of change) remove(one, operation)
      else merge(one, without(change as Manifest, ['apiVersion', 'kind', 'metadata']))
    }
  }
  for (const container of objects.flatMap(containersOf)) {
    const [name, tag] = container.image.split(':')
    const image = given.images?.find((one) => one.name === name)
    if (image !== undefined) container.image = `${image.newName ?? name}:${image.newTag ?? tag}`
  }
  if (given.namespace !== undefined)
    for (const { kind, metadata } of objects) if (kind !== 'Namespace') metadata.namespace = given.namespace
  return objects
}

/** The objects of a file. */
export function readManifests(path: string): Manifest[] {
  return parseAllDocuments(readFileSync(path, 'utf8'), { merge: true }).map(
    (document) => structuredClone(document.toJS()) as Manifest,
  )
}

export interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string | number }
}
export interface Container {
  name: string
  image: string
  args?: string[]
  ports?: { name: string; containerPort: number }[]
  env?: { name: string; value?: string; valueFrom?: { secretKeyRef?: { name: string; key: string } } }[]
  envFrom?: { configMapRef: { name: string } }[]
  livenessProbe?: Probe
  readinessProbe?: Probe
  startupProbe?: Probe
  resources?: { requests?: Record<string, string>; limits?: Record<string, string> }
  securityContext?: Record<string, unknown>
}
export interface Pod {
  containers: Container[]
  enableServiceLinks?: boolean
  automountServiceAccountToken?: boolean
  terminationGracePeriodSeconds?: number
  securityContext?: Record<string, unknown>
}

/** The pod that an object starts, where it starts some. */
export function podOf(manifest: Manifest): { labels: Record<string, string>; spec: Pod } | null {
  const spec = manifest['spec'] as
    | { template?: { metadata: { labels: Record<string, string> }; spec: Pod } }
    | undefined
  return spec?.template ? { labels: spec.template.metadata.labels, spec: spec.template.spec } : null
}

const containersOf = (manifest: Manifest): Container[] => podOf(manifest)?.spec.containers ?? []

function isTarget({ kind, metadata }: Manifest, target: Target): boolean {
  const whole = (pattern: string | undefined, value: string): boolean =>
    pattern === undefined || new RegExp(`^(${pattern})$`).test(value)
  const { labelSelector } = target
  const [, label, values] = /^(\S+) in \((.*)\)$/.exec(labelSelector ?? '') ?? []
  if (labelSelector !== undefined && values === undefined)
    throw new Error(`labelSelector ${labelSelector}: only \`label in (values)\` is understood`)
  const selected = values === undefined || values.split(', ').includes(metadata.labels?.[label!] ?? '')
  return whole(target.kind, kind) && whole(target.name, metadata.name) && selected
}

function remove(object: Manifest, { op, path }: { op: string; path: string }): void {
  if (op !== 'remove') throw new Error(`patch operation ${op} is not understood`)
  const keys = path.split('/').slice(1)
  const last = keys.pop()!
  const parent = keys.reduce(
    (one, key) => one[key] as Record<string, unknown>,
    object as Record<string, unknown>,
  )
  if (!(last in parent)) throw new Error(`patch: ${path} is not there`)
  delete parent[last]
}

/** Lists of named things are merged by name, mounts by their path; as Kubernetes' own merge keys say for those that ours use. */
function merge(into: Record<string, unknown>, change: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(change)) {
    const present = into[key]
    if (Array.isArray(value) && Array.isArray(present)) {
      const nameOf = (one: Record<string, unknown>): unknown => one['mountPath'] ?? one['name']
      for (const item of value as Record<string, unknown>[]) {
        const same = (present as Record<string, unknown>[]).find((one) => nameOf(one) === nameOf(item))
        if (same === undefined) present.push(structuredClone(item))
        else merge(same, item)
      }
    } else if (isObject(value) && isObject(present)) merge(present, value)
    else into[key] = structuredClone(value)
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function without(object: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))
}
