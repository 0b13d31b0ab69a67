import type { EventLog } from '@whipcount/event-log'
import {
  type ChatEndpoint,
  createAnswerMemory,
  createModelExtractor,
  type Extractor,
} from '@whipcount/extractors'
import type { Metrics } from '@whipcount/service-kit'

/** The language model at a chat endpoint, its answers kept in the log; null where there is none. */
export function openModel(
  chat: ChatEndpoint | null,
  { log, now, metrics }: { log: EventLog; now: () => Date; metrics?: Metrics },
): Extractor | null {
  if (chat === null) return null
  return createModelExtractor({
    chat,
    memory: createAnswerMemory(log, now),
    onAsked(outcome, seconds) {
      metrics?.modelQuestions.inc({ outcome })
      if (outcome === 'asked') metrics?.modelSeconds.observe(seconds)
    },
  })
}
