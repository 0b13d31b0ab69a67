import type {
  ClaimRow,
  DeadLetter,
  Meeting,
  Occurrence,
  PersonAnswer,
  PersonPosition,
  SignatureCount,
  StatusAnswer,
  WhipCount,
} from '@whipcount/read-store'
import type { IngestSummary } from '../commands/ingest.ts'
import type { Redriven } from '../commands/redrive.ts'
import { type Column, table, wrap } from './table.ts'

const ORDER = ['against', 'wavering', 'for', 'unknown']
const shownDay = (date: string | null, day: string | null): string => date ?? (day ? `~${day}` : '')
const quoted = (evidence: string | null): string => evidence ?? ''

/** The whip count in two lines. */
export function countText(count: WhipCount): string {
  const as = [count.on ? `on ${count.on}` : null, count.known ? `as known on ${count.known}` : null].filter(
    Boolean,
  )
  const of =
    count.covers === 'members'
      ? `${count.total} members`
      : `${count.total} people named (no roster says who sits)`
  const threshold = count.threshold ? `; ${count.threshold.name}: ${count.threshold.count}` : ''
  return [
    `${count.name}${as.length > 0 ? `, ${as.join(', ')}` : ''}`,
    `against ${count.against}   wavering ${count.wavering}   for ${count.for}   unknown ${count.unknown}   of ${of}${threshold}`,
    ...(count.others > 0 ? [`${count.others} others with a position are listed beside the count`] : []),
  ].join('\n')
}

/** Who stands where, each with the sentence that proves it. Those of whom nothing is known are left out. */
export function positionsText(positions: readonly PersonPosition[], width: number): string {
  const known = positions
    .filter((person) => person.position !== 'unknown')
    .sort((a, b) => ORDER.indexOf(a.position) - ORDER.indexOf(b.position) || (a.name < b.name ? -1 : 1))
  if (known.length === 0) return 'Nobody has taken a position yet.'
  const columns: Column<PersonPosition>[] = [
    { heading: 'position', cell: (row) => row.position },
    { heading: 'name', cell: (row) => row.name + (row.counted ? '' : ' *') },
    { heading: 'since', cell: (row) => row.since },
    { heading: 'date', cell: (row) => shownDay(row.date, row.day) },
    { heading: 'outlet', cell: (row) => row.outlet },
    { heading: 'sentence', cell: (row) => quoted(row.evidence), wraps: true },
  ]
  const notes = [
    known.some((row) => row.date === null)
      ? '~ the article gives no day; this is when it was published or captured.'
      : '',
    known.some((row) => !row.counted) ? '* not a member: beside the count, never in it.' : '',
  ].filter(Boolean)
  return [table(columns, known, width), ...notes].join('\n')
}

export function personText(answer: PersonAnswer, width: number): string {
  const { position } = answer
  const head = [
    `${answer.name}${answer.area ? `, ${answer.area}` : ''}${answer.leader ? ', the leader' : ''}`,
    ...answer.roles.map(
      (role) =>
        `  ${role.title}${role.cabinet ? ' (cabinet)' : ''}, ${role.from ?? '…'} to ${role.to ?? '…'}`,
    ),
    position ? `${position.position}${position.since ? ` since ${position.since}` : ''}` : 'unknown',
  ]
  const changes = answer.changes.map((change) => `  ${change.day}  ${change.from} → ${change.to}`)
  return [
    ...head,
    ...(changes.length > 1 ? ['', ...changes] : []),
    '',
    claimsText(answer.claims, width),
  ].join('\n')
}

export function claimsText(claims: readonly ClaimRow[], width: number): string {
  if (claims.length === 0) return 'No claims.'
  const attributes = (row: ClaimRow): string =>
    Object.entries(row.attrs)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
  const columns: Column<ClaimRow>[] = [
    { heading: 'day', cell: (row) => shownDay(row.date, row.day) },
    { heading: 'type', cell: (row) => row.type },
    { heading: 'actor', cell: (row) => row.name ?? row.actor },
    { heading: 'what', cell: attributes },
    { heading: 'outlet', cell: (row) => row.outlet },
    { heading: 'sentence', cell: (row) => quoted(row.evidence), wraps: true },
  ]
  return table(columns, claims, width)
}

export function timelineText(occurrences: readonly Occurrence[], width: number): string {
  if (occurrences.length === 0) return 'Nothing has happened yet.'
  const columns: Column<Occurrence>[] = [
    { heading: 'day', cell: (row) => shownDay(row.date, row.day) },
    { heading: 'what', cell: (row) => [row.type, row.what].filter(Boolean).join(': ') },
    { heading: 'who', cell: (row) => row.name },
    { heading: 'outlets', cell: (row) => row.outlets, numeric: true },
    { heading: 'sentence', cell: (row) => quoted(row.reports[0]?.evidence ?? null), wraps: true },
  ]
  return table(columns, occurrences, width)
}

