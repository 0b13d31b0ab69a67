import { feedVariables } from '@whipcount/collector'
import { logVariables } from '@whipcount/event-log'
import { modelVariables } from '@whipcount/extractors'
import { optionalText, readConfig, text, wholeNumber } from '@whipcount/service-kit'

/** What the command and the one-process house read from the environment. */
export const cliVariables = {
  ...logVariables,
  ...feedVariables,
  ...modelVariables,
  DATABASE_URL: optionalText('A Postgres to use in place of the embedded PGlite.'),
  WHIPCOUNT_DATA: text(
    'The data directory of the embedded house; `npm start` keeps the demonstration beside it.',
    '.whipcount/data',
  ),
  WHIPCOUNT_HTTP_HOST: text('The address on which the api listens.', '127.0.0.1'),
  WHIPCOUNT_HTTP_PORT: wholeNumber('The port on which the api listens; 0 takes a free one.', 4114),
  WHIPCOUNT_LOG_LEVEL: text(
    'How much is logged on standard error: fatal, error, warn, info, debug, trace.',
    'warn',
  ),
} as const

/** The configuration of the command. Throws `config-invalid`. */
export function readCliConfig(environment?: Readonly<Record<string, string | undefined>>) {
  return readConfig(cliVariables, environment)
}
export type CliConfig = ReturnType<typeof readCliConfig>
