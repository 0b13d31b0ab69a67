import { Schema } from 'effect'
import { ArticleAnswered } from './articles/article-answered.ts'
import { ArticleCollected } from './articles/article-collected.ts'
import { ArticleNormalized } from './articles/article-normalized.ts'
import type { ClaimDefinition, ClaimType } from './claim.ts'
import { CaucusMeetingReported } from './claims/caucus-meeting.ts'
import { DepartureReported } from './claims/departure.ts'
import { LeaderResponseReported } from './claims/leader-response.ts'
import { MemberSupportReported } from './claims/member-support.ts'
import { MinisterialSupportReported } from './claims/ministerial-support.ts'
import { NoncommittalReported } from './claims/noncommittal.ts'
import { PublicCallReported } from './claims/public-call.ts'
import { SetbackReported } from './claims/setback.ts'
import { SignatureReported } from './claims/signature.ts'
import { SignatureCountReported } from './claims/signature-count.ts'
import { decoderOf } from './decoder.ts'
import { ArticleErased } from './desk/article-erased.ts'
import { ChallengeDeclared } from './desk/challenge-declared.ts'
import { ClaimCorrected } from './desk/claim-corrected.ts'
import { ClaimEntered } from './desk/claim-entered.ts'
import { PersonMerged } from './desk/person-merged.ts'
import { PersonSplit } from './desk/person-split.ts'
import { RulesetActivated } from './desk/ruleset-activated.ts'
import { type CloudEvent, type EventDefinition, versionOfUrn } from './event.ts'
import { Failure } from './failure.ts'
import { RecordSetAside } from './letters/record-set-aside.ts'

/** The ten claim types by name. */
export const claimDefinitions: { readonly [Type in ClaimType]: ClaimDefinition<Type> } = {
  'caucus-meeting': CaucusMeetingReported,
  'public-call': PublicCallReported,
  'ministerial-support': MinisterialSupportReported,
  'member-support': MemberSupportReported,
  noncommittal: NoncommittalReported,
  signature: SignatureReported,
  'signature-count': SignatureCountReported,
  'leader-response': LeaderResponseReported,
  departure: DepartureReported,
  setback: SetbackReported,
}

/** Every event type there is. */
export const eventDefinitions: readonly EventDefinition[] = [
  ArticleCollected,
  ArticleNormalized,
  ArticleAnswered,
  ...Object.values(claimDefinitions),
  ChallengeDeclared,
  RulesetActivated,
  ClaimCorrected,
  ClaimEntered,
  PersonMerged,
  PersonSplit,
  ArticleErased,
  RecordSetAside,
]

const byType = new Map(eventDefinitions.map((definition) => [definition.type, definition]))

/** The definition of an event type, or undefined. */
export function eventDefinition(type: string): EventDefinition | undefined {
  return byType.get(type)
}

const decodeEnvelope = decoderOf(
  Schema.Struct({
    specversion: Schema.Literal('1.0'),
    id: Schema.NonEmptyString,
    source: Schema.NonEmptyString,
    type: Schema.NonEmptyString,
    subject: Schema.NonEmptyString,
    time: Schema.NonEmptyString,
    datacontenttype: Schema.Literal('application/json'),
    dataschema: Schema.NonEmptyString,
    traceparent: Schema.optionalKey(Schema.String),
    data: Schema.Unknown,
  }),
)

/**
 * Reads one record's value: the envelope, then the data by its type and version, lifted to today's version.
 *
 * Throws with fate `deadLetter`: `event-invalid` for what is no event, `event-unknown` for a type or a newer version that this
 * build does not know.
 */
export function decodeEvent(value: string): CloudEvent {
  let raw: unknown
  try {
    raw = JSON.parse(value)
  } catch (cause) {
    throw new Failure('event-invalid', `The record is not JSON: ${(cause as Error).message}.`, {
      fate: 'deadLetter',
      cause,
    })
  }
  let event: ReturnType<typeof decodeEnvelope>
  try {
    event = decodeEnvelope(raw)
  } catch (cause) {
    const why = (cause as Error).message.replace(/\s*\n\s*/g, ' ')
    throw new Failure('event-invalid', `The record is no CloudEvents 1.0 envelope: ${why}`, {
      fate: 'deadLetter',
      cause,
    })
  }
  const definition = byType.get(event.type)
  const version = versionOfUrn(event.dataschema)
  if (!definition || version === null || version > definition.version) {
    const what = definition
      ? `version ${event.dataschema} of ${event.type}`
      : `event type ${JSON.stringify(event.type)}`
    throw new Failure(
      'event-unknown',
      `This build does not know ${what}. Upgrade, then redrive the dead letter.`,
      {
        fate: 'deadLetter',
        context: { type: event.type, dataschema: event.dataschema },
      },
    )
  }
  return { ...event, data: definition.decode(event.data, version) } as CloudEvent
}
