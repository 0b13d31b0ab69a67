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
