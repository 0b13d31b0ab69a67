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
    said: [
      '(?:ask|asks|asked|asking|beg|begs|begged|begging|urge|urges|urged|urging|invite|inviting|want|wants|wanted|like|hope|hoped|hopes|implore|appeal to|advise|suggest|suggested|tell|told|need|needs)(?: that)?(?: [^.;]{0,30})?? {leader},?(?: [^.;]{0,50}?)? (?:to |will |would |might |could |should |ought to |must |may )?(?:want to |wish to |go (?:home|away)[^.;]{0,20} and |go for [^.;]{1,40} and |take [^.;]{1,30} (?:and|to) )?(?:think (?:again|twice|hard|long|carefully|seriously|very)|reflect|reconsider|rethink|revisit|look again|take (?:another|a (?:long|hard|good)[^.;]{0,10}) look|have (?:a|another)[^.;]{0,10} look in the mirror|look in the mirror|look (?:hard|long|carefully) at|search (?:his|her|your) (?:conscience|heart|soul)|weigh (?:up |afresh |again |carefully )*(?:whether|if|his|her|the)|consider (?:carefully )?(?:whether|(?:his|her|your) (?:position|future|options|place))|ask (?:himself|herself|yourself) (?:whether|if|honestly)|examine (?:his|her)|take stock|do some (?:soul[- ]searching|thinking|hard thinking)|use [^.;]{1,30} to (?:weigh|think|reflect|consider))',
      '{leader} (?:should|must|ought to|needs to|has to|might want to|may want to|would do well to|could usefully)(?: [^.;]{0,50}?)? (?:think (?:again|twice|hard|long|carefully|seriously|very)|reflect|reconsider|rethink|revisit|look again|take (?:another|a (?:long|hard|good)[^.;]{0,10}) look|have (?:a|another)[^.;]{0,10} look in the mirror|look in the mirror|look (?:hard|long|carefully) at|search (?:his|her|your) (?:conscience|heart|soul)|weigh (?:up |afresh |again |carefully )*(?:whether|if|his|her|the)|consider (?:carefully )?(?:whether|(?:his|her|your) (?:position|future|options|place))|ask (?:himself|herself|yourself) (?:whether|if|honestly)|examine (?:his|her)|take stock|do some (?:soul[- ]searching|thinking|hard thinking)|use [^.;]{1,30} to (?:weigh|think|reflect|consider))',
      '(?<=^|[.!?:—] )(?:please,? |L,? )*(?:look again|think again|reconsider|revisit it|reflect|have a look in the mirror|search your)',
      // To the leader's face: "ask yourself whether you are the one", "I would ask you to reflect".
      '(?:ask|asking) yourself (?:honestly |hard )?(?:whether|if)',
      '(?:{leader}|you) (?:owes? it|should|must|ought)[^.;]{0,80}(?:think|reflect|consider|ask (?:himself|herself|yourself))[^.;]{0,30} (?:whether|about|if|on)',
      "(?:strange|poor|odd|foolish|funny|curious) [^.;]{0,20}leader who (?:didn't|did not|would not|wouldn't) [^.;]{0,60}(?:ask|reflect|consider|wonder|think)",
      '(?:{leader}|he|she|you) will [^.;]{0,40}(?:weigh|reflect|consider|think)(?: very)?(?: carefully| hard| deeply)? (?:whether|on whether|about|on)',
      '(?:invite|ask|urge|encourage|call on|call upon)s? {leader} to (?:consider|reflect|think)',
      '(?:asking|ask|asked) {leader} to (?:think|reflect)',
      `{leader},? {must} ${reflect} ?${what}`,
      `{leader},? {must} (?:reconsider|reflect|take time to reflect|think again|do some soul[- ]searching|search (?:his|her) soul|take a (?:long )?hard look|look in the mirror|take stock)`,
      `(?:i|we|he|she|they) (?:would |'d |do |have |also |am |are |is |want |'m )*(?:urge|ask|asking|asked|urging|hope|hopes|hoped|invite|encourage|want|wants|wanted|like|call on|calling on|advise|trust|expect)(?: for)? {leader} (?:to |will |would )?(?:${reflect} ?${what}|reflect|reconsider)`,
      `(?:time|moment) (?:for {leader} )?to (?:${reflect} ${what}|reflect|reconsider)`,
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
    told: [
      `{figure}{far} (?:{ask}|enjoin(?:ed|s|ing)?|appeal(?:ed|s|ing)? to|suggest(?:ed|s|ing)?(?: that)?|begg?(?:ed|s|ing)) {leader},?(?: [^.;]{0,50}?)? (?:to |might |might want to |could |should |use )?(?:think (?:again|twice|hard|long|carefully|seriously|very)|reflect|reconsider|rethink|revisit|look again|take (?:another|a (?:long|hard|good)[^.;]{0,10}) look|have (?:a|another)[^.;]{0,10} look in the mirror|look in the mirror|look (?:hard|long|carefully) at|search (?:his|her|your) (?:conscience|heart|soul)|weigh (?:up |afresh |again |carefully )*(?:whether|if|his|her|the)|consider (?:carefully )?(?:whether|(?:his|her|your) (?:position|future|options|place))|ask (?:himself|herself|yourself) (?:whether|if|honestly)|examine (?:his|her)|take stock|do some (?:soul[- ]searching|thinking|hard thinking)|use [^.;]{1,30} to (?:weigh|think|reflect|consider))`,
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
