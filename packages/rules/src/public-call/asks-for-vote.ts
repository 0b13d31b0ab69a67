import { defineRule } from '../rule.ts'

export const asksForVote = defineRule({
  name: 'public-call/asks-for-vote',
  emits: 'public-call',
  because: 'Asking for a ballot on the leadership is a public call, short of asking the leader to go.',
  when: {
    by: 'figure',
    means: {
      told: [
        'FIGURE DEMAND VOTEN',
        'FIGURE ~ DEMAND VOTEN',
        'FIGURE WANT VOTEN',
        'FIGURE ASK ~ VOTEN',
        'FIGURE ~ ASK LEADER ~ VOTEN',
        'FIGURE JOINED ~ CALLS FOR VOTEN',
        'FIGURE ~ JOINED ~ VOTEN',
      ],
    },
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
