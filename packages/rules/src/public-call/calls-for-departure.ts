import { defineRule } from '../rule.ts'

export const callsForDeparture = defineRule({
  name: 'public-call/calls-for-departure',
  emits: 'public-call',
  because: 'A sentence whose subject asks the leader to leave reports a public call.',
  when: {
    by: 'figure',
    means: {
      told: [
        'LEADER MUST GO — WHOM $',
        'LEADER ~ CALLS TO GO BY WHOM',
        'DEMAND/ASK LEADER TO GO BE WHOM',
        'FIGURE WILL WANT LEADER GONE',
        'FIGURE WILL WANT LEADER TO? GO',
        'WHOM + APOS PAPER ASK LEADER TO GO',
        'WHOM + APOS PAPER DEMAND LEADER TO GO',
        'WHOM + APOS PAPER DEMAND LEADERS DEPARTURE',

        'FIGURE FINISH LEADER',
        'FIGURE DESCRIBE LEADERS POSITION? ~ TIMEUP',
        'FIGURE JOINED ~~ LEADER MUST GO',
        'FIGURE JOINED ~~ WANT LEADER TO? GO',
        'FIGURE JOINED ~~ WANT LEADER GONE',
        'FIGURE ASK LEADER ~ IS TIME $',

        'FIGURE DECLARE_ED ~ LEADER MUST GO',
        'FIGURE DECLARE_ED ~ TIME FOR LEADER TO GO',
        'FIGURE DECLARE_ED ~ TIME FOR CHANGE',
        'FIGURE DECLARE_ED ~ LEADER MUST ~ AND GO',

        'ASKED ~~ GO ~~ FIGURE ~ YES $',

        'LEADER BE ASK_ED ~ BY WHOM TO GO',
        'LEADER BE ASK_ED TO GO BY WHOM',
        'ASK_ED TO GO BY WHOM',
        'ASK_ED BY WHOM TO GO',
        'CALLS BY WHOM ~ LEADER ~ GO',
        'CALLS BY WHOM FOR LEADERS DEPARTURE',
        'FIGURE ~ JOINED P ~ DEMAND/DEMAND_ING ~ CHANGE/DEPARTURE',
        'FIGURE ~ DEMAND ~ CHANGE',
        'FIGURE ~ DEMAND_ING CHANGE',
        'FIGURE ASK LEADER TO GO',
        'FIGURE ASK LEADER ~ AND GO',
        'FIGURE ASK LEADER TO ~ GO',
        'FIGURE ~ ASK LEADER TO GO',
        'FIGURE ASK LEADER THAT? LEADER MUST GO',
        'FIGURE ~ ASK_ING LEADER TO GO',
        'FIGURE DEMAND LEADERS DEPARTURE',
        'FIGURE ~ DEMAND LEADERS DEPARTURE',
        'FIGURE DEMAND DEPARTURE OF? LEADER',
        'FIGURE ~ DEMAND LEADER TO GO',
        'FIGURE ~ DEMAND CHANGE',
        'FIGURE DEMAND THAT? LEADER GO',
        'FIGURE ~ DEMAND THAT LEADER GO',
        'FIGURE WANT LEADER TO? GO',
        'FIGURE WANT LEADER GONE',
        'FIGURE WANT CHANGE',
        'FIGURE WANT LEADERS DEPARTURE',
        'FIGURE ~ JOINED ~ DEMAND ~ CHANGE/DEPARTURE',
        'FIGURE ~ JOINED ~ CALLS ~ CHANGE/DEPARTURE',
        'FIGURE ~ JOINED ~ CALLS ~ LEADER TO GO',
        'FIGURE ~ CALLS FOR LEADER TO GO',
        'FIGURE JOINED P ~ ASK/DEMAND ~ CHANGE/DEPARTURE',
        'FIGURE JOINED P ~ ASK LEADER ~ GO',
        'FIGURE DECIDE ~ ASK LEADER TO GO',
      ],
    },
    told: [
      '{figure} (?:has |have |had |was |were |is |are |became |becomes |become |who |went public |last [a-z]+ |publicly |openly |explicitly |even |formally |bluntly |then |now |quickly |repeatedly |recently |reportedly |also |been |directly |indirectly )*(?:(?:the )?(?:latest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:st|nd|rd|th)|only|most senior|most prominent|highest-ranking|newest|last)[^,.;]{0,60}? (?:to )|among (?:those|the|several|a)[^,.;]{0,60}? (?:to |who )?)?(?:has |have |had )?(?:publicly |openly |explicitly |formally |bluntly |also |join(?:ed|s)? [^.;]{0,60}? in )*{ask} {leader} (?:to |that )?(?:publicly |immediately |now |do the right thing and |do the honourable thing and |put [^.;]{0,40} and |seriously )*{leave}',
      'joins {those} in (?:publicly )?(?:saying|calling|demanding|asking|urging)[^.;]{0,40}(?:{leader} {must} {leave}|{leader} to {leave}|{change}|{leaders} {departure})',
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others', 'second-hand'],
  // Who signs a letter that asks for it is a signatory.
  claim: ({ match }) =>
    /\b(?:signed|sign|petition|pledge)\b/.test(match[0]) ||
    // A letter that goes round is asked for by all who sign it; its author, or one who sends it, asks in person.
    (/\bletter\b/.test(match[0]) &&
      !/\b(?:(?:open|public|published) letter|published|with a letter|circulat\w+|organi[sz]\w+|author\w*|wrote|written|writing|draft\w*|penned|sent|sends|released)\b/.test(
        match[0],
      ))
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
