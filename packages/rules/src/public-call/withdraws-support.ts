import { defineRule } from '../rule.ts'

export const withdrawsSupport = defineRule({
  name: 'public-call/withdraws-support',
  emits: 'public-call',
  because: 'A sentence whose subject withdraws or refuses support reports that confidence is gone.',
  when: {
    by: 'figure',
    means: {
      told: [
        'FIGURE NOLONGER =BACK_ED LEADER',

        'FIGURE AGAINST LEADER',

        'FIGURE ASK ~~ LEADER NOLONGER HAVE HIS/HER CONF',

        'FIGURE ~ DESERT LEADER',

        'FIGURE OFFER ~ NO CONF IN LEADER',

        'FIGURE =DEMAND_ED NCMOTION',
        'FIGURE ~ =DEMAND_ED NCMOTION',

        'FIGURE PULLED HIS/THEIR/HER/=SUPPORT CONF',
        'FIGURE PULLED HIS/HER/THEIR? CONF',
        'FIGURE ~ HAVE LOST CONF IN LEADER',
        'FIGURE LOST CONF IN LEADER',
        'FIGURE DECLARE_ED ~ NO CONF IN LEADER',
        'FIGURE HAVE NO CONF IN LEADER',
        'FIGURE NEG HAVE CONF IN LEADER',
        'FIGURE NOLONGER BACK/CONF LEADER',
        'FIGURE DESERT LEADER',
        'FIGURE ASK LEADER ~ LEADER CAN NEG ~ HIS/HER CONF',
        'FIGURE DECLARE_ED ~ LEADERS POSITION ~ UNTENABLE',
      ],
    },
    told: [
      '{figure} (?:has |have |had |also |formally |today )*(?:tabled|moved|lodged|filed|put down|brought|seconded|introduced) (?:a |the )?(?:motion|resolution|vote) of no[- ]confidence (?:in|against) {leader}',
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others', 'second-hand'],
  claim: () => ({ attrs: { demand: 'no-confidence' }, weight: 2 }),
  fires: [
    { text: 'Robert Finch withdrew his support for Vale.', actor: 'Robert Finch' },
    { text: 'Robert Finch has turned against Vale.', actor: 'Robert Finch' },
  ],
  staysSilent: [
    { text: 'Robert Finch has not withdrawn his support for Vale.', because: 'negated' },
    {
      text: 'The Meadow Party withdrew its support for the budget.',
      because: 'Another party, another matter.',
    },
  ],
})
