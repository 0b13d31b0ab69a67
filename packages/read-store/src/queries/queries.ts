import { arrayLiteral } from '@whipcount/event-log'
import { Failure, foldName, isDay } from '@whipcount/events'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type {
  AsOf,
  ChallengeRow,
  ClaimRow,
  ClaimShown,
  EvidenceRow,
  Figure,
  Meeting,
  Occurrence,
  PersonAnswer,
  PersonPosition,
  PositionChange,
  Queries,
  SignatureCount,
  WhipCount,
} from './answers.ts'
import { readArticleStates } from './article-states.ts'
import { claimsBetween, movesBetween } from './between.ts'
import { readCorrections } from './corrections.ts'
import { nearestNames } from './nearest-names.ts'
import { readPeopleNamed } from './people-named.ts'
import { readPlace } from './place.ts'
import { readRulesets, readUnread, supposing } from './rulesets.ts'
import { inSnapshot, type Snapshot } from './snapshot.ts'
import { instant } from './sql.ts'
import { incompleteReadings, readStatus } from './status.ts'

/** What a question about one challenge is asked with. */
export interface Asked extends Snapshot {
  readonly challenge: ChallengeRow
  readonly on: string | null
  readonly known: string | null
  /** `challenge, on, known` as the arguments of the functions that answer. */
  readonly args: RawBuilder<unknown>
}

/** A question about a challenge, a day and a time. */
function askedOn(taken: Snapshot, challenge: ChallengeRow, { on = null, known = null }: AsOf): Asked {
  // A day means its end in the challenge's time zone.
  const knownAt =
    known === null
      ? sql`null::timestamptz`
      : isDay(known)
        ? sql`((${known}::text::date + 1)::timestamp at time zone ${challenge.timezone}) - interval '1 microsecond'`
        : sql`${known}::text::timestamptz`
  const args = sql`${challenge.challenge}::text, ${on}::text::date, ${knownAt}`
  return { ...taken, challenge, on, known, args }
}

/**
 * Answers from the views and functions of one projection version, each answer from one snapshot.
 *
 * @param of default: the version in use, looked up for each answer.
 */
