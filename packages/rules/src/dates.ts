import type { ClaimAttributes, ClaimType } from '@whipcount/events'
import type { DayMention } from '@whipcount/language'
import { firstFrom } from './article.ts'
import type { Hit } from './hit.ts'
import { markedIndex } from './marked.ts'
import { newsDayOf } from './news-day.ts'

/** When a claim's statement was made or its event happened. */
export interface When {
  readonly date: string | null
  readonly earlier: boolean
}

/** Words that make what they tell older than the news, on a day that they do not give. */
const EARLIER =
  /(?:\b(?:last (?:week|weekend|month|year|spring|summer|autumn|fall|winter)(?!')|(?:a|two|three|four|five|six|several|some|a few|many) (?:weeks?|months?|years?) (?:ago|earlier|before)|(?:a few|several|some) days (?:ago|earlier|before)|a fortnight (?:ago|earlier)|weeks (?:ago|earlier)|months (?:ago|earlier)|earlier (?:this|in the) (?:week|month|year|summer|campaign)(?!')|had (?:earlier|previously|already|long)|(?:has|have) (?:already|previously|long)|previously|(?:back )?in (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:until|till) now|not two months ago)\b)/

/** Types that say what somebody said on the day of the news. */
const SPOKEN: ReadonlySet<ClaimType> = new Set([
  'public-call',
  'ministerial-support',
  'member-support',
  'noncommittal',
  'leader-response',
])

/** Types whose event is the news, or goes with it, where no other day is named. */
const OF_THE_NEWS: ReadonlySet<ClaimType> = new Set(['signature', 'signature-count', 'departure'])

/** A clause of its own between a day and what it may date. */
const BOUNDARY =
  /(?:[;:—]|, (?:and|but|while|who|which|after|as|when|with|although|though)\b| (?:after|before|since|when|while|that|who|whose|which|because|if|though|although|until|unless) | and (?:the|he|she|they|it|has|was|will)\b)/g

/** The day of a claim: that of its clause, else of its paragraph, else of the day's news that the article names. */
export function dateOf(hit: Hit, type: ClaimType, attrs: ClaimAttributes): When {
  const { article, sentence } = hit
  const text = article.lineOf(sentence.index)?.text ?? ''
  const ahead = type === 'caucus-meeting' && attrs['status'] === 'scheduled'
  const wanted = (one: DayMention) => (ahead ? one.direction !== 'past' : one.direction !== 'future')
  const chosen = nearest(hit, mentionsOf(hit).filter(wanted), type === 'setback' || type === 'caucus-meeting')
  if (chosen?.day) return { date: chosen.day, earlier: false }
  const earlier = EARLIER.test(text) && !/\bthis (?:morning|afternoon|evening)\b|\btoday\b/.test(text)
  if (chosen || earlier) return { date: null, earlier }
  const news = newsDayOf(article)
  if (type === 'setback' || type === 'caucus-meeting') {
    if (news.live && !ahead && type === 'caucus-meeting') return { date: news.day, earlier: false }
    const day = dayOfEvent(hit, type, attrs)
    if (day !== null || ahead || type === 'setback') return { date: day, earlier: false }
    const opening = article.lines.indexOf(article.lineOf(sentence.index)!) < 10
    return { date: attrs['status'] === 'underway' || news.live || opening ? news.day : null, earlier: false }
  }
  if (SPOKEN.has(type) || hit.statement || news.live)
    return { date: news.live ? news.day : (dayOfParagraph(hit) ?? news.day), earlier: false }
  return { date: OF_THE_NEWS.has(type) ? news.day : null, earlier: false }
}

