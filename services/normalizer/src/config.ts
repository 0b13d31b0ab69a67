import { logVariables } from '@whipcount/event-log'
import { modelVariables } from '@whipcount/extractors'
import { databaseVariables } from '@whipcount/read-store'
import { failpointVariables, wholeNumber } from '@whipcount/service-kit'

/** What the normalizer reads from the environment. */
export const normalizerVariables = {
  ...databaseVariables,
  ...logVariables,
  ...failpointVariables,
  ...modelVariables,
  WHIPCOUNT_BATCH_SIZE: wholeNumber('Articles read in one batch: one append and one checkpoint.', 200, 1),
} as const
