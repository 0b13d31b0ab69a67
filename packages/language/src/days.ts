import type { DayMention, Document, Token } from './document.ts'

type Direction = DayMention['direction']

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].flatMap(
    (day, i): [string, number][] => [
      [day, i],
      [`${day}s`, i],
      [`${day.slice(0, 3)}.`, i],
      ...(i === 2 ? [['tues.', i] as [string, number]] : i === 4 ? [['thurs.', i] as [string, number]] : []),
    ],
  ),
)
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].flatMap((month, i): [string, number][] => [
    [month, i],
    [month.slice(0, 3), i],
    [`${month.slice(0, 3)}.`, i],
    ...(i === 8
      ? ([
          ['sept.', i],
          ['sept', i],
        ] as [string, number][])
      : []),
  ]),
)
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const DAY_MS = 86_400_000

/** The parts of a clause that make its days lie ahead. */
const AHEAD = new Set(
  "will 'll shall would must could might plan plans planned planning expected expects scheduled due set slated hopes hope intends intend next upcoming wants want deadline vows vowed ultimatum".split(
    ' ',
  ),
)
/** Right before a day these make it a deadline: `by Friday`, `until Monday night`. */
const DEADLINE = new Set(['by', 'until', 'till'])
const ARRANGED =
  /^(?:called|summoned|convened|scheduled|set|planned|arranged|slated|pencilled|booked|fixed|caucus|meeting|vote)$/
const MOVED = /^(?:forward|back|moved|postponed|delayed|rescheduled|shifted|deferred)$/
/** Present tenses of what is on a calendar: `The party meets on Sunday`. */
const ON_CALENDAR =
  /^(?:meets?|gathers?|votes?|returns?|sits?|reconvenes?|convenes?|begins?|starts?|opens?|closes?|takes?|faces?|holds?|goes|ends?|assembles?|rises?|resumes?|addresses|comes|happens|gets|decides?|chooses?|elects?|leaves|arrives|speaks)$/

const parse = (day: string): number | null => {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(day)
  if (!match) return null
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return Number.isNaN(time) ? null : time
}
const format = (time: number): string | null => {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10)
}

interface Match {
  readonly first: number
  readonly end: number
  readonly time: number | null
  readonly direction: Direction
}

/**
 * The days that a text names, each against the day on which it was published. A weekday is the latest one up to and
 * including that day, or the next one where the words of its clause look ahead (`will`, `plans`, `next`). What is less
 * precise than a day (`last week`) has none; neither has anything where the published day is not known, dates with a year apart.
 */
export function daysIn(document: Document): DayMention[] {
  const published = document.published === null ? null : parse(document.published)
  const { tokens } = document
  const mentions: DayMention[] = []
  // The day that is being told of, for `two days earlier` and `that night`: the last one of the paragraph, else the text's first.
  let told = published
  let first: number | null = null
  let paragraph = -1
  for (let i = 0; i < tokens.length; ) {
    const here = document.sentences[tokens[i]?.sentence ?? -1]?.paragraph ?? -1
    if (here !== paragraph) {
      paragraph = here
      told = first ?? published
    }
    const match: Match | null = absolute(tokens, i, published) ?? relative(tokens, i, published, told)
    if (!match) {
      i += 1
      continue
    }
    const start = tokens[match.first]
    const last = tokens[match.end - 1]
    if (start && last)
      mentions.push({
        start: start.start,
        end: last.end,
        day: match.time === null ? null : format(match.time),
        direction: match.direction,
        sentence: start.sentence,
      })
    if (match.time !== null && match.direction !== 'future') {
      told = match.time
      if (document.sentences[start?.sentence ?? -1]?.kind === 'body') first ??= match.time
    }
    i = match.end
  }
  return mentions
}

const directionOf = (time: number, published: number | null): Direction =>
  published === null || time < published ? 'past' : time === published ? 'present' : 'future'

function dayNumber(token: Token | undefined): number | null {
  const match = token ? /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token.lower) : null
  const value = match ? Number(match[1]) : 0
  return value >= 1 && value <= 31 ? value : null
}
const yearNumber = (token: Token | undefined): number | null =>
  token && /^(?:19|20|21)\d\d$/.test(token.text) ? Number(token.text) : null

