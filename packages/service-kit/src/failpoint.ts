import { Schema } from 'effect'
import type { ConfigOf, Variable } from './config.ts'

/** Every named point at which tests of failure end or stop a process. A test kills processes at each of them. */
export const failpoints = [
  /** Articles are read, the partition was ours a moment ago, nothing is appended. */
  'normalizer/before-append',
  /** The readings are in the log, the checkpoint is where it was. */
  'normalizer/after-append',
  'normalizer/after-checkpoint',
  /** Records are decoded, the partition was ours a moment ago, no transaction is open. */
  'projector/before-apply',
  /** Rows and checkpoint are written, and not committed. */
  'projector/before-commit',
  'projector/after-commit',
  /** The offsets that lag tools see. */
  'consumer/before-offset-commit',
  'consumer/after-offset-commit',
  /** The group shares its partitions anew and waits for us; a batch may be in hand. */
  'consumer/rebalancing',
  /** The partitions are shared out, none of ours is begun. */
  'consumer/assigned',
] as const
export type FailpointName = (typeof failpoints)[number]

/** What is called at a named point. */
export type Failpoint = (name: FailpointName) => void

interface Setting {
  readonly at: FailpointName
  readonly count: number
  readonly signal: 'SIGKILL' | 'SIGSTOP'
}

const SHAPE = new RegExp(`^(${failpoints.join('|')})(?::([1-9]\\d*)(?::(stop))?)?$`)

const setting: Variable<string | null> = {
  about:
    'For tests of failure: `NAME:N` ends the process with SIGKILL the Nth time that it comes to that point; `NAME:N:stop` stops it with SIGSTOP.',
  schema: Schema.String.check(Schema.isPattern(SHAPE)) as Schema.Codec<string | null, string>,
  fallback: null,
}

/** For tests of failure alone. */
export const failpointVariables = { WHIPCOUNT_FAILPOINT: setting } as const

/** What a service calls at its named points. Without the variable it does nothing. */
export function createFailpoint(config: ConfigOf<typeof failpointVariables>): Failpoint {
  const set = settingOf(config.WHIPCOUNT_FAILPOINT)
  let left = set?.count ?? 0
  return (name) => {
    if (set === null || name !== set.at) return
    left -= 1
    if (left === 0) process.kill(process.pid, set.signal)
  }
}

function settingOf(text: string | null): Setting | null {
  const [, at, count = '1', stop] = SHAPE.exec(text ?? '') ?? []
  if (at === undefined) return null
  return { at: at as FailpointName, count: Number(count), signal: stop ? 'SIGSTOP' : 'SIGKILL' }
}
