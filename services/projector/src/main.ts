import { openLog, watchLag } from '@whipcount/event-log'
import {
  createApplier,
  createDeadLetterOutbox,
  createDeadLetters,
  createQueries,
  demandMigrated,
  openDatabase,
} from '@whipcount/read-store'
import { createFailpoint, readiness, runService } from '@whipcount/service-kit'
import { projectorVariables } from './config.ts'
import { createProjector, projectedTopics } from './projector.ts'
import { watchReadings } from './watch-readings.ts'

await runService({
  name: 'projector',
  variables: projectorVariables,
  async start({ config, logger, metrics }) {
    const database = await openDatabase({ url: config.DATABASE_URL })
    await demandMigrated(database.db)
    const log = await openLog(config, { db: database.db, clientId: 'whipcount-projector', logger })
    const applier = createApplier({ db: database.db, failpoint: createFailpoint(config) })
    const outbox = createDeadLetterOutbox(log, createDeadLetters(database.db))
    await outbox.flush()
    const projector = await createProjector({
      log,
      applier,
      outbox,
      logger,
      metrics,
      batchSize: config.WHIPCOUNT_BATCH_SIZE,
    })
    const watched = [{ consumer: 'projector', topics: projectedTopics, position: applier.position }]
    const lag = watchLag({ log, metrics, logger, watched: () => watched })
    const readings = watchReadings({ queries: createQueries(database.db), metrics, logger })
    return {
      ended: projector.ended,
      ready: () => readiness({ database: database.ping, log: () => log.ends('desk') }),
      async stop() {
        await projector.stop()
        await lag.stop()
        await readings.stop()
        await log.close()
        await database.close()
      },
    }
  },
})
