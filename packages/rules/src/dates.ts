import type { ClaimAttributes, ClaimType } from '@whipcount/events'
import type { DayMention } from '@whipcount/language'
import type { Article } from './article.ts'
import type { Hit } from './hit.ts'

/** When a claim's statement was made or its event happened. */
export interface When {
  readonly date: string | null
  readonly earlier: boolean
}

const EARLIER =
  /(?:\b(?:last (?:week|month|year|spring|summer|autumn|fall|winter)|(?:a|two|three|several|some|few) (?:weeks?|months?|days?|years?) (?:ago|earlier)|weeks ago|months ago|earlier this (?:week|month|year)|had (?:earlier|previously|already)|previously|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b)/

/** Types that say what somebody said or did on the day of the news. */
const OF_THE_DAY: ReadonlySet<ClaimType> = new Set([
  'public-call',
  'ministerial-support',
  'member-support',
  'noncommittal',
  'leader-response',
])

/** The day of a claim: that of its clause, else of its sentence, else of the day's news that the article names. */
export function dateOf(hit: Hit, type: ClaimType, attrs: ClaimAttributes): When {
  const { article, sentence } = hit
  const scheduled = type === 'caucus-meeting' && attrs['status'] === 'scheduled'
  const wanted = (one: DayMention) => (scheduled ? one.direction !== 'past' : one.direction !== 'future')
  const cue = hit.statement ? hit.statement.sentence : sentence.index
  const here = article.days().filter((one) => one.sentence === sentence.index || one.sentence === cue)
  const chosen = nearest(here.filter(wanted), hit.start, hit.end)
  const text = article.lineOf(sentence.index)?.text ?? ''
  if (chosen?.day) return { date: chosen.day, earlier: false }
  if (chosen || EARLIER.test(text)) return { date: null, earlier: EARLIER.test(text) }
  if (!OF_THE_DAY.has(type)) return { date: null, earlier: false }
  return { date: dayOfParagraph(hit) ?? newsDay(article), earlier: false }
}

/** The day that the sentences before it in its paragraph name last. */
function dayOfParagraph({ article, sentence }: Hit): string | null {
  const paragraph = article.document.paragraphs[sentence.paragraph]
  if (!paragraph) return null
  let day: string | null = null
  for (const one of article.days()) {
    if (
      one.sentence >= paragraph.firstSentence &&
      one.sentence < sentence.index &&
      one.direction !== 'future'
    )
      day = one.day
  }
  return day
}

/** The day of the news that an article reports: named in its first sentences, on its day or the day before. */
function newsDay(article: Article): string | null {
  const published = article.published
  const first = article.lines.slice(0, 4).map(({ sentence }) => sentence.index)
  for (const one of article.days()) {
    if (one.day === null || one.direction === 'future' || !first.includes(one.sentence)) continue
    if (published === null || (one.day <= published && daysBetween(one.day, published) <= 2)) return one.day
  }
  return null
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function nearest(days: readonly DayMention[], start: number, end: number): DayMention | undefined {
  let best: DayMention | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const one of days) {
    const away = one.end <= start ? start - one.end : one.start >= end ? one.start - end : 0
    if (away < distance) {
      best = one
      distance = away
    }
  }
  return best
}
