import { defineRule } from '../rule.ts'

export const confidenceLost = defineRule({
  name: 'public-call/confidence-lost',
  emits: 'public-call',
  because:
    'A figure who says that confidence or support is gone stands against the leader, without asking for anything.',
  when: {
    by: 'figure',
    means: {
      said: [
        'SELF NOLONGER =BACK_ED LEADER',
        'SELF DO NOT =BACK_ED LEADER',
        'SELF CAN NEG BACK LEADER',

        'SELF NOT ~ DECIDE CONF IN LEADER',

        'SELF ~ AGAINST LEADER',
        'SELF HAVE AGAINST LEADER',

        'MY CONF IS PULLED',

        'SELF ~ BACKING/DEMAND ~ OUST LEADER',
        'SELF ~ DECIDE ~ OUST LEADER',
        'LEADER HAVE? LOSTALL',
        'LEADER HAVE LOST ME',

        'SELF WILL/CAN NEG ~ SERVE ~ LEADER',
        'SELF WILL/CAN NOT SERVE',
        'SELF IS? FEDUP ~ LEADER',
        'SELF IS/HAVE FEDUP',
        'FEDUP ~ LEADER ~ SODO',
        'LOST ~ SODO',
        'SELF WILL NOT DO ~ AGAIN',
        'MY CONF IN LEADER IS GONE',
        'SELF NOT ASK ~ BACK',
        'SELF NOT ASK ~ SERVE',
        'SELF DO NOT AND SELF CAN NOT',

        'SELF HAVE LOST CONF',
        'SELF LOST CONF',
        'SELF NEG HAVE CONF',
        'SELF HAVE NEG CONF IN LEADER',
        'SELF NOT HAVE CONF IN LEADER',
        'SELF HAVE NO + CONF',
        'SELF NOLONGER BACK/CONF LEADER',
        'SELF NOLONGER HAVE CONF',
        'SELF CAN NEG BACK/CONF LEADER',
        'SELF CAN NEG ASK ~ BACK/SUPPORT',
        'SELF WILL NOT BACK/CONF LEADER',
        'SELF DO NOT BACK/CONF LEADER !APOS',
        'SELF CAN NEG ~ STAY IN LEADER',
        'SELF WILL NOT STAY IN LEADER',
        'LEADER NEG HAVE MY CONF',
        'LEADER DO? NOT HAVE MY CONF',
        'LEADER HAVE LOST MY/ME CONF?',
        'LEADER LOST MY CONF',
        'LEADER CAN NEG ~ MY CONF',
        'LOST CONF IN LEADER',
        'LEADER HAVE LOST CONF',
        'PULLED MY CONF',
        'MY CONF IS PULL_ED',
        'LEADERS POSITION ~ UNTENABLE',
        'SELF DESERT LEADER',
      ],
    },
    said: [
      '{leaders} (?:continuing|staying|remaining|continuation)[^.;]{0,30} (?:is|was) (?:no longer |not |un)(?:tenable|possible|acceptable|sustainable)',
      "(?:i|we|he|she|they) (?:can|could|will|would)(?:\\s?not| no longer|n't|not in good conscience| not in good conscience)(?: in good conscience| in all conscience| honestly)? (?:continue to |be |keep )?(?:support|back|endorse|supporting|backing|endorsing|serve (?:under|in)|vote for|voting for|defend|defending|stand (?:behind|by|with)|follow|campaign for|campaigning for|work for|sit in)(?: him| her| {leader}|ing)",
      "i (?:can|could)(?:not| not|n't| no longer) [^.;]{0,80}(?:confidence|trust|faith|every faith|i thought (?:he|she) could|ask \\S+ to (?:place|trust|have))",
      '(?:i|we) (?:have |had )?(?:nothing left to (?:say|tell|defend|offer)|ran out of (?:it|faith|ways|excuses|patience)|run out of (?:faith|ways|excuses|patience))',
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others'],
  claim: () => ({ attrs: { demand: 'no-confidence' }, weight: 3 }),
  fires: [
    {
      text: '"I have lost confidence in the prime minister," Robert Finch said.',
      actor: 'Robert Finch',
      quote: 'I have lost confidence in the prime minister,',
    },
    { text: 'Robert Finch said he could no longer support Vale.', actor: 'Robert Finch' },
  ],
  staysSilent: [
    { text: '"I have not lost confidence in the prime minister," Robert Finch said.', because: 'negated' },
    {
      text: 'Voters have lost confidence in Vale, a pollster said.',
      because: 'A pollster speaks of voters.',
    },
  ],
})
