import type { Hit } from '../hit.ts'

export type Status = 'scheduled' | 'underway' | 'held'

const DAY = '(?:on |this |next |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const AHEAD_OF_VERB =
  /\b(?:will|'ll|would|to|due|set|expected|scheduled|slated|plans?|planning|planned|preparing|prepares?|must|shall|may|could|intends?|hopes?)(?: (?:be|also|again|now|then|itself|themselves|next|all|have|meet|finally|hastily|instead|probably))*$/
const IN_PROGRESS =
  /\b(?:is|are|was|were|remain(?:s|ed)?)(?: (?:now|still|currently|already|again|also|today|this morning|this afternoon|this evening|at this hour|at this moment))*$/
const PAST =
  /^(?:met|gathered|convened|reconvened|assembled|huddled|caucused|conferred|sat|dined|got|came|broke|broken|held|crowded|filed|trooped|packed|piled|emerged|adjourned|rose|spilled|poured|debated|argued|summoned)$/
const ENDS = /^(?:wrapped|ended|lasted|dragged|ran|let|resumed|opened|began|heard|dissolved|aired)$/
const PRESENT =
  /^(?:meets?|gathers?|convenes?|reconvenes?|assembles?|huddles?|sits?|holds?|caucus(?:es)?|confers?|gets?|comes?|dines?|returns?|collect|addresses)$/

/** Whether the clause names a day to come; one that is past; or none. */
function dayOf(hit: Hit, from: number, to: number): 'future' | 'present' | 'past' | null {
  const { article, offset, sentence } = hit
  const start = article.marked.at[offset + from] ?? 0
  const end = article.marked.at[offset + to] ?? start
  let found: 'future' | 'present' | 'past' | null = null
  let away = 70
  for (const one of article.days()) {
    if (one.sentence !== sentence.index) continue
    const distance = one.end <= start ? start - one.end : one.start >= end ? one.start - end : 0
    if (distance >= away) continue
    away = distance
    found = one.direction
  }
  return found
}

/** When a body does what a verb says; `before` stands between the body and its verb. */
export function statusOfVerb(
  hit: Hit,
  before: string,
  verb: string,
  after: string,
  from: number,
  to: number,
): Status | null {
  if (/\b(?:not|n't|never|rarely|seldom|often|usually|always|if|whether)\b|n't\b/.test(before)) return null
  if (AHEAD_OF_VERB.test(before.trim()))
    return /\b(?:had|was|were) (?:due|set|expected|scheduled|planned|to)\b/.test(before) &&
      dayOf(hit, from, to) === 'past'
      ? null
      : 'scheduled'
  if (
    /^(?:huddled|gathered|assembled)$/.test(verb) &&
    /\b(?:is|are)(?: now| still| currently)*$/.test(before.trim())
  )
    return 'underway'
  if (/ing$|^(?:holed|closeted|locked|shut|in)$/.test(verb)) {
    if (!IN_PROGRESS.test(before.trim())) return null
    if (/\b(?:was|were)\b/.test(before)) return /\bstill\b/.test(before) ? 'underway' : 'held'
    return dayOf(hit, from, to) === 'future' ||
      new RegExp(`^ (?:again )?(?:${DAY}|tomorrow|next|later|tonight)`).test(after)
      ? 'scheduled'
      : 'underway'
  }
  if (PAST.test(verb) || ENDS.test(verb)) return 'held'
  if (PRESENT.test(verb)) {
    if (/\b(?:has|have|had)\b/.test(before)) return 'held'
    const day = dayOf(hit, from, to)
    if (day === 'past' && !/\b(?:when|next)\b/.test(before))
      return new RegExp(`^ (?:again )?(?:on )?(?:${DAY}|today|this)`).test(after) ? 'scheduled' : null
    return day !== null ||
      /^ (?:again |here |there )?(?:on|tomorrow|next|tonight|today|this|later|at|in|for|to|behind|by itself|alone|\S+day)\b/.test(
        after,
      )
      ? 'scheduled'
      : null
  }
  return null
}

const SCHEDULES =
  /^(?:, (?:the|a|which|his|her|their) [^,.;]{2,60},)?(?:(?! (?:who|which|that)\b)[^.;,]){0,60}? ?(?:(?<!that |which |who )will (?:now )?(?:take place|be held|begin|start|be|go ahead|decide|discuss|see|give|happen|consider|hear)|(?:is|are|has been|have been|was|were)(?: also| now| hastily)* (?:scheduled|set|due|planned|slated|pencilled|booked|fixed|called|summoned|convened|arranged|requested|announced|to be held|to take place|to begin|expected)|is (?:on|at|tomorrow|next|\S+day)\b|takes place|looms|awaits)/
const RUNS =
  /^(?:(?! (?:who|which)\b)[^.;,]){0,60}? ?(?:(?:is|are) (?:now |still |already |currently )*(?:under ?way|underway|in progress|ongoing|getting under way|in session|in its)|has (?:now |just |already |finally )*(?:begun|started|got under way|opened|convened)|(?:has|have) gone into|(?:is|was) (?:now )?(?:entering )?(?:into )?its \S+ hour|continues|drags on|was still (?:going|under))/
const OVER =
  /^(?:, [^,.;]{2,60},)?(?:(?! (?:who|which|that)\b)[^.;,]){0,60}? ?(?:(?:was|were) held|took place|ended|broke up|has broken up|lasted|wrapped up|concluded|adjourned|has adjourned|ran (?:for|until|to|late|long)|went on|heard|agreed|voted|decided|descended|erupted|opened|began|dragged on|produced|is over|has ended|let out|went (?:badly|well|for)|turned|saw|dissolved|rose|spent|sat)\b/
const PAST_BEFORE =
  /\b(?:at|during|after|in|inside|following|since|left|leaving|from|into|attended|missed|skipped|chaired|addressed|faced|told|out of|hours after|of|to)(?: (?:the|a|an|its|their|his|her|that|last|this|yesterday's|\S+day's|our))*$/

/** When a meeting that is named takes place: `before` and `after` it. */
export function statusOfNoun(
  hit: Hit,
  before: string,
  noun: string,
  after: string,
  from: number,
  to: number,
): Status | null {
  const near = before.slice(-60).trimEnd()
  if (
    /\b(?:no|not|without|any|if|whether|demand\w*|call(?:s|ed|ing)? for|want(?:s|ed)?|ask(?:s|ed|ing)? for|seek\w*|request\w*|urg\w+|hope\w*)(?: (?:an?|the|such|another|be|of))*$/.test(
      near,
    )
  )
    return null
  if (/^ (?:is|was|has been) not\b|^ (?:isn't|wasn't|won't|will not)/.test(after)) return null
  const day = dayOf(hit, from, to)
  if (RUNS.test(after)) return 'underway'
  const passive = SCHEDULES.test(after)
  if (passive)
    return day === 'past' &&
      /^[^.;]{0,60}? ?(?:was|were|has been|had been) (?:\S+ )?(?:called|summoned|convened|held|announced)/.test(
        after,
      )
      ? 'held'
      : 'scheduled'
  if (
    /\b(?:next|upcoming|forthcoming|tomorrow's|planned|coming|highly anticipated|next week's)\b/.test(noun) ||
    /\b(?:next|upcoming|forthcoming|tomorrow's|highly anticipated|next week's) (?:\S+ )?$/.test(near)
  )
    return 'scheduled'
  if (
    /\b(?:will|to|is|are|plans? to|has|have) (?:now |also |hastily )?(?:call(?:ed)?|summon(?:ed)?|conven(?:e|ed)|schedul(?:e|ed|ing)|request(?:ed)?|hold(?:ing)?|face|address|attend|host|announced?)(?: (?:an?|the|its|their|her|his))?(?: \S+){0,3}$/.test(
      near,
    )
  ) {
    if (/\b(?:has|have) (?:\S+ )?(?:held|attended|addressed|faced|hosted)/.test(near)) return 'held'
    if (/\b(?:will|to|plans? to)\b/.test(near) || day !== 'past' || /summon|schedul|call/.test(near))
      return day === 'past' && !/\b(?:will|to)\b/.test(near) ? 'held' : 'scheduled'
  }
  if (
    /\b(?:return|gather|head|travel|come|reconvene)s?(?: back)? (?:to|for|in)\b(?:(?!\bhad\b)[^.;,]){0,40}\bfor$/.test(
      near,
    )
  )
    return 'scheduled'
  if (
    /\b(?:called|summoned|convened|scheduled|requested|announced)(?: (?:an?|the|its|their))?(?: \S+){0,3}$/.test(
      near,
    )
  )
    return day === 'past' ? 'held' : 'scheduled'
  if (
    day === 'future' ||
    /\ball eyes (?:are|will be) on\b/.test(near) ||
    /^ (?:tomorrow|tonight|next|later (?:today|this))/.test(after)
  )
    return 'scheduled'
  if (
    /\b(?:before|ahead of|until|for|by)(?: (?:the|a|an|their|its|his|her))?(?: \S+){0,2}$/.test(near) &&
    day !== 'past' &&
    !/\bfor (?:the|a) (?:first|second|third)/.test(near)
  )
    return /\b(?:before|ahead of|until|facing)\b/.test(near) ? 'scheduled' : null
  if (
    /\b(?:held|addressed|attended|faced|hosted)(?: (?:an?|the|its|their|her|his))?(?: \S+){0,3}$/.test(near)
  )
    return 'held'
  if (OVER.test(after)) return 'held'
  if (PAST_BEFORE.test(near))
    return /\b(?:will|expected to|plans? to|due to|is to|are to)\b/.test(
      hit.stretch.slice(Math.max(0, from - 90), to + 60),
    ) && day !== 'past'
      ? day === null
        ? null
        : 'scheduled'
      : 'held'
  return day === 'past' || day === 'present' ? 'held' : null
}
