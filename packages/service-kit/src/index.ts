export {
  type ConfigOf,
  configTable,
  knownVariables,
  oneOf,
  optionalText,
  optionalWholeNumber,
  readConfig,
  required,
  text,
  type Variable,
  type Variables,
  wholeNumber,
} from './config.ts'
export {
  createFailpoint,
  type Failpoint,
  type FailpointName,
  failpoints,
  failpointVariables,
} from './failpoint.ts'
export { type HealthServer, startHealthServer } from './health.ts'
export { createLogger, type Logger, silent } from './logger.ts'
export { createMetrics, type Metrics } from './metrics.ts'
export { reportSetAside } from './report-set-aside.ts'
export {
  exitCodes,
  oneLine,
  type RunningService,
  readiness,
  runService,
  type Start,
  serviceVariables,
} from './run-service.ts'
export { traceIdOf, traceparent } from './trace.ts'
