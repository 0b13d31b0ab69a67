import { getRequestListener } from '@hono/node-server'
import { openLog } from '@whipcount/event-log'
import {
  createDeadLetterOutbox,
  createDeadLetters,
  createFeeds,
  createIntake,
  demandMigrated,
  openDatabase,
} from '@whipcount/read-store'
import { readiness, runService } from '@whipcount/service-kit'
import { createCollector } from './collector.ts'
import { collectorVariables } from './config.ts'
import { openFeedPoller } from './feeds/open-poller.ts'
import { createIntakeApp } from './intake-app.ts'

await runService({
  name: 'collector',
  variables: collectorVariables,
  async start({ config, logger, metrics }) {
    const database = await openDatabase({ url: config.DATABASE_URL })
    await demandMigrated(database.db)
    const log = await openLog(config, { db: database.db, clientId: 'whipcount-collector', logger })
    const deadLetters = createDeadLetters(database.db)
    const outbox = createDeadLetterOutbox(log, deadLetters)
    outbox.soon()
    const intake = createIntake(database.db)
    const now = () => new Date()
    const collector = createCollector({ log, intake, deadLetters, outbox, logger, metrics, now })
    const feeds = createFeeds(database.db)
    const poller = await openFeedPoller(config, { feeds, collector, logger, metrics, now })
    return {
      ended: new Promise<never>(() => {}),
      ready: () => readiness({ database: database.ping, log: () => log.ends('articles') }),
      routes: getRequestListener(createIntakeApp(collector).fetch),
      async stop() {
        await poller.stop()
        await outbox.settle()
        await log.close()
        await database.close()
      },
    }
  },
})
