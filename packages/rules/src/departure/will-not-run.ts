import { defineRule } from '../rule.ts'

const again =
  '(?:be )?(?:(?:run|running|stand|standing|re-?offer(?:ing)?|offer(?:ing)?(?: (?:himself|herself))?|defend(?:ing)? (?:his |her |the )?(?:seat|riding|constituency|L|[a-z]+ [a-z]+)|seek(?:ing)?|contest(?:ing)?)(?: (?:again|for re-?election|re-?election|in the next (?:federal |general )?(?:election|campaign)|another term|the next (?:federal |general )?election|at the (?:next|end)|next time|a (?:second|third|fourth|fifth|sixth) term|for (?:another|a \\w+) term|for (?:parliament|congress|the house) again))?|a candidate(?: \\w+)? ?(?:again|next time|in the next|at the next)?|on the ballot)'

export const willNotRun = defineRule({
  name: 'departure/will-not-run',
  emits: 'departure',
  because: 'A member who will not be a candidate again leaves the legislature.',
  when: {
    by: 'figure',
    means: {
      said: [
        'IS RETIRE',
        'WILL BE RETIRE',
        'SELF ~ NOT ~ RUNAGAIN',
        'SELF WILL? RETIRE',
        'SELF IS RETIRE',
        'BE MY RETIRE',
      ],
      told: ['FIGURE ~ NOT RUNAGAIN', 'FIGURE ~ NOT ~ RUNAGAIN', 'FIGURE IS TO? RETIRE', 'FIGURE ~ RETIRE'],
    },
    told: [
      `{figure}[^.;]{0,90}?(?:won't|will not|would not|wouldn't|isn't|is not|are not|aren't|does not intend to|has decided not to|did not intend to|not|don't plan to|does not plan to|has no plans to|had decided not to) (?:be )?${again}`,
    ],
    said: [],
  },
  unless: ['hypothetical', 'question'],
  claim: (hit) => {
    const { match, stretch } = hit
    if (
      /\b(?:for (?:the )?leader|leadership|successor|replace|interested in running)\b/.test(
        match[0] + hit.after.slice(0, 40),
      )
    )
      return null
    if (
      /\b(?:stand|standing|running)$/.test(match[0]) &&
      !/\b(?:election|again|term|candidate|parliament)\b/.test(stretch)
    )
      return null
    return { attrs: { kind: 'not-running' }, weight: hit.statement ? 2 : 2 }
  },
  fires: [
    { text: 'Robert Finch, a critic of Vale, said he will not run again.', actor: 'Robert Finch' },
    { text: 'Harbour MP Robert Finch announced he would not seek re-election.', actor: 'Robert Finch' },
  ],
  staysSilent: [
    { text: 'Harbour MP Robert Finch said he would run again.', because: 'He runs.' },
    {
      text: 'Harbour MP Robert Finch is not running for the leadership.',
      because: 'It is about the leadership.',
    },
  ],
})

export const leavesCaucus = defineRule({
  name: 'departure/leaves-caucus',
  emits: 'departure',
  because: 'A member who leaves the party’s benches leaves the caucus.',
  when: {
    by: 'figure',
    means: {
      said: ['SELF ~ FLOOR', 'SELF LEAVING C/Y', 'SELF HAVE WENT C/Y'],
      told: ['FIGURE FLOOR', 'FIGURE ~ FLOOR', 'FIGURE WENT C/Y'],
    },
    told: [
      "{figure} (?:has |have |had |also |abruptly |then |is |was |been |formally |on \\w+ )*(?:left|quit|bolted|deserted|leav(?:ing|es)|quit(?:s|ting)|resigned from|resigning from|walked out of|expelled from|kicked out of|thrown out of|ejected from|suspended from|booted from|defected from|stormed out of) (?:the |L's |Y |government |party )*(?:caucus|C|Y|party(?! (?:conference|meeting|early|late|at|with))|parliamentary party|whip)(?! meeting)",
    ],
  },
  unless: ['negated', 'hypothetical', 'question'],
  claim: () => ({ attrs: { kind: 'caucus-exit' }, weight: 2 }),
  fires: [
    { text: 'Robert Finch has left the Harbour caucus.', actor: 'Robert Finch' },
    { text: 'Harbour MP Robert Finch crossed the floor on Monday.', actor: 'Robert Finch' },
  ],
  staysSilent: [
    { text: 'Robert Finch left the caucus meeting early.', because: 'He left a meeting.' },
    { text: 'Robert Finch has not left the caucus.', because: 'negated' },
  ],
})
