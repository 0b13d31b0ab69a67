import { openLog, watchLag } from '@whipcount/event-log'
import { openChat } from '@whipcount/extractors'
import {
  createCheckpoints,
  createDeadLetterOutbox,
  createDeadLetters,
  demandMigrated,
  openDatabase,
} from '@whipcount/read-store'
import { createFailpoint, readiness, runService } from '@whipcount/service-kit'
import { normalizerVariables } from './config.ts'
import { openModel } from './model.ts'
import { createNormalizer } from './normalizer.ts'
import { createReaders } from './readers.ts'

await runService({
  name: 'normalizer',
  variables: normalizerVariables,
  async start({ config, logger, metrics }) {
    const chat = openChat(config)
    const failpoint = createFailpoint(config)
    const database = await openDatabase({ url: config.DATABASE_URL })
    await demandMigrated(database.db)
    const log = await openLog(config, {
      db: database.db,
      clientId: 'whipcount-normalizer',
      logger,
      failpoint,
    })
    const checkpoints = createCheckpoints(database.db)
    const deadLetters = createDeadLetters(database.db)
    const outbox = createDeadLetterOutbox(log, deadLetters)
    outbox.soon()
    const now = () => new Date()
    const readers = createReaders({
      model: openModel(chat, { log, now, metrics }),
      questionsAtOnce: config.WHIPCOUNT_MODEL_CONCURRENCY,
      metrics,
    })
    const normalizer = await createNormalizer({
      log,
      checkpoints,
      deadLetters,
      outbox,
      readerOf: readers.of,
      logger,
      metrics,
      now,
      batchSize: config.WHIPCOUNT_BATCH_SIZE,
      failpoint,
    })
    const position = (name: string) => (topic: string, partition: number) =>
      checkpoints.get(name, topic, partition)
    const watched = () =>
      normalizer.reading().map((name) => ({ consumer: name, topics: ['articles'], position: position(name) }))
    const lag = watchLag({ log, metrics, logger, watched })
    return {
      ended: normalizer.ended,
      ready: () => readiness({ database: database.ping, log: () => log.ends('desk') }),
      async stop() {
        readers.stopAsking()
        await normalizer.stop()
        await readers.stop()
        await lag.stop()
        await log.close()
        await database.close()
      },
    }
  },
})
