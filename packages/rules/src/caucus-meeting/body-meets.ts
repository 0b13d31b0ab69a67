import type { Hit } from '../hit.ts'
import { defineRule, type Made } from '../rule.ts'

type Status = 'scheduled' | 'underway' | 'held'

const REGIONAL =
  /\b(?:\S+(?:ern|ish|ian|ese)|atlantic|pacific|ontario|quebec|québec|prairie|maritime|coastal|b\.?c\.?|gta|toronto|ulster|welsh|island|highland|inland|rural|urban|metro|hill-district|valley|midlands|regional|state|provincial|capital|outer|local|south|north|east|west)(?: (?:regional|group of))*(?: Y)? (?:caucus|mps|members|delegation|wing|lawmakers|legislators|deputies|senators|group of (?:Y )?mps)|\b(?:mps|members|lawmakers|deputies|legislators|senators) (?:from|of|representing) the (?!party|house|leader|committee|caucus|opposition|C)|\bregional (?:caucus|meeting|session)/
const INFORMAL =
  /\b(?:secret|private|covert|clandestine|breakaway|informal|behind the scenes|quietly|dinner|brunch|lunch|drinks|group of|faction|some|a dozen|grumblers|plotters|rebels|dissidents|rump|splinter|gathering of|knot of|clutch of|huddle of|band of|camp|off-the-books|backroom|guest house|over (?:dinner|lunch|drinks|coffee|curry)|disgruntled|discontented|several private|convene and discuss|separately|handful)\b/

/** What sort of meeting it is, and the body where it has a name of its own. */
function made(hit: Hit, status: Status, informal = false): Made | null {
  const words = hit.match[0]
  if (/\bcabinet\b(?! members)/.test(words) && !/caucus/.test(words)) return null
  const body = /B/.exec(words)
  const marker = body ? hit.article.marked.markers.get(hit.offset + hit.match.index + body.index) : undefined
  const actor = marker?.actor?.name ?? null
  const regional =
    (actor !== null && /(?:caucus|wing|group)$/i.test(actor) && REGIONAL.test(actor.toLowerCase())) ||
    (actor !== null && /caucus$/i.test(actor)) ||
    REGIONAL.test(words) ||
    (!/\b(?:C|caucus|parliamentary party|party room)\b/.test(words) &&
      REGIONAL.test(hit.before.slice(-40) + words))
  const kind = regional
    ? 'regional'
    : informal || (actor !== null && /group/i.test(actor))
      ? 'informal'
      : 'national'
  return { attrs: { status, kind }, actor, weight: kind === 'national' ? 1 : 2 }
}

const body = '(?:the |a |an )?(?:B|{caucus})'

