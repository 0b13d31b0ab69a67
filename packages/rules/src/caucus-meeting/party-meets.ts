import type { Hit } from '../hit.ts'
import { defineRule, type Made } from '../rule.ts'
import { isTied } from '../setback/ties.ts'
import { kindOf } from './kind.ts'
import { type Status, statusOfNoun, statusOfVerb } from './status.ts'

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
/** What may stand between a body and its verb. */
const MID = `(?:,? (?:which|who|whose|led by|chaired by|all of) [^,.;]{2,90},|, [^,.;]{2,80},)?(?: (?:will|'ll|would|is|are|was|were|be|been|being|to|due|set|expected|scheduled|slated|plans?|planned|planning|preparing|also|again|itself|themselves|all|both|has|have|had|now|still|currently|already|then|later|finally|first|next|hastily|privately|secretly|quietly|separately|virtually|not|on|this|last|yesterday|today|tonight|morning|afternoon|evening|night|week|${WEEKDAY}|reportedly|at|moment|only|just))*`
const VERBS =
  '(?:h[eo]ld(?:s|ing)?(?= (?:an?|its|their|the) (?:\\S+ ){0,3}?{sitting})|met|meets?|meeting|gather(?:s|ed|ing)?|conven(?:e|es|ed|ing)|reconven(?:e|es|ed|ing)|assembl(?:e|es|ed|ing)|huddl(?:e|es|ed|ing)|caucus(?:ed|ing)|confer(?:s|red|ring)?|sat down|sits? down|sat for|sits?(?= (?:again|tonight|tomorrow|on \\S+day)\\b)|sitting down|dined|dining|broke bread|g[eo]t together|com(?:e|es) together|came together|holed up|closeted|adjourn(?:ed|s)|broke(?= (?:for|without)\\b)|wrapped up|ended(?= (?:after|without|with|in|at|just|shortly))|lasted|dragged on|ran(?= (?:late|long|over|past|for|until)\\b)|let out|heard(?= (?:calls?|from|L|him|her))|broke up|broken up|collect(?= behind)|in(?= (?:with|session|the room)\\b)|(?:crowded|filed|trooped|packed|piled|squeezed|streamed|poured|spilled|emerged|rose|walked)(?= (?:into|in|out|from|of)\\b))'
/** Words after "met" that make it a meeting, not a meeting of demands, kings or resistance. */
const FREE =
  /^(?:$|[,.;:)]| (?:on|in|at|for|to|behind|last|this|next|yesterday|today|tonight|tomorrow|again|privately|secretly|separately|virtually|over|late|early|until|till|as|and|but|after|before|when|amid|without|by|here|there|near|inside|outside|under|once|twice|together|with L|with (?:the|their) (?:leader|prime minister|president)|online|remotely|from|during|through|into|out|now|only|briefly|alone|down|up|via|about|\S+ly|a few|around|hours|half|\d+|—)\b| \S+day)/
const OTHERS =
  /\b(?:cabinet|opposition|council|national executive|conference floor|union|donors?|voters|constituents|party conference|committee on|select committee)(?:'s)?(?: \S+)?$|\bX(?:'s)? (?:\S+ )?$/

function make(hit: Hit, status: Status | null, words: string, from: number, informal = false): Made | null {
  if (status === null || !(isTied(hit) || /L/.test(hit.stretch))) return null
  if (/\bcabinet\b(?! members)/.test(words) && !/caucus/.test(words)) return null
  if (OTHERS.test(hit.stretch.slice(Math.max(0, from - 40), from).trimEnd())) return null
  if (/\bopposition\b|\bX\b|\b(?:national executive|select committee)\b/.test(words)) return null
  const { kind, actor } = ofPrevious(hit, words) ?? kindOf(hit, words, from)
  return {
    attrs: { status, kind: informal && kind === 'national' ? 'informal' : kind },
    actor,
    weight: kind === 'national' ? 1 : 2,
  }
}

/** "Its seven members met": those of the body that the sentence before names. */
function ofPrevious({ article, sentence }: Hit, words: string): ReturnType<typeof kindOf> | null {
  if (!/^(?:its|their) (?:\S+ )?members/.test(words)) return null
  const body = article.lineOf(sentence.index - 1)?.named.find(({ letter }) => letter === 'B')?.actor
  return body ? { kind: 'regional', actor: body.name } : null
}

/** Words around a meeting of some members that make it one of their own. */
const APART =
  /\b(?:secret(?:ly)?|clandestine|covert|in (?:a|an) (?:\S+ )?(?:hotel|pub|restaurant|flat|apartment|living room|back room|basement)|over (?:dinner|drinks|curry|lunch|coffee|supper|a \S+ (?:curry|meal|lunch|dinner))|at (?:a|an|the) (?:\S+ )?(?:hotel|pub|restaurant|steakhouse|club|home|house|curry house|flat) |broke bread|dined|to plot|to plan how|plot(?:ting)?)\b/

