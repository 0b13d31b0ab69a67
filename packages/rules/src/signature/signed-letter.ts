import { defineRule } from '../rule.ts'
import { isAgainstLeader, isPaperOfOthers, isTakenBack } from './letter.ts'

const put =
  '(?:(?:co-?)?sign(?:ed)?(?: on)?(?: to| onto)?|circulated|drafted|organi[sz]ed|initialled|endorsed|ink(?:ed)?|(?:put|puts|added|adds|add|lent|affixed|attached|placed) (?:my|his|her|their) (?:own )?(?:names?|signatures?)(?: down)?(?: to| on| under| at the bottom of)?|submit(?:ted)?|sent(?: in)?|handed in|hand in|delivered|written|wrote|lodged|filed|posted|put in|joined|join)'

/** Before a name: it is somebody else who signed. */
const OF_ANOTHER =
  /\b(?:close to|all(?:y|ies) of|aides? (?:to|of)|friends? of|colleagues? of|supporters? of|spokes\w+ (?:for|of)|urged|asked|told|wants?|wanted|called on) (?:the )?$/

export const signedLetter = defineRule({
  name: 'signature/signed-letter',
  emits: 'signature',
  because: 'A sentence whose subject signed or submitted the letter, pledge or petition reports a signature.',
  when: {
    by: 'figure',
    told: [
      '{figure}[^.;]{0,80} (?:said|says|told [^,;.]{1,60}?|confirm(?:ed|s)|reveal(?:ed|s)|disclosed|admitted)[^.;]{0,30}? (?:that )?(?:his|her)(?: own)? letter(?: of no[- ]confidence)?(?: to [^.;]{1,40}?)? (?:went|had gone|has gone|was|is|has been|had been) (?:already |now )*(?:in\\b|into|on its way|posted|sent|delivered|handed|among|with|lodged)',
      'asked (?:if|whether|about)[^.;]{0,90}(?:sign\\w*|submitted|(?:put|sent|handed) in|letter)[^.;:]{0,90}, {figure}[^.;]{0,40}?(?: |: )(?:yes\\b|i did\\b(?! not)|i have\\b(?! not| no)|of course|absolutely|proudly|he had|she had|he did\\b(?! not)|she did\\b(?! not)|you bet|yep|yeah|aye)',
      '{figure}[^.;]{0,60} (?:confirm|confirmed|confirms|admit|admitted|admits|said|says|acknowledged|revealed|reveals|tells?|told [^.;]{1,30})[^.;]{0,30} (?:that )?(?:his|hers|her|his own|her own) (?:own )?(?:name |signature )?(?:is|was|are) (?:also )?(?:among|on|one of|the \\S+)',
      "{figure}[^.;]{0,60} (?:says?|said|told [^.;]{1,30}|confirmed|confirms|admits|admitted|adding|revealed|tells? [^.;]{1,40}) (?:that )?(?:he|she)(?: too)? (?:has |had |'d |'s )?(?:signed|put (?:his|her) name|added (?:his|her) name|is one of the (?:signers|signatories)|was one of the (?:signers|signatories)|is a signatory|was a signatory|submitted (?:a|his|her) letter|sent (?:in )?(?:a|his|her) letter)",
      '{figure} (?:is |was |:? )?(?:a|one of the|among the) (?:\\S+ )?(?:signatory|signatories|signers)',
      '{figure} (?:has |have |had |also |now )*(?:signed|initialled|put (?:his|her|their) (?:name|names|pen|hand)|added (?:his|her|their) (?:name|names|signature)) (?:to |on )?{letter}',
      '{figure} (?:has |had |also )*(?:submitted|lodged|delivered|handed|sent|posted|dropped off) (?:in )?(?:his|her|a) (?:own )?letter(?! (?:about|on|to the editor))',
      '(?:signatory|signature|name) (?:number|no) \\S+',
      '{figure} [^.;]{0,60}?(?:had |has |have )?(?:written|wrote|write) (?:a letter )?to (?:the )?[^.;]{0,60}?(?:call\\w* for|seek\\w*|request\\w*|demand\\w*|to trigger|asking for|expressing|declaring) (?:{vote}|no[- ]confidence)',
      `{figure}(?:,? (?:who|each))? (?:has |have |had |'d |also |said (?:that )?|says (?:that )?|say (?:that )?|confirmed(?: \\w+){0,3} (?:that )?|admitted (?:that )?|revealed (?:that )?|acknowledged (?:that )?|told [^,.;]{1,40}? (?:that )?|announced (?:that )?|disclosed (?:that )?|became (?:the )?[^,.;]{0,40}? (?:to )?|first [^,.;]{0,30}? to |publicly |openly |all (?:three |four |five )?|both |confirm |admit |acknowledge |say |is |are |was |were |among (?:those|the (?:members|mps|lawmakers))[^,.;]{0,20}? (?:who )?(?:have |had )?|one of (?:those|the)[^,.;]{0,40}? (?:who )?(?:have |had )?|he |she |they |he'd |she'd |they'd |they've |he's |she's )*${put} (?:on )?{letter}`,
      `{figure}:? all (?:three|four|five|six|of them)? ?(?:say|said|confirm(?:ed)?) they(?:'ve| have| had) signed`,
      '{figure} (?:is|was|were|are) (?:also |listed )?(?:among|one of) (?:the|those|its|\\d+|\\w+) (?:\\S+ )?(?:signator(?:y|ies)|signers|names (?:on|at)|who (?:have |had )?signed)',
      '{figure} [^.;]{0,60}(?:name (?:figures|appears|is) on|name (?:was|is) among) {letter}',
      '{figure} (?:has |had |also |publicly )*(?:submitted|sent in|handed in|lodged|put in|posted|written|wrote) {noConfidenceLetter}',
      '{figure} (?:slipped|pushed|put|posted|dropped) (?:his|hers|theirs|one|a letter)',
      '{figure} [^.;]{0,40}(?:say|said|reveal\\w*|admit\\w*|disclos\\w*|confirm\\w*) (?:that )?one of the (?:\\S+ )?(?:letters |signatures |names )?(?:was|is) (?:his|hers)',
      "{figure} (?:does not|doesn't|did not) hide that (?:his|her) name",
      '{letter}(?: (?:against|to|on|about|urging|asking|calling|demanding) [^.;]{0,60}?)?,? (?:was |is |has been |which was )?(?:also )?(?:co-)?signed by {those}',
      '(?:signatories|signers|names)(?: (?:of|to|on) {letter}[^.;]{0,40}?)? (?:include|includes|included|are|were|was) {those}',
      '{figure} (?:\\S+ ){0,4}?put pen to paper',
    ],
    said: [
      "i(?:'ve| have| had)? put (?:that|it|this|so much|as much) in writing",
      "i(?:'ve| have)? (?:today |this morning |therefore |already |now |also )*(?:put|added|given|lent) my (?:name|signature)(?: down)? (?:on|to|in|at)",
      'my (?:own )?(?:letter|signature|name|vote of no confidence)(?: of no[- ]confidence)?(?: for one)? (?:is|was|went|has gone|has been|will be found) (?:already |also |now |certainly )*(?:in\\b|on\\b|there|submitted|lodged|sent|among|delivered|at the)',
      "i(?:'ve| have| had)? (?:today |this morning |already |now |also |formally )*(?:put|sent|submitted|handed|lodged|delivered|posted|filed|written) (?:in )?(?:my|a) (?:own |formal )*letter",
      'i (?:can )?(?:confirm|am|was) (?:that )?(?:i (?:am|was) )?(?:proudly |also )?(?:one of the|a|among the) (?:\\S+ )?(?:signator|signer)\\w*',
      '(?:count me|i count myself) (?:in|among|as one) [^.;]{0,20}(?:sign|letter)\\w*',
      "(?:i'm|i am|i was|he was|she was|he is|she is) (?:one of|among|number|name number|the \\w+ name)(?: [^.;]{0,30})? (?:who signed|signatories|names?|on (?:it|the letter|the list)|them)",
      '(?:yes|yeah|yep|sure|of course|absolutely|damn right|proudly),? (?:i|we) (?:did|signed|have)',
      'sure i signed',
      "i(?:'d| would) have signed it twice",
      '(?:his|her|my|the) (?:letter|signature|name) (?:is|was) (?:his|hers|mine)',
      `(?:i|he|she|we|yes,? i|they) (?:have |had |has |'ve |'d |did |also |proudly |sure |already |personally |was (?:one of )?(?:the first|those|among those) (?:to |who )?)*${put} (?:on )?(?:to )?(?:{letter}|it\\b|one\\b)`,
      "(?:i|he|she|we) (?:have |had |has |'ve |'d |did |sure |already )*(?:signed|put (?:my|his|her) name (?:down|on it|to it))",
      '(?:one of the|the|my) (?:\\S+ )?(?:letters?|names?|signatures?)(?: of the)? (?:was|is|were) (?:mine|his|hers|on (?:it|there|the list))',
      "(?:it's|mine is|it is|mine's) the (?:first|second|third|fourth|fifth|\\S+th) (?:one |name )?(?:down|up|on)",
      'mine (?:went|is|was) (?:in|there|on it|among)',
      'i (?:put|posted|sent|slipped|dropped|handed) (?:it|my letter|a letter|mine) (?:in|to|on|through|under|at|off)',
      "(?:my|his|her) (?:name|signature) (?:is|was|'s) (?:on (?:it|there|{letter})|among)",
    ],
  },
  unless: ['negated', 'hypothetical', 'question'],
  claim: (hit) =>
    isAgainstLeader(hit) &&
    !isPaperOfOthers(hit) &&
    !isTakenBack(hit) &&
    !OF_ANOTHER.test(hit.before) &&
    !/^ (?:nothing|no |none|neither)/.test(hit.after)
      ? {
          attrs: { signed: true },
          weight: hit.statement ? 3 : 2,
          ...(secondHand(hit.stretch) ? { attribution: 'anonymous' as const } : {}),
        }
      : null,
  fires: [
    {
      text: 'Robert Finch confirmed he had signed the letter asking Vale to resign.',
      actor: 'Robert Finch',
      also: ['signature/signs'],
    },
    {
      text: '"I signed the letter," Robert Finch said of the bid to oust Vale.',
      actor: 'Robert Finch',
      quote: 'I signed the letter,',
    },
  ],
  staysSilent: [
    {
      text: 'Robert Finch signed a letter about ferry fares to Vale’s transport minister.',
      because: 'Another letter.',
    },
    {
      text: 'Robert Finch would not say whether he had signed the letter against Vale.',
      because: 'He does not say.',
    },
  ],
})

function secondHand(stretch: string): boolean {
  return /\b(?:pals|sources|insiders|friends|colleagues|allies|rumou?r\w*) (?:say|said|claim|claimed|insist)\b/.test(
    stretch,
  )
}
