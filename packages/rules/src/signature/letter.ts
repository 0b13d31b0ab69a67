import type { Article } from '../article.ts'
import type { Hit } from '../hit.ts'

const AGAINST =
  /(?:\bresign|\bstep (?:down|aside)|\bstepp(?:ed|ing) (?:down|aside)|\boust|\btoppl|\bremov|\bdepart|\bquit\b|\b(?:to|must|should|has to|needs to) go\b|\bno[- ]confidence|\bconfidence (?:vote|in)|\bleadership|\bmake way|\bout of office|\bhim out|\bher out|\bforce (?:a vote|L)|\bunseat|\bpledge\b|\bnew leader|\brebel|\bcoup\b|\bplot|\bthreshold|\bspill\b|\bagainst L\b|\brecall|\breplac|\breview\b|\bsuccess(?:or|ion)|\bchallenge|\brevolt|\bdissident|\bmutin|\bbring (?:him|her|L) down|\bdethron|\bdepos|\bleav(?:e|ing)\b|\bexit\b|\bstand(?:s|ing)? (?:down|aside)|\b(?:letter|petition|pledge|motion|statement)\b[^.;]{0,40}\b(?:asks?|asking|tells?|telling|urg\w+|begs?|begging|press\w*|implor\w+|calls?|calling|demand\w*|against)\b[^.;]{0,12}L|\b(?:vote|ballot) (?:on|in|against) L|\bextraordinary (?:congress|conference|meeting))/
const PAPER =
  /\b(?:letters?|pledge|petition|document|papers?|statement|motion|sheet|names?|signatures?|signator|requisition|declaration|round robin|memorandum|memo|charter|manifesto|request|list|appeal|note|resolution)\b/

/** Whether the paper of a hit is one against the leader: its sentence says so, or the article speaks of such a paper. */
export function isAgainstLeader({ stretch, article, match, after }: Hit): boolean {
  if (
    !/paper$/.test(match[0]) &&
    /^ (?:about|on|over|against|opposing|to the (?:minister|editor)|of (?:support|thanks|condolence)|supporting|in support|an? amendment)\b(?! L| the (?:prime minister|leader))/.test(
      after,
    )
  )
    return false
  if (/\b(?:amendment|bill|deal|agreement|contract|treaty|cheque|fares?)\b/.test(match[0])) return false
  if (AGAINST.test(stretch)) return true
  return isAgainst(article)
}

/** Whether the article speaks of such a paper anywhere, in whatever sentences. */
export function speaksOfPaperAgainstLeader({ article }: Hit): boolean {
  return isAgainst(article)
}

const known = new WeakMap<Article, boolean>()

/** Somewhere the paper and what it is for stand close together. */
function isAgainst(article: Article): boolean {
  let against = known.get(article)
  if (against === undefined) {
    against = article.lines.some(
      ({ text }, i) =>
        PAPER.test(text) &&
        (AGAINST.test(text) ||
          [article.lines[i - 1], article.lines[i + 1]].some(
            (line) => line !== undefined && /L/.test(line.text + text) && AGAINST.test(line.text),
          )),
    )
    known.set(article, against)
  }
  return against
}

/** Whether words speak of a paper that can be signed. */
export function speaksOfPaper(words: string): boolean {
  return PAPER.test(words)
}

const KIND =
  /^(?: to (?:back|support|thank|defend|stand)\b| (?:backing|supporting|thanking|praising|defending|welcoming|in (?:support|favou?r)|of (?:support|thanks|condolence|loyalty|confidence))\b| (?:about|on|over|opposing|to the editor|to L\b(?!'s| to| that| (?:ask|tell|urg|call|demand))))/
const OTHER_PAPER =
  /\b(?:registers?|autographs?|books?|cards?|bills?|amendments?|deals?|agreements?|contracts?|treat(?:y|ies)|cheques?|off on|into law|visitors)\b/

/** Whether the paper is another one: a contract, a letter of thanks, one about ferries. */
export function isPaperOfOthers({ match, after }: Hit): boolean {
  if (/paper$/.test(match[0])) return false
  return (
    KIND.test(after) ||
    OTHER_PAPER.test(match[0]) ||
    /^ (?:the |a |an |his |her |on to |up to |off )*(?:\S+ ){0,2}?(?:registers?|autographs?|books?|cards?|bills?|amendments?|deals?|agreements?|contracts?|treat(?:y|ies)|cheques?|budget|off)\b/.test(
      after,
    )
  )
}

/** "We said that Finch had sent a letter. He has not." */
export function isTakenBack({ article, sentence }: Hit): boolean {
  return /^(?:he|she|they) (?:has|had|have|did|was)(?: not|n't)(?:[.,;]|$)/.test(
    article.lineOf(sentence.index + 1)?.text ?? '',
  )
}
