import { openLog, watchLag } from '@whipcount/event-log'
import {
  createApplier,
  createDeadLetterOutbox,
  createDeadLetters,
  createProjections,
  createQueries,
  demandMigrated,
  openDatabase,
  projectorName,
} from '@whipcount/read-store'
import { createFailpoint, readiness, runService } from '@whipcount/service-kit'
import { projectorVariables } from './config.ts'
import { projectedTopics } from './projector.ts'
import { createVersionsProjector } from './versions.ts'
import { watchReadings } from './watch-readings.ts'

await runService({
  name: 'projector',
  variables: projectorVariables,
  async start({ config, logger, metrics }) {
    const failpoint = createFailpoint(config)
    const database = await openDatabase({ url: config.DATABASE_URL })
    await demandMigrated(database.db)
    const log = await openLog(config, { db: database.db, clientId: 'whipcount-projector', logger, failpoint })
    const applierOf = (version: number) => createApplier({ db: database.db, version, failpoint })
    const outbox = createDeadLetterOutbox(log, createDeadLetters(database.db))
    outbox.soon()
    const projector = await createVersionsProjector({
      log,
      projections: createProjections(database.db),
      applierOf,
      outbox,
      logger,
      metrics,
      batchSize: config.WHIPCOUNT_BATCH_SIZE,
    })
    const watched = () =>
      projector.running().map((version) => ({
        consumer: projectorName(version),
        topics: projectedTopics,
        position: applierOf(version).position,
      }))
    const lag = watchLag({ log, metrics, logger, watched })
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