/** `Oct. 15`, `October 15, 2024`, `15 October 2024`, `15th of October`, `2024-10-15`. */
function absolute(tokens: readonly Token[], i: number, published: number | null): Match | null {
  const token = tokens[i]
  if (!token) return null
  const month = MONTHS.get(token.lower)
  const capital = /^[A-Z]/.test(token.text)
  if (month !== undefined && capital) {
    const day = dayNumber(tokens[i + 1])
    if (day === null) return null
    const comma = tokens[i + 2]?.text === ','
    const year = yearNumber(tokens[comma ? i + 3 : i + 2])
    return dated(tokens, i, year === null ? i + 2 : comma ? i + 4 : i + 3, month, day, year, published)
  }
  const day = dayNumber(token)
  if (day !== null) {
    const of = tokens[i + 1]?.lower === 'of' ? i + 2 : i + 1
    const name = tokens[of]
    const named = name ? MONTHS.get(name.lower) : undefined
    if (name && named !== undefined && /^[A-Z]/.test(name.text)) {
      const comma = tokens[of + 1]?.text === ','
      const year = yearNumber(tokens[comma ? of + 2 : of + 1])
      return dated(tokens, i, year === null ? of + 1 : comma ? of + 3 : of + 2, named, day, year, published)
    }
  }
  return null
}

function dated(
  tokens: readonly Token[],
  first: number,
  end: number,
  month: number,
  day: number,
  year: number | null,
  published: number | null,
): Match {
  if (year !== null) {
    const time = Date.UTC(year, month, day)
    return { first, end, time, direction: directionOf(time, published) }
  }
  if (published === null)
    return { first, end, time: null, direction: looksAhead(tokens, first, end) ? 'future' : 'past' }
  // The nearest such day; within the same distance the clause decides.
  const near = new Date(published).getUTCFullYear()
  const ahead = looksAhead(tokens, first, end)
  let best = Date.UTC(near, month, day)
  for (const candidate of [Date.UTC(near - 1, month, day), Date.UTC(near + 1, month, day)]) {
    const cost = (time: number): number =>
      Math.abs(time - published) + ((ahead ? time < published : time > published) ? 90 * DAY_MS : 0)
    if (cost(candidate) < cost(best)) best = candidate
  }
  return { first, end, time: best, direction: directionOf(best, published) }
}

