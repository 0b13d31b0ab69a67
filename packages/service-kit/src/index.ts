export {
  type ConfigOf,
  configTable,
  oneOf,
  optionalText,
  readConfig,
  required,
  text,
  type Variable,
  type Variables,
  wholeNumber,
} from './config.ts'
export { type HealthServer, startHealthServer } from './health.ts'
export { createLogger, type Logger, silent } from './logger.ts'
export { createMetrics, type Metrics } from './metrics.ts'
export { exitCodes, oneLine, type RunningService, runService } from './run-service.ts'
export { traceIdOf, traceparent } from './trace.ts'
