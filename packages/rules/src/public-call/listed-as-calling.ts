import { defineRule } from '../rule.ts'

export const listedAsCalling = defineRule({
  name: 'public-call/listed-as-calling',
  emits: 'public-call',
  because: 'A newspaper’s list of those who want the leader to go says so of each whom it names.',
  when: {
    listed: [
      '(?:(?:has|have|had) (?:now |also |publicly |already )*(?:said|called|asked|urged|demanded|told)|calling|who want|wants|want)[^.]{0,60}(?:{leader} {must} {leave}|for {leader} to {leave}|on {leader} to {leave}|{leader} (?:to {leave}|out|gone)|for {leaders} {departure})[^.]{0,20}:$',
      '^who (?:wants|has called for|is calling for|has asked|is asking|says|has said|thinks)[^.?]{0,40}(?:{leader} (?:to {leave}|out|gone|{must} {leave})|{leaders} {departure})[^.?]{0,20}[?:]$',
      "^(?:they |those |those who |who |who's |mps who |members who )?(?:wants?|wanting) (?:him|her|L|a change|a new leader)(?: (?:to {leave}|out|gone|off))?[^.;]{0,20}$",
      '^(?:calling|called|calls|have called|publicly calling|has called) (?:for|on) (?:L|him|her|{leaders} {departure}|{change}|a new)[^.;]{0,40}$',
      '^(?:out|must go|should go|has to go|time to go|go now|against L|against (?:him|her)|the rebels|rebels|no to L|said (?:he|she|L) (?:should|must) (?:go|resign|quit))$',
    ],
  },
  unless: [],
  claim: () => ({ attrs: { demand: 'resign' }, weight: 1 }),
  fires: [
    {
      text: 'Where they stand on Vale:\n\nWANTS HER GONE\n\nRobert Finch (Northport): First out of the gate.',
      actor: 'Robert Finch',
      evidence: 'Robert Finch (Northport): First out of the gate.',
    },
    {
      text: 'Who wants Vale out? A list.\n\nCalling for Vale to go\n\nRobert Finch (Northport)\n\nMinisters\n\nJune Okafor',
      actor: 'Robert Finch',
      evidence: 'Robert Finch (Northport)',
    },
  ],
  staysSilent: [
    {
      text: 'Where they stand on Vale:\n\nHAVE NOT CALLED BACK\n\nRobert Finch (Northport): Nothing so far.',
      because: 'Who does not call back says nothing.',
    },
    { text: 'Vale’s visitors\n\nThe rebels came at noon.\n\nRobert Finch (Northport)', because: 'No head.' },
  ],
})
