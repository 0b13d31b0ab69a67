import { getRequestListener } from '@hono/node-server'
import { createQueries, demandMigrated, openDatabase } from '@whipcount/read-store'
import { readiness, runService } from '@whipcount/service-kit'
import { createApi } from './api.ts'
import { apiVariables } from './config.ts'

await runService({
  name: 'api',
  variables: apiVariables,
  async start({ config }) {
    const database = await openDatabase({ url: config.DATABASE_URL })
    await demandMigrated(database.db)
    return {
      ended: new Promise<never>(() => {}),
      ready: () => readiness({ database: database.ping }),
      routes: getRequestListener(createApi(createQueries(database.db)).fetch),
      stop: () => database.close(),
    }
  },
})
