import {
  ArticleCollected,
  articleIdOf,
  ChallengeDeclared,
  type ClaimContent,
  type CloudEvent,
  envelope,
  eventIdOf,
  RulesetActivated,
  revisionOf,
} from '@whipcount/events'
import { eventsOfReading } from '@whipcount/normalizer'
import fc from 'fast-check'
import { challengeOf } from '../corpus/annotations.ts'

/** A made-up history: its events, in the order in which they happened. */
export interface History {
  readonly events: readonly CloudEvent[]
}

const challenge = challengeOf('avalia')
const people = challenge.roster.slice(0, 5).map(({ id, name }) => ({ id, name }))
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2031-05-${String(n).padStart(2, '0')}`)
const rulesets = ['a', 'b', 'c'].map((letter) => letter.repeat(64))
const time = (n: number): string => new Date(Date.UTC(2031, 4, 1) + n * 3_600_000).toISOString()

/** Claims of every shape that views treat in their own way. */
const claim: fc.Arbitrary<ClaimContent> = fc
  .record({
    who: fc.constantFrom(...people, { id: null, name: 'Riverside association' }),
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
    ),
    date: fc.option(day, { nil: null }),
    earlier: fc.boolean(),
    attribution: fc.constantFrom('named' as const, 'anonymous' as const, 'outlet' as const),
    n: fc.integer({ min: 1, max: 40 }),
    quote: fc.option(fc.constantFrom('time to go', 'I back her'), { nil: null }),
  })
  .map(({ who, kind, date, earlier, attribution, n, quote }): ClaimContent => {
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
      setback: { type: 'setback', attrs: { kind: 'polling', place: null } },
    }[kind] as Pick<ClaimContent, 'type' | 'attrs'>
    const nobody = ['count', 'meeting', 'setback'].includes(kind)
    return {
      ...made,
      actor: nobody ? null : who.name,
      person: nobody ? null : who.id,
      matched: !nobody && who.id !== null,
      date,
      earlier,
      attribution,
      evidence: { start: 0, end: 4, text: 'Text' },
      quote,
      credited: null,
      rule: 'test/any',
    }
  })

const article = fc.record({
  text: fc.integer({ min: 0, max: 9 }),
  states: fc.array(
    fc.record({
      title: fc.constantFrom('First', 'Second', null),
      published: fc.option(day, { nil: null }),
      outlet: fc.constantFrom('Ledger', 'Courier', null),
      seen: fc.integer({ min: 0, max: 600 }),
      readings: fc.array(
        fc.record({ ruleset: fc.constantFrom(...rulesets), claims: fc.array(claim, { maxLength: 4 }) }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

/** Random histories: articles that change and change back, read by several rulesets, with activations and declarations. */
export const history: fc.Arbitrary<History> = fc
  .record({
    articles: fc.array(article, { minLength: 1, maxLength: 5 }),
    declarations: fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 99 }), members: fc.integer({ min: 1, max: 5 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    activations: fc.array(
      fc.record({ ruleset: fc.constantFrom(...rulesets), at: fc.integer({ min: 0, max: 99 }) }),
      {
        maxLength: 3,
      },
    ),
  })
  .map(({ articles, declarations, activations }) => {
    const events: CloudEvent[] = []
    const about = (subject: string, id: string) => ({ id, subject, time: time(0), source: '/test' })
    for (const { at, members } of declarations) {
      const declared = { ...challenge, roster: challenge.roster.slice(0, members) }
      const id = eventIdOf(ChallengeDeclared.type, challenge.id, time(at), String(members))
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
      const text = `Text of article ${n}`
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
        for (const { ruleset, claims } of readings) {
          events.push(
            ...eventsOfReading(
              data,
              claims,
              { challenge: challenge.id, ruleset },
              {
                partition: 0,
                position: 0n,
                time: time(0),
              },
            ),
          )
        }
      }
    }
    return { events }
  })
