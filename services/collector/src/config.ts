import { logVariables } from '@whipcount/event-log'
import { queueVariables } from '@whipcount/job-queue'
import { databaseVariables } from '@whipcount/read-store'
import { optionalText } from '@whipcount/service-kit'

/** What says how feeds are polled. */
export const feedVariables = {
  ...queueVariables,
  WHIPCOUNT_CONTACT: optionalText(
    'A page or address where the owners of sites find you; it is sent with each request for a feed.',
  ),
} as const

/** What the collector reads from the environment. */
export const collectorVariables = { ...databaseVariables, ...logVariables, ...feedVariables } as const
