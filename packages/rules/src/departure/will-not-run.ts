import { defineRule } from '../rule.ts'

const again =
  '(?:be )?(?:(?:run|running|stand|standing|re-?offer(?:ing)?|offer(?:ing)?(?: (?:himself|herself))?|defend(?:ing)? (?:his |her |the )?(?:seat|riding|constituency|L|[a-z]+ [a-z]+)|seek(?:ing)?|contest(?:ing)?)(?: (?:again|for re-?election|re-?election|in the next (?:federal |general )?(?:election|campaign)|another term|the next (?:federal |general )?election|at the (?:next|end)|next time|a (?:second|third|fourth|fifth|sixth) term|for (?:another|a \\w+) term|for (?:parliament|congress|the house) again))?|a candidate(?: \\w+)? ?(?:again|next time|in the next|at the next)?|on the ballot)'

export const willNotRun = defineRule({
  name: 'departure/will-not-run',
  emits: 'departure',
  because: 'A member who will not be a candidate again leaves the legislature.',
  when: {
    by: 'figure',
    told: [
      `{figure}[^.;]{0,90}?(?:won't|will not|would not|wouldn't|isn't|is not|are not|aren't|does not intend to|has decided not to|did not intend to|not|don't plan to|does not plan to|has no plans to|had decided not to) (?:be )?${again}`,
      "{figure}[^.;]{0,70}? (?:is |was |are |will be |would be |he's |she's |he is |she is |plans to |announced (?:his|her) |said (?:he|she) (?:is|was|will be|would be) )(?:retir(?:e|ing|ement)(?: from (?:politics|parliament|public life)| at the (?:next|end))|leaving politics|bowing out of politics|stand(?:ing)? down at the (?:next|coming|general)|quit(?:ting)? politics|hanging up (?:his|her) \\S+|leav(?:e|ing) at the end of the (?:term|parliament)|step(?:ping)? down at the (?:next|end|coming)|not re-offering)",
    ],
    said: [
      '(?:this|that) (?:term|parliament|election) (?:will|would|is going to) be (?:my|his|her) last',
      "(?:i|he|she)(?:'ll| will| would|'d|'m| am| is| was) (?:be )?(?:retir(?:e|ing)|leav(?:e|ing) (?:politics|parliament)|quit(?:ting)? (?:politics|parliament)|hang(?:ing)? up (?:my|his|her) \\S+)",
      `(?:i|he|she)(?:'m| am|'s| is| was|'ll| will|'d| would| do| does|'ve| have| has)*(?: not|n't|n't be| never) (?:going to )?(?:be )?${again}`,
      "(?:i|he|she)(?:'m| am|'s| is| was|'ll| will| would) (?:be )?(?:retiring|leaving politics|standing down at the|stepping down at the next|hanging up (?:my|his|her) \\S+ at|going too,? at the end)",
    ],
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
    told: [
      "{figure} (?:has |have |had |also |abruptly |then |is |was |been |formally |on \\w+ )*(?:left|quit|bolted|deserted|leav(?:ing|es)|quit(?:s|ting)|resigned from|resigning from|walked out of|expelled from|kicked out of|thrown out of|ejected from|suspended from|booted from|defected from|stormed out of) (?:the |L's |Y |government |party )*(?:caucus|C|Y|party(?! (?:conference|meeting))|parliamentary party|whip)(?! meeting)",
      '{figure} [^.;]{0,60}(?:crossed the floor|walked across the floor|cross the floor|defected to|joined the opposition|joined the (?:independents|conservatives|tories)|(?:sit|sitting|sat|seat) (?:as|with) (?:an |the )?independents?|will sit as an independent|lost the (?:party )?whip|had the (?:party )?whip (?:removed|withdrawn|suspended))',
    ],
    said: [
      "(?:i|he|she)(?:'ll| will|'m| am| have|'ve| would) (?:be )?(?:leaving (?:the )?(?:caucus|Y|party)|sit(?:ting)? as an independent|left (?:the )?(?:caucus|party))",
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
