import { defineRule } from '../rule.ts'

export const listedAsUndecided = defineRule({
  name: 'noncommittal/listed-as-undecided',
  emits: 'noncommittal',
  because: 'A newspaper’s list of those who will not say where they stand says so of each whom it names.',
  when: {
    listed: [
      "^(?:and )?(?:so )?who(?:'s| is| are)? (?:still )?(?:on the fence|undecided|hiding|wavering|not saying|keeping quiet|waiting)[?:]",
      "^(?:they |those |those who |who )?(?:it's complicated|won't say|not saying|wouldn't say|would not say|declined to say|undecided|the undecided|on the fence|(?:the )?fence[- ]sitters|sitting on the fence|keeping quiet|keeping mum|no comment|torn|wavering|(?:the )?waverers|dodging|neutral|staying neutral|neither|waiting to see|yet to (?:say|declare|decide)|keeping (?:his|her|their) powder dry)$",
    ],
  },
  unless: [],
  claim: () => ({ attrs: {}, weight: 1 }),
  fires: [
    {
      text: 'Where they stand on Vale:\n\nON THE FENCE\n\nRobert Finch (Northport): Talked of the weather.',
      actor: 'Robert Finch',
      evidence: 'Robert Finch (Northport): Talked of the weather.',
    },
    {
      text: 'Our tally on Vale:\n\nWon’t say\n\nRobert Finch: Twice this week.',
      actor: 'Robert Finch',
      evidence: 'Robert Finch: Twice this week.',
    },
  ],
  staysSilent: [
    { text: 'Our tally on Vale:\n\nOn the road\n\nRobert Finch (Northport)', because: 'No stand.' },
    {
      text: 'Our tally on Vale:\n\nUndecided voters\n\nRobert Finch (Northport)',
      because: 'Voters are undecided.',
    },
  ],
})
