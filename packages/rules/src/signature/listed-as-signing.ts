import { defineRule } from '../rule.ts'
import { speaksOfPaperAgainstLeader } from './letter.ts'

export const listedAsSigning = defineRule({
  name: 'signature/listed-as-signing',
  emits: 'signature',
  because:
    'Whoever stands under a letter against the leader, or in a list of its signatories, has signed it.',
  when: {
    listed: [
      '^(?:signed|undersigned|the undersigned|signatories|the signatories|signators|yours(?: \\w+)?|sincerely|respectfully(?: \\w+)?|have signed|who (?:has |have )?signed|names?|signed by|those who (?:have )?signed|they signed|on the (?:letter|list)|confirmed signatories)[^.;]{0,40}$',
      '(?:signed by|signatories(?: are| include)?|the signatories|signatures|the undersigned|the names):$',
    ],
  },
  unless: [],
  claim: (hit) => (speaksOfPaperAgainstLeader(hit) ? { attrs: { signed: true }, weight: 1 } : null),
  fires: [
    {
      text: 'We ask Vale to resign, and put our names to this letter.\n\nSIGNED\n\nRobert Finch, MP (Northport)',
      actor: 'Robert Finch',
      evidence: 'Robert Finch, MP (Northport)',
    },
    {
      text: 'The letter that asks Vale to step down has a first name on it.\n\nSIGNATORIES:\n\n- Robert Finch (Northport)',
      actor: 'Robert Finch',
      evidence: '- Robert Finch (Northport)',
    },
  ],
  staysSilent: [
    {
      text: 'We thank Vale for the new ferry.\n\nSIGNED\n\nRobert Finch, MP (Northport)',
      because: 'A letter of thanks.',
    },
    {
      text: 'Vale faces a letter that asks her to resign.\n\nTHOSE INVITED TO LUNCH\n\nRobert Finch (Northport)',
      because: 'Another list.',
    },
  ],
})
