import type { Hit } from '../hit.ts'

const AGAINST =
  /(?:\bresign|\bstep (?:down|aside)|\bstepp(?:ed|ing) (?:down|aside)|\boust|\btoppl|\bremov|\bdepart|\bquit\b|\bto go\b|\bno[- ]confidence|\bconfidence (?:vote|in)|\bleadership|\bmake way|\bout of office|\bhim out|\bher out|\bforce (?:a vote|L)|\bunseat|\bpledge\b|\bnew leader|\brebel|\bcoup\b|\bplot|\bthreshold|\bspill\b|\bagainst L\b|\brecall|\breplac|\breview\b|\bsuccess(?:or|ion)|\bchallenge|\brevolt|\bdissident|\bmutin|\bbring (?:him|her|L) down|\bdethron|\bdepos|\bextraordinary (?:congress|conference|meeting))/
const PAPER =
  /\b(?:letters?|pledge|petition|document|papers?|statement|motion|sheet|names?|signatures?|signator|requisition|declaration|round robin|memorandum|memo|charter|manifesto|request|list|appeal|note|resolution)\b/

/** Whether the paper of a hit is one against the leader: its sentence says so, or the article speaks of such a paper. */
export function isAgainstLeader({ stretch, article, match, after }: Hit): boolean {
  if (
    /^ (?:about|on|over|against|opposing|to the (?:minister|editor)|of (?:support|thanks|condolence)|supporting|in support|an? amendment)\b(?! L| the (?:prime minister|leader))/.test(
      after,
    )
  )
    return false
  if (/\b(?:amendment|bill|deal|agreement|contract|treaty|cheque|fares?)\b/.test(match[0])) return false
  if (AGAINST.test(stretch)) return true
  return article.lines.some(({ text }) => PAPER.test(text) && AGAINST.test(text))
}

/** Whether the article speaks of such a paper anywhere, in whatever sentences. */
export function speaksOfPaperAgainstLeader({ article }: Hit): boolean {
  return (
    article.lines.some(({ text }) => PAPER.test(text)) && article.lines.some(({ text }) => AGAINST.test(text))
  )
}
