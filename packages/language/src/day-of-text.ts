import { findHeader } from './header.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?`
/** A day with its year, in the orders in which newspapers write it. */
const FULL = `(?:(?<m1>${MONTH}) (?<d1>\\d{1,2})(?:st|nd|rd|th)?,? (?<y1>20\\d\\d)|(?<d2>\\d{1,2})(?:st|nd|rd|th)? (?<m2>${MONTH}),? (?<y2>20\\d\\d)|(?<y3>20\\d\\d)-(?<m3>\\d\\d)-(?<d3>\\d\\d))`
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? (?:the )?'
/** A line of its own: `Wednesday, Oct. 22, 2031`, `By A Reporter · Posted Nov. 20, 2031`, `Rush transcript. Monday, October 27, 2031.` */
const LINE = new RegExp(
  `(?:^|[·|•—–,.:/] ?|\\b(?:published|posted|updated|dated?|issued|released|broadcast|aired|recorded)(?: (?:on|at|first))*:? )(?:${WEEKDAY})?${FULL}(?![\\d-])`,
  'iu',
)
/** `PORT MERRION, November 12, 2031 — Members ...` */
const DATELINE = new RegExp(
  `^[\\p{Lu}][\\p{L}.'’ -]{1,40}(?:, [\\p{L}. ]{2,24})?,? \\(?${FULL}\\)?(?:\\s*\\([^()]{1,40}\\))?\\s*(?:[-–—:]|/)`,
  'iu',
)
/** At the foot: `This report was first published Sept. 16, 2031.` */
const FOOT = new RegExp(`\\b(?:first )?published(?: on)?:? (?:${WEEKDAY})?${FULL}`, 'iu')
/** Only so many lines from the top are looked at, and lines no longer than this. */
const TOP = 9
const LONGEST_LINE = 160

/**
 * The day on which a text says that it was published: in its header, in a line near its top that is no sentence, in its dateline
 * or in its foot. `YYYY-MM-DD`, or null. A day without a year says nothing.
 */
export function dayOfText(text: string): string | null {
  const header = /^\d{4}-\d\d-\d\d/.exec(findHeader(text).published ?? '')?.[0]
  if (header) return header
  let at = 0
  for (let seen = 0; seen < TOP && at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(at, Math.min(end, at + LONGEST_LINE + 80)).trim()
    at = end + 1
    if (line === '') continue
    seen += 1
    const found =
      line.length <= LONGEST_LINE && !/\b(?:said|says|told|was|were|had)\b/i.test(line)
        ? LINE.exec(line)
        : null
    const day = dayOf(found ?? DATELINE.exec(line))
    if (day) return day
  }
  return dayOf(FOOT.exec(text.slice(-400)))
}

function dayOf(match: RegExpExecArray | null): string | null {
  const groups = match?.groups
  if (!groups) return null
  const year = Number(groups['y1'] ?? groups['y2'] ?? groups['y3'])
  const day = Number(groups['d1'] ?? groups['d2'] ?? groups['d3'])
  const name = groups['m1'] ?? groups['m2']
  const month = name ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) : Number(groups['m3']) - 1
  const date = new Date(Date.UTC(year, month, day))
  return month >= 0 && date.getUTCMonth() === month ? date.toISOString().slice(0, 10) : null
}
