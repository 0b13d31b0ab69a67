import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from '../house/command.ts'

export const composePath = join(root, 'infra', 'compose', 'compose.yaml')

/** A service of the compose file, as far as these tests look into it. */
export interface ComposeService {
  readonly image: string
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string }
  readonly environment?: Readonly<Record<string, string>>
  readonly command?: readonly string[]
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly stop_grace_period?: string
  readonly profiles?: readonly string[]
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
}

export interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>
  readonly volumes: Readonly<Record<string, unknown>>
}

/** The compose file as Docker sees it: merged, and with the defaults of its `${NAME:-default}`. */
export function readCompose(): Compose {
  const text = readFileSync(composePath, 'utf8').replace(/\$\{\w+:-([^}]*)\}/g, '$1')
  return parse(text, { merge: true }) as Compose
}
