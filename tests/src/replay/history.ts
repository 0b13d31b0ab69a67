import {
  ArticleCollected,
  articleIdOf,
  ChallengeDeclared,
  type ClaimContent,
  type CloudEvent,
  canonicalJson,
  envelope,
  eventIdOf,
  RulesetActivated,
  revisionOf,
  unmatchedPersonId,
} from '@whipcount/events'
import { eventsOfReading } from '@whipcount/normalizer'
import fc from 'fast-check'
import { challengeOf } from '../corpus/annotations.ts'

/** A made-up history: its events, in the order in which they happened. */
export interface History {
  readonly events: readonly CloudEvent[]
}

const challenge = challengeOf('avalia')
/** Articles are read for another challenge too, whose answers must stay apart. */
const other = challengeOf('norhaven').id
const people = challenge.roster.slice(0, 5).map(({ id, name }) => ({ id, name, matched: true }))
const strangers = ['Sam Rook', 'Sam Rookwood'].map((name) => ({
  id: unmatchedPersonId(challenge.id, name),
  name,
  matched: false,
}))
const body = { id: null, name: 'Riverside association', matched: false }
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2031-05-${String(n).padStart(2, '0')}`)
const rulesets = ['a', 'b', 'c'].map((letter) => letter.repeat(64))
const time = (n: number): string => new Date(Date.UTC(2031, 4, 1) + n * 3_600_000).toISOString()

/** When a state was seen, in hours: anywhere; often at one of a few times, as by two collectors; and about midnight in Halifax. */
const seen = fc.oneof(
  fc.integer({ min: 0, max: 600 }),
  fc.constantFrom(100, 101),
  fc.tuple(fc.integer({ min: 1, max: 24 }), fc.constantFrom(-1, 0, 1)).map(([n, hour]) => n * 24 + 3 + hour),
)

/** Claims of every shape that views treat in their own way. */
const claim: fc.Arbitrary<ClaimContent> = fc
  .record({
    who: fc.constantFrom(...people, ...strangers, body),
    kind: fc.constantFrom(
      'call',
      'soft',
      'for',
      'dodge',
      'signed',
      'unsigned',
      'count',
      'meeting',
      'setback',
      'departure',
    ),
    body: fc.constantFrom(null, 'Coast caucus', 'the Coast Caucus', 'Coast Caucus'),
    place: fc.constantFrom(null, 'Ferry Point', 'FERRY POINT', 'Ébène'),
    date: fc.option(day, { nil: null }),
    earlier: fc.boolean(),
    attribution: fc.constantFrom('named' as const, 'anonymous' as const, 'outlet' as const),
    n: fc.integer({ min: 1, max: 40 }),
    quote: fc.option(fc.constantFrom('time to go', 'I back her'), { nil: null }),
    credited: fc.option(fc.constantFrom('Courier', 'CTV News'), { nil: null, freq: 2 }),
  })
  .map(({ who, kind, body, place, date, earlier, attribution, n, quote, credited }): ClaimContent => {
    const made = {
      call: { type: 'public-call', attrs: { demand: 'resign' } },
      soft: { type: 'public-call', attrs: { demand: 'reconsider' } },
      for: { type: 'member-support', attrs: {} },
      dodge: { type: 'noncommittal', attrs: {} },
      signed: { type: 'signature', attrs: { signed: true } },
      unsigned: { type: 'signature', attrs: { signed: false } },
      count: {
        type: 'signature-count',
        attrs: { low: n, high: n % 3 === 0 ? null : n, counted: 'signed', hedge: 'exact' },
      },
      meeting: {
        type: 'caucus-meeting',
        attrs: { status: n % 2 === 0 ? 'held' : 'scheduled', kind: 'national' },
      },
      setback: { type: 'setback', attrs: { kind: 'byelection-loss', place } },
      departure: { type: 'departure', attrs: { kind: 'not-running' } },
    }[kind] as Pick<ClaimContent, 'type' | 'attrs'>
    const nobody = ['count', 'meeting', 'setback'].includes(kind)
    return {
      ...made,
      actor: kind === 'meeting' ? body : nobody ? null : who.name,
      person: nobody ? null : who.id,
      matched: !nobody && who.matched,
      date,
      earlier,
      attribution,
      evidence: { start: 0, end: 4, text: 'Text' },
      quote,
      credited,
      rule: 'test/any',
    }
  })

/** Ten texts of three stories; those of one story are nearly the same, but for the last, which shares half of its first. */
function textOf(n: number): string {
  const story = Array.from({ length: 60 }, (_, word) => `word${n % 3}x${word}`)
  return `Text ${n === 9 ? story.slice(0, 40).join(' ') : story.join(' ')} by reporter ${n}`
}

const article = fc.record({
  text: fc.integer({ min: 0, max: 9 }),
  states: fc.array(
    fc.record({
      title: fc.constantFrom('First', 'Second', null),
      published: fc.option(day, { nil: null }),
      outlet: fc.constantFrom('Ledger', 'Courier', null),
      seen,
      readings: fc.array(
        fc.record({
          ruleset: fc.constantFrom(...rulesets),
          claims: fc.array(claim, { maxLength: 4 }),
          reader: fc.constantFrom(challenge.id, challenge.id, challenge.id, other),
          // What of the reading has not arrived, now and then.
          missing: fc.option(fc.nat({ max: 4 }), { nil: null, freq: 6 }),
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

/** A declaration: who sits and since when, who leads, in which time zone, and over which days. */
const declaration = fc.record({
  at: fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constant(50)),
  members: fc.integer({ min: 0, max: 6 }),
  member_from: fc.array(fc.option(day, { nil: null }), { minLength: 6, maxLength: 6 }),
  member_to: fc.array(fc.option(day, { nil: null }), { minLength: 6, maxLength: 6 }),
  leads: fc.option(fc.nat({ max: 4 }), { nil: null, freq: 3 }),
  timezone: fc.constantFrom(challenge.timezone, 'UTC', 'Pacific/Auckland'),
  from: fc.constantFrom('2031-05-03', '2031-05-20'),
  to: fc.constantFrom(null, '2031-05-25'),
})

/**
 * Random histories: articles that change and change back, read for two challenges by several rulesets that may contradict themselves
 * or arrive in part, with activations and declarations of changing rosters.
 */
export const history: fc.Arbitrary<History> = fc
  .record({
    articles: fc.array(article, { minLength: 1, maxLength: 5 }),
    declarations: fc.array(declaration, { minLength: 1, maxLength: 3 }),
    activations: fc.array(
      fc.record({
        ruleset: fc.constantFrom(...rulesets),
        at: fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constant(50)),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ articles, declarations, activations }) => {
    const events: CloudEvent[] = []
    const about = (subject: string, id: string) => ({ id, subject, time: time(0), source: '/test' })
    for (const { at, members, member_from, member_to, leads, timezone, from, to } of declarations) {
      const roster = challenge.roster.slice(0, members).map((person, n) => ({
        ...person,
        member_from: member_from[n]!,
        member_to: member_to[n]!,
      }))
      const leader = { ...challenge.leader, ...(leads === null ? {} : { name: people[leads]!.name }) }
      const declared = { ...challenge, leader, roster, timezone, window: { from, to } }
      const id = eventIdOf(ChallengeDeclared.type, challenge.id, time(at), canonicalJson(declared))
      events.push(envelope(ChallengeDeclared, about(challenge.id, id), { challenge: declared, at: time(at) }))
    }
    for (const { ruleset, at } of activations) {
      const id = eventIdOf(RulesetActivated.type, challenge.id, ruleset, time(at))
      events.push(
        envelope(RulesetActivated, about(challenge.id, id), {
          challenge: challenge.id,
          ruleset,
          at: time(at),
        }),
      )
    }
    for (const { text: n, states } of articles) {
      const text = textOf(n)
      const id = articleIdOf({ url: null, outlet: null, sourceId: null, text })
      for (const { seen, readings, ...state } of states) {
        const content = { text, byline: null, ...state }
        const data = {
          ...content,
          article: id,
          revision: revisionOf(content),
          captured_at: time(seen),
          url: null,
          source_id: null,
          via: 'test',
        }
        const event = eventIdOf(ArticleCollected.type, id, data.revision, data.captured_at)
        events.push(envelope(ArticleCollected, about(id, event), data))
        for (const { ruleset, claims, reader, missing } of readings) {
          const context = { partition: 0, position: 0n, time: time(0) }
          const found = eventsOfReading(data, claims, { challenge: reader, ruleset }, context)
          events.push(...found.filter((_, n) => n !== missing))
        }
      }
    }
    return { events }
  })
