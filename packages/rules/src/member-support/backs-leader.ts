import { defineRule } from '../rule.ts'

// `member-support` stands for both kinds: the engine makes it `ministerial-support` where the person is a minister.

export const saysBacksLeader = defineRule({
  name: 'member-support/says-backs-leader',
  emits: 'member-support',
  because: 'Words of support, confidence or loyalty in an attributed statement back the leader.',
  when: {
    by: 'figure',
    means: {
      said: [
        'LEADER WHO SELF BACK',
        'BOSS WHO SELF BACK',

        'SELF WILL ~ BACK LEADER',
        'SELF ~ DECIDE TO BACK LEADER',

        'LEADER CAN WIN !IF',

        'SELF BACK/CONF LEADER !APOS',

        'THIRD BACKED LEADER !APOS',
        'SELF HAVE BACKED LEADER !APOS',
        'YOU/SELF DO? NOT OUST CHIEF',
        'OUST_ING CHIEF',
        'NO TIME ~ OUST CHIEF',
        'SELF WILL NOT OUST LEADER',
        'NOBETTER',
        'GUARD',
        'SELF IS PROUD ~ LEADER',
        'PROUD ~ BEHIND/WITH LEADER',
        'SELF IS L ALLY/CAMP',
        'IS FOR + L $',
        'SELF ~ IN LEADERS AID',
        'SELF SERVE FOR LEADER',
        'SELF ~ SERVE FOR LEADER',
        'FOLLOWS',
        'WHO CAN NOT BACK LEADER MUST GO',
        'NOT ~ ASK_ED ~ OUST LEADER',
        'PLOT ~ INSULT',
        'PLOT IS INSULT',
        'LEADER IS MY ALLY',
        'LEADER IS ~ MY ALLY',
        'CALLS IS MISTAKE',
        'DESCRIBE ~ MISTAKE',
        'LEADER NEED ~ BACK/CONF',
        'LEADER =STAY_ED + ,',

        'MUST BACKING LEADER',
        'MUST BE? BACKING LEADER',
        'LEADER IS NOWHERE',
        'IS NOVACANCY',
        'IS NO ~ CHANGE',
        'LEADER NEG BE + RIGHT',
        'SELF NEG BACKING/LEAVING LEADER',
        'OUST_ED ~ MISTAKE',
        'IS BEHIND LEADER',
        'IS ~ BEHIND LEADER',
        'LEADER ~ AND LEADER WILL WIN',
        'SELF IS? BACKING LEADER !APOS',
        'SELF WILL BACK/CONF LEADER !APOS',
        'SELF IS BEHIND/WITH + LEADER',
        'SELF WILL BE BEHIND/WITH + LEADER',
        'SELF HAVE CONF IN/FOR LEADER',
        'SELF HAVE =HER/HIS/L CONF',
        'SELF HAVE CONF ~ LEADER',
        'LEADER HAVE MY CONF',
        'LEADER HAVE ~ MY CONF',
        'LEADER CAN ~ MY CONF',
        'LEADER HAVE CONF OF',
        'LEADER IS RIGHT',
        'LEADER IS ~ RIGHT',
        'LEADER IS MY L/CAMP',
        'MY L IS L',
        'LEADER MUST STAY',
        'LEADER MUST NOT GO',
        'LEADER MUST NOT BE OUST_ED/GONE',
        'WANT LEADER TO? STAY',
        'SELF NOT WANT CHANGE',
        'SELF NOT WANT ~ LEADER ~ GO',
        'NO NEED ~ CHANGE',
        'NOT TIME ~ CHANGE/OUST',
        'NO TIME ~ OUST',
        'OUST ~ MISTAKE',
        'MISTAKE TO OUST',
        'MISTAKE ~ OUST LEADER',
        'CHANGE ~ MISTAKE',
        'LEADER WILL STAY',
        'LEADER WILL WIN',
        'LEADER NEED ~ CONF/TIME',
        'LEADER NEED TO STAY',
        'LET LEADER STAY',
        'MUST LET? LEADER STAY',
        'MUST BACK LEADER',
        'MUST ~ BACK/BEHIND LEADER',
        'TIME TO BACK LEADER',
        'PLOT MUST SHUTUP',
        'PLOT MUST ~ SHUTUP',
        'PLOT IS MISTAKE',
        'CALLS ~ MISTAKE',
        'PLOT ~ MISTAKE',
        'MY CONF IN/FOR LEADER IS',
        'BEHIND LEADER',
        'LEADER IS NOT LEAVING',
        'NO BETTER/RIGHT ~ LEADER',
        'NOT OUST/DESERT LEADER',
        'WILL NOT DESERT/OUST LEADER',
        'ASK ~ BACK LEADER',
        'IS NO CHANGE',
      ],
    },
    said: [
      '(?:vote|voting|votes|ballot|campaign|campaigning|cheer|cheering|root|rooting) for {leader}(?! to (?:go|leave|resign|quit))',
      "{leader}(?:'s| has| has got|'s got) (?:my|our) (?:vote|back|support|loyalty|ear|blessing|backing|trust|all)",
      '(?:we|you|i) (?:can |will |do )?win (?:with|behind|under) {leader}',
      "(?:he|she|L)(?:'s| is| has always been| was| remains| will be) (?:still )?(?:my|our) (?:guy|man|woman|girl|president|leader|prime minister|premier|nominee|candidate|boss|captain|person|friend|choice|pick)",
      "(?:i'd|i would|he'd|she'd|he would|she would) (?:rather|sooner) have {leader} (?:on|than)",
      "(?:she|he)'s got (?:me|my support|us)",
      "(?:L's|{leaders}) (?:stock|standing)[^.;]{0,30} never (?:been )?higher",
      "(?:{leader} (?:is|was|remains|'s)|there is no one|as) (?:still |clearly |simply |by far |absolutely |without doubt |quite simply |undoubtedly |, in my view, )*(?:the )?(?:right|best|only|strongest)(?: possible| placed)? ?(?:person|man|woman|leader|choice|candidate|one|chance|prime minister|president|nominee|hope|captain|option)?(?: (?:we've got|we have(?: got)?|to (?:lead|beat|take|win|carry|defeat|steer)|for (?:the job|us|the party|this|our)|who can))",
      '{leader} (?:should|must|ought to|needs to|will|has every right to|deserves to|deserves the chance to|deserves to be allowed to|can|has earned the right to) (?:absolutely |definitely |certainly |also |still )?(?:stay|remain|continue(?! to (?:face|lose|listen))|lead (?:us|the (?:party|country|Y)|Y|our)|carry on|be (?:allowed|given (?:time|the chance|a chance))|keep (?:going|fighting|the job|his job|her job)|finish the job|serve (?:out|a full)|fight (?:on|the next)|get on with (?:it|the job)|see (?:it|this) through|take us into|win the next|not (?:resign|quit|step (?:down|aside)|go\\b))',
      '(?:sooner|rather) [^.,;]{0,40} than (?:walk out on|abandon|desert|betray|knife|leave) {leader}',
      "(?:one does not|you do not|you don't|we do not|we don't|now is not the time to|this is not the time to|no time to|wrong time to|madness to|mistake to|crazy to|foolish to|folly to|insane to|not the time (?:to|for)) (?:be )?(?:change|chang\\w+|swap|switch|throw|toss|replace|dump|ditch|remov\\w+|get rid of|a change of|turn on|knife|turfing|dumping|ousting)[^.;]{0,30}(?:leaders?|horses?|skippers?|captains?|pilots?|prime ministers?|{leader}|overboard|midstream|course|nominee)",
      "i(?: am|'m) L's(?= man| woman|,|$)",
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others'],
  claim: (hit) => (turned(hit.stretch, hit.match[0], hit.after) ? null : { attrs: {}, weight: 3 }),
  fires: [
    {
      text: '"I absolutely support the prime minister," Robert Finch said.',
      actor: 'Robert Finch',
      quote: 'I absolutely support the prime minister,',
    },
    {
      text: '“I have complete confidence in Vale,” said Trade Minister June Okafor.',
      actor: 'June Okafor',
      type: 'ministerial-support',
      quote: 'I have complete confidence in Vale,',
    },
    {
      text: 'Robert Finch said Vale has his full support.',
      actor: 'Robert Finch',
      also: ['member-support/stands-by-leader'],
    },
  ],
  staysSilent: [
    { text: '"I do not support the prime minister’s budget," Robert Finch said.', because: 'A budget.' },
    { text: '"I have confidence in the board," Robert Finch said.', because: 'It is about a board.' },
    { text: '"I fully support the prime minister," one MP said.', because: 'Nobody is named.' },
  ],
})

/** "I supported her, but ...", "support her decision to resign". */
function turned(stretch: string, words: string, after: string): boolean {
  return (
    /^'s (?!leadership|side|record|team|candidacy|bid|campaign|re-?election|ticket)/.test(after) ||
    /^ into\b/.test(after) ||
    /\b(?:sitting|seated|sat|walking|pictured|standing) (?:right )?beside\b/.test(words) ||
    /^ (?:at|on|for) (?:the|a) (?:ceremony|platform|podium|stage|steps|service|photograph|rally|airport|queue)/.test(
      after,
    ) ||
    /^(?:'s?)? (?:decision|right|call|budget|plan|bill|resignation|policy|proposal|choice|departure)/.test(
      after,
    ) ||
    /\b(?:no longer|cannot|can't|ran out|until (?:recently|now|last|this)|used to|anymore|any more)\b/.test(
      stretch.slice(0, 200),
    )
  )
}

export const standsByLeader = defineRule({
  name: 'member-support/stands-by-leader',
  emits: 'member-support',
  because: 'A sentence whose subject backs, defends or vouches for the leader reports support.',
  when: {
    by: 'figure',
    means: {
      told: [
        'FIGURE ~ TO + LEADERS AID',
        'FIGURE DECLARE_ED + HIS/HER/THEIR CONF',

        'FIGURE OFFER ~ CONF IN/FOR/OF/TO LEADER !APOS',
        'FIGURE ~ OFFER ~ CONF IN/FOR/OF/TO LEADER !APOS',
        'FIGURE OFFER HIS/HER/THEIR? CONF !FOR/IN/TO/OF',
        'FIGURE OFFER LEADER ~ CONF',
        'FIGURE DECLARE_ED ~ HIS/HER/THEIR CONF IN/FOR LEADER !APOS',

        'ASKED ~~ CONF/BACK/STAY ~~ FIGURE ~ YES',

        'ASKED ~~ CONF/BACK/STAY ~~ FIGURE ~ YES $',
        'FIGURE , ASKED ~~ CONF/BACK/STAY ~~ YES $',
        'YES ~ FIGURE ~ WHENASKED ~~ CONF/BACK/STAY',

        'FIGURE DESCRIBE PLOT ~ INSULT/MISTAKE',
        'FIGURE DECLARE_ED ~ LEADER HAVE/NEED ~ CONF',

        'FIGURE REJECT =DEMAND_ED LEADER GO',
        'FIGURE REJECT ~ CALLS ~ LEADER ~ GO',
        'FIGURE REJECT =DEMAND_ED LEADERS DEPARTURE',

        'LEADER BE BACK_ED BY WHOM',
        'LEADER HAVE CONF OF/BY WHOM',
        'BACK_ING LEADER ~ WHOM',
        'LEADER HAVE ~ ALLY IN WHOM',
        'LEADER ~ ALLY WHOM',
        'FIGURE DESCRIBE LEADER ~ RIGHT',
        'FIGURE DESCRIBE PLOT/CALLS ~ MISTAKE',
        'FIGURE ~ DESCRIBE LEADER ~ RIGHT',
        'FIGURE BACKED + LEADER !APOS/INTO',
        'FIGURE BE BACKING LEADER !APOS',
        'FIGURE ~ BACKED + LEADER !APOS/INTO',
        'FIGURE BACKED + LEADERS POSITION',
        'FIGURE IS + BEHIND LEADER !APOS',
        'FIGURE DECLARE_ED ~ CONF IN/FOR LEADER !APOS',
        'FIGURE HAVE CONF IN/FOR LEADER !APOS',
        'FIGURE REJECT CALLS ~ LEADER ~ GO',
        'FIGURE REJECT CALLS ~ LEADERS DEPARTURE',
        'FIGURE REJECT PLOT',
        'FIGURE REJECT ~ PLOT',
        'FIGURE REJECT ~ CALLS ~ CHANGE/OUST',
        'FIGURE REJECT ~ CALLS ~ DEPARTURE',
        'FIGURE ASK ~ TO SHUTUP',
        'FIGURE ASK ~ TO BACK LEADER',
        'FIGURE DECLARE_ED ~ LEADER HAVE ~ CONF',
        'FIGURE DECLARE_ED ~ LEADER ~ RIGHT',
        'FIGURE DECLARE_ED ~ LEADER MUST STAY',
      ],
    },
    told: [
      '{figure} (?:is|was|are|were|remains?|stayed|stays|remained) (?:still |firmly |squarely |very much |also |steadfastly )*(?:in {leaders} (?:corner|camp)|on {leaders} side|loyal to {leader}|behind {leader}|with {leader}(?! (?:in|on|at|when|as))|a (?:loyal |staunch |firm |close )?(?:ally|supporter|backer|defender) of {leader})',
      '{figure}[^.;]{0,60} (?:dismissed|called|described|branded|said)(?: (?:that|the))? ?(?:talk|idea|speculation|suggestion|prospect|notion|thought)s? (?:of|that) (?:replacing|removing|ousting|dumping|changing|a challenge|a contest|a coup)[^.;]{0,40} (?:as|was|is|were)',
      '{leader} (?:won|got|received|drew|picked up|earned|secured|has|had|still has|retains|enjoys|kept) (?:a |an |the |strong |warm |public |firm |full |ringing |quick |continued )*(?:endorsement|support|backing|defen[cs]e|loyalty|confidence|vote of confidence) (?:from|of) (?:the )?{named}',
      'asked (?:if|whether) (?:he|she|they) (?:still )?(?:supports?|supported|backs?|backed|has|had|have) (?:confidence in |faith in )?{leader}[^.;]{0,30}, {figure} (?:said|replied|answered|responded|told [^,.;]{1,30}?):? (?:yes|naturally|absolutely|of course|certainly|always|definitely|100 per ?cent|totally)',
      '{figure},? (?:when )?asked (?:if|whether|about) [^.;]{0,70}?(?:{leader}|she|he)[^.;]{0,50}?,? (?:said|replied|answered|responded|told [^,.;]{1,30}?):? ?,?(?:yes|naturally|absolutely|of course|certainly|always|definitely|100 per ?cent|totally|completely|without (?:a )?(?:doubt|question))',
      "{figure} [^.;]{0,80}(?:video|letter|statement|post|newsletter|message|tweet|article)[^.;]{0,30} (?:in which )?(?:he|she|they)?(?:'s| is)? ?(?:backs?|backed|backing|supports?|supported|supporting|endorses?|endorsed) {leader}",
      "{figure} (?:has |have |had |was |were |is |are |also |quickly |publicly |openly |again |firmly |fully |still |all |now |later |repeatedly |strongly |loyally |too |among those (?:who |publicly )?|one of those |too is |'s )*(?:back(?:ed|s|ing)?|defend(?:ed|s|ing)?|endors(?:ed|es|ing)|support(?:ed|s|ing)?|st(?:ood|ands?|anding) (?:by|behind|with|beside|squarely behind|firmly behind|foursquare behind)|rall(?:ied|ies|ying) (?:behind|around|round|to)|stuck (?:by|with)|stick(?:s|ing)? (?:by|with)|vouch(?:ed|es|ing)? for|vowed to (?:back|support|stand by)|pledged to (?:back|support|stand by)|promised to (?:back|support|stand by)|came to the defen[cs]e of|leapt to the defen[cs]e of|sprang to the defen[cs]e of|threw (?:his|her|their) (?:weight|support) behind|lined up behind|swung behind|fell in behind|closed ranks (?:around|behind)|praised) (?:{leader}|{leaders} (?:leadership|record|side|defen[cs]e))(?! (?:resign|resigning|resignation|budget|bill|to (?:go|resign|step|leave|quit)|staff|policy|critics|opponents))",
      '{figure} (?:has |have |had |was |is |are |also |quickly |publicly |again |later |repeatedly |all |both )*(?:voiced|expressed|declared|offered|reiterated|reaffirmed|pledged|gave|proclaimed|restated|repeated|affirmed|professed|stated|confirmed|insisted on|sworn|swore|signal(?:led|ed)|underlined|underscored|stressed|emphasi[sz]ed|announced|trumpeted|renewed|extended|lent) (?:his |her |their |its )?(?:own |continued |undying )*(?:{full}|loyalty)(?: and \\w+)?(?:,| (?:for|in|to|behind|of) (?:{leader}|{leaders} leadership)|\\.|$)',
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others', 'second-hand'],
  claim: (hit) => (turned(hit.match[0], hit.match[0], hit.after) ? null : { attrs: {}, weight: 2 }),
  fires: [
    { text: 'Robert Finch reaffirmed his confidence in Vale.', actor: 'Robert Finch' },
    { text: 'Robert Finch is backing Vale.', actor: 'Robert Finch' },
    {
      text: 'Vale has a friend: Trade Minister June Okafor also voiced support.',
      actor: 'June Okafor',
      type: 'ministerial-support',
    },
  ],
  staysSilent: [
    { text: 'Robert Finch did not back Vale.', because: 'negated' },
    { text: 'Robert Finch voiced support for Vale’s fuel tax.', because: 'It is about a tax.' },
  ],
})
