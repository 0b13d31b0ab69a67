import { defineRule } from '../rule.ts'

export const saysThereShouldBeVote = defineRule({
  name: 'public-call/says-there-should-be-vote',
  emits: 'public-call',
  because: 'A statement that the leadership should be put to a ballot asks for a vote.',
  when: {
    by: 'figure',
    said: [
      "(?:secret ballots?|leadership (?:review|vote|ballot|election|contest|spill)|confidence (?:vote|ballot|motion)|vote of (?:no[- ])?confidence|show of hands|spill(?: motion)?|ballot on (?:the leader|{leader}|{leaders} leadership)|vote on (?:the leader|{leader}|{leaders} (?:leadership|future))|sealed envelopes?)[^.;]{0,60}? (?:should|must|needs? to|ought to|has to|have to|be (?:held|called|put|tabled|brought|moved)|let's|is the (?:only|honest)|would (?:clear|lance|settle|end)|this week|by the end)",
      '(?:let|allow|put|give|hold|call|calling|have|having|want|wants|wanted|demand|demands|seek|seeks|support|back|by|do it by|take it to|move|settle it by|time for|for)(?: (?:me|us|for|it|the|a|an|to|caucus|members|mps|this|her|him|that|in|by|on|now|early|proper|formal|free|full|simple))* (?:secret ballots?|leadership (?:review|vote|ballot|election|contest|spill)|confidence (?:vote|ballot|motion)|vote of (?:no[- ])?confidence|show of hands|spill(?: motion)?|ballot on (?:the leader|{leader}|{leaders} leadership)|vote on (?:the leader|{leader}|{leaders} (?:leadership|future))|sealed envelopes?)',
      "(?:i'll|i will|he'll|she'll|we'll|he would|she would|i'd|he will|she will) (?:back|support|second|move|vote for|bring|table) (?:a |the |any |it )?(?:spill|leadership vote|confidence motion|motion|ballot)",
      '(?:let|leave) (?:the )?(?:members|caucus|colleagues|mps|the party|grassroots|rank and file|them|us)(?: \\S+){0,2} (?:decide|vote|choose|have (?:their|a|the) say|settle)',
      'put to the test of',
      '(?:there (?:should|must) be|i say|we need|let there be|given)[^.;]{0,60}(?:proper|secret|free|fair) (?:ballot|vote)',
      '(?:allowed|able|given (?:a|the) chance|asked|permitted|entitled) to (?:vote|have (?:a|their) say) on (?:{leader}|{leaders} (?:leadership|future))',
      "let's (?:have|hold|get on with|just have) (?:a |an |the )?(?:secret )?(?:ballot|vote|{vote})",
      'only (?:a |an )?(?:secret )?(?:ballot|vote|contest)(?: of \\S+)? (?:can|could|will|would) (?:settle|resolve|end|decide|clear)',
      '(?:{letter} |the thing |the matter |it |this )(?:should be |must be |ought to be |be )?(?:put|go|going) to (?:the )?(?:mps|members|caucus|membership|party|lawmakers)[^.;]{0,30}(?:ballot|vote)',
      "(?:i want|i'm asking for|we need|give us|there must be|it needs) a (?:proper |secret )?(?:ballot|vote)(?! (?:for|against))",
      "a vote(?:'s| is) (?:how|the way|what)",
      '(?:submit|put) (?:himself|herself) (?:to|before) (?:a |the )?(?:C|caucus|party|members|membership|confidence|vote|ballot)',
      '(?:putting|put|submitting) (?:himself|herself) (?:before|to) (?:the )?(?:C|caucus|members|party|vote)',
      '(?:there|it|we|caucus|the caucus|members|the party|L|she|he|they|this|mps|the matter|the question|the issue|the leadership) (?:should|must|needs to|need to|has to|have to|ought to|needs|deserves?|would have to|should have to|is owed|are owed|requires?) (?:now |to |all |finally |simply |at least )*(?:be |have |hold |face |go to |submit to |get |call |be put to |be settled by |be decided by |be resolved by |be allowed |put it to |vote in |have the right to )*{vote}',
      "(?:i|we|he|she|they) (?:would |'d |will |am |are |is |have |has |really |also |do |'m |'re )*(?:want|wants|wanted|like|support|supports|supported|favou?rs?|favou?red|ask|asks|asked|asking|call|calls|called|calling|push|pushing|prefer|backs?|demand|demands|demanding|seek|seeking|welcomed?|requested|vote for|voted for|be asking)(?: for| to see| to have| in favou?r of)? {vote}",
      '(?:let|allow) (?:us|caucus|members|mps|the (?:party|caucus|members|mps)|people|colleagues) (?:to )?(?:vote|decide|have a (?:say|vote))(?: in {vote}| on {leader}| by secret ballot)?',
      '{vote} (?:is|was|would be) (?:now |clearly |simply )*(?:the only (?:way|fair|honest)|needed|necessary|the (?:right|fair|best|proper|cleanest|honest)|overdue|required|in order|essential|inevitable)',
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
