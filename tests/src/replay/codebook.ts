import {
  ArticleCollected,
  ArticleNormalized,
  ChallengeDeclared,
  type ClaimData,
  type CloudEvent,
  claimDefinitions,
  type DataOf,
  type EventDefinition,
  foldName,
  RulesetActivated,
} from '@whipcount/events'

/** A question about one challenge: by a day, as captured by an instant. */
export interface Question {
  readonly challenge: string
  readonly on: string | null
  readonly known: string | null
}

/** Where somebody stands. */
export interface Standing {
  readonly who: string
  readonly position: string
  readonly since: string | null
  readonly claim: string | null
  readonly counted: boolean
}

type Collected = DataOf<typeof ArticleCollected>
type Normalized = DataOf<typeof ArticleNormalized>
type Told = Omit<Live, 'who'>
type Declared = DataOf<typeof ChallengeDeclared> & { readonly id: string }

interface Live {
  readonly claim: ClaimData
  readonly who: string | null
  readonly day: string
  readonly position: string | null
  readonly outlet: string | null
  readonly captured_at: string
}

const dataOf = <Definition extends EventDefinition>(
  events: readonly CloudEvent[],
  definition: Definition,
): (DataOf<Definition> & { readonly id: string })[] =>
  events
    .filter(({ type }) => type === definition.type)
    .map(({ id, data }) => Object.assign({}, data as DataOf<Definition>, { id }))

/** Orders by the first of the keys that differ; null is before everything. */
const by =
  <Item>(...keys: ((item: Item) => string | number | boolean | null)[]) =>
  (a: Item, b: Item): number => {
    for (const key of keys) {
      const [x, y] = [key(a), key(b)]
      if (x === y) continue
      if (x === null) return -1
      if (y === null) return 1
      return x < y ? -1 : 1
    }
    return 0
  }

/**
 * Where everybody stands by the design and the codebook, worked out from the events without a database: what the read model is held
 * against. Slow and plain on purpose.
 */
export function standings(events: readonly CloudEvent[], question: Question): Standing[] {
  const declared = dataOf(events, ChallengeDeclared)
    .filter(({ challenge }) => challenge.id === question.challenge)
    .sort(
      by(
        ({ at }) => at,
        ({ id }) => id,
      ),
    )
    .at(-1)!
  const live = liveClaims(events, question, declared).filter(
    ({ day }) => question.on === null || day <= question.on,
  )
  const days = live.map(({ day }) => day)
  const day = question.on ?? countDay(declared, days)
  const { roster, leader } = declared.challenge
  const leads = (name: string): boolean => foldName(name) === foldName(leader.name)
  const seats = roster.filter(({ name, area, member_from }) => !leads(name) && (area || member_from))
  const sitting = seats.filter(
    ({ member_from, member_to }) => (member_from ?? day) <= day && day <= (member_to ?? day),
  )
  const leaderId = roster.find(({ name }) => leads(name))?.id ?? 'leader'
  const told = live.flatMap(({ who, ...one }) =>
    who !== null && who !== leaderId && (one.position !== null || 'signed' in one.claim.attrs)
      ? [{ ...one, who }]
      : [],
  )
  const everybody = new Set([...sitting.map(({ id }) => id), ...told.map(({ who }) => who)])
  return [...everybody].sort().map((who) => {
    const counted =
      seats.length > 0
        ? sitting.some(({ id }) => id === who)
        : told.some((one) => one.who === who && one.claim.person !== null)
    return { who, counted, ...standing(told.filter((one) => one.who === who)) }
  })
}

function countDay({ challenge }: Declared, days: readonly string[]): string {
  const { from, to } = challenge.window
  const [last] = [...days].sort().slice(-1)
  const within = [last, to].filter((one) => one != null).sort()[0] ?? from
  return within > from ? within : from
}

const COMMITMENT = ['wavering', 'for', 'against']
const VOUCHED = ['named', 'outlet', 'anonymous']