export function createQueries(db: Kysely<unknown>, of?: number): Queries {
  const snapshot = <Answer>(work: (snapshot: Snapshot) => Promise<Answer>, alone = false): Promise<Answer> =>
    inSnapshot(db, of, work, alone)

  const challengeRows = async ({ trx, f }: Snapshot): Promise<ChallengeRow[]> => {
    const { rows } = await sql<ChallengeRow>`
      select challenge, name, leader, party, timezone, window_from::text as window_from, window_to::text as window_to, caucus,
             threshold, members, ${instant('declared_at')} as declared_at, ruleset
      from ${f('challenges')} order by challenge collate "C"`.execute(trx)
    return rows
  }

  const ask = <Answer>(
    id: string,
    asOf: AsOf,
    work: (asked: Asked) => Promise<Answer>,
    alone = false,
  ): Promise<Answer> =>
    snapshot(async (taken) => {
      const declared = await challengeRows(taken)
      const challenge = declared.find((row) => row.challenge === id)
      if (!challenge) {
        const known = declared.map((row) => row.challenge).join(', ') || 'none'
        throw new Failure(
          'challenge-unknown',
          `No challenge ${JSON.stringify(id)} has been declared (declared: ${known}). Declare it with \`whipcount challenge declare\`.`,
        )
      }
      return work(askedOn(taken, challenge, asOf))
    }, alone)

  const claimRows = async (asked: Asked, wanted: RawBuilder<unknown>): Promise<ClaimRow[]> => {
    const { trx, f, challenge, args } = asked
    const { rows } = await sql<ClaimRecord>`
      select c.challenge, c.claim::text as claim, c.type, c.attrs, c."position", c.article::text as article, c.url, c.outlet, c.title,
             c.date::text as date, c.day::text as day, c.earlier, c.attribution, c.evidence, c.span_start, c.span_end, c.quote,
             c.credited, c.rule, c.corrected, c.actor, c.person, c.matched, c.published::text as published,
             ${instant('c.captured_at')} as captured_at, c.reading::text as reading, coalesce(m.name, c.actor) as name
      from (select a.*, asked.on_day from (select ${args}) asked (challenge, on_day, known)
            cross join lateral ${f('live_claims')}(asked.challenge, asked.known) a) c
      left join ${f('current_declarations')}() d on d.challenge = ${challenge.challenge}
      left join ${f('members')} m on m.declaration = d.declaration and m.person = c.person
      where ${wanted}
      order by c.day desc, c.type collate "C", coalesce(m.name, c.actor, '') collate "C", c.claim`.execute(
      trx,
    )
    return rows.map(claimRow)
  }
  const upToDay = sql`(c.on_day is null or c.day <= c.on_day)`

  const claimsById = async (
    asked: Asked,
    ids: readonly (string | null)[],
  ): Promise<Map<string, ClaimRow>> => {
    const wanted = [...new Set(ids.filter((id) => id !== null))]
    if (wanted.length === 0) return new Map()
    // As a set: an array that is read from text would be read again for every claim that there is.
    const rows = await claimRows(
      asked,
      sql`c.claim in (select unnest(${arrayLiteral(wanted)}::text::uuid[]))`,
    )
    return new Map(rows.map((row) => [row.claim, row]))
  }

  const positionsOf = async (
    asked: Asked,
    of: RawBuilder<unknown> = sql`true`,
  ): Promise<PersonPosition[]> => {
    const { rows } = await sql<PositionRecord>`
      select person, name, "position", since::text as since, undated, member, counted, area, claim::text as claim,
             contradicting::text[] as contradicting, unconfirmed::text[] as unconfirmed, claims, outlets, origins
      from ${asked.f('positions_as_of')}(${asked.args}) p where ${of}
      order by name collate "C", who collate "C"`.execute(asked.trx)
    const claims = await claimsById(
      asked,
      rows.flatMap((row) => [row.claim, ...row.contradicting, ...row.unconfirmed]),
    )
    const shown = (id: string): ClaimShown => claimShown(claims.get(id)!)
    const corrections = Map.groupBy(
      (await readCorrections(asked, asked.challenge.challenge)).filter(({ state }) => state === 'standing'),
      ({ who }) => who,
    )
    return rows.map(({ claim, contradicting, unconfirmed, ...row }) => {
      const deciding = claim === null ? null : shown(claim)
      return {
        challenge: asked.challenge.challenge,
        ...row,
        deciding,
        contradicting: contradicting.map(shown),
        unconfirmed: unconfirmed.map(shown),
        corrections: corrections.get(row.person) ?? [],
        type: deciding?.type ?? null,
        attrs: deciding?.attrs ?? null,
        article: deciding?.article ?? null,
        url: deciding?.url ?? null,
        outlet: deciding?.outlet ?? null,
        date: deciding?.date ?? null,
        day: deciding?.day ?? null,
        evidence: deciding?.evidence ?? null,
        span: deciding?.span ?? null,
        quote: deciding?.quote ?? null,
        claim,
        rule: deciding?.rule ?? null,
      }
    })
  }

  const stateOf = async (asked: Asked) => ({
    claims: await claimRows(asked, upToDay),
    positions: await positionsOf(asked),
  })

  const changesOf = async (asked: Asked, of: RawBuilder<unknown> = sql`true`): Promise<PositionChange[]> => {
    const { rows } = await sql<PositionChange>`
      select challenge, person, name, day::text as day, "from", "to", claim::text as claim
      from ${asked.f('position_changes_as_of')}(${asked.args}) p where ${of}
      order by day, name collate "C", "from" = 'unknown' desc, claim`.execute(asked.trx)
    return rows
  }

  const occurrencesOf = async (asked: Asked, of: RawBuilder<unknown>) => {
    const { rows } = await sql<OccurrenceRecord>`
      select occurrence, type, date::text as date, day::text as day, what, kind, body, status, person, name, claims, outlets, origins,
             reports::text[] as reports
      from ${asked.f('occurrences_as_of')}(${asked.args}) o where ${of}
      order by o.day, type collate "C", coalesce(name, '') collate "C", occurrence`.execute(asked.trx)
    const claims = await claimsById(
      asked,
      rows.flatMap((row) => row.reports),
    )
    return rows.map((row) => ({
      ...row,
      challenge: asked.challenge.challenge,
      reports: row.reports.map((id) => claimShown(claims.get(id)!)),
    }))
  }

  return {
    place: () => readPlace(db, of),
    challenges: () => snapshot(challengeRows),
    positions: (challenge, asOf = {}) => ask(challenge, asOf, (asked) => positionsOf(asked)),
    others: (challenge, asOf = {}) =>
      ask(challenge, asOf, (asked) => positionsOf(asked, sql`not counted and "position" <> 'unknown'`)),
    count: (challenge, asOf = {}) =>
      ask(challenge, asOf, async (asked) => {
        const { rows } = await sql<Omit<WhipCount, 'on' | 'known'>>`
          select challenge, name, day::text as day, against, wavering, "for", unknown, total, covers, others, seats, threshold
          from ${asked.f('whip_count_as_of')}(${asked.args})`.execute(asked.trx)
        return { ...rows[0]!, on: asked.on, known: asked.known }
      }),
    person: (challenge, name, asOf = {}) => ask(challenge, asOf, (asked) => personOf(asked, name)),
    people: (challenge, asOf = {}) =>
      ask(challenge, asOf, ({ trx, f, args }) => readPeopleNamed(trx, f, { challenge, args })),
    changes: (challenge, asOf = {}) => ask(challenge, asOf, (asked) => changesOf(asked)),
    daily: (challenge, { known = null } = {}) =>
      ask(challenge, { known }, async ({ trx, f, args }) => {
        const { rows } = await sql<Awaited<ReturnType<Queries['daily']>>[number]>`
          select w.day::text as day, w.against, w.wavering, w."for", w.unknown, w.total
          from (select ${args}) asked (challenge, on_day, known)
          cross join lateral ${f('whip_count_days')}(asked.challenge, asked.known) w order by w.day`.execute(
          trx,
        )
        return rows
      }),
    timeline: (challenge, asOf = {}) =>
      ask(challenge, asOf, async (asked): Promise<Occurrence[]> => {
        const rows = await occurrencesOf(asked, sql`true`)
        return rows.map(({ kind: _kind, body: _body, status: _status, ...row }) => row)
      }),
    meetings: (challenge, asOf = {}) =>
      ask(challenge, asOf, async (asked): Promise<Meeting[]> => {
        const rows = await occurrencesOf(asked, sql`type = 'caucus-meeting'`)
        return rows.map(
          ({ type: _type, what: _what, person: _person, name: _name, kind, status, ...row }) => ({
            ...row,
            kind: kind!,
            status: status as Meeting['status'],
          }),
        )
      }),
    signatures: (challenge, asOf = {}) =>
      ask(challenge, asOf, async (asked) => {
        const { rows } = await sql<SignatureRecord>`
          select counted, low, high, named, names, unconfirmed, figures::text[] as figures
          from ${asked.f('signature_counts_as_of')}(${asked.args})
          order by array_position(array['signed', 'calling', 'willing', 'involved'], counted)`.execute(
          asked.trx,
        )
        const claims = await claimsById(
          asked,
          rows.flatMap((row) => row.figures),
        )
        const { challenge: id, threshold } = asked.challenge
        return rows.map(
          (row): SignatureCount => ({
            challenge: id,
            ...row,
            figures: row.figures.map((claim) => figureOf(claims.get(claim)!)),
            threshold,
          }),
        )
      }),
    claims: (challenge, { type, ...asOf } = {}) =>
      ask(challenge, asOf, (asked) =>
        claimRows(asked, type === undefined ? upToDay : sql`${upToDay} and c.type = ${type}`),
      ),
    evidence: (claim) =>
      snapshot(async ({ trx, f }) => {
        if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(claim)) return []
        const { rows } = await sql<EvidenceRecord>`
          select e.challenge, e.claim::text as claim, e.type, e.attrs, e."position", e.article::text as article, e.url, e.outlet,
                 e.title, e.date::text as date, coalesce(l.day, e.date, e.published)::text as day, e.earlier, e.attribution, e.evidence,
                 e.span_start, e.span_end, e.quote, e.credited, e.rule, coalesce(l.corrected, '[]') as corrected, e.actor, e.person, e.matched,
                 e.published::text as published, ${instant('e.captured_at')} as captured_at, e.reading::text as reading,
                 e.revision, e.ruleset, e.byline, l.claim is not null as live, coalesce(m.name, e.actor) as name,
                 p.log_partition, p.log_position
          from ${f('evidence')} e
          left join ${f('claims')} l on l.claim = e.claim and l.reading is not distinct from e.reading and l.challenge = e.challenge
          left join ${f('current_declarations')}() d on d.challenge = e.challenge
          left join ${f('members')} m on m.declaration = d.declaration and m.person = e.person
          left join lateral (
            select log_partition, log_position from ${f('places')} p
            where p.article = e.article and p.revision = e.revision
            order by p.log_partition, p.log_position::bigint limit 1) p on true
          where e.claim = ${claim}::text::uuid
          order by l.claim is null, e.reading`.execute(trx)
        const corrections = rows[0] === undefined ? [] : await readCorrections({ trx, f }, rows[0].challenge)
        return rows.map(
          ({ log_partition, log_position, ...row }): EvidenceRow => ({
            ...claimRow(row),
            corrections: corrections.filter((one) => one.claim === row.claim),
            revision: row.revision,
            ruleset: row.ruleset,
            byline: row.byline,
            live: row.live,
            log:
              log_partition === null
                ? null
                : { topic: 'articles', partition: log_partition, position: log_position! },
          }),
        )
      }),
    readingOutcomes: (revisions) =>
      snapshot(async ({ trx, f }) => {
        if (revisions.length === 0) return { withEvents: 0, failed: 0, inPart: 0 }
        const { rows } = await sql<{ with_events: number; failed: number; in_part: number }>`
        with asked as (
          select * from unnest(${arrayLiteral(revisions.map((r) => r.article))}::text::uuid[],
                               ${arrayLiteral(revisions.map((r) => r.revision))}::text::text[]) a (article, revision)),
        found as (
          select exists (select from ${f('readings')} r
                         where r.article = a.article and r.revision = a.revision and r.claims <> '{}') as with_events,
                 exists (select from whipcount_control.dead_letters d
                         where d.key = a.article::text and d.redriven_at is null and d.topic is not null
                           -- An earlier revision may have been set aside, and this one read.
                           and not exists (select from ${f('readings')} r
                                           where r.article = a.article and r.revision = a.revision
                                             and d.service = 'normalizer/' || r.challenge)) as set_aside,
                 exists (select from ${f('places')} p
                         join whipcount_control.dead_letters d
                           on d.topic = 'articles' and d.partition = p.log_partition and d.position::text = p.log_position
                         where p.article = a.article and p.revision = a.revision and d.redriven_at is null
                           and d.code like 'model-%') as in_part
          from asked a)
        select (count(*) filter (where with_events))::integer as with_events,
               (count(*) filter (where set_aside and not with_events))::integer as failed,
               (count(*) filter (where in_part))::integer as in_part
        from found`.execute(trx)
        return { withEvents: rows[0]!.with_events, failed: rows[0]!.failed, inPart: rows[0]!.in_part }
      }),
    article: (idOrUrl) => snapshot((taken) => readArticleStates(taken, idOrUrl)),
    between: (challenge, { from, to, known = null, learned = false }) =>
      ask(challenge, {}, async (asked) => {
        const begin = from ?? asked.challenge.window_from
        const asOf = (day: string | null): AsOf => (learned ? { known: day } : { on: day, known })
        const were = await stateOf(askedOn(asked, asked.challenge, asOf(begin)))
        const are = await stateOf(askedOn(asked, asked.challenge, asOf(to)))
        return {
          challenge,
          from: begin,
          to,
          known,
          learned,
          ...claimsBetween(were.claims, are.claims),
          moves: movesBetween(were.positions, are.positions),
        }
      }),
    corrections: (challenge) => ask(challenge, {}, (asked) => readCorrections(asked, challenge)),
    rulesets: (challenge) => ask(challenge, {}, readRulesets),
    diffRulesets: (challenge, from, to) =>
      ask(
        challenge,
        {},
        async (asked) => {
          const were = await supposing(asked, from, () => stateOf(asked))
          const are = await supposing(asked, to, () => stateOf(asked))
          return {
            challenge,
            from,
            to,
            ...claimsBetween(were.claims, are.claims),
            moves: movesBetween(were.positions, are.positions),
          }
        },
        true,
      ),
    unread: (challenge, ruleset, revisions) =>
      snapshot((taken) => readUnread(taken, challenge, ruleset, revisions)),
    incompleteReadings: () => snapshot(async (taken) => (await incompleteReadings(taken)).length),
    status: (ends) => snapshot((taken) => readStatus(taken, ends)),
  }

  async function personOf(asked: Asked, name: string): Promise<PersonAnswer> {
    const { trx, f, challenge } = asked
    const { rows: people } = await sql<PersonRecord>`
      select p.person, p.name, p.area, p.leader, p.member_from::text as member_from, p.member_to::text as member_to, p.roles,
             coalesce(m.names, '{}') as names
      from ${f('people')} p
      left join ${f('current_declarations')}() d on d.challenge = p.challenge
      left join ${f('members')} m on m.declaration = d.declaration and m.person = p.person
      where p.challenge = ${challenge.challenge}
      order by p.name collate "C"`.execute(trx)
    const folded = foldName(name)
    const namesOf = (p: PersonRecord): string[] => [foldName(p.name), ...p.names]
    const exact = people.filter((p) => p.person === name || namesOf(p).includes(folded))
    const found =
      exact.length > 0
        ? exact
        : people.filter((p) => namesOf(p).some((known) => known.split(' ').at(-1) === folded))
    if (found.length !== 1) {
      const candidates =
        found.length > 1
          ? found.map((p) => p.name)
          : nearestNames(
              name,
              people.map((p) => p.name),
            )
      const hint = candidates.length > 0 ? ` Did you mean ${candidates.join(', ')}?` : ''
      throw new Failure(
        'person-unknown',
        `${found.length > 1 ? 'More than one person' : 'Nobody'} called ${JSON.stringify(name)} in ${challenge.challenge}.${hint}`,
      )
    }
    const { names: _names, roles, ...person } = found[0]!
    const [position] = await positionsOf(asked, sql`person = ${person.person}`)
    return {
      challenge: challenge.challenge,
      ...person,
      roles: roles.map(({ title, cabinet, from, to }) => ({ title, cabinet, from, to })),
      position: position ?? null,
      changes: await changesOf(asked, sql`person = ${person.person}`),
      claims: await claimRows(asked, sql`${upToDay} and c.person = ${person.person}`),
    }
  }
}

