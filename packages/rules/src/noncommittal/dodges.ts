import { defineRule } from '../rule.ts'

/** Policies and the weather: what else a politician is asked about. */
const OTHER_MATTER =
  /\b(?:fares?|budgets?|tax(?:es)?|tenders?|lev(?:y|ies)|tolls?|bridges?|hospitals?|housing|schools?|railways?|courts?|waiting times|inflation|wages|strikes?|rain|pensions?|tariffs?)\b/

export const dodgesQuestion = defineRule({
  name: 'noncommittal/dodges-question',
  emits: 'noncommittal',
  because: 'A figure who dodges or declines the question of the leadership takes no side.',
  when: {
    by: 'figure',
    means: {
      told: [
        'FIGURE HAVE NOT DECIDE',

        'FIGURE NEG MIND',
        'FIGURE ONLYSAY',
        'FIGURE OFFER ~ UNDECIDED',

        'FIGURE OFFER ~ CONCERN ~ TOPIC',

        'FIGURE ~ REFUSED TO ~~ NOTSAY ~~ TOPIC',
        'FIGURE ~ WILL NOT ~~ DECLARE ~~ TOPIC',
        'FIGURE WILL NOT DECLARE $',
        'FIGURE REFUSED TO DECLARE $',
        'FIGURE WILL NOT BE ASKED',
        'FIGURE REFUSED TO BE ASKED',
        'FIGURE HAVE NOT DECLARE ~~ TOPIC',
        'FIGURE DO NOT DECLARE ~~ TOPIC',
        'FIGURE CAN NOT DECLARE IF ~~ TOPIC',
        'FIGURE ~ NOT AVOIDED ~~ TOPIC',
        'FIGURE ~ DODGED ~ QUESTION',
        'FIGURE DODGED ~ TOPIC',
        'FIGURE DODGED $',
        'FIGURE ~ AVOIDED ~ BACKING/CONF/DEMAND_ING/ASK_ING/DECLARE_ING/LET',
        'FIGURE ~ REFUSED TO BACK/CONF',
        'FIGURE IS UNDECIDED ~ TOPIC',
        'FIGURE UNDECIDED ~ TOPIC',
        'FIGURE IS UNDECIDED $',
        'FIGURE DECLARE_ED ~ UNDECIDED',
        'FIGURE DECLARE_ED ~ CONCERN ~ TOPIC',
        'FIGURE IS CONCERN ~ TOPIC',
        'FIGURE HAVE CONCERN ~ TOPIC',
        'FIGURE NO BACK_ED AND/NOT',
      ],
    },
    told: [
      '{figure}[^.;]{0,60} (?:stonewalled|hedged|demurred|equivocated|prevaricated|fudged|fled from|hurried past|slipped past|pushed past|hurried away|changed the subject|rolled up the car window|shook (?:his|her) head|was (?:\\S+ )?(?:sphinx-like|lawyerly|cagey|coy|evasive|guarded|non-?committal))',
      "{figure}[^.;]{0,60} (?:has |have |had )?(?:not|n't|neither) (?:come down|taken|defended|endorsed|said|declared|picked|chosen)[^.;]{0,60}(?:side|nor|where|{leader})",
      '{figure} would say neither',
      '{figure} (?:has |have |had )?(?:declined|refused|turned down)(?: (?:an |all |multiple |several |repeated |our ))(?:\\S+ )?(?:interviews?|requests?)[^.;]{0,40}{leader}',
      '{figure}[^.;]{0,30}? (?:would|did|could|will) neither [^.;]{1,40} nor [^.;]{0,40}{leader}',
      '{figure}[^.;]{0,90}? (?:slipped out|ducked out|left|hurried (?:off|away)|scarpered|fled|blew smoke|walked (?:off|away)|vanished)[^.;]{0,40}(?:rather than|before|to avoid|without)[^.;]{0,30}(?:ask|answer|question)',
      '{figure}[^.;]{0,40} took (?:\\S+ )?questions about {leader}[^.;]{0,40} and answered',
      '{figure} (?:asked|requested) that (?:his|her) name not be recorded',
      '{figure}[^.;]{0,60} (?:is|was|has been|prefers to be) keeping (?:it |that )?to (?:himself|herself)',
      `{figure} (?:has |have |had |also |again |repeatedly |both |twice |neatly |carefully )*{dodge} (?:{gap} )?(?:questions?|the (?:question|issue|matter|topic|subject)|an answer|answering|{leaders} (?:future|leadership)|queries|choosing|taking)`,
      "{figure} (?:has |have |had |is |was |are |were |remained |remains |said (?:he|she|they) (?:was|were|is|had) |says (?:he|she)(?: is|'s|has) )*(?:still )?(?:undecided|on the fence|noncommittal|non-committal|neutral|conspicuously (?:neutral|impartial|silent)|(?:not|n't) (?:yet )?(?:made up (?:his|her|their) minds?|decided)|yet to (?:decide|make up|take|say|declare)|keeping (?:his|her|their) (?:own )?(?:counsel|powder dry|options open|opinion|opinions|views)|kept (?:his|her|their) (?:own )?(?:counsel|powder dry|options open)|torn|sitting on the fence|agnostic|impartial|less (?:than )?(?:effusive|categorical|clear|chatty))",
    ],
  },
  unless: ['hypothetical', 'second-hand', 'off-topic'],
  claim: (hit) =>
    OTHER_MATTER.test(hit.match[0] + hit.after.slice(0, 25)) ||
    /\b(?:sign(?:ed|atures?)?|letter|run|running|stand for|running for)\b/.test(hit.match[0]) ||
    /^[^.]{0,20}\b(?:signed|letters?|names?)\b/.test(hit.after)
      ? null
      : { attrs: {}, weight: 2 },
  fires: [
    { text: 'Robert Finch would not say whether he backs the prime minister.', actor: 'Robert Finch' },
    { text: 'Robert Finch sidestepped questions about Vale’s future.', actor: 'Robert Finch' },
    {
      text: 'Vale has to wait: Robert Finch said he was still undecided.',
      actor: 'Robert Finch',
      also: ['noncommittal/says-neither'],
    },
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
    means: {
      said: [
        'SELF IS NO ~ =NOT',

        'SELF HAVE NOT DECIDE',

        '^ CONSIDER_ING',

        'SELF NEG MIND',

        'NOSAY',
        'MATTERFOR',
        'SELF IS? UNDECIDED',
        'SELF NOT UNDECIDED',
        'SELF HAVE CONCERN',
        'SELF IS CONCERN ~ TOPIC',
        'NEED ~ TALK',
        'MUST HAVE TALK',
        'NO BACK NOT',
        'NEG DECLARE $',
        'SELF CONSIDER_ING',
      ],
    },
    said: [
      "(?:i'm|i am) (?:the|a|just|only|here)(?: \\S+){0,3} (?:minister|whip|chair|umpire|referee|to talk about|for the)",
      '(?:people|members|colleagues|constituents|voters) (?:are|have) (?:\\S+ )?(?:worried|anxious|concerned|concerns|uneasy|asking|talking)',
      '(?:conversations?|discussions?|chat) we need to have',
      'not (?:going )?to (?:stand|sit) here and',
      "(?:i'll|i will|we'll|we will|i'd|he'd|she'd|he would|she would) (?:wait and see|see what|see how|have (?:something|more) to say|think about (?:leaders|that|it)|make (?:up )?my (?:mind|decision)|keep my (?:opinion|thoughts|views|counsel)|keep (?:that|those|it|my thoughts) (?:to myself|private|between)|say what i have to say|save (?:it|that|my) (?:comments )?for|let (?:him|her|caucus|others|L))",
      '(?:keep|keeping) (?:my|that|it|those|his|her) ?(?:opinions?|thoughts|views|counsel|head down)?(?: to (?:myself|himself|herself)| private| until| between)',
      "(?:some days yes, some days|i sit in (?:his|her) cabinet|the result is the result|it's complicated|no comment|next question|i came to eat)",
      '(?:a|the) (?:sign of a )?(?:healthy|strong|robust|democratic|normal|difficult|tough|frank|necessary)(?: and)?(?: \\w+)? (?:caucus|conversations?|discussions?|debate|party|democracy|process)',
    ],
  },
  unless: ['hypothetical', 'off-topic'],
  claim: (hit) =>
    OTHER_MATTER.test(
      hit.article.marked.text.slice(
        hit.article.lineOf(hit.sentence.index)?.from ?? 0,
        hit.article.lineOf(hit.sentence.index)?.to ?? 0,
      ),
    )
      ? null
      : { attrs: {}, weight: 1 },
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
