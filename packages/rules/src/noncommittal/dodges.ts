import { defineRule } from '../rule.ts'

const matter =
  "(?:whether (?:or not )?(?:{leader}|he|she|they|it|his|her)|if (?:{leader}|he|she|they)|{leader}|{leaders} (?:future|leadership|fate|position|fitness)|(?:the |his |her )?(?:leadership|leader's)(?: question)?|who should lead|which way|how (?:he|she|they) (?:would|will|voted|intends)|(?:his|her) (?:vote|position|view|views|hand)|a side|sides|between)"

export const dodgesQuestion = defineRule({
  name: 'noncommittal/dodges-question',
  emits: 'noncommittal',
  because: 'A figure who dodges or declines the question of the leadership takes no side.',
  when: {
    by: 'figure',
    told: [
      '{figure} (?:gave|offered|issued|provided) (?:a |an )?(?:\\S+ )?(?:non-?answer|non-?committal \\S+|evasive \\S+|no (?:direct |clear |straight )?(?:answer|opinion|view|hint|comment))',
      '{figure} would say neither',
      '{figure} (?:has |have |had )?(?:declined|refused|turned down)(?: (?:an |all |multiple |several |repeated |our ))(?:\\S+ )?(?:interviews?|requests?)[^.;]{0,40}{leader}',
      '{figure} (?:hung up|walked off|closed the door|shut the door|rolled up (?:his|her) window)',
      '{figure} (?:has |have |had |also )*(?:kept|stayed|remained|been|gone|fallen)(?: \\w+)? (?:silent|quiet|mum|tight-?lipped|neutral|on the sidelines|out of it|on the fence)',
      '{figure}[^.;]{0,60}? (?:was|is|were|are) (?:still )?(?:weighing|deciding|considering|mulling|debating|wrestling with|thinking about) (?:whether|if|how|what)[^.;]{0,60}{leader}',
      "{figure} (?:has |have )?(?:not|n't|yet to) (?:yet )?(?:said|say|taken|take|publicly|commented|declared)[^.;]{0,40}(?:whether|position|side|{leader})",
      '{figure}[^.;]{0,30}? (?:would|did|could|will) neither [^.;]{1,40} nor [^.;]{0,40}{leader}',
      '{figure}[^.;]{0,60}? said (?:that )?(?:the )?(?:question|matter|decision|issue)(?: of [^.;]{1,30}| about [^.;]{1,30})? (?:was|is) (?:one )?(?:for|up to)',
      "{figure}[^.;]{0,60}? (?:is|was|were|are|remains?) (?:also |deeply |very |increasingly |seriously |really |extremely |gravely |so )*(?:concerned|worried|troubled|uneasy|anxious|frustrated|alarmed|dismayed) (?:about|over|by|at|with) [^.;]{0,60}(?:{leader}|leadership|direction|L's)",
      // A question about the leader, and an answer about something else.
      '{figure}[^.;]{0,90}? (?:slipped out|ducked out|left|hurried (?:off|away)|scarpered|fled|blew smoke|walked (?:off|away)|vanished)[^.;]{0,40}(?:rather than|before|to avoid|without)[^.;]{0,30}(?:ask|answer|question)',
      '{figure}[^.;]{0,40} took (?:\\S+ )?questions about {leader}[^.;]{0,40} and answered',
      '{figure} (?:asked|requested) that (?:his|her) name not be recorded',
      '{figure}[^.;]{0,60} (?:would (?:only say|say only)|was heard to say only|would say nothing|said only)(?: that)? ',
      '{figure}[^.;]{0,60} (?:is|was|has been|prefers to be) keeping (?:it |that )?to (?:himself|herself)',
      `{figure} (?:has |have |had |also |again |repeatedly |both |twice |neatly |carefully )*{dodge} (?:{gap} )?(?:questions?|the (?:question|issue|matter|topic|subject)|an answer|answering|{leaders} (?:future|leadership)|queries|choosing|taking)`,
      `{figure}[^.;]{0,80}? (?:also |again |repeatedly |twice |pointedly |both |all )*{decline} (?:to )?(?:publicly |directly |explicitly |even )*(?:say|saying|answer|answering|comment|be drawn|rule out|commit|speculate|discuss|weigh in|endorse|take|choose|pick|reveal|disclose|confirm|offer|elaborate|be pinned down|back|express|get into|want to say|give|tell|state|declare|support|side)(?: {gap})? ?(?:on |about |over |into |of |in |publicly |directly )*${matter}`,
      "{figure} (?:has |have |had |is |was |are |were |remained |remains |said (?:he|she|they) (?:was|were|is|had) |says (?:he|she)(?: is|'s|has) )*(?:still )?(?:undecided|on the fence|noncommittal|non-committal|neutral|conspicuously (?:neutral|impartial|silent)|(?:not|n't) (?:yet )?(?:made up (?:his|her|their) minds?|decided)|yet to (?:decide|make up|take|say|declare)|keeping (?:his|her|their) (?:own )?(?:counsel|powder dry|options open|opinion|opinions|views)|kept (?:his|her|their) (?:own )?(?:counsel|powder dry|options open)|torn|sitting on the fence|agnostic|impartial|less (?:than )?(?:effusive|categorical|clear|chatty))",
      '{figure}[^.;]{0,80}? (?:keep|keeping|kept) (?:his|her|their) (?:opinions?|views?|thoughts|counsel)(?: on [^.;]{1,40})? (?:to (?:himself|herself|themselves)|private)',
      '{figure}[^.;]{0,60}? (?:steered (?:away|clear)|stopped short|shied away|stayed out|demurred|refrained|held back) (?:from |of )?(?:choosing|picking|saying|taking|endors\\w+|back\\w+|calling|offering|declar\\w+|giving|it|the (?:fray|question|fight))',
      '{figure} (?:has |have |had |also )*(?:voiced|expressed|raised|acknowledged|shared|aired|admitted) (?:some |serious |deep |his |her |their |private |similar |grave |real |growing |significant )*(?:concerns?|worr(?:y|ies)|doubts|misgivings|unease|frustrations?|reservations|anxiety)(?: (?:about|over|with|on|at)[^.;]{0,60}(?:{leader}|leadership|direction|future|polls|party))',
      '{figure}[^.;]{0,60}? (?:called for|wants?|wanted|asked for|urged|said there (?:should|needs to) be) (?:a |an |some |more |frank |open |honest |serious |full |proper )*(?:conversation|discussion|debate|dialogue|reckoning|family talk)(?: [^.;]{0,50}?(?:{leader}|leadership|future|direction|caucus))?',
    ],
  },
  unless: ['hypothetical', 'second-hand'],
  claim: (hit) =>
    /\b(?:sign(?:ed|atures?)?|letter|run|running|stand for|running for)\b/.test(hit.match[0]) ||
    /^[^.]{0,20}\b(?:signed|letters?|names?)\b/.test(hit.after)
      ? null
      : { attrs: {}, weight: 2 },
  fires: [
    { text: 'Robert Finch would not say whether he backs the prime minister.', actor: 'Robert Finch' },
    { text: 'Robert Finch sidestepped questions about Vale’s future.', actor: 'Robert Finch' },
    { text: 'Vale has to wait: Robert Finch said he was still undecided.', actor: 'Robert Finch' },
  ],
  staysSilent: [
    {
      text: 'Robert Finch would not say whether he had signed the letter.',
      because: 'It is about a letter.',
    },
    { text: 'Robert Finch declined to comment on the ferry fares.', because: 'It is about ferries.' },
  ],
})

