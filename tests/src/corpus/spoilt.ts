import type { AnnotatedArticle, MadeClaim } from '@whipcount/evaluation'

/**
 * The claims of annotated articles, spoilt in ways that follow from their order alone: every fifth is left out, others lose their
 * given names, their day, half their evidence; some are doubled, some invented, and every seventh article is not read at all.
 */
export function spoilt(articles: readonly AnnotatedArticle[]): Map<string, MadeClaim[]> {
  let n = 0
  const made = new Map<string, MadeClaim[]>()
  for (const [index, { article, text, claims }] of articles.entries()) {
    const list: MadeClaim[] = []
    for (const { optional: _, ...claim } of claims) {
      n++
      const start = text.indexOf(claim.evidence)
      const span = [start, start + claim.evidence.length] as const
      const whole: MadeClaim = { ...claim, span }
      switch (n % 5) {
        case 0:
          break
        case 1:
          list.push({ ...whole, actor: claim.actor?.split(' ').at(-1) ?? null })
          break
        case 2:
          list.push({ ...whole, date: null, quote: null }, whole)
          break
        case 3:
          list.push({
            ...whole,
            attribution: 'outlet',
            evidence: claim.evidence.slice(0, Math.floor(claim.evidence.length / 4)),
          })
          break
        default:
          list.push({ ...whole, type: claim.type === 'member-support' ? 'noncommittal' : claim.type })
      }
    }
    if (index % 3 === 0) {
      const nobody = { actor: 'Nobody Atall', date: null, quote: null, evidence: '', span: null }
      list.push({ ...nobody, type: 'public-call', attrs: { demand: 'resign' }, attribution: 'named' })
    }
    if (index % 7 !== 6) made.set(article, list)
  }
  return made
}
