import { defineRule } from '../rule.ts'

export const confidenceLost = defineRule({
  name: 'public-call/confidence-lost',
  emits: 'public-call',
  because:
    'A figure who says that confidence or support is gone stands against the leader, without asking for anything.',
  when: {
    by: 'figure',
    said: [
      "(?:i|we|he|she|they)(?: (?:himself|herself|personally|simply|really|just|honestly|also))*(?:(?: can| could| do| does| did| will| would| am| is| was| are|'m|'re|'ll|'d)? (?:no longer|not|never again)| cannot| \\S+n't)(?: (?:in|with) (?:all |any |good )?(?:conscience|faith|honesty),?)?,?(?: \\S+){0,8}? (?:trust|believe in|believe|have (?:any )?(?:faith|confidence|trust)|follow|back|support|supporting|backing|serve(?: under)?|defend|stand (?:by|behind|with)|pad up for|work (?:for|under)|vote for|campaign for|lend|count on|tell (?:you|them|people|voters))[^.;]{0,60}?(?:{leader}|{leaders} (?:leadership|judg\\w+)|L)",
      "(?:i|we|he|she|they) (?:have |has |had |'ve |'s |'d )?(?:now |simply |personally |sadly |finally )*(?:lost|run out of|ran out of|exhausted|no|not an? (?:ounce|shred|scrap|jot|iota) of|spent)(?: (?:all|any|my|our|his|her|the|last|every))* ?(?:trust|faith|confidence|patience|belief)",
      "(?:my|our|his|her|the) (?:\\S+ )?(?:trust|faith|confidence|support|patience|backing|belief)(?: in {leader})? (?:is|was|has|had|'s) (?:gone|spent|exhausted|evaporated|run out|shot|broken|over|at an end|collapsed|drained)",
      "(?:used to|once|did)(?: \\S+){0,4} (?:my|our|his|her)? ?(?:backing|support|trust|confidence|vote|i did)?(?: \\S+)? (?:and|but|\\.)(?: \\S+){0,3} (?:hasn't|haven't|can't|don't|no longer|cannot|won't)",
      "(?:not|n't) count on (?:me|us|my)",
      "(?:i'm|i am|we're|we are|he's|she's) (?:done|finished|through) with {leader}",
      '(?:he|she|L) (?:used to have|had|did have) (?:my|our|his|her) (?:support|backing|confidence|trust|vote)',
      "(?:haven't|have not|hasn't|has not|had not|hadn't)(?: got)? (?:an? (?:ounce|shred|scrap|jot|iota|bit) of |any )(?:faith|trust|confidence|belief)",
      "{leader}(?:'s| has| have|'ve) lost (?:me|my (?:trust|vote|support|confidence|faith)|us)",
      'nor (?:can|could|will|do) (?:i|we|he|she)',
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
