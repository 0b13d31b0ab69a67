import { type ConfigOf, optionalText } from './config.ts'

/** For tests of failure alone. */
export const failpointVariables = {
  WHIPCOUNT_FAILPOINT: optionalText(
    'For tests of failure: `NAME:N` ends the process with SIGKILL the Nth time that it comes to that point.',
  ),
} as const

/** What a service calls at its named points. Without the variable it does nothing. */
export function createFailpoint(config: ConfigOf<typeof failpointVariables>): (name: string) => void {
  const [at, count = '1'] = (config.WHIPCOUNT_FAILPOINT ?? '').split(/:(?=\d+$)/)
  let left = Number(count)
  return (name) => {
    if (name !== at) return
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  }
}
