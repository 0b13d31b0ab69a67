import type { CloudEvent } from '@whipcount/events'
import { type MadeRecords, makeDesk, makeEvents } from './events.ts'

/** Every article of the corpora is about its challenge, with claims or without. */
export const RELEVANT = 1
const AT_ONCE = 100

/** Events to append together, by topic. */
export interface HistoryPart {
  readonly desk: readonly CloudEvent[]
  readonly articles: readonly CloudEvent[]
  readonly events: readonly CloudEvent[]
}

/** The made history of at least so many events, the desk's first, in parts of some hundred articles each. The same for every caller. */
export function* makeHistory(wanted: number): Generator<HistoryPart> {
  const desk = makeDesk()
  yield { desk, articles: [], events: [] }
  let count = desk.length
  let part: MadeRecords[] = []
  const taken = (): HistoryPart => {
    const articles = part.map((made) => made.articles)
    const events = part.flatMap((made) => made.events)
    part = []
    return { desk: [], articles, events }
  }
  for (const made of makeEvents(wanted, RELEVANT)) {
    part.push(made)
    count += 1 + made.events.length
    if (part.length >= AT_ONCE || count >= wanted) yield taken()
    if (count >= wanted) return
  }
  throw new Error('the history ended before it had what was asked for')
}
