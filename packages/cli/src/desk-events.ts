import type { EventLog } from '@whipcount/event-log'
import { canonicalJson, type DataOf, type EventDefinition, envelope, eventIdOf } from '@whipcount/events'

/** Appends what somebody decided to the desk topic, under the key of what it is about. The same decision has the same id. */
export async function toDesk<Definition extends EventDefinition>(
  log: EventLog,
  definition: Definition,
  key: string,
  ...decided: readonly (DataOf<Definition> & { readonly at: string })[]
): Promise<void> {
  const records = decided.map((data) => {
    const about = {
      id: eventIdOf(definition.type, canonicalJson(data)),
      subject: key,
      time: data.at,
      source: '/whipcount/desk',
    }
    return { key, value: JSON.stringify(envelope(definition, about, data)) }
  })
  await log.append('desk', records)
}
