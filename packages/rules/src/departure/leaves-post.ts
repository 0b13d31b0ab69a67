import { defineRule } from '../rule.ts'

const POST =
  /\b(?:cabinet|government|ministers?|secretary|front ?bench|chancellor|treasurer|envoy|whip|attorney.general|post|portfolio|unpaid job|parliamentary secretary)\b/

const post =
  "(?:(?:the|her|his|their|its|a|an|an unpaid|L's|shadow|junior|senior|federal|her own|his own|unpaid|prime minister's|my) )*(?:\\S+ ){0,5}?(?:cabinet|ministers?|minister of \\S+|secretary|post|job|role|portfolio|front ?bench|chancellor|treasurer|envoy|whip|whips' office|aide|pps|government|chair(?:man|woman)?|position|administration|ministry|shadow cabinet|critic|duties|department|trade envoy)"

export const leavesCabinet = defineRule({
  name: 'departure/leaves-cabinet',
  emits: 'departure',
  because: 'A minister, junior minister, aide or envoy who resigns leaves the government.',
  when: {
    by: 'figure',
    means: {
      said: ['SELF HAVE ~ WENT ~ POST', 'SELF IS? LEAVING ~ POST', 'SELF ~ RESIGN + BUT POST'],
      told: [
        'FIGURE IS TO GO ~ POST',
        'FIGURE =RESIGN_ED',
        'DEPARTURE OF/BY WHOM',

        'FIGURE WENT BUT POST',
        'FIGURE , WHO RESIGNED',

        'FIGURE WENT ~ POST',
        'FIGURE ~ WENT + POST',
        'FIGURE IS LEAVING ~ POST',
        'FIGURE WHO WENT ~ POST',
        'DEPARTURE OF/BY ~ POST , WHOM',
        'DEPARTURE OF/BY WHOM BUT/BY POST',
        'L LOSE_ED HIS/HER ~ POST , WHOM',
      ],
    },
    told: [
      `{figure},? (?:who |has |have |had |also |abruptly |suddenly |dramatically |formally |then |on \\w+(?: \\w+)? |yesterday |last night |today |this morning |announced (?:that )?(?:he|she|they) (?:was|were|is|would be|will be) |became the \\S+ \\S+ to )*(?:resign(?:ed|s|ing)?|quit(?:s|ting)?|step(?:ped|s|ping) (?:down|aside|back)|stood down|stands? down|standing down|walk(?:ed|s|ing) (?:out|away)|left|leav(?:es|ing)|gone|gave up|gives up|vacated|departed|bolted|is out)(?: \\w+day| \\w+day (?:morning|night|afternoon|evening)| yesterday| today| abruptly| last \\w+| this \\w+)*(?: (?:from|as|of|out of|to protest)|,)? ?${post}`,
      `{figure}'s? (?:shock |sudden |abrupt |surprise |bombshell |stunning |own |cabinet )*(?:resignation|departure|exit) (?:as|from) ${post}`,
      '{figure}[^.;]{0,80} by (?:resigning|quitting|stepping down|walking out)(?: (?:as|from))? [^.;]{0,40}',
      '{figure} [^.;]{0,60}cleared (?:his|her) desk',
      '{figure} (?:\\S+ )?(?:typed|tendered|submitted|handed in|offered|sent in|announced) (?:his|her) (?:own )?(?:letter of )?resignation',
    ],
  },
  unless: ['negated', 'hypothetical', 'question'],
  claim: (hit) => {
    const { match, after, before, article, sentence } = hit
    // Resigning alone may be from a bank: a minister's, or where the sentence speaks of a post.
    if (
      'meaning' in hit.groups &&
      (!POST.test(article.document.text.slice(sentence.start, sentence.end).toLowerCase()) ||
        /\bonce\b/.test(match[0]) ||
        /\b(?:call|demand|urg|seek|sought|ask)/.test(before.slice(-40)))
    )
      return null
    if (/\b(?:deni\w+|denying|not resign|refus\w+ to|threaten\w*)\b[^.]{0,60}$/.test(hit.before + match[0]))
      return null
    if (/\b(?:years? ago|decades? ago|in (?:19|20)\d\d|in '\d\d)\b/.test(after.slice(0, 60))) return null
    if (/^ (?:meeting|room|table|office building|retreat)/.test(after)) return null
    if (/\b(?:meeting|room|caucus|country|house|party|phone|message|question)\b/.test(match[0].slice(-14)))
      return null
    return { attrs: { kind: 'cabinet-resignation' }, weight: 2 }
  },
  fires: [
    { text: 'June Okafor quit as Vale’s trade minister on Monday.', actor: 'June Okafor' },
    { text: 'June Okafor has resigned from Vale’s cabinet.', actor: 'June Okafor' },
  ],
  staysSilent: [
    { text: 'June Okafor has not resigned from Vale’s cabinet.', because: 'negated' },
    { text: 'June Okafor left Vale’s cabinet meeting at noon.', because: 'She left a meeting.' },
  ],
})

export const wasDismissed = defineRule({
  name: 'departure/was-dismissed',
  emits: 'departure',
  because: 'A minister who is sacked leaves the government without wishing to.',
  when: {
    by: 'figure',
    means: {
      told: [
        'L GONE ~ WHOM ~ POST',

        'FIGURE BE SACK_ED',
        'FIGURE HAVE BE SACK_ED',
        'FIGURE BE OUST_ED/PULL_ED ~ POST',
        'L ~ SACK_ED ~ WHOM',
        'L OUST_ED ~ WHOM ~ POST',
      ],
    },
    told: [
      `{figure} (?:has |have |had |was |were |is |been |being |also |then |later |abruptly |unceremoniously )*(?:been |being )?(?:sacked|fired|dismissed|booted|axed|dumped|ousted|removed|demoted|dropped|ejected|relieved of (?:his|her) duties|thrown out|kicked out|shuffled out|turfed|purged|stripped)(?: (?:as|from|out of|of)|\\.|,|$| by L)(?: ?(?:the )?${post})?`,
    ],
  },
  unless: ['negated', 'hypothetical', 'question'],
  claim: ({ stretch, after, match }) =>
    /\b(?:last year|months? ago|years? ago|a decade ago)\b/.test(after.slice(0, 50)) ||
    /\b(?:for \d|lbw)\b/.test(stretch) ||
    (/dropped|removed/.test(match[0]) &&
      !/cabinet|minister|secretary|government|post|front ?bench/.test(stretch))
      ? null
      : { attrs: { kind: 'dismissed' }, weight: 2 },
  fires: [
    { text: 'June Okafor was sacked by Vale as trade minister on Friday.', actor: 'June Okafor' },
    { text: 'Vale fired June Okafor on Friday.', actor: 'June Okafor' },
  ],
  staysSilent: [
    { text: 'June Okafor was not sacked by Vale.', because: 'negated' },
    { text: 'June Okafor sacked an aide of Vale’s on Friday.', because: 'She does the sacking.' },
  ],
})
