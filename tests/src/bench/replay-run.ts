/**
 * `node replay-run.ts DATABASE_URL`: one rebuild of the read models from the log in that database, as `whipcount projections build` does it.
 * Its last line is JSON: records, seconds, processor time, and the most memory that the process held. A process of its own, so that the memory is a rebuild's.
 */
import { createTableLog } from '@whipcount/event-log'
import { rebuild } from '@whipcount/projector'
import {
  createApplier,
  createDeadLetterOutbox,
  createDeadLetters,
  createProjections,
  openDatabase,
} from '@whipcount/read-store'
import { createLogger } from '@whipcount/service-kit'
import { progressLine } from '../../../packages/cli/src/terminal/progress.ts'

const SAY_EVERY_MS = 2_000

const { db, close } = await openDatabase({ url: process.argv[2]! })
const log = await createTableLog({ db })
const began = performance.now()
let said = began
const { records, version } = await rebuild({
  log,
  projections: createProjections(db),
  applierOf: (of) => createApplier({ db, version: of, durable: false }),
  outbox: createDeadLetterOutbox(log, createDeadLetters(db)),
  logger: createLogger('bench', 'error'),
  progress: (done, total) => {
    const now = performance.now()
    if (now - said < SAY_EVERY_MS) return
    said = now
    console.error(progressLine(done, total, 'records', (now - began) / 1000))
  },
})
const seconds = (performance.now() - began) / 1000
await log.close()
await close()
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const peakMiB = Math.round(maxRSS / 1024)
// On a machine that has other things to do the time says little, and this still says something.
const cpuSeconds = (userCPUTime + systemCPUTime) / 1_000_000
console.log(JSON.stringify({ version, records, seconds, cpuSeconds, peakMiB }))
