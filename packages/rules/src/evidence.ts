import type { Evidence } from '@whipcount/events'
import type { Hit } from './hit.ts'

const LONGEST = 480

/** The sentence that best supports a claim: that of the hit; for words in a quotation, the whole quotation and its cue. */
export function evidenceOf(hit: Hit): Evidence {
  const { article, sentence, statement } = hit
  const { document } = article
  let { start, end } = sentence
  const quotation = statement
    ? document.quotations.find(
        (one) => one.depth === 0 && one.start <= hit.start && hit.start < one.end && !one.scare,
      )
    : undefined
  if (quotation) {
    const cue = document.sentences[statement!.sentence]
    const first = document.sentences.find((one) => one.end > quotation.start)
    const from = Math.min(
      first?.start ?? start,
      cue && cue.paragraph === sentence.paragraph ? cue.start : start,
    )
    let to = Math.max(quotation.end, end)
    if (cue && cue.paragraph === sentence.paragraph) to = Math.max(to, cue.end)
    if (to - from <= LONGEST) {
      start = from
      end = to
    }
  }
  return trimmed(document.text, start, end)
}

/** The span without white space at its ends. */
export function trimmed(text: string, start: number, end: number): Evidence {
  while (start < end && text.charCodeAt(start) <= 32) start++
  while (end > start && text.charCodeAt(end - 1) <= 32) end--
  return { start, end, text: text.slice(start, end) }
}

/** The actor's own words within the evidence, without the marks; null where there are none. */
export function quoteOf(hit: Hit, evidence: Evidence): string | null {
  const { article } = hit
  const quotations = article
    .quotationsIn(evidence.start, evidence.end)
    .filter(
      (one) =>
        one.inner.start >= evidence.start && one.inner.end <= evidence.end && one.inner.end > one.inner.start,
    )
  if (quotations.length === 0) return null
  const hitOne = quotations.find((one) => one.start <= hit.start && hit.start < one.end)
  const longest = quotations.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a))
  const chosen = hitOne ?? (hit.statement || !longest.scare ? longest : null)
  if (!chosen) return null
  const text = article.document.text.slice(chosen.inner.start, chosen.inner.end).trim()
  return text === '' ? null : text
}
