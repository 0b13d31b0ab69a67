export { type ExportOptions, exportLog } from './backup/export.ts'
export type { BackedUp, Manifest } from './backup/format.ts'
export { importLog, verifyBackup } from './backup/import.ts'
export { type LogConfig, logVariables, openLog } from './config.ts'
export { createKafkaLog, type KafkaLogOptions } from './kafka/kafka-log.ts'
export { type Watched, watchLag } from './lag.ts'
export {
  type ConsumeOptions,
  demandOurs,
  type EventLog,
  LONGEST_RECORD_BYTES,
  type LogBatch,
  type LogPlace,
  type LogRecord,
  type NewRecord,
  type Subscription,
  type Topic,
  topics,
} from './port.ts'
export { arrayLiteral } from './postgres/array-literal.ts'
export { eraseFromTableLog } from './postgres/erase.ts'
export { isPassing } from './postgres/passing-errors.ts'
export { pgliteStart } from './postgres/pglite-start.ts'
export { type ProcessMark, stateOf, thisProcess } from './postgres/process-mark.ts'
export { createTableLog, type TableLogOptions } from './postgres/table-log.ts'
