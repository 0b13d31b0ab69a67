import { defineRule } from '../rule.ts'

export const listedAsBacking = defineRule({
  name: 'member-support/listed-as-backing',
  emits: 'member-support',
  because: 'A newspaper’s list of those who stand by the leader says so of each whom it names.',
  when: {
    listed: [
      "^(?:and )?(?:so )?who(?:'s| is| are)? (?:still )?(?:backing|behind|with|standing by|riding for|sticking (?:with|by)|defending|loyal to|supporting|for) (?:him|her|L)[?:]",
      "^(?:they |those |those who |who |who's |mps who |members who |still )?(?:are )?(?:standing|sticking|staying|stands?|sticks?) (?:by|with|behind) (?:him|her|L)$",
      '^(?:backing|backs?|supporting|supports?|defending|behind|with|for|loyal to|in the corner of) (?:him|her|L)$',
      '^(?:(?:the )?loyalists|supporters|{leaders} (?:supporters|defenders|allies|backers)|should stay|wants? (?:him|her|L) to stay|stay)$',
    ],
  },
  unless: [],
  claim: () => ({ attrs: {}, weight: 1 }),
  fires: [
    {
      text: 'Where they stand on Vale:\n\nSTANDING BY HER\n\nRobert Finch (Northport): Since the first day.',
      actor: 'Robert Finch',
      evidence: 'Robert Finch (Northport): Since the first day.',
    },
    {
      text: 'Our tally on Vale:\n\nThe loyalists\n\nJune Okafor: Twice this week.',
      actor: 'June Okafor',
      type: 'ministerial-support',
      evidence: 'June Okafor: Twice this week.',
    },
  ],
  staysSilent: [
    {
      text: 'Our tally on Vale:\n\nStanding by for news\n\nRobert Finch (Northport)',
      because: 'They wait for news.',
    },
    { text: 'Vale’s week\n\nBacking off\n\nRobert Finch (Northport)', because: 'Nobody is backed.' },
  ],
})
