export { type Collector, type CollectorOptions, createCollector, type Outcome } from './collector.ts'
export { feedVariables } from './config.ts'
export { openFeedPoller, type PollingPace } from './feeds/open-poller.ts'
export type { FeedPoller } from './feeds/poller.ts'
export { gistOf } from './gist.ts'
export { createIntakeApp } from './intake-app.ts'
export {
  findFiles,
  linesOf,
  readFileSource,
  readLines,
  readStream,
  type SourceItem,
} from './sources/files.ts'
export {
  capturedInstant,
  LONGEST_TEXT_BYTES,
  publishedDay,
  type Submission,
  type SubmissionDefaults,
  submissionFromJson,
} from './submission.ts'