/** The latest move counts; an `earlier` one is before all others; of one day the most committed, then the best proven. */
function standing(told: readonly Told[]): Pick<Standing, 'position' | 'since' | 'claim'> {
  const slot = ({ claim, day }: Told): string => (claim.earlier ? '' : day)
  const moves = told
    .filter(({ position }) => position !== null)
    .sort(
      by(
        slot,
        ({ position }) => COMMITMENT.indexOf(position!),
        ({ claim }) => claim.date !== null,
        ({ claim }) => -VOUCHED.indexOf(claim.attribution),
        ({ claim }) => claim.quote !== null,
        ({ outlet }) => outlet !== null,
        ({ captured_at }) => -Date.parse(captured_at),
        ({ claim }) => negative(claim.claim),
      ),
    )
  const deciding = moves.at(-1)
  if (!deciding) return { position: 'unknown', since: null, claim: null }
  const slots = [...Map.groupBy(moves, slot)].map(([at, ones]) => ({ at, position: ones.at(-1)!.position }))
  const from = slots.findLastIndex(({ position }) => position !== deciding.position) + 1
  const since = slots.slice(from).find(({ at }) => at !== '')?.at ?? null
  return { position: deciding.position!, since, claim: deciding.claim.claim }
}

/** A key that turns the order of ids about. */
const negative = (id: string): string =>
  id.replace(/[0-9a-f]/g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16))

/** The claims of the reading that counts, of the revision that stands, of each article. */
function liveClaims(
  events: readonly CloudEvent[],
  { challenge, known }: Question,
  { challenge: { timezone } }: Declared,
): Live[] {
  const activations = dataOf(events, RulesetActivated)
    .filter((one) => one.challenge === challenge)
    .sort(
      by(
        ({ at }) => at,
        ({ id }) => id,
      ),
    )
    .map(({ ruleset }) => ruleset)
  const definitions = Object.values(claimDefinitions)
  const claims = definitions.flatMap((definition) =>
    dataOf(events, definition).map((claim) => ({ definition, claim: claim as ClaimData })),
  )
  const arrived = new Set(claims.map(({ claim }) => `${claim.reading} ${claim.claim}`))
  const complete = dataOf(events, ArticleNormalized).filter(
    (one) => one.challenge === challenge && one.claims.every((id) => arrived.has(`${one.reading} ${id}`)),
  )
  const seen = dataOf(events, ArticleCollected).filter(
    ({ captured_at }) => known === null || captured_at <= known,
  )
  return [...Map.groupBy(seen, ({ article }) => article).values()].flatMap((states) => {
    const sightings = [...states].sort(
      by(
        ({ captured_at }) => captured_at,
        ({ revision }) => revision,
      ),
    )
    const readingOf = ({ article, revision }: Collected): Normalized | undefined =>
      complete
        .filter((one) => one.article === article && one.revision === revision)
        .sort(
          by(
            ({ ruleset }) => -activations.lastIndexOf(ruleset),
            ({ ruleset }) => ruleset,
            ({ reading }) => reading,
          ),
        )[0]
    const current = sightings.findLast((state) => readingOf(state) !== undefined)
    if (!current) return []
    const reading = readingOf(current)!
    const published = states
      .map((state) => state.published)
      .filter((one) => one !== null)
      .sort()[0]
    const first = sightings[0]!.captured_at
    const undated = published ?? new Date(first).toLocaleDateString('sv', { timeZone: timezone })
    return claims
      .filter(({ claim }) => claim.reading === reading.reading)
      .filter(
        ({ claim }, n, all) =>
          reading.claims.includes(claim.claim) &&
          all.findIndex((one) => one.claim.claim === claim.claim) === n,
      )
      .map(({ definition, claim }) => ({
        claim,
        who: claim.person ?? (claim.actor === null ? null : foldName(claim.actor)),
        day: claim.date ?? undated,
        position: definition.positionOf(claim),
        outlet: current.outlet,
        captured_at: current.captured_at,
      }))
  })
}
