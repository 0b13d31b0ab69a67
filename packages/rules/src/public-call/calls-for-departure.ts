import { defineRule } from '../rule.ts'

export const callsForDeparture = defineRule({
  name: 'public-call/calls-for-departure',
  emits: 'public-call',
  because: 'A sentence whose subject asks the leader to leave reports a public call.',
  when: {
    by: 'figure',
    told: [
      '{figure}{far},? (?:that |which |and |to |who |in which (?:he|she) |where (?:he|she) )?(?:publicly |openly |formally |directly )*{ask} {leader} (?:on [^,.;]{1,30} )?to (?:publicly |immediately |now |at once )*{leave}',
      '{figure}{far} (?:to )?(?:demand|ask|call|request|insist|recommend|urge|propose|resolve)(?:ed|s|ing)?(?: for)? (?:that )?{leader} (?:be|to be|should be|must be) (?:replaced|removed|recalled|ousted|dropped|dismissed|sacked|succeeded|asked to \\w+)',
      '{figure} (?:has |have |had |last night |today |yesterday |on \\w+ )*(?:call(?:ed|s)) time on {leader}',
      '{figure} (?:has |have |had |also |formally )*(?:written|wrote|penned|sent [^.;]{0,20}(?:letter|note)) to {leader}[^.;]{0,40} (?:asking|inviting|urging|begging|imploring|telling|demanding)(?: (?:him|her|that (?:he|she)))?,?[^.;]{0,40}? (?:to |should |must )?{leave}',
      '{figure} (?:wants?|wanted|seeks?|sought|is after|are after|is looking for) (?:a |an )?{change}',
      '{figure} (?:wants?|wanted) (?:out of (?:the )?L|{leader} (?:to {leave}|out|gone|off)|an end to)',
      '{figure}[^.;]{0,40} (?:joins?|joined|adds? (?:his|her) (?:voice|name) to|added (?:his|her) (?:voice|name) to|swell(?:s|ed)) (?:the |a |those )?(?:\\S+ ){0,4}?(?:chorus|calls?|clamour|ranks|list|push|stampede|exit chorus|revolt|rebellion|mutiny|rebels)(?: (?:against|for|of|to|calling|demanding|seeking)[^.;]{0,40}(?:L|{departure}|{leave}|her|him|go))',
      "{figure}(?: \\S+){0,6} (?:tells?|told|to|urges|urged|asks|asked|begs|begged) {leader}:? (?:it's over|time(?:'s| is) up|time to go|it is over|to go|{leave})",
      '^{leave}, {figure} (?:tells|urges|asks|told) {leader}',
      '{figure}(?: \\S+){0,3} (?:broke|breaks|has broken) (?:cover|ranks|silence)[^.;]{0,80}{leave}',
      '{figure} gives? {leader} (?:until|till|to|a (?:week|month|fortnight))[^.;]{0,30} to {leave}',
      '{figure} (?:has |have |had |also )*(?:published|posted|released|wrote|penned|issued|sent) (?:an? |his |her )?(?:open |public )?(?:letter|op-?ed|column|essay|statement|message|post|video|thread)[^.;]{0,60}? (?:asking|urging|calling on|calling for|telling|imploring|demanding|saying) (?:that )?{leader} (?:to |should |must )?{leave}',
      '{figure} (?:has |have |had |also |publicly )*{demand} {leader} to be (?:recalled|removed|replaced|ousted|dropped)',
      '{figure} (?:has |have |had |also |unanimously |narrowly )*(?:voted to|passed (?:a |an )?(?:\\S+ )?(?:motion|resolution)) ?(?:ask|asking|urge|urging|call on|calling on|call for|calling for|demand|demanding) {leader} (?:to ){leave}',
      '{figure} (?:has |have |had |was |were |is |are |became |becomes |become |who |went public |last [a-z]+ |publicly |openly |explicitly |even |formally |bluntly |then |now |quickly |repeatedly |recently |reportedly |also |been |directly |indirectly )*(?:(?:the )?(?:latest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:st|nd|rd|th)|only|most senior|most prominent|highest-ranking|newest|last)[^,.;]{0,60}? (?:to )|among (?:those|the|several|a)[^,.;]{0,60}? (?:to |who )?)?(?:has |have |had )?(?:publicly |openly |explicitly |formally |bluntly |also |join(?:ed|s)? [^.;]{0,60}? in )*{ask} {leader} (?:to |that )?(?:publicly |immediately |now |do the right thing and |do the honourable thing and |put [^.;]{0,40} and |seriously )*{leave}',
      '{figure} (?:has |have |had |was |were |is |are |became |becomes |become |who |publicly |openly |explicitly |even |formally |then |now |also |been |repeatedly |recently |later )*(?:(?:the )?(?:latest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:st|nd|rd|th)|only|most senior|most prominent|highest-ranking|newest|last)[^,.;]{0,60}? (?:to |in )|among (?:those|the|several|a)[^,.;]{0,60}? (?:to |who )?)?(?:has |have |had )?(?:publicly |openly |explicitly |formally |also )*{demand} (?:an end to {leaders} leadership|{change}|{leaders} (?:immediate |prompt |early |swift )?{departure}|the (?:immediate )?{departure} of {leader}|{leader} to (?:immediately )?{leave}|(?:that )?{leader} {leave}|{leader} (?:out|gone))',
      '{figure} (?:has |have |had |also |publicly )*(?:said|says|say|told [^.;]{0,40}?|wrote|insisted|argued|tweeted|posted|declared|warned|stated|added|made (?:it )?clear|made plain|believes?|thinks?|felt|feels|concluded)(?: (?:that|publicly|openly|on \\w+day|this week|today))* (?:{leader} {must} {leave}|it (?:is|was) (?:now |well |past |high |about |long past )*time (?:for {leader} to {leave}|{leader} {left}|for {change}))',
      '{figure} (?:has |have |had )?(?:broke|broken|breaks|break) (?:ranks|with {leader}|silence|cover)[^.;]{0,60}(?:ask|call|calling|asking|urg|demand|saying)[a-z]* [^.;]{0,40}{leave}',
      'call(?:s)? (?:from|by) {named} (?:for {leader} to {leave}|for {leaders} {departure})',
      '{figure} (?:[a-z]+ )?(?:wants?|wanted|is demanding|are demanding|is seeking|are seeking|demands?|demanded) {leader} (?:out|gone|to {leave}|removed|replaced)',
      '{leader} (?:was|is|has been|had been|were) (?:publicly |also |then )*(?:told|urged|asked|called (?:on|upon)|pressed|advised|implored|begged)(?: to {leave})? by {named}(?:[^.;]{0,60} to {leave})?',
      '{figure} (?:delivered|gave|issued|fired|launched|threw|added|signalled|told) [^.;]{0,60}(?:telling|asking|urging|calling on|calling for|demanding) (?:that )?{leader} (?:to |must |should )?{leave}',
      '{figure}{far},? (?:telling|urging|asking|calling on|calling for|imploring|demanding) (?:that )?{leader} (?:to |must |should )?(?:publicly |immediately |now )*{leave}',
      '{figure}{far},? (?:calling for|demanding|seeking) {leaders} {departure}',
      'joins {those} in (?:publicly )?(?:saying|calling|demanding|asking|urging)[^.;]{0,40}(?:{leader} {must} {leave}|{leader} to {leave}|{change}|{leaders} {departure})',
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others', 'second-hand'],
  // Who signs a letter that asks for it is a signatory.
  claim: ({ match }) =>
    /\b(?:signed|sign|petition|pledge)\b/.test(match[0]) ||
    (/\bletter\b/.test(match[0]) && !/\b(?:open|public|published) letter|published\b/.test(match[0]))
      ? null
      : { attrs: { demand: 'resign' }, weight: 2 },
  fires: [
    { text: 'Robert Finch has called on Vale to resign.', actor: 'Robert Finch' },
    {
      text: 'Harbour MP Robert Finch became the first member of caucus to call for Vale’s resignation.',
      actor: 'Robert Finch',
    },
  ],
  staysSilent: [
    { text: 'Robert Finch has not called on Vale to resign.', because: 'negated' },
    {
      text: 'Robert Finch stopped short of calling on Vale to resign.',
      because: 'A call that is withheld is none.',
    },
  ],
})
