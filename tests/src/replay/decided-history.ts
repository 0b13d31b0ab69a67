import {
  articleIdOf,
  ClaimCorrected,
  type ClaimData,
  ClaimEntered,
  type CloudEvent,
  canonicalJson,
  type DataOf,
  type EventDefinition,
  envelope,
  eventIdOf,
  PersonMerged,
  PersonSplit,
} from '@whipcount/events'
import fc from 'fast-check'
import { challengeOf } from '../corpus/annotations.ts'
import { type History, history } from './history.ts'

const challenge = challengeOf('avalia')
const people = challenge.roster.slice(0, 5).map(({ id, name }) => ({ id, name }))
const time = (n: number): string => new Date(Date.UTC(2031, 4, 1) + n * 3_600_000).toISOString()
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2031-05-${String(n).padStart(2, '0')}`)

/** What an editor may decide. */
const decision = fc.record({
  kind: fc.constantFrom('correct', 'correct', 'enter', 'merge', 'split'),
  at: fc.integer({ min: 0, max: 99 }),
  nth: fc.nat({ max: 50 }),
  who: fc.constantFrom(...people),
  into: fc.constantFrom(...people),
  standing: fc.constantFrom('withdrawn' as const, 'confirmed' as const, null),
  date: fc.option(day, { nil: null }),
})

/** Random histories in which editors decide: claims corrected and entered, people merged and split. */
export const decidedHistory: fc.Arbitrary<History> = fc
  .record({ history, decisions: fc.array(decision, { maxLength: 5 }) })
  .map(({ history: { events, ...rest }, decisions }) => {
    const made: CloudEvent[] = []
    const about = (id: string) => ({ id, subject: challenge.id, time: time(0), source: '/test' })
    const claims = events.filter(({ type }) => type.endsWith('.reported'))
    for (const { kind, at, nth, who, into, standing, date } of decisions) {
      const vouched = { reason: 'looked at', by: 'A. Editor', at: time(at) }
      const decided = <Definition extends EventDefinition>(
        definition: Definition,
        data: DataOf<Definition>,
      ) => made.push(envelope(definition, about(eventIdOf(definition.type, canonicalJson(data))), data))
      if (kind === 'merge')
        decided(PersonMerged, { challenge: challenge.id, person: who.id, into: into.id, ...vouched })
      else if (kind === 'split') decided(PersonSplit, { challenge: challenge.id, person: who.id, ...vouched })
      else if (kind === 'enter')
        decided(ClaimEntered, {
          ...ClaimEntered.example,
          claim: articleIdOf({ url: null, outlet: null, sourceId: `${who.id}/${date}`, text: '' }),
          challenge: challenge.id,
          actor: who.name,
          person: who.id,
          date,
          ...vouched,
        })
      else if (claims.length > 0) {
        const data = claims[nth % claims.length]!.data as ClaimData
        decided(ClaimCorrected, {
          challenge: challenge.id,
          claim: data.claim,
          standing,
          amend: date === null ? {} : { date, attribution: 'named' },
          restore: date === null ? ['date'] : [],
          about: {
            article: data.article,
            type: claims[nth % claims.length]!.type.replace('.reported', ''),
            who: data.person,
            start: data.evidence.start,
            end: data.evidence.end,
          },
          ...vouched,
        })
      }
    }
    return { ...rest, events: [...events, ...made] }
  })
