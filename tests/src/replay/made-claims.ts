import {
  ArticleCollected,
  articleIdOf,
  ChallengeDeclared,
  type ClaimContent,
  type CloudEvent,
  canonicalJson,
  type DataOf,
  type EventDefinition,
  envelope,
  eventIdOf,
  revisionOf,
} from '@whipcount/events'
import { eventsOfReading } from '@whipcount/normalizer'
import { challengeOf } from '../corpus/annotations.ts'

/** The invented challenge of tests that make claims by hand. */
export const challenge = challengeOf('avalia')

/** The n-th hour of the first of May. */
export const at = (hour: number): string => new Date(Date.UTC(2031, 4, 1, hour)).toISOString()

export const about = (subject: string, id: string) => ({ id, subject, time: at(0), source: '/test' })

/** A desk event; the same data has the same id. */
export function decided<Definition extends EventDefinition>(
  definition: Definition,
  data: DataOf<Definition>,
): CloudEvent {
  return envelope(definition, about(challenge.id, eventIdOf(definition.type, canonicalJson(data))), data)
}

export const declared = (): CloudEvent => decided(ChallengeDeclared, { challenge, at: at(0) })

/** A public call of somebody's. */
export const call = (
  person: { id: string; name: string },
  change: Partial<ClaimContent> = {},
): ClaimContent => ({
  type: 'public-call',
  attrs: { demand: 'resign' },
  actor: person.name,
  person: person.id,
  matched: true,
  date: '2031-05-02',
  earlier: false,
  attribution: 'named',
  evidence: { start: 0, end: 4, text: 'Text' },
  quote: null,
  credited: null,
  rule: 'test/any',
  ...change,
})

/** The n-th article, collected once, with its readings; its text is unlike every other’s where none is given. */
export function article(
  n: number,
  readings: readonly (readonly [ruleset: string, claims: readonly ClaimContent[]])[],
  {
    text = `Text of article ${n}`,
    outlet = 'Ledger',
    captured = at(1),
  }: { text?: string; outlet?: string; captured?: string } = {},
): { id: string; revision: string; events: CloudEvent[] } {
  const content = {
    text,
    title: null,
    byline: null,
    published: '2031-05-03',
    outlet,
  }
  const id = articleIdOf({ url: null, outlet, sourceId: String(n), text: content.text })
  const data = {
    ...content,
    article: id,
    revision: revisionOf(content),
    captured_at: captured,
    url: null,
    source_id: String(n),
    via: 'test',
  }
  const place = { partition: 0, position: 0n, time: at(0) }
  return {
    id,
    revision: data.revision,
    events: [
      envelope(ArticleCollected, about(id, eventIdOf(ArticleCollected.type, id)), data),
      ...readings.flatMap(([ruleset, claims]) =>
        eventsOfReading(data, claims, { challenge: challenge.id, ruleset }, place),
      ),
    ],
  }
}