export const partyMeets = defineRule({
  name: 'caucus-meeting/party-meets',
  emits: 'caucus-meeting',
  because:
    'The body of the party, or members of it, are the subject of a verb of meeting; its tense and day say whether it is over.',
  when: {
    reported: [
      `(?<who>(?:the )?B(?: of (?:Y )?(?:mps|members|senators|tds|the party))?|{assembly}|{memberlings})(?<mid>${MID}) (?<verb>${VERBS})`,
    ],
  },
  unless: ['hypothetical'],
  claim: (hit) => {
    const { match, after, groups } = hit
    const who = groups['who']!
    const mid = groups['mid']!
    const verb = groups['verb']!.split(' ')[0]!
    if (/^(?:met|meets?|meeting|gather\w*|conven\w*|assembl\w*|confer\w*)$/.test(verb) && !FREE.test(after))
      return null
    if (
      /^(?:the )?(?:full |whole )?(?:committee|group|club|bloc|delegation|conference|faction|assembly|wing)/.test(
        who,
      ) &&
      !bodyBefore(hit)
    )
      return null
    // Members who are told to, or asked to, meet.
    if (/\bno (?:plans?|need|reason|call|intention)\b[^.;]{0,24}$/.test(hit.before)) return null
    if (/\b(?:urged|asked|told|called on|want|wants|of|against|by) $/.test(hit.before)) return null
    if (/^(?:the )?members$/.test(who) && !bodyBefore(hit) && !/ern (?:the )?$/.test(hit.before)) return null
    if (/^(?:wrapped|ended|lasted|dragged|ran|let|heard|broke)$/.test(verb) && !WHOLE.test(who)) return null
    const from = match.index
    const to = from + match[0].length
    const status = statusOfVerb(hit, mid, verb, after, from + who.length, to)
    const whole = WHOLE.test(who)
    return make(hit, status, who, from, !whole && APART.test(match[0] + after.slice(0, 70)))
  },
  fires: [
    {
      text: 'Harbour MPs will meet on Wednesday to discuss Vale’s future.',
      actor: null,
      attrs: { status: 'scheduled', kind: 'national' },
    },
    {
      text: 'The caucus met for three hours on Wednesday to discuss Vale’s future.',
      actor: null,
      attrs: { status: 'held', kind: 'national' },
    },
    {
      text: 'The caucus is meeting this morning, and rebels are to confront Vale.',
      actor: null,
      attrs: { status: 'underway', kind: 'national' },
    },
  ],
  staysSilent: [
    { text: 'Vale’s cabinet met on Wednesday as rebels plotted.', because: 'A cabinet meeting.' },
    { text: 'The caucus met Vale’s demands as rebels plotted.', because: 'It met demands.' },
    {
      text: 'The caucus is not meeting this week, Vale’s office said, despite the revolt.',
      because: 'negated',
    },
  ],
})

const EXTRA =
  '(?:emergency|urgent|special|extraordinary|crisis|crunch|crucial|snap|hastily (?:arranged|called|convened)|hastily-called|closed-door|tense|stormy|fractious|bruising|marathon|weekly|regular|monthly|all-member|full|next|last|latest|two-hour|three-hour|four-hour|hours-long|lengthy|packed|rowdy|heated|fiery|private|virtual|in-person|highly anticipated|upcoming|scheduled|pivotal|critical|key|national|party|joint)'

