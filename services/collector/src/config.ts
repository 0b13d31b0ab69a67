import { logVariables } from '@whipcount/event-log'
import { databaseVariables } from '@whipcount/read-store'

/** What the collector reads from the environment. */
export const collectorVariables = { ...databaseVariables, ...logVariables } as const
