import type { NewRecord } from '@whipcount/event-log'
import {
  type ArticleCollected,
  ArticleNormalized,
  type ClaimContent,
  type ClaimData,
  type CloudEvent,
  claimDefinitions,
  claimId,
  type DataOf,
  encodeSketch,
  envelope,
  eventIdOf,
  Failure,
  type ModelShare,
  readingIdOf,
  sketchOf,
} from '@whipcount/events'

/** Who read what: a ruleset and a challenge. */
export interface Reader {
  readonly challenge: string
  readonly ruleset: string
}

/** How a reading came: never part of what it says. */
export interface ReadingContext {
  readonly partition: number
  readonly position: bigint
  readonly time: string
  readonly traceparent?: string | undefined
}

const SOURCE = '/whipcount/normalizer'

/**
 * The events of one reading: each claim's, then `article.normalized` that lists them. Pure: the same article, claims and
 * reader give the same ids. Of claims with one identity the first is kept.
 *
 * @param model what came of a model’s answer, where one was asked.
 *
 * Throws `event-invalid` (fate `deadLetter`) where a claim's evidence is not what stands at its span.
 */
export function eventsOfReading(
  article: DataOf<typeof ArticleCollected>,
  claims: readonly ClaimContent[],
  reader: Reader,
  context: ReadingContext,
  model?: ModelShare,
): CloudEvent[] {
  const found = new Map<string, ClaimContent>()
  for (const claim of claims) {
    const { start, end, text } = claim.evidence
    if (article.text.slice(start, end) !== text) {
      throw new Failure(
        'event-invalid',
        `${claim.rule}: the evidence [${start}, ${end}) of a ${claim.type} is not what stands there in article ${article.article}. This is a fault of the rule; mend it, then redrive.`,
        { fate: 'deadLetter' },
      )
    }
    const id = claimId(claimDefinitions[claim.type], reader.challenge, article.article, claim)
    if (!found.has(id)) found.set(id, claim)
  }
  const identified = [...found].map(([claim, content]) => ({ claim, ...content }))
  const reading = readingIdOf({
    article: article.article,
    revision: article.revision,
    challenge: reader.challenge,
    ruleset: reader.ruleset,
    claims: identified,
  })
  const about = (id: string) => ({
    id,
    subject: article.article,
    time: context.time,
    source: SOURCE,
    traceparent: context.traceparent,
  })
  const events: CloudEvent[] = identified.map(({ type, ...content }) => {
    const data: ClaimData = {
      ...content,
      reading,
      challenge: reader.challenge,
      article: article.article,
      revision: article.revision,
    }
    const definition = claimDefinitions[type]
    return envelope(definition, about(eventIdOf(definition.type, reading, content.claim)), data)
  })
  const sketch = found.size > 0 ? sketchOf(article.text) : null
  events.push(
    envelope(ArticleNormalized, about(eventIdOf(ArticleNormalized.type, reading)), {
      reading,
      article: article.article,
      revision: article.revision,
      challenge: reader.challenge,
      ruleset: reader.ruleset,
      claims: [...found.keys()].sort(),
      ...(sketch === null ? {} : { sketch: encodeSketch(sketch) }),
      ...(model ? { model } : {}),
      log: { partition: context.partition, position: String(context.position) },
    }),
  )
  return events
}

/** The record of an event, to be appended under an article's key. */
export function recordOf(key: string, event: CloudEvent): NewRecord & { readonly type: string } {
  const headers: Record<string, string> = event.traceparent ? { traceparent: event.traceparent } : {}
  return { key, value: JSON.stringify(event), headers, type: event.type }
}