/** Whether the words of the clause around a day point past the published day. */
function looksAhead(tokens: readonly Token[], first: number, end: number): boolean {
  const sentence = tokens[first]?.sentence
  const lead = tokens[first - 1]
  if (lead && lead.sentence === sentence && DEADLINE.has(lead.lower))
    // `By Tuesday the ground was gone` looks back.
    return tokens[first - 2]?.sentence === sentence && tokens[first - 2]?.pos !== 'PUNCT'
  // `a meeting called for Friday`
  if (lead && lead.sentence === sentence && (lead.lower === 'for' || lead.lower === 'to'))
    for (let i = first - 2; i >= Math.max(0, first - 10) && tokens[i]?.sentence === sentence; i--) {
      const word = tokens[i]?.lower ?? ''
      if (lead.lower === 'for' ? ARRANGED.test(word) : MOVED.test(word)) return true
    }
  for (let i = first - 1; i >= Math.max(0, first - 12); i--) {
    const token = tokens[i]
    if (!token || token.sentence !== sentence || /^[;:"”“()]$/.test(token.text)) break
    if (token.text === ',' && i < first - 1) break
    if (token.lower === 'but' || token.lower === 'after' || token.lower === 'since') break
    // `vowed on Tuesday to stay`: the day is that of the vow.
    if (
      AHEAD.has(token.lower) &&
      !(/^(?:vow|plan|expect|schedul)/.test(token.lower) && first - i <= 2 && token.lower.endsWith('ed'))
    )
      return true
    if ((token.lower === 'is' || token.lower === 'are') && tokens[i + 1]?.lower === 'to') return true
    if (
      token.pos === 'VERB' &&
      ON_CALENDAR.test(token.lower) &&
      !/^(?:DET|NUM|ADJ)$/.test(tokens[i - 1]?.pos ?? '')
    )
      return tokens[i - 1]?.lower !== 'did' && tokens[i - 2]?.lower !== 'did'
    // A verb that reports the past is nearer than anything ahead of it: `said on Tuesday he will`.
    if (
      token.pos === 'VERB' &&
      (token.lower.endsWith('ed') || token.lower === 'said' || token.lower === 'told')
    ) {
      if (!/^(?:expected|scheduled|planned|slated|set)$/.test(token.lower)) break
    }
  }
  for (let i = end; i < Math.min(tokens.length, end + 2); i++) {
    const token = tokens[i]
    if (!token || token.sentence !== sentence || token.pos === 'PUNCT') break
    if (token.lower === 'deadline' || (i === end && token.lower === 'will')) return true
  }
  return false
}

/** `this week`, `next month`: less precise than a day. */
const SPANS = /^(?:week|weekend|month|year|fall|autumn|spring|summer|winter|decade|session|term|fortnight)$/

function relative(
  tokens: readonly Token[],
  i: number,
  published: number | null,
  told: number | null,
): Match | null {
  const token = tokens[i]
  if (!token) return null
  const next = tokens[i + 1]?.lower ?? ''
  const shifted = (days: number, first: number, end: number): Match => ({
    first,
    end,
    time: published === null ? null : published + days * DAY_MS,
    direction: days < 0 ? 'past' : days > 0 ? 'future' : 'present',
  })
  switch (token.lower) {
    case 'yesterday':
      return shifted(-1, i, i + 1)
    case 'today':
    case 'tonight': {
      const match = shifted(0, i, i + 1)
      return looksAhead(tokens, i, i + 1) ? { ...match, direction: 'future' } : match
    }
    case 'tomorrow':
      return shifted(1, i, i + 1)
    case 'this':
      if (/^(?:morning|afternoon|evening|lunchtime|hour)$/.test(next)) return shifted(0, i, i + 2)
      if (SPANS.test(next)) return { first: i, end: i + 2, time: null, direction: 'present' }
      break
    case 'overnight':
      return null
    case 'that':
    case 'same':
      if (
        /^(?:morning|afternoon|evening|night|day)$/.test(next) &&
        /^(?:[.,;:—–]|PUNCT)$/.test(tokens[i + 2]?.text ?? '.') &&
        told !== null
      )
        return { first: i, end: i + 2, time: told, direction: directionOf(told, published) }
      break
    case 'earlier':
    case 'later':
      if (next === 'today') return shifted(0, i, i + 2)
      break
    case 'last':
    case 'past':
      if (next === 'night' || next === 'evening') return shifted(-1, i, i + 2)
      if (SPANS.test(next)) return { first: i, end: i + 2, time: null, direction: 'past' }
      break
    case 'next':
    case 'coming':
      if (SPANS.test(next)) return { first: i, end: i + 2, time: null, direction: 'future' }
      break
  }
  const count = Object.hasOwn(NUMBERS, token.lower)
    ? NUMBERS[token.lower]
    : /^\d{1,2}$/.test(token.text)
      ? Number(token.text)
      : undefined
  if (count !== undefined && (next === 'day' || next === 'days')) {
    const after = tokens[i + 2]?.lower
    if (after === 'ago') return shifted(-count, i, i + 3)
    // `It is eight days since she called on him to go`
    if (after === 'since' && /^(?:is|'s)$/.test(tokens[i - 1]?.lower ?? '')) return shifted(-count, i, i + 3)
    if (after === 'earlier' || (after === 'before' && /^[.,;:—–]$/.test(tokens[i + 3]?.text ?? '.')))
      return told === null
        ? { first: i, end: i + 3, time: null, direction: 'past' }
        : { first: i, end: i + 3, time: told - count * DAY_MS, direction: 'past' }
    if (after === 'later' || after === 'hence')
      return { first: i, end: i + 3, time: null, direction: 'future' }
    // `Five days after that caucus`: so far before the article's day.
    if (after === 'after' && (tokens[i - 1]?.sentence !== token.sentence || tokens[i - 1]?.pos === 'PUNCT'))
      return shifted(-count, i, i + 3)
  }
  if (count !== undefined && /^(?:weeks?|months?|years?)$/.test(next)) {
    const after = tokens[i + 2]?.lower
    if (after === 'ago' || after === 'earlier' || after === 'before')
      return { first: i, end: i + 3, time: null, direction: 'past' }
  }
  return weekday(tokens, i, published)
}

function weekday(tokens: readonly Token[], i: number, published: number | null): Match | null {
  const token = tokens[i]
  const day = token ? WEEKDAYS.get(token.lower) : undefined
  if (!token || day === undefined || !/^[A-Z]/.test(token.text)) return null
  // `Wednesday, July 7`, `Wednesday 4 July`: one day.
  const after = tokens[i + 1]?.text === ',' ? i + 2 : i + 1
  const exact = absolute(tokens, after, published)
  if (exact && tokens[after]?.sentence === token.sentence) return { ...exact, first: i }
  const part = /^(?:morning|afternoon|evening|night)$/.test(tokens[i + 1]?.lower ?? '')
  const before = tokens[i - 1]?.lower
  const marked =
    before === 'last' || before === 'next' || before === 'this' || before === 'past' || before === 'coming'
  const first = marked ? i - 1 : i
  const end = part ? i + 2 : i + 1
  const plural = token.lower.endsWith('days')
  const ahead =
    before === 'next' ||
    before === 'coming' ||
    (!(before === 'last' || before === 'past') && looksAhead(tokens, first, end))
  if (published === null || plural)
    return { first, end, time: null, direction: plural ? 'present' : ahead ? 'future' : 'past' }
  const today = new Date(published).getUTCDay()
  let shift = day - today
  if (ahead) {
    if (shift < 0 || (shift === 0 && before === 'next')) shift += 7
  } else if (shift > 0 || (shift === 0 && before === 'last')) shift -= 7
  const time = published + shift * DAY_MS
  return { first, end, time, direction: ahead && shift >= 0 ? 'future' : shift === 0 ? 'present' : 'past' }
}
