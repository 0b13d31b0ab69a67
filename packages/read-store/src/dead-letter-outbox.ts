import type { EventLog } from '@whipcount/event-log'
import { envelope, eventIdOf, type FailureCode, RecordSetAside } from '@whipcount/events'
import type { DeadLetters, DeadLetterWithPayload } from './ports.ts'

/** Copies dead letters from their table to their topic. */
export interface DeadLetterOutbox {
  /**
   * Appends what the topic does not have yet. A letter is written in the transaction that passes over its record, and copied
   * afterwards: it may come twice, under the same id, and never not at all. Calls that come while one is at work wait for the next.
   */
  flush(): Promise<void>
  /** Flushes without keeping the caller waiting, and again every second while the log or the database does not answer. */
  soon(): void
  /** Finishes the group that `soon` has under way. The rest is copied when a service starts the next time. */
  settle(): Promise<void>
}

const AGAIN_MS = 1_000

const AT_ONCE = 500

/** A payload of so many UTF-16 units fits its record whatever it holds: JSON in JSON takes at most 12 bytes for one. */
const LONGEST_PAYLOAD = 64 * 1024

export function createDeadLetterOutbox(log: EventLog, letters: DeadLetters): DeadLetterOutbox {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  let settling = false
  const copy = async (): Promise<void> => {
    for (;;) {
      const waiting = await letters.unpublished(AT_ONCE)
      if (waiting.length === 0) return
      await log.append(
        'dead-letters',
        waiting.map((letter) => ({ key: letter.key, value: JSON.stringify(eventOf(letter)) })),
      )
      await letters.published(waiting.map(({ id }) => id))
      if (settling) return
    }
  }
  const flush = (): Promise<void> => {
    if (running === null) {
      running = copy().finally(() => {
        running = null
      })
      return running
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return flush()
      })
    return next
  }
  let last: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const soon = (): void => {
    clearTimeout(timer)
    last = flush().catch(() => {
      timer = setTimeout(soon, AGAIN_MS).unref()
    })
  }
  return {
    flush,
    soon,
    async settle() {
      settling = true
      await last
      settling = false
      clearTimeout(timer)
    },
  }
}

function eventOf(letter: DeadLetterWithPayload) {
  const { id, service, topic, partition, position, key, code, message, payload, at } = letter
  const about = {
    id: eventIdOf(RecordSetAside.type, id, at),
    subject: key === '' ? id : key,
    time: at,
    source: `/whipcount/${service}`,
  }
  return envelope(RecordSetAside, about, {
    letter: id,
    service,
    log: topic === null ? null : { topic, partition: partition!, position: position! },
    key,
    code: code as FailureCode,
    message,
    payload: payload.length <= LONGEST_PAYLOAD ? payload : null,
    at,
  })
}