type PositionRecord = Pick<
  PersonPosition,
  | 'person'
  | 'name'
  | 'position'
  | 'since'
  | 'undated'
  | 'member'
  | 'counted'
  | 'area'
  | 'claims'
  | 'outlets'
  | 'origins'
  | 'claim'
> & { readonly contradicting: readonly string[]; readonly unconfirmed: readonly string[] }

interface OccurrenceRecord extends Omit<Occurrence, 'challenge' | 'reports'> {
  readonly kind: string | null
  readonly body: string | null
  readonly status: string | null
  readonly reports: readonly string[]
}

type SignatureRecord = Omit<SignatureCount, 'challenge' | 'figures' | 'threshold'> & {
  readonly figures: readonly string[]
}
type ClaimRecord = Omit<ClaimRow, 'span'> & { readonly span_start: number; readonly span_end: number }
type EvidenceRecord = ClaimRecord &
  Pick<EvidenceRow, 'revision' | 'ruleset' | 'byline' | 'live'> & {
    readonly log_partition: number | null
    readonly log_position: string | null
  }
type PersonRecord = Omit<PersonAnswer, 'challenge' | 'position' | 'changes' | 'claims' | 'person'> & {
  readonly person: string
  readonly names: readonly string[]
}

function claimRow({ span_start, span_end, ...row }: ClaimRecord): ClaimRow {
  const {
    challenge,
    claim,
    type,
    attrs,
    position,
    article,
    url,
    outlet,
    title,
    date,
    day,
    earlier,
    attribution,
    evidence,
  } = row
  const { quote, credited, rule, corrected, actor, person, name, matched, published, captured_at, reading } =
    row
  return {
    challenge,
    claim,
    type,
    actor,
    person,
    name,
    matched,
    attrs,
    position,
    article,
    url,
    outlet,
    title,
    published,
    captured_at,
    date,
    day,
    earlier,
    attribution,
    evidence,
    span: [span_start, span_end],
    quote,
    credited,
    rule,
    corrected,
    reading,
  }
}

function claimShown(row: ClaimRow): ClaimShown {
  const { claim, type, attrs, position, article, url, outlet, title, date, day, earlier, attribution } = row
  const { evidence, span, quote, credited, rule, corrected } = row
  return {
    claim,
    type,
    attrs,
    position,
    article,
    url,
    outlet,
    title,
    date,
    day,
    earlier,
    attribution,
    evidence,
    span,
    quote,
    credited,
    rule,
    corrected,
  }
}

function figureOf({
  claim,
  attrs,
  attribution,
  outlet,
  article,
  date,
  day,
  evidence,
  span,
}: ClaimRow): Figure {
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
  return {
    claim,
    low: number(attrs['low']),
    high: number(attrs['high']),
    hedge: String(attrs['hedge']),
    attribution,
    outlet,
    article,
    day,
    undated: date === null,
    evidence,
    span,
  }
}
