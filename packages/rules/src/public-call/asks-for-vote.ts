import { defineRule } from '../rule.ts'

export const asksForVote = defineRule({
  name: 'public-call/asks-for-vote',
  emits: 'public-call',
  because: 'Asking for a ballot on the leadership is a public call, short of asking the leader to go.',
  when: {
    by: 'figure',
    told: [
      '{figure}{far} (?:wants?|wanted|demand\\w*|call\\w*|propos\\w+|urg\\w+|seek\\w*|sought|push\\w*|ask\\w*|mov\\w+|request\\w*|argu\\w+|press\\w*|favou?r\\w*|recommend\\w*|back\\w*|support\\w*)(?: [^.;]{0,40}?)? (?:secret ballots?|leadership (?:review|vote|ballot|election|contest|spill)|confidence (?:vote|ballot|motion)|vote of (?:no[- ])?confidence|show of hands|spill(?: motion)?|ballot on (?:the leader|{leader}|{leaders} leadership)|vote on (?:the leader|{leader}|{leaders} (?:leadership|future))|sealed envelopes?)',
      '{figure}{far} (?:leadership|L|fate|future|her|him|the question) (?:be |should be |must be |to be )?(?:put|taken|submitted|polled|tested|balloted|decided)(?: \\S+){0,2} (?:to|on|by|before) [^.;]{0,40}(?:vote|ballot|members|caucus|test|envelope)',
      '{figure} (?:has |have |had |also |unanimously |narrowly )*(?:passed|adopted|approved|backed|carried|endorsed|tabled|moved) (?:a |an )?(?:\\S+ )?(?:motion|resolution) [^.;]{0,70}?(?:{vote}|leadership review)',
      '{figure} (?:has |have |had |was |were |is |are |became |the first |the latest |to |publicly |openly |formally |also |now |then |been |repeatedly )*(?:{demand}|urged|asked for|asks for|asked|requested|requests|is asking for|are asking for|wants?|favou?rs?|favou?red|proposed|proposes|moved|tabled|petitioned for|pressed for|back(?:ed|s)|support(?:ed|s)|triggered|called) (?:to hold |holding |that there be |there to be |the (?:party|caucus|executive|committee|leadership|chair)(?: executive)? to (?:hold|call|allow|grant|schedule|organi[sz]e) |L to (?:face|call|submit to|hold|allow|put himself to|put herself to|accept) |him to (?:face|call|submit to|hold) |her to (?:face|call|submit to|hold) )?{vote}',
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others', 'second-hand'],
  claim: () => ({ attrs: { demand: 'vote' }, weight: 2 }),
  fires: [
    { text: 'Robert Finch called for a secret ballot on Vale’s leadership.', actor: 'Robert Finch' },
    { text: 'Robert Finch demanded a review of Vale’s leadership.', actor: 'Robert Finch' },
  ],
  staysSilent: [
    { text: 'Robert Finch did not call for a secret ballot.', because: 'negated' },
    { text: 'The opposition Meadow Party called for a confidence vote.', because: 'Another party asks.' },
  ],
})
