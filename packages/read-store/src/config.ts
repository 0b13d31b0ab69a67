import { text } from '@whipcount/service-kit'

/** What says where the read models are. */
export const databaseVariables = {
  DATABASE_URL: text(
    'The Postgres of the read models, checkpoints and dead letters: `postgres://user:password@host/name`.',
  ),
} as const
