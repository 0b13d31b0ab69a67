import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serviceVariables, type Variables } from '@whipcount/service-kit'
import { parseDockerfile, type Runtime, runtimeOf } from '../../../infra/images/dockerfile.ts'
import { cliVariables } from '../../../packages/cli/src/config.ts'
import { apiVariables } from '../../../services/api/src/config.ts'
import { collectorVariables } from '../../../services/collector/src/config.ts'
import { normalizerVariables } from '../../../services/normalizer/src/config.ts'
import { projectorVariables } from '../../../services/projector/src/config.ts'
import { root } from '../house/command.ts'
import { readCompose } from './compose.ts'
import { type Container, kustomize, type Manifest, podOf } from './kustomize.ts'

/** What the program of each image reads from its environment. */
export const variablesOf: Readonly<Record<string, Variables>> = {
  collector: { ...serviceVariables, ...collectorVariables },
  normalizer: { ...serviceVariables, ...normalizerVariables },
  projector: { ...serviceVariables, ...projectorVariables },
  api: { ...serviceVariables, ...apiVariables },
  migrate: cliVariables,
}

/** A value that stands in a Secret, which no file here holds. */
export const inSecret = Symbol('in a Secret')

/** One of our images as something starts it. */
export interface Deployed {
  readonly where: string
  readonly target: string
  /** Without what the image sets itself. */
  readonly env: Readonly<Record<string, string | typeof inSecret>>
  readonly image: Runtime
  readonly imageName: string
}

export const kustomizations = ['base', 'overlays/example', 'overlays/secured'] as const
export const manifestsOf = (folder: string): Manifest[] =>
  kustomize(join(root, 'infra', 'kubernetes', folder))

export const stages = parseDockerfile(readFileSync(join(root, 'infra', 'images', 'Dockerfile'), 'utf8'))

/** Every place that starts one of our images. */
export function deployed(): Deployed[] {
  const composed = Object.entries(readCompose().services).flatMap(
    ([name, { build, image, environment = {} }]) =>
      build === undefined
        ? []
        : [
            {
              where: `compose: ${name}`,
              target: build.target,
              env: environment,
              image: runtimeOf(stages, build.target),
              imageName: image,
            },
          ],
  )
  const clustered = kustomizations.flatMap((folder) => {
    const manifests = manifestsOf(folder)
    return manifests.flatMap((manifest) =>
      (podOf(manifest)?.spec.containers ?? []).map((container) => {
        const target = manifest.metadata.labels!['app.kubernetes.io/component']!
        return {
          where: `${folder}: ${manifest.kind} ${manifest.metadata.name}`,
          target,
          env: environmentOf(container, manifests),
          image: runtimeOf(stages, target),
          imageName: container.image,
        }
      }),
    )
  })
  return [...composed, ...clustered]
}

function environmentOf(
  { env = [], envFrom = [] }: Container,
  manifests: readonly Manifest[],
): Record<string, string | typeof inSecret> {
  const maps = envFrom.map(({ configMapRef: { name } }) => {
    const found = manifests.find((one) => one.kind === 'ConfigMap' && one.metadata.name === name)
    if (found === undefined) throw new Error(`No config map ${name} is made here.`)
    return found['data'] as Record<string, string>
  })
  const own = env.map(({ name, value }) => [name, value ?? inSecret] as const)
  return Object.assign({}, ...maps, Object.fromEntries(own))
}