export const meetingNamed = defineRule({
  name: 'caucus-meeting/meeting-named',
  emits: 'caucus-meeting',
  because:
    'A meeting of the body or of its members is named; what is said of it, and the day, say whether it is over.',
  when: {
    reported: [
      // "a meeting of the parliamentary party", "a conference call of House members"
      `(?<np>(?:(?:a|an|the|this|that|its|their|her|his|\\S+day's|yesterday's|tomorrow's|${EXTRA}|\\S+) )?(?:${EXTRA} )*{sitting} (?:of|with|for|between) (?:the |her |his |its |all |L's )*(?:B|{assembly}|{memberlings}))`,
      // "the weekly caucus meeting", "House Union Caucus call", "MPs' meeting"
      `(?<np>(?:(?:a|an|the|this|that|its|their|her|his|next week's|last week's|\\S+day's|yesterday's|tomorrow's|${EXTRA}) )*(?:B|C|Y|{assembly}|{memberlings}'?)(?:'s)? (?:${EXTRA} )*{sitting})`,
      // "Wednesday's caucus", "an emergency caucus", "the regular weekly caucus"
      `(?<np>(?:(?:a|an|the|this|that|their|her|his|its) )?(?:(?:next week's|last week's|this week's|\\S+day's|yesterday's|tomorrow's|${EXTRA}) )+(?:caucus|party room|C)(?! (?:members?|chair\\w*|colleagues|leader|room)))`,
      // "at their weekly lunch", "in a crisis meeting": whose it is, the sentence says.
      `(?<loose>(?:(?:a|an|the|their|her|his|its|\\S+day's) )+(?:\\S+ )?(?:emergency|urgent|special|extraordinary|crisis|crunch|snap|closed-door|weekly|monthly|regular|stormy|tense|fractious|marathon|packed|heated|bruising|late-night|all-day|hours-long|\\S+-hour) (?:\\S+ )?{sitting})`,
      `(?:mps|members|senators|lawmakers|deputies|tds|colleagues) (?:at|during|in) (?<loose2>an? (?:\\S+ ){0,2}?(?:meeting|session|gathering))`,
      `(?:leaving|emerging from|entering|outside|out of|left|into) (?<room>the (?:caucus|party) room)`,
      '(?:at|during|on|in|after|from) (?<call>an? (?:\\S+ ){0,2}?(?:conference call|video call|zoom call|phone call|call))',
      // "summoned MPs to a meeting"
      `(?:summon(?:ed|s|ing)?|call(?:ed|s|ing)?|invit(?:ed|es|ing)|recall(?:ed|s|ing)?|ordered|told) (?:the |all |her |his |its |Y )*(?:mps|members|senators|lawmakers|colleagues|deputies|tds|legislators|backbenchers)(?: back)? (?:to|for|into) (?<summons>(?:an?|the) (?:\\S+ ){0,2}?{sitting})`,
      // "Caucus is at 4:30", "the caucus is under way"
      '(?<np>(?:the |federal |national )*(?:caucus|party room|C))(?= (?:is|was) (?:(?:at|on|tomorrow|tonight|\\S+day)\\b|now under|under ?way|in session|still under|scheduled|set for|due))',
      // "during caucus on Wednesday", "emerging from caucus"
      `(?:at|during|after|following|before|ahead of|in|into|from|out of|since|leaving|left) (?<np>(?:the )?(?:caucus|C))(?= (?:on )?(?:${WEEKDAY}|yesterday|today|this morning|this week|last week)|,? (?:he|she|P|L|X|rebels|mps|members)\\b)`,
      // "the meeting has begun", of one that the article spoke of
      '(?<again>(?:the|their|that) (?:\\S+ )?(?:meeting|session|gathering|conclave|caucus meeting))(?:,? [^,.;]{2,60}?,)?(?: [^,.;]{2,70}?)?(?= (?:is (?:now |still )?(?:under ?way|set for|scheduled|due)|has (?:now |just )?(?:begun|started|ended|broken up)|broke up|will (?:begin|start|take place|be held)))',
    ],
  },
  unless: ['hypothetical'],
  claim: (hit) => {
    const { match, groups } = hit
    const np =
      groups['np'] ??
      groups['loose'] ??
      groups['call'] ??
      groups['loose2'] ??
      groups['room'] ??
      groups['summons'] ??
      groups['again']
    if (np === undefined) return null
    const from = match.index + match[0].lastIndexOf(np)
    const to = from + np.length
    if (
      groups['loose'] !== undefined &&
      /\b(?:is|are|was|were|to|will) (?:meet(?:ing)?|gather(?:ing)?)\b|L(?: \S+){0,3} (?:faced|addressed|faces)/.test(
        hit.stretch,
      )
    )
      return null
    if (
      groups['loose'] !== undefined &&
      !/C|\b(?:mps|caucus|members|senators|lawmakers|parliamentary|party room|deputies|tds|legislators|backbenchers)\b/.test(
        hit.stretch.slice(0, from),
      )
    )
      return null
    if (
      groups['call'] !== undefined &&
      !/(?:C|\b(?:house|caucus|mps|senators|lawmakers|Y) (?:Y )?(?:members|mps|caucus)?)/.test(
        hit.stretch.replace(np, ''),
      )
    )
      return null
    if (groups['again'] !== undefined && !bodyBefore(hit)) return null
    const status =
      groups['summons'] !== undefined
        ? 'scheduled'
        : groups['room'] !== undefined
          ? 'held'
          : statusOfNoun(hit, hit.stretch.slice(0, from), np, hit.stretch.slice(to), from, to)
    if (/\b(?:annual|party) conference\b/.test(np) || /\bY conference\b/.test(np)) return null
    return make(hit, status, np, from)
  },
  fires: [
    {
      text: 'An emergency meeting of the parliamentary party has been called for Friday to discuss Vale’s future.',
      actor: null,
      attrs: { status: 'scheduled', kind: 'national' },
    },
    {
      text: 'At the weekly caucus on Wednesday rebels asked Vale to resign.',
      actor: null,
      attrs: { status: 'held', kind: 'national' },
    },
    {
      text: 'The caucus meeting on Vale’s leadership is underway.',
      actor: null,
      attrs: { status: 'underway', kind: 'national' },
    },
  ],
  staysSilent: [
    {
      text: 'No caucus meeting is planned, Vale’s office said, whatever rebels want.',
      because: 'There is none.',
    },
    { text: 'Rebels want a special meeting of the caucus to oust Vale.', because: 'They want one.' },
    {
      text: 'A meeting of the fisheries committee was held as rebels plotted against Vale.',
      because: 'Another body.',
    },
  ],
})

