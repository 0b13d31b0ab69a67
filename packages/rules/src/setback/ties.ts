import type { Hit } from '../hit.ts'

const TROUBLE =
  /(?:\bresign|\bstep(?:ping)? (?:down|aside)|\boust|\bleadership|\bconfidence|\brebel|\bplot|\bmutin|\bcoup\b|\bcalls? for\b|\bpressure\b|\bquit\b|\bfuture\b|\bunrest|\bdiscontent|\bfrustration|\brevolt|\bin the next election|\bmake way|\bchallenge|\bout\b|\b(?:must|should|to|needs to|has to) (?:go|leave)\b|\bfate\b|\breplac|\bstand(?:s|ing)? (?:down|aside)|\bstays?\b|\bcandidacy\b|\bwithdraw|\bdeparture|\bsuccess(?:or|ion)\b|\bexit\b)/

/** Lines that are about the leader's going, though they name nobody. */
const PLAINLY =
  /\bname (?:a|the) date\b|\b(?:oust|topple|unseat|dethrone|mutin(?:y|eers)|plotters?|rebels?|rebellion|revolt|coup|spill|stalking horse|leadership|step(?:ping)? (?:down|aside)|resignation|successor|confidence in (?:him|her|L|the)|doubts about (?:him|her|L)|drop out|withdraw from)\b|L (?:was|is|has been|must be) (?:urged|told|asked|pressed|begged) to\b|\bshould (?:he|she|L) (?:stay|go|resign|quit|step|leave|still)|\binto the next (?:\S+ )?(?:election|campaign)|\b(?:his|her|L's) (?:own )?(?:future|days are|position is|leadership|job is)\b|\bno[- ]confidence|\bleadership (?:vote|spill|challenge|contest|review|ballot)/

const tied = new WeakMap<object, boolean>()

/** Whether the article is about the leader's trouble at all: a blow in another story is none. */
export function isTied({ article }: Hit): boolean {
  let known = tied.get(article)
  if (known === undefined) {
    let lines = 0
    for (const { text } of article.lines)
      if (PLAINLY.test(text) || (/[LP]|\bleader/.test(text) && TROUBLE.test(text))) lines++
    known = lines >= 1
    tied.set(article, known)
  }
  return known
}

/** Whether the blow is another party's: "the opposition lost", "the Meadow Party slumped". */
export function isOthers({ before, match }: Hit): boolean {
  if (/Y/.test(match[0])) return false
  return (
    /\b(?:opposition|conservatives?|labour|tories|republicans?|rivals?)(?:'s)? (?:\S+ ){0,2}$/.test(before) ||
    /\b(?!(?:the|her|his|its|our|their|a|governing|ruling|own|whole|entire|that|this) )\w+ (?:party|alliance|greens|league|front|congress)(?:'s)? (?:has |have |had |was |were |also )?$/.test(
      before,
    )
  )
}

/** Whether the blow is feared rather than suffered. */
export function isFeared({ before }: Hit): boolean {
  return /\b(?:fear(?:s|ed|ful|ing)?|risk(?:s|ing)?|brac(?:e|es|ing)|warn(?:s|ed|ing)? of|worr(?:y|ies|ied)|prospect of|avoid(?:ing)?|avert(?:ing)?)\b[^,;]{0,40}$/.test(
    before,
  )
}
