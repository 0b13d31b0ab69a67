import { logVariables } from '@whipcount/event-log'
import { databaseVariables } from '@whipcount/read-store'
import { failpointVariables, wholeNumber } from '@whipcount/service-kit'

/** What the projector reads from the environment. */
export const projectorVariables = {
  ...databaseVariables,
  ...logVariables,
  ...failpointVariables,
  WHIPCOUNT_BATCH_SIZE: wholeNumber('Records applied in one transaction.', 1_000, 1),
} as const