export const leaderFacesParty = defineRule({
  name: 'caucus-meeting/leader-faces-party',
  emits: 'caucus-meeting',
  because: 'A leader who speaks to the members of the party together meets them.',
  when: {
    reported: [
      `(?:L|he|she)(?<mid>${MID}) (?<verb>fac(?:e|es|ed)|address(?:es|ed)?|(?:speak|speaks|spoke|spoken) (?:to|before)|(?:appear(?:s|ed)?|stand|stood|stands|go|goes|went) (?:before|in front of)|met with|met|meets?|meet with) (?:(?:a|the|her|his|its|their|full|whole|entire|packed|hostile|angry|sullen|own|restive|meeting|gathering|special|emergency|of) )*(?<who>B|{assembly}|(?:Y |her |his |the )*(?:mps|parliamentary colleagues|backbenchers|lawmakers|tds|deputies|senators))`,
    ],
  },
  unless: ['hypothetical', 'negated'],
  claim: (hit) => {
    const { match, groups, after } = hit
    const verb = groups['verb']!.split(' ')[0]!
    const who = groups['who']!
    const members = !/B|C|caucus|parliamentary|party room|1922|committee|group|club|bloc|conference/.test(who)
    if (
      members &&
      !/\b(?:meeting|gathering|packed)\b/.test(match[0]) &&
      !new RegExp(
        `^(?: [^,.;]{0,50}?)? ?(?:at (?:a|the|their) [^,.;]{0,20}(?:meeting|caucus|session)|on ${WEEKDAY}|${WEEKDAY}|tomorrow|tonight|yesterday|behind closed doors)`,
      ).test(after)
    )
      return null
    if (/^(?:'s?|' )/.test(after)) return null
    if (
      /^(?:the )?(?:full |whole )?(?:committee|group|club|bloc|delegation|conference|faction|assembly|wing)/.test(
        who,
      ) &&
      !bodyBefore(hit)
    )
      return null
    const from = match.index
    const past = /^(?:faced|addressed|spoke|spoken|appeared|stood|went|met)$/.test(verb)
    const mid = groups['mid']!
    const status: Status | null = /\b(?:will|'ll|to|due|expected|set|scheduled|would)\b/.test(mid)
      ? 'scheduled'
      : past || /\b(?:has|had)\b/.test(mid)
        ? 'held'
        : dayAhead(after)
          ? 'scheduled'
          : null
    return make(hit, status, who, from + match[0].lastIndexOf(who))
  },
  fires: [
    {
      text: 'Vale faced her MPs at a stormy meeting in the attic and heard calls to quit.',
      actor: null,
      also: ['caucus-meeting/meeting-named'],
      attrs: { status: 'held', kind: 'national' },
    },
    {
      text: 'Vale is to address the parliamentary party on Friday amid calls to quit.',
      actor: null,
      attrs: { status: 'scheduled', kind: 'national' },
    },
  ],
  staysSilent: [
    { text: 'Vale faces MPs who want her out.', because: 'No meeting.' },
    {
      text: 'Vale addressed a rally on Tuesday amid calls to quit.',
      because: 'No members of the parliamentary party.',
    },
  ],
})

/** Present tense: only a day to come makes it a plan. */
function dayAhead(after: string): boolean {
  return new RegExp(
    `^[^.;]{0,50}?\\b(?:on ${WEEKDAY}|next|tomorrow|tonight|this (?:afternoon|evening|week)|later)\\b`,
  ).test(after)
}

const WHOLE = /B|C|caucus|parliamentary|party room|1922|committee|group|club|bloc|conference/

/** Whether this sentence or one of those before it speaks of the party's body. */
function bodyBefore({ article, sentence, before }: Hit): boolean {
  const body =
    /[BC]|\b(?:caucus|parliamentary party|party room|backbench committee|mps|house members|senators)\b/
  if (body.test(before)) return true
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 12); i--)
    if (body.test(article.lineOf(i)?.text ?? '')) return true
  return false
}
