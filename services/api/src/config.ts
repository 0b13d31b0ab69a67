import { databaseVariables } from '@whipcount/read-store'

/** What the api reads from the environment. */
export const apiVariables = { ...databaseVariables } as const
