import type {
  ClaimRow,
  ClaimShown,
  Corrected,
  Correction,
  DeadLetter,
  Figure,
  Meeting,
  Occurrence,
  PersonAnswer,
  PersonNamed,
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
/** A sentence for a table: of a text that has lost its full stops, only the beginning. `--json` gives it whole. */
const quoted = (evidence: string | null): string =>
  evidence !== null && evidence.length > LONGEST_SHOWN
    ? `${evidence.slice(0, LONGEST_SHOWN)} …`
    : (evidence ?? '')
const LONGEST_SHOWN = 600

/** What the positions mean, for who has not read the codebook. */
export const legend = [
  'against   called for the leader to go, or signed     wavering  dodged, or asked the leader to reconsider',
  'for       backed the leader in public                unknown   no article says; not listed',
].join('\n')

/** Whether an editor has a hand in where somebody stands. */
const touched = ({ corrections, deciding }: PersonPosition): boolean =>
  corrections.length > 0 || (deciding?.corrected.length ?? 0) > 0

const correctedNote = '§ an editor has decided about it: see `whipcount corrections`.'

const undatedNote = '~ the article gives no day; this is when it was published or captured.'

/** A figure in words: `at least 20`, `up to 20`, `about 30`, `30 to 40`, `24`. */
function figureText({ low, high, hedge }: Pick<Figure, 'low' | 'high' | 'hedge'>): string {
  if (low === null) return `up to ${high}`
  if (high === null) return `at least ${low}`
  const range = low === high ? `${low}` : `${low} to ${high}`
  return hedge === 'about' ? `about ${range}` : range
}

/** What a claim says beyond its type, in words. */
export function attributesText({ type, attrs }: Pick<ClaimShown, 'type' | 'attrs'>): string {
  if (type === 'signature') return attrs['signed'] === true ? 'signed' : 'not signed'
  if (type === 'signature-count') {
    const { low, high, hedge, counted } = attrs as unknown as Figure & { counted: string }
    return `${counted} ${figureText({ low, high, hedge })}`
  }
  return Object.values(attrs)
    .filter((value) => value !== null)
    .join(', ')
}

/** The whip count in two lines, or three where others stand beside it. */
export function countText(count: WhipCount): string {
  const as = [count.on ? `on ${count.on}` : null, count.known ? `as known on ${count.known}` : null].filter(
    Boolean,
  )
  const of =
    count.covers === 'members'
      ? `of ${count.total} members, the leader left out`
      : `of ${count.total} people named (no roster says who sits)`
  const threshold = count.threshold ? `; ${count.threshold.name}: ${count.threshold.count}` : ''
  return [
    `${count.name}${as.length > 0 ? `, ${as.join(', ')}` : ''}`,
    `against ${count.against}   wavering ${count.wavering}   for ${count.for}   unknown ${count.unknown}   ${of}${threshold}`,
    ...(count.others > 0 ? [othersText(count.others)] : []),
  ].join('\n')
}

const othersText = (others: number): string =>
  others === 1
    ? '1 other with a position is listed beside the count'
    : `${others} others with a position are listed beside the count`

/** Who stands where, each with the sentence that proves it. Those of whom nothing is known are left out. */
export function positionsText(positions: readonly PersonPosition[], width: number): string {
  const known = positions
    .filter((person) => person.position !== 'unknown')
    .sort((a, b) => ORDER.indexOf(a.position) - ORDER.indexOf(b.position) || (a.name < b.name ? -1 : 1))
  if (known.length === 0) return 'Nobody has taken a position yet.'
  const columns: Column<PersonPosition>[] = [
    { heading: 'position', cell: (row) => row.position },
    {
      heading: 'name',
      cell: (row) =>
        row.name +
        (row.counted ? '' : ' *') +
        (row.contradicting.length > 0 ? ' !' : '') +
        (touched(row) ? ' §' : ''),
    },
    { heading: 'since', cell: (row) => row.since },
    { heading: 'said', cell: (row) => shownDay(row.date, row.day) },
    { heading: 'outlet', cell: (row) => row.outlet },
    { heading: 'sentence', cell: (row) => quoted(row.evidence), wraps: true },
  ]
  const notes = [
    known.some((row) => row.contradicting.length > 0)
      ? '! a claim of theirs says otherwise: see `whipcount person NAME`.'
      : '',
    known.some((row) => !row.counted) ? '* not a member: beside the count, never in it.' : '',
    known.some((row) => row.date === null) ? undatedNote : '',
    known.some(touched) ? correctedNote : '',
  ].filter(Boolean)
  return [table(columns, known, width), ...notes].join('\n')
}

export function personText(answer: PersonAnswer, width: number): string {
  const { position } = answer
  const head = [
    `${answer.name}${answer.area ? `, ${answer.area}` : ''}${answer.leader ? ', the leader' : ''}`,
    ...answer.roles.map(
      (role) =>
        `  ${role.title}${role.cabinet ? ' (cabinet)' : ''}${role.from || role.to ? `, ${role.from ?? '…'} to ${role.to ?? '…'}` : ''}`,
    ),
    position && position.position !== 'unknown'
      ? `${position.position}${position.since ? ` since ${position.since}` : ''}`
      : 'unknown: no claim says where they stand',
  ]
  const changes = answer.changes.map((change) => `  ${change.day}  ${change.from} → ${change.to}`)
  return [
    ...head,
    ...(changes.length > 1 ? ['', ...changes] : []),
    '',
    claimsText(answer.claims, width),
    ...withdrawnText(position?.corrections ?? []),
  ].join('\n')
}

/** The claims of somebody that editors withdrew: they are in no table, and yet they are why. */
function withdrawnText(corrections: readonly Correction[]): string[] {
  return corrections
    .filter(({ field, value }) => field === 'standing' && value === 'withdrawn')
    .map((one) => `withdrawn: "${one.evidence ?? ''}" (${vouchedText(one)})`)
}

/** Who, when and why. */
function vouchedText({ by, at, reason }: Corrected): string {
  return `${by}, ${at.slice(0, 10)}: ${reason}`
}

/** What editors decided about a claim, in words. */
function correctedText({ corrected }: ClaimShown): string {
  return corrected
    .map((one) => {
      const what =
        one.field === 'standing'
          ? String(one.value)
          : one.field === 'entered'
            ? 'entered'
            : one.value === null
              ? `${one.field} restored`
              : `${one.field} ${String(one.value)}`
      return ` [§ ${what} by ${vouchedText(one)}]`
    })
    .join('')
}

/** Everybody, with how often they are named; those of the roster whom nobody names are counted alone. */
export function peopleText(people: readonly PersonNamed[], width: number): string {
  const named = people.filter(({ claims }) => claims > 0)
  const rest = people.length - named.length
  const silent = `${rest} on the roster are named in no claim.`
  if (named.length === 0) return silent
  const columns: Column<PersonNamed>[] = [
    { heading: 'name', cell: (row) => row.name },
    { heading: 'known as', cell: knownAs },
    { heading: 'claims', cell: (row) => row.claims, numeric: true },
    { heading: 'outlets', cell: (row) => row.outlets, numeric: true },
    { heading: 'in', cell: (row) => row.articles.map(({ day }) => day).join(', '), wraps: true },
  ]
  return [table(columns, named, width), ...(rest > 0 ? [silent] : [])].join('\n')
}

function knownAs({ leader, matched, area }: PersonNamed): string {
  if (leader) return 'the leader'
  return matched ? (area ?? 'party figure') : 'not on the roster'
}

/** Those whom the roster does not know, each with the articles that name them. */
export function unmatchedText(people: readonly PersonNamed[], width: number): string {
  if (people.length === 0) return 'Everybody named in the claims is on the roster.'
  const where = ({ articles }: PersonNamed): string =>
    articles
      .map(({ outlet, title, url, article, day }) =>
        [outlet, title ?? url ?? (outlet === null ? article : null), day].filter(Boolean).join(', '),
      )
      .join('; ')
  return table(
    [
      { heading: 'name', cell: (row) => row.name },
      { heading: 'claims', cell: (row) => row.claims, numeric: true },
      { heading: 'outlets', cell: (row) => row.outlets, numeric: true },
      { heading: 'is it?', cell: (row) => row.nearest.join(', ') },
      { heading: 'where', cell: where, wraps: true },
    ],
    people,
    width,
  )
}

export function claimsText(claims: readonly ClaimRow[], width: number): string {
  if (claims.length === 0) return 'No claims.'
  const columns: Column<ClaimRow>[] = [
    { heading: 'day', cell: (row) => shownDay(row.date, row.day) },
    { heading: 'type', cell: (row) => row.type },
    { heading: 'actor', cell: (row) => row.name ?? row.actor },
    { heading: 'what', cell: attributesText },
    { heading: 'outlet', cell: (row) => row.outlet },
    { heading: 'sentence', cell: (row) => quoted(row.evidence) + correctedText(row), wraps: true },
  ]
  const text = table(columns, claims, width)
  return claims.some((row) => row.date === null) ? `${text}\n${undatedNote}` : text
}

/** An occurrence in words: its type and what tells it from others, with the place of a blow and the hedge of a figure. */
function occurrenceText(row: Occurrence): string {
  const [report] = row.reports
  const what = report && row.type !== 'caucus-meeting' ? attributesText(report) : row.what
  return [row.type, what].filter(Boolean).join(': ')
}

export function timelineText(occurrences: readonly Occurrence[], width: number): string {
  if (occurrences.length === 0) return 'Nothing has happened yet.'
  const columns: Column<Occurrence>[] = [
    { heading: 'day', cell: (row) => shownDay(row.date, row.day) },
    { heading: 'what', cell: occurrenceText },
    { heading: 'who', cell: (row) => row.name },
    { heading: 'origins', cell: (row) => row.origins, numeric: true },
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
    { heading: 'origins', cell: (row) => row.origins, numeric: true },
    { heading: 'sentence', cell: (row) => quoted(row.reports[0]?.evidence ?? null), wraps: true },
  ]
  return table(columns, meetings, width)
}

/** The whole envelope of one thing counted. */
function estimateText({ low, high }: SignatureCount): string {
  if (low === null) return high === null ? '' : `at most ${high}`
  if (high === null) return `at least ${low}`
  return low === high ? `${low}` : `${low} to ${high}`
}

/** One line for each thing counted: the estimate, the names, and a sentence behind it. */
export function estimatesText(counts: readonly SignatureCount[], width: number): string {
  if (counts.length === 0) return 'No figure and no signature has been reported.'
  const behind = ({ low, high, figures }: SignatureCount): Figure | undefined =>
    figures.find((figure) => low !== null && figure.low === low) ??
    figures.find((figure) => high !== null && figure.high === high) ??
    figures[0]
  return table(
    [
      { heading: 'how many', cell: (row) => row.counted },
      { heading: 'estimate', cell: estimateText },
      { heading: 'by name', cell: (row) => row.names.join(', ') },
      {
        heading: 'said',
        cell: (row) =>
          shownDay(behind(row)?.undated ? null : (behind(row)?.day ?? null), behind(row)?.day ?? null),
      },
      { heading: 'outlet', cell: (row) => behind(row)?.outlet ?? '' },
      { heading: 'sentence', cell: (row) => quoted(behind(row)?.evidence ?? null), wraps: true },
    ],
    counts,
    width,
  )
}

/** Each thing counted with its estimate, its names and every figure behind it. */
export function signaturesText(counts: readonly SignatureCount[], width: number): string {
  if (counts.length === 0) return 'No figure and no signature has been reported.'
  const people = (what: string, names: readonly string[]): string[] =>
    names.length > 0 ? wrap(`${what}: ${names.join(', ')}`, width - 2).map((line) => `  ${line}`) : []
  return counts
    .map((count) => {
      const threshold = count.threshold ? ` (${count.threshold.name}: ${count.threshold.count})` : ''
      const figures = table(
        [
          { heading: 'day', cell: (row) => (row.undated ? `~${row.day}` : row.day) },
          { heading: 'figure', cell: figureText },
          { heading: 'by', cell: (row) => row.attribution },
          { heading: 'outlet', cell: (row) => row.outlet },
          { heading: 'sentence', cell: (row) => quoted(row.evidence), wraps: true },
        ],
        count.figures,
        width,
      )
      return [
        `${count.counted}: ${estimateText(count)}${threshold}`,
        ...people('by name', count.names),
        ...people('unconfirmed', count.unconfirmed),
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
