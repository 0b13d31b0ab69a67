import { Schema } from 'effect'
import { defineClaim, exampleClaim } from '../claim.ts'

/** The leader's parliamentary party, or a part of it, meets. Many articles report one meeting: views group them. */
export const CaucusMeetingReported = defineClaim({
  claimType: 'caucus-meeting',
  version: 1,
  codebook: {
    means:
      "The leader's parliamentary party, or a part of it, met, is meeting or will meet, in connection with the challenge.",
    counts: [
      'A weekly or emergency caucus, a regional caucus, a breakaway or secret gathering of members.',
      'The meeting of the body that runs the contest (a 1922-style executive), or of one chamber’s caucus: `national`.',
    ],
    doesNotCount: [
      'A cabinet meeting.',
      'A meeting of another party’s members.',
      'A meeting about something else.',
    ],
  },
  attrs: Schema.Struct({
    status: Schema.Literals(['scheduled', 'underway', 'held']),
    kind: Schema.Literals(['national', 'regional', 'informal']),
  }),
  key: ['status', 'kind'],
  upcast: {},
  example: {
    ...exampleClaim,
    date: '2024-10-23',
    attribution: 'outlet',
    attrs: { status: 'scheduled', kind: 'national' },
    evidence: { start: 0, end: 48, text: 'Liberal MPs will meet in Ottawa on Wednesday noon' },
    rule: 'caucus-meeting/body-meets',
  },
})
