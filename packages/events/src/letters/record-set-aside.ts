import { Schema } from 'effect'
import { defineEvent } from '../event.ts'
import { failureCodes } from '../failure.ts'
import { Instant } from '../values.ts'

/** A record, or something that was handed in, could not be used and was set aside with its cause. */
export const RecordSetAside = defineEvent({
  type: 'record.set-aside',
  version: 1,
  topic: 'dead-letters',
  codebook: {
    means: 'This could not be read, normalized or applied, for the reason given; everything else went on.',
    counts: ['A malformed event, an article that an extractor failed on, a row that the read model refused.'],
    doesNotCount: ['An article in which nothing was found: that is a reading without claims.'],
  },
  data: Schema.Struct({
    /** `projector:events/0/12`; the same record set aside again keeps it. */
    letter: Schema.NonEmptyString,
    service: Schema.NonEmptyString,
    /** Where it stands in the log; null for what never reached it. */
    log: Schema.NullOr(
      Schema.Struct({ topic: Schema.NonEmptyString, partition: Schema.Int, position: Schema.String }),
    ),
    key: Schema.String,
    code: Schema.Literals(failureCodes),
    message: Schema.String,
    /** As it came; null where it is too long for a record of its own: the log has it, or the source. */
    payload: Schema.NullOr(Schema.String),
    at: Instant,
  }),
  upcast: {},
  example: {
    letter: 'projector:events/0/12',
    service: 'projector',
    log: { topic: 'events', partition: 0, position: '12' },
    key: '5f0f5b7e-3c2a-5b1e-9a3e-7a2f0d6c1b44',
    code: 'event-invalid',
    message: 'The record is not JSON: Unexpected end of JSON input.',
    payload: '{"specversion": "1.0", "id"',
    at: '2024-10-23T12:00:00.000Z',
  },
})