export const bodyWillMeet = defineRule({
  name: 'caucus-meeting/body-will-meet',
  emits: 'caucus-meeting',
  because: 'The parliamentary party, or a part of it, is to meet.',
  when: {
    reported: [
      `(?:emergency|urgent|special|extraordinary|crisis|all-member|full|national|regional)(?: \\S+){0,4} (?:caucus|meeting|sitting|gathering|session|party room)(?: \\S+){0,8}? (?:has been|was|is|being) (?:called|summoned|convened|pencilled in|scheduled|set|fixed|requested|planned|announced)`,
      `(?:called|summoned|convened|scheduled|requested) (?:an? |the )?(?:emergency|urgent|special|extraordinary|crisis)(?: \\S+){0,3} (?:caucus|meeting of (?:{memberlings}|the parliamentary|{caucus}))`,
      `(?:${body}|{memberlings}|members) (?:are|is|will|were|to)(?: be)? (?:to )?(?:sit down|huddle|caucus|meet|gather|convene|hold talks|thrash out|consider|take up)[^.;]{0,60}(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|next week)`,
      `(?:{memberlings}|members) (?:meet|gather|convene|caucus|huddle|sit)(?: again)? (?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|next)`,
      `(?:C|club|committee)(?:'s)? (?:executive |officers )?(?:sits?|meets?) (?:tonight|tomorrow|on|next)`,
      `(?:${body}|{memberlings})(?: itself| also| again| next| then)* (?:(?:is|are) (?:to|due to|set to|expected to|scheduled to|slated to|preparing to|planning to)|will|meets|meet|plans? to|next meets|assembles?|convenes?|gathers?|sits down|reconvenes?)(?: again| also| next)* ?(?:meet|meets|gather|convene|assemble|sit down|reconvene|huddle|hold (?:a|an|its|their)[^.;]{0,30}?(?:meeting|caucus)|come together|discuss|return|by itself|behind closed|on \\w+day|\\w+day|tomorrow|next week|this week|in|for)`,
      `(?:next|upcoming|(?:at|to|for|during|until) (?:the|a|their) (?:next|upcoming|highly anticipated)|before|ahead of|highly anticipated|facing)(?: the)? (?:next |upcoming |highly anticipated |regular |weekly |Y )*(?:${body}) ?(?:meeting|gathering|retreat|session)?(?: is| are)? (?:on|next|tomorrow|this|scheduled|later)`,
      "(?:wednesday|tuesday|monday|thursday|friday|saturday|sunday|tomorrow|next week)'s (?:\\S+ ){0,3}?{caucus}",
      '(?:at|for|before|ahead of|until) (?:the |a |an |its |their )?(?:next|upcoming|highly anticipated|crucial|crunch|pivotal)[^.;]{0,20} (?:C|caucus)(?: meeting)?',
      '{caucus} (?:is|are) (?:on|tomorrow|scheduled|set|due|booked|planned|slated)',
      'addresses? (?:the )?(?:full )?{caucus} (?:tomorrow|on|next|at|tonight)',
      "(?:the )?(?:full |executive |whole )*(?:committee|executive|committee's executive|group|whole of the caucus|party) (?:will )?(?:meets?|convenes?|gathers?)(?: again)? (?:on|next|tomorrow|in)",
    ],
  },
  unless: ['hypothetical'],
  claim: (hit) =>
    isPast(hit) || /\b(?:had|were|was) (?:\S+ )?(?:held|met)\b/.test(hit.match[0])
      ? null
      : made(hit, 'scheduled'),
  fires: [
    {
      text: 'Harbour MPs will meet on Wednesday to discuss Vale’s future.',
      actor: null,
      attrs: { status: 'scheduled', kind: 'national' },
    },
    {
      text: 'The party’s caucus is to gather next week, when rebels will confront Vale.',
      actor: null,
      attrs: { status: 'scheduled', kind: 'national' },
    },
  ],
  staysSilent: [
    { text: 'Vale’s cabinet will meet on Wednesday.', because: 'A cabinet meeting.' },
    { text: 'Harbour MPs will vote on Wednesday against Vale’s wishes.', because: 'They vote.' },
  ],
})

export const bodyIsMeeting = defineRule({
  name: 'caucus-meeting/body-is-meeting',
  emits: 'caucus-meeting',
  because: 'The parliamentary party, or a part of it, is meeting now.',
  when: {
    reported: [
      `(?:${body}|{memberlings}|members)(?: \\S+){0,5} (?:are|is) (?:at this (?:moment|hour) |now |currently |still |this (?:morning|afternoon|evening) )*(?:holding|holed up|locked|closeted|shut away|gathered|huddled|sitting|meeting|in the middle of)`,
      `(?:caucus|meeting|session|gathering|party room)[^.;]{0,30} (?:is|was) (?:now )?(?:in its|entering its|into its) (?:\\S+ )hour`,
      `(?:${body}|{memberlings}|officers and executive of C)(?: itself| also)* (?:(?:is|are|was|were) (?:now |currently |still )+(?:meeting|inside|sitting|in session)|(?:is|are) (?:now |currently |still )*(?:meeting|gathering|gathered|huddled|underway|under way|in (?:session|with|the room)|behind closed doors|holed up|assembled)|(?:has|have) (?:begun|started|convened|gone into))`,
      '(?:meeting|caucus|gathering)(?: (?:on|about|over|of|at) [^,.;]{1,40}?)? (?:is|has) (?:now |just |already |still )*(?:underway|under way|begun|started|in progress|ongoing|getting under way)',
      '(?:the )?(?:doors|meeting)[^.;]{0,40}(?:closed|shut) and the (?:meeting|caucus)[^.;]{0,80} has (?:begun|started)',
      '(?:officers|executive)(?: and (?:officers|executive))? of (?:the )?(?:C|B|{caucus}) are now',
    ],
  },
  unless: ['hypothetical', 'negated'],
  claim: (hit) => made(hit, 'underway'),
  fires: [
    {
      text: 'The caucus is meeting this morning, and rebels are to confront Vale.',
      actor: null,
      attrs: { status: 'underway', kind: 'national' },
    },
    {
      text: 'The caucus meeting on Vale’s leadership is underway.',
      actor: null,
      attrs: { status: 'underway', kind: 'national' },
    },
  ],
  staysSilent: [
    { text: 'Vale’s cabinet is meeting this morning.', because: 'A cabinet meeting.' },
    { text: 'The caucus is not meeting this week, Vale’s office said.', because: 'negated' },
  ],
})

