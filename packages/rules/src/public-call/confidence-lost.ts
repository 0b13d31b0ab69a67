import { defineRule } from '../rule.ts'

export const confidenceLost = defineRule({
  name: 'public-call/confidence-lost',
  emits: 'public-call',
  because:
    'A figure who says that confidence or support is gone stands against the leader, without asking for anything.',
  when: {
    by: 'figure',
    said: [
      "(?:i|we|he|she|they)(?: |'(?:ll|d|m|re|s) ?)(?:will |would |am |are |is |was |shall )*(?:be )?(?:voting|vote|backing|back|supporting|support) (?:for |in favou?r of )?(?:the |a |any |that )?(?:motion|spill|petition|resolution|challenge|challenger|bid|move)(?: [^.;]{0,30})? (?:to (?:remove|oust|unseat|replace)|against|of no confidence)",
      '(?:had|have|has) (?:had )?enough of {leader}',
      '{leaders} (?:continuing|staying|remaining|continuation)[^.;]{0,30} (?:is|was) (?:no longer |not |un)(?:tenable|possible|acceptable|sustainable)',
      "(?:i|we|he|she|they|caucus|the caucus|the party|country|L|{leader}) (?:have |has |had |'ve |'s |'d |has now |have now |simply |also |personally )*{lose} (?:the )?{full}(?: (?:in|for|of|from) (?:{leader}|{leaders} leadership|the (?:caucus|party|country|public|members|people)|caucus|me|us|my|colleagues|voters))?",
      "(?:i|we|he|she|they) (?:can|could|will|would)(?:\\s?not| no longer|n't|not in good conscience| not in good conscience)(?: in good conscience| in all conscience| honestly)? (?:continue to |be |keep )?(?:support|back|endorse|supporting|backing|endorsing|serve (?:under|in)|vote for|voting for|defend|defending|stand (?:behind|by|with)|follow|campaign for|campaigning for|work for|sit in)(?: him| her| {leader}|ing)",
      "(?:i|we|he|she|they) (?:do|does|did)(?: not|n't) (?:have|support|back|believe in|endorse|trust)(?: any)?(?: {full} in)? {leader}",
      "{leader} (?:(?:does|do|did|will|has|have|had)(?: not|n't| no longer)|no longer)(?: have| has| had| enjoy| enjoys| command| commands| retain| had)? (?:my|our|his|her|their|the|any) (?:full |complete )?(?:support|confidence|vote|backing|trust|endorsement)",
      "i (?:can|could)(?:not| not|n't| no longer) [^.;]{0,80}(?:confidence|trust|faith|every faith|i thought (?:he|she) could|ask \\S+ to (?:place|trust|have))",
      "(?:trust|confidence|faith) (?:that )?(?:i|we) (?:no longer|do not|don't) (?:have|feel)",
      '(?:i|we) no longer (?:have|had) (?:the |any |full )?(?:confidence|trust|faith)',
      "(?:he|she|i|we|they) (?:had |have |has |'d |'ve )*(?:just )?voted (?:against {leader}|no confidence|to remove {leader})",
      '(?:i|we) (?:have |had )?(?:nothing left to (?:say|tell|defend|offer)|ran out of (?:it|faith|ways|excuses|patience)|run out of (?:faith|ways|excuses|patience))',
      '{leader} (?:has|have|had) lost (?:me|my|us|the caucus|the room|the party|the country|caucus|the dressing room|the confidence|the trust|the support|{full})',
      "(?:i|we|he|she|they) (?:will|would|'ll|'d|am going to|intends? to|plans? to|am prepared to) (?:now |be )?(?:vote|voting) (?:against {leader}|no confidence|that i have no confidence|to remove {leader}|for (?:his|her) removal)",
      "(?:i|we|he|she|they) (?:am|are|is|was|have|has|'m|'ve|'re) (?:withdrawing|withdrawn|pulling|rescinding|rescinded|revoked|revoking|pulled) (?:my|our|his|her|their|the) (?:support|endorsement|backing|confidence)",
      'no longer (?:support|supports|supported|back|backs|backed|trust|trusts|trusted|believe in|believes in|has faith in|have faith in|behind|stand behind) ?{leader}?',
      '{leaders} (?:position|leadership) (?:is|was|has become|had become|is now|was now) (?:now |simply |completely |wholly |totally |absolutely |no longer )*(?:untenable|unsustainable|tenable|sustainable|finished|impossible|fatally \\w+)',
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