export function meetingsText(meetings: readonly Meeting[], width: number): string {
  if (meetings.length === 0) return 'No meeting has been reported.'
  const columns: Column<Meeting>[] = [
    { heading: 'day', cell: (row) => shownDay(row.date, row.day) },
    { heading: 'kind', cell: (row) => row.kind },
    { heading: 'body', cell: (row) => row.body },
    { heading: 'status', cell: (row) => row.status },
    { heading: 'outlets', cell: (row) => row.outlets, numeric: true },
    { heading: 'sentence', cell: (row) => quoted(row.reports[0]?.evidence ?? null), wraps: true },
  ]
  return table(columns, meetings, width)
}

export function signaturesText(counts: readonly SignatureCount[], width: number): string {
  if (counts.length === 0) return 'No figure and no signature has been reported.'
  return counts
    .map((count) => {
      const range =
        count.low === null
          ? `at most ${count.high}`
          : count.high === null
            ? `at least ${count.low}`
            : count.low === count.high
              ? `${count.low}`
              : `${count.low} to ${count.high}`
      const threshold = count.threshold ? ` (${count.threshold.name}: ${count.threshold.count})` : ''
      const named =
        count.names.length > 0
          ? wrap(`named: ${count.names.join(', ')}`, width - 2).map((line) => `  ${line}`)
          : []
      const unconfirmed =
        count.unconfirmed.length > 0
          ? wrap(`unconfirmed: ${count.unconfirmed.join(', ')}`, width - 2).map((line) => `  ${line}`)
          : []
      const figures = table(
        [
          { heading: 'day', cell: (row) => (row.undated ? `~${row.day}` : row.day) },
          { heading: 'figure', cell: (row) => `${row.low ?? '…'}–${row.high ?? '…'}` },
          { heading: 'hedge', cell: (row) => row.hedge },
          { heading: 'by', cell: (row) => row.attribution },
          { heading: 'outlet', cell: (row) => row.outlet },
          { heading: 'sentence', cell: (row) => row.evidence, wraps: true },
        ],
        count.figures,
        width,
      )
      return [
        `${count.counted}: ${range}${threshold}`,
        ...named,
        ...unconfirmed,
        ...(count.figures.length > 0 ? [figures] : []),
      ].join('\n')
    })
    .join('\n\n')
}

export function statusText(status: StatusAnswer, width: number): string {
  const lines = [
    `${status.articles} articles, ${status.sightings} sightings, ${status.readings} readings, ${status.claims} claims (${status.live_claims} live)`,
    `${status.dead_letters} dead letters${status.dead_letters > 0 ? ' (see: whipcount dead-letters list)' : ''}`,
    `last captured ${status.last_captured ?? 'never'}`,
    ...status.unread
      .filter((row) => row.articles > 0)
      .map((row) => `${row.challenge}: ${row.articles} articles not yet read by the active ruleset`),
    ...status.incomplete.map((row) => `incomplete reading of ${row.article} for ${row.challenge}`),
    ...status.conflicting.map((row) => `conflicting readings of ${row.article} for ${row.challenge}`),
  ]
  const lag = table(
    [
      { heading: 'consumer', cell: (row) => row.consumer },
      { heading: 'topic', cell: (row) => row.topic },
      { heading: 'partition', cell: (row) => row.partition, numeric: true },
      { heading: 'position', cell: (row) => row.position, numeric: true },
      { heading: 'behind', cell: (row) => row.behind, numeric: true },
    ],
    status.lag,
    width,
  )
  return [...lines, '', lag].join('\n')
}

export function deadLettersText(letters: readonly DeadLetter[], width: number): string {
  if (letters.length === 0) return 'No dead letters.'
  return table(
    [
      { heading: 'at', cell: (row) => row.at },
      { heading: 'id', cell: (row) => row.id },
      { heading: 'code', cell: (row) => row.code },
      { heading: 'message', cell: (row) => row.message, wraps: true },
    ],
    letters,
    width,
  )
}

export function redrivenText(outcomes: readonly Redriven[], width: number): string {
  if (outcomes.length === 0) return 'No dead letter waits.'
  const counts = Map.groupBy(outcomes, ({ outcome }) => outcome)
  const total = [...counts].map(([outcome, some]) => `${some.length} ${outcome}`).join(', ')
  const told = outcomes.filter(({ message }) => message !== null)
  const reasons = table(
    [
      { heading: 'id', cell: (row) => row.id },
      { heading: 'outcome', cell: (row) => row.outcome },
      { heading: 'why', cell: (row) => row.message ?? '', wraps: true },
    ],
    told,
    width,
  )
  return told.length === 0 ? total : `${total}\n\n${reasons}`
}

export function ingestText(summary: IngestSummary): string {
  const { read, withEvents, nothingFound, alreadyKnown, deadLetters } = summary
  return `read ${read} articles: ${withEvents} with events, ${nothingFound} nothing found, ${alreadyKnown} already known, ${deadLetters} dead letters`
}
