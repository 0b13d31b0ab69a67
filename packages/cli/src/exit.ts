import { Failure } from '@whipcount/events'
import { oneLine, exitCodes as serviceCodes } from '@whipcount/service-kit'

/** What the command's exit codes mean; shown by `--help`. */
export const exitCodes = {
  ...serviceCodes,
  /** The work was done, and some of the input was set aside as dead letters. */
  setAside: 4,
} as const

export const exitCodesHelp = `
Exit codes:
  0  done
  1  failed; one line on standard error says what, where and what to do
  2  wrong usage
  4  done, but some input was set aside (see \`whipcount dead-letters list\`)`

/** The exit code and the line for an error that a command ended with. */
export function exitOf(error: unknown): { code: number; line: string } {
  const usage = error instanceof Failure && (error.code === 'usage' || error.code === 'input-missing')
  return { code: usage ? exitCodes.usage : exitCodes.failed, line: `whipcount: ${oneLine(error)}` }
}
