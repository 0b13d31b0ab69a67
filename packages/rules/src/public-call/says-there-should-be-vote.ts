import { defineRule } from '../rule.ts'

export const saysThereShouldBeVote = defineRule({
  name: 'public-call/says-there-should-be-vote',
  emits: 'public-call',
  because: 'A statement that the leadership should be put to a ballot asks for a vote.',
  when: {
    by: 'figure',
    means: {
      said: [
        '^ VOTEN $',

        'LET ~ DECIDE ~ LEADER',
        'LET ~ VOTEN',
        'HAVE VOTEN',
        'VOTEN + AND',
        'MUST BE? LET ~ DECIDE',

        'MUST ~ VOTEN',
        'DEMAND VOTEN',
        'WANT VOTEN',
        'NEED VOTEN',
        'VOTEN MUST',
        'VOTEN IS BETTER',
        'VOTEN + TIME',
        'TIME FOR VOTEN',
        'SELF ASK ~ VOTEN',
        'MUST LET/OUST? ~ DECIDE ~ LEADER',
        'LEADER MUST ~ VOTEN',
      ],
    },
    said: [
      'only (?:a |an )?(?:secret )?(?:ballot|vote|contest)(?: of \\S+)? (?:can|could|will|would) (?:settle|resolve|end|decide|clear)',
      "a vote(?:'s| is) (?:how|the way|what)",
      '(?:putting|put|submitting) (?:himself|herself) (?:before|to) (?:the )?(?:C|caucus|members|party|vote)',
      '(?:there|it|we|caucus|the caucus|members|the party|L|she|he|they|this|mps|the matter|the question|the issue|the leadership) (?:should|must|needs to|need to|has to|have to|ought to|needs|deserves?|would have to|should have to|is owed|are owed|requires?) (?:now |to |all |finally |simply |at least )*(?:be |have |hold |face |go to |submit to |get |call |be put to |be settled by |be decided by |be resolved by |be allowed |put it to |vote in |have the right to )*{vote}',
      'put (?:it|this|the question|the matter|the leadership|himself|herself|{leaders} leadership) to (?:a |the )?(?:vote|secret ballot|members|caucus|the membership|the party|the test)',
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others'],
  claim: () => ({ attrs: { demand: 'vote' }, weight: 3 }),
  fires: [
    {
      text: '"There should be a secret ballot on Vale," Robert Finch said.',
      actor: 'Robert Finch',
      quote: 'There should be a secret ballot on Vale,',
    },
    { text: 'Robert Finch said Harbour members deserve a leadership vote.', actor: 'Robert Finch' },
  ],
  staysSilent: [
    { text: '"There should not be a secret ballot on Vale," Robert Finch said.', because: 'negated' },
    { text: 'One MP said there should be a secret ballot on Vale.', because: 'Nobody is named.' },
  ],
})