export const bodyMet = defineRule({
  name: 'caucus-meeting/body-met',
  emits: 'caucus-meeting',
  because: 'The parliamentary party, or a part of it, has met.',
  when: {
    reported: [
      `(?:{memberlings}|members|caucus|C)(?: \\S+){0,4} (?:rose from|emerged from|filed out of|poured out of|left|walked out of|came out of|spilled out of|trooped out of) (?:a |an |the |their )?(?:\\S+ ){0,3}(?:caucus|meeting|sitting|session|caucus room|party room|talks)`,
      `(?:at|from) (?:wednesday|tuesday|monday|thursday|friday|saturday|sunday)'s (?:\\S+ ){0,4}?(?:caucus|meeting of (?:the )?(?:C|caucus|{memberlings}))`,
      `(?:{memberlings}|members) (?:met|gathered|assembled|convened|sat|huddled)(?: \\S+){0,8} (?:to|over|about|on) (?:\\S+ ){0,5}?(?:leader(?:ship)?|L|line|position|stand)`,
      `(?:private|closed-door|closed|tense|stormy|marathon) (?:session|sitting|meeting) of (?:the )?(?:caucus|C|{memberlings})`,
      `(?:${body}|executive of C)(?: itself| also)* (?:(?:had |has |have )?(?:met|gathered|huddled|convened|assembled|caucused|sat (?:for|down)|ran for|went on|adjourned|opened|let out|broke up|broken up|wrapped up|ended|emerged|concluded|lasted|got together|heard|debated)|meeting (?:ended|broke|wrapped|lasted|was held|took place))`,
      "(?:at|during|after|in|from|inside|of|left|leaving|emerging from|on) (?:a |an |the |their |its |that |last |this |\\w+day's |yesterday's )*(?:\\S+ ){0,2}?(?:caucus|conference|delegation|party|their|weekly|Y|house Y|senate Y|members'|members) (?:meeting|lunch|luncheon|breakfast|call|conference call|video call|zoom(?: call)?|retreat|session|gathering|away ?day|huddle|summit|dinner)",
      '(?:at|during|after|over) (?:their|the|its) (?:regular |weekly |monthly |annual |\\w+day )+(?:lunch|luncheon|breakfast|meeting|dinner|call|session|retreat)',
      `(?:{memberlings}|members of parliament|B)(?: \\S+){0,6}? (?:met|gathered|huddled|convened|got together|assembled|caucused|conferred|dialled in|crowded into|filed (?:in|out|into)|trooped (?:in|out|into)|packed into|sat down)(?= (?:on|in|at|behind|last|privately|for|to|until|this|yesterday|with|late|again|\\w+day|together))`,
      "(?:during|after|at|following|in|since|left|leaving|out of|emerged from|from|told) (?:the |a |an |this |that |last |yesterday's |its |their |his |her |wednesday's |tuesday's |monday's |thursday's )*(?:regular |weekly |national |Y |closed-door |tense |marathon |stormy |emergency |two-hour |three-hour |lengthy |special )*(?:caucus|C)(?: meeting)?(?: (?:wednesday|on \\w+day|last|this week|yesterday|,|in the))",
      '(?:that|a|the|this) (?:marathon|stormy|tense|bruising|fraught|difficult|lengthy|regular weekly|regular) (?:caucus|C)(?: meeting)?',
      '(?:stood|spoke|appeared|spoken) before (?:the )?(?:C|B|{caucus})',
      'absent from (?:the )?(?:regular |weekly )*(?:caucus|meeting|C)',
    ],
  },
  unless: ['hypothetical', 'negated'],
  claim: (hit) => {
    if (/\b(?:will|to be|is to|are to|would) (?:\S+ ){0,2}$/.test(hit.before)) return null
    if (/\b(?:next|upcoming)\b/.test(hit.match[0])) return null
    if (
      /\bmet$/.test(hit.match[0]) &&
      /^ (?:[LPX]|his|her|their|its|the \S+'s|\S+ (?:demands|deadline|target))/.test(hit.after)
    )
      return null
    if (/^[^.]{0,60}\b(?:next|tomorrow)\b/.test(hit.after) && !/met|held|broke/.test(hit.match[0]))
      return null
    return made(
      hit,
      'held',
      /\b(?:{?mps|lawmakers|members|legislators|rebels|colleagues|grumblers|dissidents)\b/.test(
        hit.match[0],
      ) && INFORMAL.test(hit.match[0]),
    )
  },
  fires: [
    {
      text: 'The caucus met for three hours on Wednesday to discuss Vale’s future.',
      actor: null,
      attrs: { status: 'held', kind: 'national' },
    },
    {
      text: 'At the weekly caucus on Wednesday rebels asked Vale to resign.',
      actor: null,
      attrs: { status: 'held', kind: 'national' },
    },
  ],
  staysSilent: [
    { text: 'Vale’s cabinet met on Wednesday.', because: 'A cabinet meeting.' },
    { text: 'The caucus met Vale’s demands.', because: 'It met demands.' },
  ],
  knownMisses: [],
})

export const membersMetInSecret = defineRule({
  name: 'caucus-meeting/members-met-in-secret',
  emits: 'caucus-meeting',
  because: 'Members of the party who meet apart, in secret or in a group, hold an informal meeting.',
  when: {
    reported: [
      `(?:group|handful|dozen|band|number|clutch|knot|huddle|rump|cabal|faction|camp|score|couple of dozen) of (?:\\S+ ){0,4}?(?:{memberlings}|plotters|rebels|dissidents|malcontents)(?: \\S+){0,6}? (?:met|gathered|huddled|dined|shared|slipped|assembled|convened|held|got together|crowded)`,
      `(?:closed-door|secret|private|off-the-books|clandestine|hush-hush|unofficial) (?:huddle|supper|dinner|lunch|meeting|gathering|conclave|drinks|barbecue|talks|session|strategy \\w+)`,
      '(?:secret|private|covert|clandestine|breakaway|behind-closed-doors|unofficial|informal|series of) (?:\\S+ ){0,2}?(?:meetings?|gatherings?|caucus|dinners?|huddles?|get-?togethers?)',
      '(?:broke off|peeled off|(?:group|handful|dozen|band|number|clutch|knot) of (?:\\S+ ){1,4}?(?:met|gathered|huddled|dined)|met (?:separately|secretly|privately|in secret|behind)|convene and discuss|gathered (?:privately|secretly)|broke bread|dined together)',
      "plotters' (?:brunch|dinner|lunch|meeting|breakfast)",
    ],
  },
  unless: ['hypothetical', 'negated'],
  claim: (hit) => {
    const { stretch, article, sentence } = hit
    const near = `${article.lineOf(sentence.index - 1)?.text ?? ''} ${stretch}`
    if (
      !/\b(?:mps|members|moderates|lawmakers|backbenchers|caucus|legislators|rebels|senators|democrats|colleagues|grumblers|plotters|deputies)\b|Y/.test(
        near,
      )
    )
      return null
    if (/\b(?:will|to be|plan(?:ned|s) to|would) (?:\S+ ){0,2}$/.test(hit.before)) return null
    return { attrs: { status: 'held', kind: 'informal' }, weight: 2, actor: null }
  },
  fires: [
    {
      text: 'MPs who want Vale out have held a series of covert meetings.',
      actor: null,
      attrs: { status: 'held', kind: 'informal' },
    },
    {
      text: 'A group of MPs broke off for what one called a secret caucus about Vale.',
      actor: null,
      attrs: { status: 'held', kind: 'informal' },
    },
  ],
  staysSilent: [
    { text: 'Vale held a private meeting with the ambassador.', because: 'No members met.' },
    { text: 'MPs met Vale’s ferry minister in public.', because: 'Nothing secret.' },
  ],
})

/** "The caucus meets" told of the past: "when the caucus met". */
function isPast({ match, before }: Hit): boolean {
  return (
    /\b(?:met|gathered|convened|huddled)\b/.test(match[0]) ||
    /\b(?:after|following|since) (?:the )?$/.test(before)
  )
}
