import { defineRule } from '../rule.ts'

export const saysLeaving = defineRule({
  name: 'leader-response/says-leaving',
  emits: 'leader-response',
  because: 'A leader who announces that they will go is leaving.',
  when: {
    by: 'leader',
    said: [
      "(?:i|he|she) (?:won't|will not|would not|wouldn't|shall not) be (?:your|the|our|their) (?:leader|prime minister|candidate|nominee)",
      "(?:it's|it has|it is|this has) been the (?:honour|honor|privilege|great privilege) of my life",
      '(?:relinquish|lay down|surrender|vacate|give up) (?:the )?(?:office|leadership|premiership|burden|reins)',
      "(?:i'm|i am) (?:off|going|done|out)(?:$|[.,!])",
      "(?:i've|i have) (?:made my peace|decided to go|had my turn|reached the end|run my race)",
      '(?:once|when|as soon as) (?:a|my|his|her|the party has|Y has|Y had) (?:\\S+ )?(?:successor|replacement|found|chosen)',
      "(?:i|he|she)(?: |'(?:ll|d|m|s|ve) ?)(?:will |would |shall |am |is |was |have |has |had )*(?:be )?(?:not |no longer )(?:be )?(?:the |a |your |our )?(?:nominee|candidate|leader|seeking|accept(?:ing)? the nomination|running|run|on the ballot)",
      '(?:ending|end|ended|suspend(?:ing|ed)?|withdraw(?:ing|n)?) (?:my|his|her) (?:\\S+ )?(?:campaign|candidacy|bid|name|nomination|leadership)',
      '(?:passing|pass|hand|handing) (?:on )?(?:the torch|the baton|over)(?: to a new)?',
      "i(?:'ll| will| am going to|'m going to| intend to| have decided to|'ve decided to| have chosen to| shall| plan to| have told [^,.;]{1,40} (?:that )?i will) (?:be )?(?:now )?(?:resign(?:ing)?|step(?:ping)? (?:down|aside|back)|stand(?:ing)? (?:down|aside)|leave (?:as|when|office|the job|in the|this)|leav(?:e|ing)(?: as soon)?|quit|withdraw|end my (?:campaign|candidacy)|make way|hand over|pass the|go\\b|not (?:seek|run|stand|be (?:a candidate|the)|lead))",
      "i(?:'m| am| have)(?: today| now)? (?:resign(?:ing|ed)|stepping (?:down|aside)|standing (?:down|aside)|withdrawing|announcing my (?:resignation|intention to)|ending my)",
      '(?:(?:in the )?best interests? of [^.;]{0,40}(?:for me )?to (?:stand|step) (?:down|aside))',
      'my (?:resignation|departure|successor|decision to (?:resign|step|leave|stand))(?! is (?:not|a matter))',
      "(?:he|she|L)(?:'ll| will| would|'d| intends to| has decided to| had decided to| is going to| was going to| won't| will not| would not)(?: be)? (?:resign(?:ing)?|step(?:ping)? (?:down|aside)|stand(?:ing)? (?:down|aside)|leave office|make way|quit as|be on the ballot|seek re-?election|stay (?:on |in (?:both|the|his|her) )?[^.;]{0,20}until)(?![^.;]{0,20}\\bif\\b)",
      "(?:it has become clear|i (?:can't|cannot|can no longer)) [^.;]{0,40}(?:unite|lead|command|continue|carry on)",
      'until (?:a|my|his|her|the party (?:picks|chooses|has chosen)) (?:successor|replacement|new leader)',
    ],
    told: [
      '(?<=^|: )(?<who>L) (?:to )?(?:bows? out|step(?:s)? down|stand(?:s)? down|quit(?:s)?|go|resign(?:s)?|leave(?:s)?)(?= (?:at|in|by|after|on|as)\\b|$|\\.|:)',
      '{chief}[^.;]{0,80}(?:brought|brings|bringing) down the curtain',
      '{chief} (?:has |have |had )?(?:thrown|threw) in the towel',
      '^(?:breaking: )?(?<who>L) to (?:resign|step (?:down|aside)|stand (?:down|aside)|quit|leave office|withdraw)',
      '{chief} (?:on \\w+ |today |finally |tearfully |formally )*(?:resign(?:s|ed)?(?! (?:itself|himself|herself))|is resigning|is stepping (?:down|aside)|is standing (?:down|aside)|is quitting|quits?|steps (?:down|aside)|stepped (?:down|aside)|stood (?:down|aside)|bows? out|bowed (?:out|to the inevitable)|withdr(?:ew|aws|awn)|drops? out|dropped out|ends? (?:his|her) (?:campaign|candidacy|bid)|ended (?:his|her) (?:campaign|candidacy|bid)|throws in the towel|threw in the towel|calls it (?:quits|a day))\\b',
      "{chief} (?:has |had |on \\w+ |today |finally |tearfully |formally |also )*(?:announc(?:ed|es|ing)|declared|confirmed|tendered|submitted|handed in|said|says|told [^,.;]{1,50}?|revealed)(?: [^,.;]{1,30}?)? (?:(?:his|her) (?:\\S+ )?(?:resignation|departure|intention to (?:resign|step|leave|stand)|decision to (?:resign|step|leave|stand|withdraw))|(?:that )?(?:he|she)(?: will|'ll| would|'d| is| was| has decided to| intends to| plans to| had decided to| won't| would not| will not)+(?: be)? (?:resign\\w*|step\\w* (?:down|aside)|stand\\w* (?:down|aside)|end\\w* (?:his|her)[^.;]{0,20}(?:campaign|candidacy|bid)|suspend\\w* (?:his|her)|leav\\w+ (?:office|as|the)|quit\\w*|withdraw\\w*|on the ballot|hand\\w* over))",
    ],
  },
  unless: ['hypothetical', 'question'],
  claim: (hit) => {
    const { before, match, stretch, statement } = hit
    // "Would not be resigning": only a candidacy refused is a departure.
    if (
      /(?:\bnot|n't|\bnever|\bno longer)\b/.test(match[0]) &&
      !/\b(?:ballot|seek|run|running|candidate|nominee|leader|leading|stand|lead|accept|prime minister|contest|continue|unite|command|carry on)\b/.test(
        match[0],
      )
    )
      return null
    if (
      /(?:n't|\bnot|\bnever|\bno (?:plans|intention)|\brefus\w*|\bruled out|\bcalls? (?:for|on)|\basked|\burg\w+|\btold|\bwants?|\bexpected|\bpressure|\bdemand\w*|\binsist\w* that)\b[^,;]{0,40}$/.test(
        before,
      )
    )
      return null
    if (statement === null && /^\W*(?:calls|pressure|should|will|could|if|why|can)\b/.test(stretch))
      return null
    if (
      /\bto (?:resign|step|stand|quit|leave)/.test(match[0]) &&
      !/^L to/.test(match[0]) &&
      statement === null
    )
      return null
    return { attrs: { stance: 'leaving' }, weight: statement ? 3 : 2 }
  },
  fires: [
    {
      text: '"I will resign as soon as my party has chosen a successor," the prime minister said.',
      actor: 'Anna Vale',
      quote: 'I will resign as soon as my party has chosen a successor,',
    },
    {
      text: 'Vale announced her resignation on the steps of her office.',
      actor: 'Anna Vale',
      also: ['leader-response/tells-future'],
    },
  ],
  staysSilent: [
    { text: 'Robert Finch said that Vale will be remembered.', because: 'Nobody leaves.' },
    { text: 'Vale will resign only if she loses, an aide said.', because: 'It hangs on a condition.' },
  ],
})
