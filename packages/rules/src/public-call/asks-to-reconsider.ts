import { defineRule } from '../rule.ts'

/** What a leader is softly asked to do. */
const reflect =
  '(?:seriously |carefully |really |to |now |take (?:some |the |a )?(?:time|weekend|few days|summer|holidays|break)[^,.;]{0,20}? to |long and hard |do some |sit down and )*(?:consider|reconsider|re-consider|rethink|re-think|think (?:again|long and hard|carefully|hard|very hard|seriously|very carefully)?(?: about)?|reflect(?: on| upon| about| deeply| carefully)?|contemplate|weigh|review|re-?evaluate|examine|re-?assess|search (?:his|her) soul|soul[- ]searching|ask (?:himself|herself)|take stock|mull|ponder|have a (?:good |hard )?(?:think|look))'
const what =
  "(?:of |about |on |upon |over |carefully |seriously |whether |if |deeply )*(?:(?:his|her|the|L's|own|political|{leaders}) )*(?:future|position|options|leadership|plans?|decision|candidacy|bid|role|legacy|place|status|standing|he|she|staying|stepping (?:down|aside)|resigning|remaining|continuing|what is best|what's best|what's in the best)"

export const asksToReconsider = defineRule({
  name: 'public-call/asks-to-reconsider',
  emits: 'public-call',
  because: 'Asking the leader to consider, reflect or think again is the soft form of a call.',
  when: {
    by: 'figure',
    means: {
      said: [
        '^ REFLECT',
        'LEADER MUST ~ REFLECT',
        'SELF ASK LEADER ~ CONSIDER IF',
        'SELF ASK LEADER ~ REFLECT',
        'YOU MUST REFLECT',
        'ASK YOU ~ REFLECT',
        'ASK YOU ~ CONSIDER IF',

        'LEADER MUST REFLECT',
        'LEADER MUST ~ AND REFLECT',
        'LEADER MUST CONSIDER ~ POSITION',
        'LEADER MUST CONSIDER IF',
        'LEADER MUST CONSIDER LEAVING',
        'LEADER MUST ~ AND CONSIDER ~ POSITION',
        'LEADER MUST ~ AND CONSIDER IF',
        'ASK LEADER TO ~ REFLECT',
        'ASK LEADER TO ~ CONSIDER ~ POSITION',
        'ASK LEADER TO ~ CONSIDER IF',
        'ASK LEADER TO CONSIDER LEAVING',
        'WANT LEADER TO REFLECT',
        'WANT LEADER WILL? ~ CONSIDER ~ POSITION',
        'WANT LEADER TO? ~ CONSIDER IF',
        'WANT LEADER WILL? ~ REFLECT',
        'TIME FOR LEADER TO REFLECT',
        'TIME FOR LEADER TO CONSIDER ~ POSITION',
        'LEADER MAY WANT? TO? REFLECT',
        'LEADER MAY WANT TO? CONSIDER',
        'LEADER MUST DECIDE IF',
      ],
    },
    said: [
      '(?:ask|asks|asked|asking|beg|begs|begged|begging|urge|urges|urged|urging|invite|inviting|want|wants|wanted|like|hope|hoped|hopes|implore|appeal to|advise|suggest|suggested|tell|told|need|needs)(?: that)?(?: [^.;]{0,30})?? {leader},?(?: [^.;]{0,50}?)? (?:to |will |would |might |could |should |ought to |must |may )?(?:want to |wish to |go (?:home|away)[^.;]{0,20} and |go for [^.;]{1,40} and |take [^.;]{1,30} (?:and|to) )?(?:think (?:again|twice|hard|long|carefully|seriously|very)|reflect|reconsider|rethink|revisit|look again|take (?:another|a (?:long|hard|good)[^.;]{0,10}) look|have (?:a|another)[^.;]{0,10} look in the mirror|look in the mirror|look (?:hard|long|carefully) at|search (?:his|her|your) (?:conscience|heart|soul)|weigh (?:up |afresh |again |carefully )*(?:whether|if|his|her|the)|consider (?:carefully )?(?:whether|(?:his|her|your) (?:position|future|options|place))|ask (?:himself|herself|yourself) (?:whether|if|honestly)|examine (?:his|her)|take stock|do some (?:soul[- ]searching|thinking|hard thinking)|use [^.;]{1,30} to (?:weigh|think|reflect|consider))',
      '(?:ask|asking) yourself (?:honestly |hard )?(?:whether|if)',
      '(?:{leader}|you) (?:owes? it|should|must|ought)[^.;]{0,80}(?:think|reflect|consider|ask (?:himself|herself|yourself))[^.;]{0,30} (?:whether|about|if|on)',
      '(?:{leader}|he|she|you) will [^.;]{0,40}(?:weigh|reflect|consider|think)(?: very)?(?: carefully| hard| deeply)? (?:whether|on whether|about|on)',
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others'],
  claim: () => ({ attrs: { demand: 'reconsider' }, weight: 2 }),
  fires: [
    {
      text: '"Vale should think carefully about her future," Robert Finch said.',
      actor: 'Robert Finch',
      quote: 'Vale should think carefully about her future,',
    },
    { text: 'Robert Finch said Vale needs to reflect on whether she should stay.', actor: 'Robert Finch' },
  ],
  staysSilent: [
    { text: 'Robert Finch said Vale need not consider her position.', because: 'negated' },
    { text: 'Robert Finch said he would consider his own future.', because: 'His own future.' },
  ],
})

export const urgesToReconsider = defineRule({
  name: 'public-call/urges-to-reconsider',
  emits: 'public-call',
  because: 'A sentence whose subject asks the leader to consider her future reports the soft form of a call.',
  when: {
    by: 'figure',
    means: {
      told: [
        'FIGURE WANT_ED LEADER WILL ~ REFLECT',
        'FIGURE WANT_ED LEADER WILL ~ CONSIDER ~ POSITION',

        'FIGURE ASK LEADER TO REFLECT',
        'FIGURE ASK LEADER TO CONSIDER ~ POSITION',
        'FIGURE ASK LEADER TO CONSIDER IF',
        'FIGURE ASK LEADER TO CONSIDER LEAVING',
        'FIGURE ~ ASK LEADER TO REFLECT',
        'FIGURE ~ ASK LEADER TO CONSIDER ~ POSITION',
        'FIGURE ~ ASK LEADER TO CONSIDER LEAVING',
        'FIGURE DECLARE/CALLS ~ LEADER MAY WANT? TO? CONSIDER/REFLECT',
      ],
    },
    told: [
      `{figure} (?:has |have |had |was |is |also |publicly |openly |became |the (?:first|second|latest)[^,.;]{0,50}? to )*{ask} {leader} to (?:${reflect} ?${what}|reflect|reconsider)`,
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others', 'second-hand'],
  // "to reconsider the fuel tax" is about a tax.
  claim: ({ match, after }) =>
    /\b(?:reconsider|reflect)$/.test(match[0]) && /^ (?:the|a|an|his|her|its) /.test(after)
      ? null
      : { attrs: { demand: 'reconsider' }, weight: 2 },
  fires: [
    { text: 'Robert Finch urged Vale to consider her position.', actor: 'Robert Finch' },
    { text: 'Robert Finch asked the prime minister to reflect on her future.', actor: 'Robert Finch' },
  ],
  staysSilent: [
    { text: 'Robert Finch did not ask Vale to reconsider.', because: 'negated' },
    { text: 'Robert Finch asked Vale to reconsider the fuel tax.', because: 'It is about a tax.' },
  ],
})
