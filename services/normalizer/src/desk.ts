import type { EventLog } from '@whipcount/event-log'
import {
  type Challenge,
  ChallengeDeclared,
  type CloudEvent,
  type DataOf,
  decodeEvent,
} from '@whipcount/events'
import type { Logger } from '@whipcount/service-kit'

/** The declaration of a challenge that stands: the latest, by time and id. */
export interface Declaration {
  readonly event: CloudEvent
  readonly at: string
  readonly challenge: Challenge
}

/** The desk topic, read as it grows. It is small: one partition, kept in memory. */
export interface Desk {
  /** Reads what is new. Resolves to the standing declaration of each challenge. */
  refresh(): Promise<ReadonlyMap<string, Declaration>>
}

const AT_ONCE = 500

export function createDesk(log: EventLog, logger: Logger): Desk {
  const standing = new Map<string, Declaration>()
  let position = 0n
  return {
    async refresh() {
      for (;;) {
        const records = await log.read('desk', 0, position, AT_ONCE)
        for (const record of records) {
          try {
            hear(standing, decodeEvent(record.value))
          } catch (error) {
            // The projector sets it aside; here it is only passed over.
            logger.warn({ position: String(record.position) }, `desk: ${(error as Error).message}`)
          }
          position = record.position + 1n
        }
        if (records.length === 0) return standing
      }
    },
  }
}

function hear(standing: Map<string, Declaration>, event: CloudEvent): void {
  if (event.type !== ChallengeDeclared.type) return
  const { challenge, at } = event.data as DataOf<typeof ChallengeDeclared>
  const before = standing.get(challenge.id)
  if (before && (at < before.at || (at === before.at && event.id <= before.event.id))) return
  standing.set(challenge.id, { event, at, challenge })
}