/** The days of the hit's sentence and of the one that attributes it, without those inside the words that are reported. */
function mentionsOf({ article, sentence, statement, start }: Hit): DayMention[] {
  const cue = statement ? statement.sentence : sentence.index
  const { text } = article.document
  const here = article.days().filter(
    (one) =>
      (one.sentence === sentence.index || one.sentence === cue) &&
      // "Last month's farm show" dates the show.
      !(one.day === null && /^['’]s?\b/.test(text.slice(one.end, one.end + 2))),
  )
  if (statement) {
    return here.filter(
      (one) => !statement.content.some((span) => span.start <= one.start && one.end <= span.end),
    )
  }
  const quoted = article.quotationsIn(sentence.start, sentence.end).filter(({ scare }) => !scare)
  return here.filter(
    (one) =>
      !quoted.some(
        (span) =>
          span.start <= one.start && one.end <= span.end && !(span.start <= start && start < span.end),
      ),
  )
}

/** The day that dates a hit: the nearest, where a clause in between counts as far; for events none beyond such a clause. */
function nearest(hit: Hit, days: readonly DayMention[], event: boolean): DayMention | undefined {
  const { text } = hit.article.document
  const anchor = hit.statement?.cue ?? { start: hit.start, end: hit.end }
  let best: DayMention | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const one of days) {
    const from = Math.min(one.end, anchor.end)
    const to = Math.max(one.start, anchor.start)
    const between = to > from ? text.slice(from, to).toLowerCase() : ''
    const clauses = between.match(BOUNDARY)?.length ?? 0
    if (
      event &&
      clauses > 0 &&
      days.length === 1 &&
      /\b(?:after|since|as|before)\b/.test(between) &&
      one.end <= anchor.start
    )
      continue
    const away = between.length + clauses * 60
    if (away < distance) {
      best = one
      distance = away
    }
  }
  return best
}

/** The words by which an article speaks of an event again: `Wednesday's caucus`, `on the night of the byelection`. */
const AGAIN: Readonly<Record<string, RegExp>> = {
  'byelection-loss': /by-?elections?|special elections?|\bpolling day\b/,
  'election-loss': /\b(?:elections?|polls|voters|results|councils?|rout|drubbing|midterms)\b/,
  'agreement-ended':
    /\b(?:walk|tore|torn|end|collaps|scrap|broke|quit|left)[^.;]{0,40}\b(?:agreement|accord|pact|deal|coalition|alliance|partnership)\b/,
  'confidence-motion': /\b(?:motion|confidence)\b/,
  debate: /\bdebates?\b/,
  'caucus-meeting': /C|\b(?:caucus|meetings?|met|meets?|gather\w*|session|party room|huddle\w*|conclave)\b/,
}

/** The day that another sentence gives to the same event, where the hit's own gives none. */
function dayOfEvent({ article, sentence }: Hit, type: ClaimType, attrs: ClaimAttributes): string | null {
  const again = AGAIN[String(type === 'setback' ? attrs['kind'] : type)]
  if (!again) return null
  const place = typeof attrs['place'] === 'string' ? attrs['place'].toLowerCase() : null
  let best: string | null = null
  for (const one of article.days()) {
    if (one.day === null || one.sentence === sentence.index) continue
    if (attrs['status'] === 'scheduled' ? one.direction !== 'future' : one.direction === 'future') continue
    const line = article.lineOf(one.sentence)
    if (!line) continue
    const { text } = article.document
    const near = text.slice(
      Math.max(line.sentence.start, one.start - 60),
      Math.min(line.sentence.end, one.end + 60),
    )
    if (place !== null && near.toLowerCase().includes(place)) return one.day
    if (attrs['kind'] === 'regional' || attrs['kind'] === 'informal') continue
    const from = markedIndex(article.marked, Math.max(line.sentence.start, one.start - 60))
    const to = markedIndex(article.marked, Math.min(line.sentence.end, one.end + 60))
    if (best === null && again.test(article.marked.text.slice(from, to))) best = one.day
  }
  return best
}

/** The day that the sentences before it in its paragraph name last. */
function dayOfParagraph({ article, sentence }: Hit): string | null {
  const paragraph = article.document.paragraphs[sentence.paragraph]
  if (!paragraph) return null
  const days = article.days()
  for (
    let i = firstFrom(days, sentence.start) - 1;
    i >= 0 && days[i]!.sentence >= paragraph.firstSentence;
    i--
  ) {
    const one = days[i]!
    if (one.direction !== 'future' && !article.quotationsIn(one.start, one.end).some(({ scare }) => !scare))
      return one.day
  }
  return null
}