export const saysNeither = defineRule({
  name: 'noncommittal/says-neither',
  emits: 'noncommittal',
  because: 'Words that put the question off, or ask for a discussion, are neither a call nor support.',
  when: {
    by: 'figure',
    said: [
      'not (?:going )?to (?:stand|sit) here and',
      "(?:i'll|i will|i'd) have (?:more|something|plenty) to say",
      "(?:i'm|i am|we're) not (?:going|getting) (?:there|into that|to go there|into it)",
      "(?:i'll|i will|we'll|he'll|she'll|he would|she would|i'd) (?:support|back|be for|vote for|get behind) (?:whoever|whomever|the nominee|our nominee|the (?:eventual )?(?:nominee|leader|winner)|whichever|the party)",
      '(?:whoever|whomever) (?:the (?:nominee|leader)|it|wins|leads|the party)',
      '(?:above|beyond|outside) my (?:pay grade|pay scale|remit)',
      "(?:we'll|we will|let's|we shall|i guess we'll|you'll) (?:see|have to (?:see|wait|ask)|wait)",
      'ask me (?:later|again|tomorrow|next|when|after|in)',
      "(?:i've|i have) (?:said|made|got) (?:what i|my|all i|nothing|no)",
      "(?:i|he|she) (?:am|is|was|'m|'s) (?:still )?(?:listening|praying|thinking|talking|hearing|taking|weighing|consulting)(?: on it| about it| to| with|$)",
      '(?:private|internal|family|caucus) (?:conversations?|discussions?|matter|business|advice)',
      "(?:haven't|have not|hasn't|has not|hadn't|had not) (?:thought|considered|given|decided|formed|taken|come|reached|settled)",
      "(?:don't|do not|didn't|doesn't) (?:know|have (?:a|an) (?:view|opinion|position|answer))(?: yet)?",
      "(?:i'm|i am|he's|she's|he is|she is) (?:not|n't) answering (?:that|this)",
      "(?:i'm|i am) with the people of",
      '(?:folks|people)(?: back home)? are talking about',
      "(?:i|he|she)(?:'ll| will|'d| would) have something to say when",
      '(?:to|my job to) run the meeting',
      '(?:a |the )?(?:number|lot|great deal) of respect for (?:both|each|all)',
      "(?:i|we|he|she) (?:have|has|had|did|do)(?: not|n't)(?: yet)? (?:made (?:up )?(?:my|his|her|our|a) (?:minds?|decision)|decided|reached a decision|come to a (?:decision|conclusion|view))",
      "(?:conversations?|discussions?|debates?|talks?|questions?|matters?)(?: that)? (?:we|i|people|colleagues|everyone|everybody|members|caucus)(?:'ll| will| should| need to| are| must| has to| have to| all)? ?(?:have|having|had|answer|answer for ourselves|has to answer|in our own time)?[^.;]{0,30}(?:inside|within|in|for|at|behind|with|as|their own time) (?:the )?(?:caucus|room|family|party|closed doors|colleagues|a group|private)?",
      '(?:need|have|going|want|time|ought|important|important that we) (?:for caucus )?(?:to )?(?:have|having|hold) (?:a|an|that|this|the|those|some|these) (?:\\S+ )?(?:frank |open |honest |serious |full |hard |tough |real |broad |robust |difficult )*(?:conversations?|discussions?|debate|dialogue)',
      "(?:i|we|he|she)(?: am|'m| was| is| will| would|'ll|'d|'re| are)(?: not|n't)? ?(?:not )?(?:going to )?(?:prejudge|comment(?:ing)?|speculat(?:e|ing)|get(?:ting)? into|discuss(?:ing)?|answer(?:ing)?|break caucus|negotiat(?:e|ing) in public|be rushed|weigh in|take sides|pick(?:ing)? sides|tak(?:e|ing) sides|talk(?:ing)? about|say(?:ing)? (?:anything|more)|shar(?:e|ing)|disclos(?:e|ing)|referee(?:ing)?|get ahead of)(?! (?:my|his|her) (?:tax|salary))",
      "(?:i|he|she)(?:'m| am| was|'s| is) (?:going in (?:there )?to listen|here to listen|listening|keeping an open mind|undecided|on the fence|torn|reserving judgment|just numb|neutral|going to listen|waiting|keeping my (?:powder dry|options open|own counsel|counsel)|still thinking|thinking about it|reflecting on it|mulling)",
      "(?:that's|that is|it's|it is|those are|these are|this is|that was|it was|it would be|that will be) (?:really |entirely |ultimately |very much |a |an |not )*(?:matters?|questions?|decisions?|conversations?|discussions?|judge?ments?|choices?|calls?)(?: \\w+){0,3} (?:for|that|everyone|everybody|to|we|up to|i)",
      '(?:up to|decision for|a decision only|only|for) {leader} (?:to (?:decide|make|judge|answer|determine|say)|can (?:make|decide)|and (?:his|her) family)',
      '(?:the )?(?:decision|question|choice) is (?:his|hers|entirely his|entirely hers|{leaders}|up to {leader})',
      "(?:i'll|i will|we'll|we will|i'd|he'd|she'd|he would|she would) (?:wait and see|see what|see how|have (?:something|more) to say|think about (?:leaders|that|it)|make (?:up )?my (?:mind|decision)|keep my (?:opinion|thoughts|views|counsel)|keep (?:that|those|it|my thoughts) (?:to myself|private|between)|say what i have to say|save (?:it|that|my) (?:comments )?for|let (?:him|her|caucus|others|L))",
      '(?:keep|keeping) (?:my|that|it|those|his|her) ?(?:opinions?|thoughts|views|counsel|head down)?(?: to (?:myself|himself|herself)| private| until| between)',
      "(?:there (?:is|are|'s)|we (?:have|share)|i (?:have|share)|people (?:have|are)|caucus (?:has|is)) (?:a (?:lot|level|degree|sense|range|great deal) of |some |serious |real |deep |genuine |legitimate |growing |certainly |a lot of people with |many )*(?:concern(?:s|ed)?|anxiety|unease|frustration|worr(?:y|ies|ied)|nervousness|angst|disquiet|views|opinions)",
      "(?:some days yes, some days|i sit in (?:his|her) cabinet|the result is the result|it's complicated|no comment|next question|i came to eat)",
      '(?:a|the) (?:sign of a )?(?:healthy|strong|robust|democratic|normal|difficult|tough|frank|necessary)(?: and)?(?: \\w+)? (?:caucus|conversations?|discussions?|debate|party|democracy|process)',
    ],
  },
  unless: ['hypothetical'],
  claim: (hit) => (/\b(?:fares?|budget|tax|tenders?)\b/.test(hit.stretch) ? null : { attrs: {}, weight: 1 }),
  fires: [
    {
      text: '"I haven’t made up my mind about the prime minister," Robert Finch said.',
      actor: 'Robert Finch',
      quote: 'I haven’t made up my mind about the prime minister,',
    },
    {
      text: '"We need to have a serious conversation about Vale," said Robert Finch.',
      actor: 'Robert Finch',
      quote: 'We need to have a serious conversation about Vale,',
    },
  ],
  staysSilent: [
    { text: '"We need to have a conversation," one MP said of Vale.', because: 'Nobody is named.' },
    { text: 'Robert Finch said he would build the bridge Vale promised.', because: 'Another matter.' },
  ],
})
