import { defineRule } from '../rule.ts'

// `member-support` stands for both kinds: the engine makes it `ministerial-support` where the person is a minister.

export const saysBacksLeader = defineRule({
  name: 'member-support/says-backs-leader',
  emits: 'member-support',
  because: 'Words of support, confidence or loyalty in an attributed statement back the leader.',
  when: {
    by: 'figure',
    said: [
      '(?:we|you|i) (?:can |will |do )?win (?:with|behind|under) {leader}',
      "serve at (?:his|her|the L's) pleasure",
      'dance with the one',
      '(?:those|anyone|people|colleagues|the (?:rebels|plotters|critics)) (?:plotting|conspiring|agitating|briefing|scheming|calling) (?:against|for) [^.;]{0,40}(?:need to|should|must|ought to|are|is) (?!right)',
      "{leader} (?:beat|has beaten|won|has won)[^.;]{0,40} and (?:he|she)(?:'ll| will| can) (?:beat|win|do)",
      '(?:knock(?:ing)? (?:on )?doors|campaign(?:ing)?|fight(?:ing)?|work(?:ing)?|organi[sz]ing|raising money) for {leader}',
      "(?:he|she|L)(?:'ll| will| is going to)(?: still)? (?:win|beat|prove|turn (?:it|this) around)",
      '(?:every|full|complete|total|absolute) (?:confidence|faith) in {leader}',
      "(?:i am|i'm|he is|he's|she is|she's|we are|we're) (?:ridin|riding|rolling|sticking|standing|staying|marching|walking) with {leader}",
      "(?:he|she|L)(?:'s| is| has always been| was| remains| will be) (?:still )?(?:my|our) (?:guy|man|woman|girl|president|leader|prime minister|premier|nominee|candidate|boss|captain|person|friend|choice|pick)",
      "{leader}(?:'s| is| has) (?:got|earned|won|deserved)? ?(?:my|our|his|her) (?:vote|support|respect|loyalty|backing|endorsement|delegates|confidence|trust)",
      "(?:i|we|he|she|they)(?: |'(?:m|re|ll|d|ve) ?)(?:will |would |shall |am |are |is |have |has |had |proudly |gladly |happily |still |all )*(?:be )?(?:with|behind|for|loyal to|standing by|stand by|stood by|stick by|sticking by|not abandon|not desert|never abandon|never desert|not leaving|never leave) {leader}(?=[^.]{0,60}(?:$|\\.|,|—| to the| all| until| every| come| and| because| no matter| through| in))",
      'nobody (?:better|else|more)[^.;]{0,30} than {leader}',
      '(?:let|leave) {leader} (?:do (?:his|her) job|get on with|alone|finish|govern|lead|be)',
      '(?:give|gave|given) {leader} (?:time|a chance|the benefit|some space|room)',
      '{leader} (?:has|have) (?:delivered|done more|never let|always been there|led us|brought us|carried us|won (?:every|before|it))',
      '(?:the )?(?:party|caucus|cabinet|country|conference|members?)(?: \\w+)? (?:is|are|stands?|remains?) (?:still |fully |firmly |squarely |united |solidly )*(?:behind|with) {leader}',
      '(?:circular firing squad|bed-?wetters?|bed-?wetting|hand-?wringing|fifth column|wreckers?|quitters?)',
      "{leader}(?: is|'s| was| has been|'s been) doing (?:a|an) (?:great|good|excellent|terrific|tremendous|fantastic|outstanding|amazing|incredible|fine|superb|first-class|brilliant) job",
      "{leader}(?: is|'s| was)(?:n't| not)? going (?:nowhere|anywhere)",
      "(?:i am|i'm|he is|he's|she is|she's|we are|we're|they are) all in (?:for|with|behind) {leader}",
      "(?:she|he|L)(?:'s| is) (?:our|the) (?:nominee|leader|president|candidate)[^.;]{0,20} and (?:i|we)",
      '{leader} (?:has|have) (?:my|his|her|our) \\S+ and (?:my|his|her|our) (?:\\S+ )?(?:confidence|support|loyalty)',
      "(?:i'd|i would|he'd|she'd|he would|she would) (?:rather|sooner) have {leader} (?:on|than)",
      'over (?:his|her|my) dead body',
      'will find us where (?:he|she) left us',
      "(?:she|he)'s got (?:me|my support|us)",
      '(?:not|nobody|no one)[^.;]{0,40} fit to carry {leaders} ',
      '(?:winning|win) on \\w+day with (?:his|her|my) vote',
      "you (?:don't|do not) change (?:skippers|horses|leaders|captains|pilots)",
      '(?:has been|is|was) a (?:great |true |good )?(?:friend|champion)[^.;]{0,40} and can count on (?:him|her|me|us)',
      "(?:he|she|i|they|we)(?:'s| is|'re| are|'m| am| was| were)? (?:be )?backing {leader}",
      "(?:he|she|they|i) (?:would|will|'d|'ll) be (?:backing|supporting|voting for) {leader}",
      "(?:L's|{leaders}) (?:stock|standing)[^.;]{0,30} never (?:been )?higher",
      'in (?:this|the same) (?:foxhole|trench|boat) with {leader}',
      '{leader} is (?:a fighter|going nowhere|a winner)',
      // "I fully support the prime minister", "we are behind her"
      '(?:i|we|he|she|they|cabinet|the cabinet|myself|all of us|caucus) {firmly}(?:support|supports|supported|back|backs|backed|stand (?:by|with|behind|beside)|stands (?:by|with|behind|beside)|endorse|trust|am (?:with|behind)|are (?:with|behind)|is (?:with|behind)|was (?:with|behind)|(?:remain|remains|remained|stay|stayed) {firmly}(?:with|behind|loyal to|committed to)|believe in|believes in|admire and support|am backing|are backing|is backing|am supporting|is supporting|are supporting|am sticking (?:with|by)|is sticking (?:with|by)|are sticking (?:with|by)|have faith in|am loyal to|am a (?:strong )?supporter of|follow|serve|defend) {firmly}(?:{leader}|{leaders} leadership)',
      "(?:i'm|we're|he's|she's|they're|i am|we are|he is|she is|they are|am|are|is) (?:(?:all|still|right|firmly|absolutely|fully|squarely|completely|100 per ?cent|100%|four-?square|totally|solidly|one hundred per ?cent|very much|foursquare|proudly|united|always|backing|supporting) )*(?:behind|with|for|backing|supporting|sticking (?:with|by)|standing (?:with|by|behind)|in (?:this foxhole|the trenches|the tent|lockstep) with) {leader}",
      '(?:entire )?(?:cabinet|caucus|party|government|team|we|ministers|colleagues|us)[^.;]{0,40} (?:is|are|remains?|stands?) (?:\\S+ ){0,4}(?:behind|united behind|with) {leader}',
      // "I have full confidence in", "she has my support"
      "(?:i|we|he|she|they) (?:have|has|had|'ve|'s|'d|retain|retains|maintain|place|put|do have|still have|still has|continue to have|express|gave|give)(?: always had| still| got| always)? {firmly}(?:{full} (?:in|for|to|behind|from)) (?:{leader}|{leaders} (?:leadership|ability|judgment|judgement))",
      '{leader} (?:has|have|had|will have|would have|enjoys?|retains?|commands?|can count on|could count on|still has|continues to have|always has|does have|absolutely has) {firmly}(?:and will (?:always |continue to )?have )?{full}(?! of (?:the )?(?:country|public|voters|people))',
      "(?:has|have|had|got|'s got|'ve got) (?:always had )?(?:my|our|his|her|L's)(?: back| vote| loyalty| full loyalty| friendship)(?: and my (?:confidence|support))?",
      "(?:i|we) have (?:his|hers|her|L's)(?: back)?\\b(?=[^.]{0,40}support|\\.|,| and)",
      "{leader}(?:'s| has|'s got| can) (?:got me|have me|count on me|count on (?:my|his|her|our) (?:support|vote|loyalty)|rely on me)",
      // "He is the right person", "the best leader we have"
      "(?:{leader} (?:is|was|remains|'s)|there is no one|as) (?:still |clearly |simply |by far |absolutely |without doubt |quite simply |undoubtedly |, in my view, )*(?:the )?(?:right|best|only|strongest)(?: possible| placed)? ?(?:person|man|woman|leader|choice|candidate|one|chance|prime minister|president|nominee|hope|captain|option)?(?: (?:we've got|we have(?: got)?|to (?:lead|beat|take|win|carry|defeat|steer)|for (?:the job|us|the party|this|our)|who can))",
      "{leader} (?:is|was|remains|'s) (?:still |clearly |simply |by far |absolutely )*the (?:right|best) (?:person|man|woman|leader|choice|candidate|one)(?![^.]{0,20}\\?)",
      '{leader} (?:should|must|ought to|needs to|will|has every right to|deserves to|deserves the chance to|deserves to be allowed to|can|has earned the right to) (?:absolutely |definitely |certainly |also |still )?(?:stay|remain|continue(?! to (?:face|lose|listen))|lead (?:us|the (?:party|country|Y)|Y|our)|carry on|be (?:allowed|given (?:time|the chance|a chance))|keep (?:going|fighting|the job|his job|her job)|finish the job|serve (?:out|a full)|fight (?:on|the next)|get on with (?:it|the job)|see (?:it|this) through|take us into|win the next|not (?:resign|quit|step (?:down|aside)|go\\b))',
      '{leader} deserves? (?:our|my|the|his|her|a|every|to be|time|loyalty|better|more)[^.;]{0,40}(?:support|loyalty|chance|confidence|backing|time|respect|beaten by the voters|second chance)',
      "(?:i|we|he|she|they) (?:will|would|'ll|'d|am|'m|are|is|plan to|intend to|intends to|going to|of course i'm)?(?: be| proudly| gladly| happily| of course| definitely| still)* ?(?:vote|voting|voted) for {leader}(?! (?:to go|removal|resignation|departure))",
      "(?:i|we|he|she|they) (?:will|would|'ll|'d|would rather|'d sooner|would sooner)(?: always| gladly| happily| never)? (?:follow|have|walk through (?:a wall|fire|walls) for|go through (?:a wall|fire|walls) for|run through (?:a wall|walls) for|take a bullet for|die in a ditch for|go over the top for|eat (?:my|his|her|the) \\S+ than walk out on|desert|abandon|betray|stab) {leader}",
      '(?:sooner|rather) [^.,;]{0,40} than (?:walk out on|abandon|desert|betray|knife|leave) {leader}',
      '(?:my|our) (?:prime minister|leader|president|candidate|nominee)(?: is| remains) L',
      "(?:L|he|she)'s my (?:prime minister|leader|president|candidate|nominee|guy|man|woman|friend and)",
      '(?:proud|honoured|honored|privileged|pleased|happy|delighted) to (?:serve|support|back|stand with|work with|be (?:serving|part of|on)) (?:with |under |in )?(?:{leader}|{leaders} (?:team|cabinet|government))',
      "(?:there is|there's|there is simply) (?:no|not) ?(?:one|body|reason|vacancy|alternative|question)[^.;]{0,30} (?:better|for {leader} to (?:go|resign|step)|fit to|other than {leader}|than {leader})",
      'no ifs?[^.;]{0,12}(?:buts?|for-nows?|ands?)',
      "(?:one does not|you do not|you don't|we do not|we don't|now is not the time to|this is not the time to|no time to|wrong time to|madness to|mistake to|crazy to|foolish to|folly to|insane to|not the time (?:to|for)) (?:be )?(?:change|chang\\w+|swap|switch|throw|toss|replace|dump|ditch|remov\\w+|get rid of|a change of|turn on|knife|turfing|dumping|ousting)[^.;]{0,30}(?:leaders?|horses?|skippers?|captains?|pilots?|prime ministers?|{leader}|overboard|midstream|course|nominee)",
      'anyone (?:plotting|who thinks|thinking of)[^.;]{0,60}(?:head examined|ought to|should (?:stop|think again|be ashamed)|mistaken|wrong)',
      '(?:rock[- ]solid|four-?square|shoulder to shoulder|in lockstep|united|fully|squarely|solidly|firmly) (?:for|with|behind) {leader}',
      '(?:loyalty|support|backing|confidence) (?:to|for|in) {leader} (?:is|was|remains|has) (?:not |never )?(?:total|absolute|complete|unwavering|unshaken|a matter of record|undimmed|solid|full|100|one hundred|stronger|firm|rock|undiminished|wavered|changed)',
      "i(?: am|'m) L's(?= man| woman|,|$)",
      '{leader} can (?:still )?(?:win|turn (?:it|this|things) around|lead us|beat)(?! (?:back|if))',
      '(?:happy|content|comfortable|satisfied) (?:with {leader} (?:as|leading)|for {leader} to (?:stay|lead|continue))',
      "(?:want|wants|would like|'d like|hope|hopes|expect|urge|encourage|asked|beg) {leader} to (?:stay|remain|continue|lead us|keep (?:going|fighting|leading)|carry on|fight on|stay on|hang on|not (?:quit|resign|go))",
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others'],
  claim: (hit) => (turned(hit.stretch, hit.after) ? null : { attrs: {}, weight: 3 }),
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
function turned(stretch: string, after: string): boolean {
  return (
    /^'s (?!leadership|side|record|team|candidacy|bid|campaign|re-?election|ticket)/.test(after) ||
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
    told: [
      '{figure} (?:has |have |had |also |quickly )*(?:came|come|leapt|sprang|rushed|rode|jumped|flew) to {leaders} (?:own )?(?:defen[cs]e|side|rescue|aid)',
      '{figure} (?:is|was|are|were|remains?|stayed|stays|remained) (?:still |firmly |squarely |very much |also |steadfastly )*(?:in {leaders} (?:corner|camp)|on {leaders} side|loyal to {leader}|behind {leader}|with {leader}(?! (?:in|on|at|when|as))|a (?:loyal |staunch |firm |close )?(?:ally|supporter|backer|defender) of {leader})',
      '{figure} (?:said|says|told [^,.;]{1,40}?|insisted|added|promised)(?: that)? {leader} (?:could|can|would|will|should) (?:always |still )?(?:count|rely|depend) on (?:him|her|them|me|us)',
      '{figure}[^.;]{0,60} (?:dismissed|called|described|branded|said)(?: (?:that|the))? ?(?:talk|idea|speculation|suggestion|prospect|notion|thought)s? (?:of|that) (?:replacing|removing|ousting|dumping|changing|a challenge|a contest|a coup)[^.;]{0,40} (?:as|was|is|were)',
      '{figure}[^.;]{0,80} and said (?:that )?{leader} (?:would|will) (?:prevail|win|survive|see it through|come through|be vindicated|beat)',
      '{leader} (?:won|got|received|drew|picked up|earned|secured|has|had|still has|retains|enjoys|kept) (?:a |an |the |strong |warm |public |firm |full |ringing |quick |continued )*(?:endorsement|support|backing|defen[cs]e|loyalty|confidence|vote of confidence) (?:from|of) (?:the )?{named}',
      'among (?:those|the (?:few|many|first)|{leaders} (?:defenders|supporters|backers))[^.;]{0,30}(?:standing by|sticking with|backing|defending|supporting|behind)? ?(?:{leader} )?(?:is|was|are|were) {those}',
      '(?:backed|supported|defended|endorsed) by {those}[^.;]{0,20}, {leader}',
      'asked (?:if|whether) (?:he|she|they) (?:still )?(?:supports?|supported|backs?|backed|has|had|have) (?:confidence in |faith in )?{leader}[^.;]{0,30}, {figure} (?:said|replied|answered|responded|told [^,.;]{1,30}?):? (?:yes|naturally|absolutely|of course|certainly|always|definitely|100 per ?cent|totally)',
      '{figure} (?:has |have |had |was |is |also |later |publicly |again |promptly )*(?:came out|come out|coming out|spoke(?: up)?|spoken|speaks|speaking|stood up|went to bat|going to bat|went out to bat|vouching|campaign(?:ed|ing)|appeared) (?:\\S+ )?(?:for|in support of|in defen[cs]e of|in favou?r of|on behalf of|alongside|with) {leader}(?! to)',
      '{figure} (?:has |have |had |also )*(?:called|calls|described|hailed|praised|introduced)(?: [^.;]{1,20})? {leader} (?:as )?(?:the (?:best|right|only|strongest)|our (?:best|next)|a (?:great|fighter|winner))',
      '{figure} (?:has |have |had |also |publicly )*(?:urged|called on|told|asked|begged|implored|warned) (?:colleagues|members|the party|lawmakers|mps|caucus|everyone|unhappy members|critics|rebels|fellow \\S+|\\S+ colleagues) [^.;]{0,20}(?:to )?(?:rally|unite|stand|fall in|get|stick|stay|close ranks|back|line up)[^.;]{0,20}(?:behind|around|round|with|by)? ?{leader}',
      '{figure},? (?:when )?asked (?:if|whether|about) [^.;]{0,70}?(?:{leader}|she|he)[^.;]{0,50}?,? (?:said|replied|answered|responded|told [^,.;]{1,30}?):? ?,?(?:yes|naturally|absolutely|of course|certainly|always|definitely|100 per ?cent|totally|completely|without (?:a )?(?:doubt|question))',
      "{figure} [^.;]{0,80}(?:video|letter|statement|post|newsletter|message|tweet|article)[^.;]{0,30} (?:in which )?(?:he|she|they)?(?:'s| is)? ?(?:backs?|backed|backing|supports?|supported|supporting|endorses?|endorsed) {leader}",
      "{figure}: told [^.;]{1,60} (?:he|she)(?:'s| is| was) (?:backing|supporting|with|behind) {leader}",
      '{figure} (?:[^.;]{0,60} )?(?:with|wearing|carried|held) [^.;]{0,40}(?:rosette|badge|placard|sign|banner) (?:reading|saying) L',
      '{figure}[^.;]{0,60}(?:too|also)? (?:is|are|was) (?:sticking|standing) (?:by|with) {leader}',
      "{figure} (?:has |have |had |was |were |is |are |also |quickly |publicly |openly |again |firmly |fully |still |all |now |later |repeatedly |strongly |loyally |too |among those (?:who |publicly )?|one of those |too is |'s )*(?:back(?:ed|s|ing)?|defend(?:ed|s|ing)?|endors(?:ed|es|ing)|support(?:ed|s|ing)?|st(?:ood|ands?|anding) (?:by|behind|with|beside|squarely behind|firmly behind|foursquare behind)|rall(?:ied|ies|ying) (?:behind|around|round|to)|stuck (?:by|with)|stick(?:s|ing)? (?:by|with)|vouch(?:ed|es|ing)? for|vowed to (?:back|support|stand by)|pledged to (?:back|support|stand by)|promised to (?:back|support|stand by)|came to the defen[cs]e of|leapt to the defen[cs]e of|sprang to the defen[cs]e of|threw (?:his|her|their) (?:weight|support) behind|lined up behind|swung behind|fell in behind|closed ranks (?:around|behind)|praised) (?:{leader}|{leaders} (?:leadership|record|side|defen[cs]e))(?! (?:resign|resigning|resignation|budget|bill|to (?:go|resign|step|leave|quit)|staff|policy|critics|opponents))",
      '{figure} (?:has |have |had |was |is |are |also |quickly |publicly |again |later |repeatedly |all |both )*(?:voiced|expressed|declared|offered|reiterated|reaffirmed|pledged|gave|proclaimed|restated|repeated|affirmed|professed|stated|confirmed|insisted on|sworn|swore|signal(?:led|ed)|underlined|underscored|stressed|emphasi[sz]ed|announced|trumpeted|renewed|extended|lent) (?:his |her |their |its )?(?:own |continued |undying )*(?:{full}|loyalty)(?: and \\w+)?(?:,| (?:for|in|to|behind|of) (?:{leader}|{leaders} leadership)|\\.|$)',
      "{figure} (?:has |have |had |also )?(?:said|says|insisted|insists|told [^,.;]{1,40}|made (?:it )?clear|declared|vowed|replied|added|repeated|stressed|confirmed)(?: (?:that|on \\w+day|again|today))* (?:{leader} (?:has|had|enjoys|enjoyed|still has|still had|retained|retains) {firmly}{full}|(?:he|she|they) (?:was|were|is|are|remains?|remained|would be|will be|stood|stands|'d be|'s|still)? ?(?:\\S+ )?(?:behind|backs?|backed|backing|supports?|supported|supporting|with|sticking (?:with|by)|stands? (?:by|behind|with)|stood (?:by|behind|with)|loyal to|voting for|confident in) {leader}|(?:he|she|they) (?:has|have|had) {firmly}{full} (?:in|for) {leader}|{leader} should (?:stay|remain|continue|lead|carry on|not (?:resign|quit|step)))",
      '{leader} (?:was|is|has been|had been|were) (?:also |strongly |publicly |stoutly |fiercely )*(?:defended|backed|supported|endorsed|praised) by {named}',
      '{figure} [^.;]{0,60}(?:insisting|saying|adding|declaring|telling [^.;]{1,40}?|stressing|vowing|promising)(?: that)? (?:{leader} (?:has|had|enjoys|still has|still had) {firmly}{full}|(?:he|she|they) (?:backs?|backed|supports?|supported|would be backing|stands? behind|stood behind|remains? loyal to|will back) {leader}|{leader} (?:should|must) (?:stay|remain|continue))',
      '{figure}[^.;]{0,60} (?:loyalty to {leader}|support for {leader}|confidence in {leader})(?: was| is| remained)? (?:a matter of record|unshaken|unwavering|undimmed|intact)',
      '{figure} [^.;]{0,60}(?:rock solid|united|four-?square|solid|fully|firmly|squarely) (?:for|behind|with) {leader}',
      '{figure} (?:was|were|has been|remained|remains|is|are) (?:the |one of the |among the |still )*{leaders} (?:most |fiercest |staunchest |loudest |strongest |closest )*(?:loyal|fierce|fiercest|staunch|staunchest|vocal|ardent|loudest|strongest|stalwart|loyal) ?(?:champions?|defenders?|supporters?|allies|ally|loyalists?|backers?)',
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others', 'second-hand'],
  claim: (hit) => (turned('', hit.after) ? null : { attrs: {}, weight: 2 }),
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
