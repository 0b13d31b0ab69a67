import { defineRule } from '../rule.ts'

export const answersOtherwise = defineRule({
  name: 'noncommittal/answers-otherwise',
  emits: 'noncommittal',
  because:
    'A figure who is asked where they stand on the leader, and whose answer no other rule reads as a side, has taken none.',
  when: {
    by: 'figure',
    means: {
      told: [
        'FIGURE ~~ IF ~~ TOPIC :',

        'FIGURE ~ WHENASKED ~~ TOPIC',
        'WHENASKED ~~ TOPIC ~~ , FIGURE',
        'FIGURE WHENASKED ~~ TOPIC',

        'ASKED ~~ TOPIC ~~ , FIGURE',
        'FIGURE , ASKED ~~ TOPIC',
        'FIGURE BE ASKED ~~ TOPIC',
        'FIGURE ~ BUT ASKED ~~ TOPIC',
        'FIGURE BUT ~ ASKED ~~ TOPIC',
      ],
    },
    told: [
      '(?:asked|pressed|quizzed|questioned)(?: [^.;]{0,60}?)? (?:whether|if|about|on) [^.;]{0,90}?(?:{leader}|leadership)[^.;]{0,70}?, {figure}(?: [^.;]{0,20}?)? (?:said|replied|answered|responded|told|demurred|shrugged|allowed|offered|smiled|laughed|paused|talked|walked|changed|turned|sighed|joked)',
    ],
  },
  unless: ['second-hand', 'off-topic'],
  claim: (hit) =>
    /\b(?:sign(?:ed)?|letters?|signatures?|run for|succeed)\b/.test(hit.match[0])
      ? null
      : { attrs: {}, weight: 0.5 },
  fires: [
    {
      text: 'Asked whether Vale should step aside, Robert Finch said: "It’s raining."',
      actor: 'Robert Finch',
    },
    {
      text: '"It’s raining," Robert Finch replied when asked whether Vale should go.',
      actor: 'Robert Finch',
    },
  ],
  staysSilent: [
    {
      text: 'Asked whether fares would rise, Robert Finch said Vale would decide.',
      because: 'It is about fares.',
    },
    {
      text: 'Asked whether he had signed the letter against Vale, Robert Finch shrugged.',
      because: 'It is about a letter.',
    },
  ],
})
