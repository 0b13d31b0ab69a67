import type { Article } from './article.ts'

/** The day whose news an article reports. */
export interface NewsDay {
  /** Null where the article names none. */
  readonly day: string | null
  /** A live blog or an interview: all that it tells, it tells on that day. */
  readonly live: boolean
}

/** So many sentences of the body are its opening. */
const OPENING = 5
/** `10:03 a.m.`, `22.51`, `Posted at 14:05` at the beginning of a paragraph. */
const TIME_STAMP = /^(?:(?:posted|updated|at) (?:at )?)?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)/i

const known = new WeakMap<Article, NewsDay>()

/** The day that an article's opening names as that of its news; on a live blog or in an interview, the day that is its own. */
export function newsDayOf(article: Article): NewsDay {
  let news = known.get(article)
  if (!news) {
    news = find(article)
    known.set(article, news)
  }
  return news
}

function find(article: Article): NewsDay {
  const { document, published } = article
  const { paragraphs, sentences, text } = document
  const stamps = paragraphs.filter(({ start, end }) =>
    TIME_STAMP.test(text.slice(start, Math.min(end, start + 24))),
  )
  const speakers = sentences.filter(
    ({ kind, label }) => kind === 'transcript' && label && label.end - label.start > 3,
  )
  if (published !== null && (stamps.length >= 3 || speakers.length >= 4))
    return { day: published, live: true }
  const body = article.lines.filter(({ sentence }) => sentence.kind !== 'headline')
  const opening = new Set(
    [...article.lines.filter(({ sentence }) => sentence.kind !== 'headline').slice(0, OPENING)].map(
      ({ sentence }) => sentence.index,
    ),
  )
  if (body.length === 0)
    for (const { sentence } of article.lines.slice(0, OPENING)) opening.add(sentence.index)
  for (const one of article.days()) {
    if (one.day === null || one.direction === 'future' || !opening.has(one.sentence)) continue
    if (published === null || (one.day <= published && daysBetween(one.day, published) <= 2))
      return { day: one.day, live: false }
  }
  return { day: null, live: false }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
