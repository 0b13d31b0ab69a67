import { defineRule } from '../rule.ts'
import { isAgainstLeader } from './letter.ts'

const NOT =
  "(?:has(?:n't| not| never)|have(?:n't| not| never)|had(?:n't| not| never)|did(?:n't| not)|would(?:n't| not| never)|was(?:n't| not| never)|is(?:n't| not)|'?s not|will not|won't|am not|'m not|never|'ve not|'ve never|'d not|'d never|denied (?:having |that (?:he|she) (?:had )?)?)"
const done =
  '(?:written (?:any |such |a )?|wrote |writing |been (?:offered|asked|approached|invited|shown|given)(?: (?:to|the|a|by)[^,.;]{0,30}?)? ?(?:sign\\w*|{letter})?|(?:be |been )?sign(?:ed|ing)?(?: (?:any|on))*|put (?:my|his|her|their) names? (?:to|on|down)|added (?:my|his|her) name|seen (?:the|a|any) letter|put in|handed in|sent in|lodged|writ(?:ten|ing)|submitt(?:ed|ing)|sen[dt]|among(?:st)? (?:the|those)[^,.;]{0,40}?(?:sign|ink|who)\\w*|one of (?:the|those)[^,.;]{0,30}?sign\\w*|on (?:it|the list)|part of (?:it|the letter))'

export const hasNotSigned = defineRule({
  name: 'signature/has-not-signed',
  emits: 'signature',
  because: 'A figure who says, or is said, not to have signed the letter is reported as no signatory.',
  when: {
    by: 'figure',
    told: [
      "asked (?:if|whether|about)[^.;]{0,90}(?:sign\\w*|submitted|(?:put|sent|handed) in|letter)[^.;:]{0,90}, {figure}[^.;]{0,40}?(?: |: )(?:no\\b(?! comment)|nope|i(?: have|'ve) not\\b|i haven't|i did(?: not|n't)|not me|he had not|she had not|he hadn't|she hadn't|he did not|she did not|never\\b)",
      '{figure} (?:yesterday |today |on \\w+ |has |also )*(?:denie[sd]|den(?:y|ying)) (?:signing|having signed|(?:he|she) (?:had )?signed|putting (?:his|her) name)',
      "{figure}(?: himself| herself)?(?: \\S+){0,3} (?:is|was) ?(?:not|n't) (?:on (?:the|that) (?:list|letter|petition)|among|one of (?:the|them)|a signatory)",
      '{figure}:? i never (?:signed|put pen|put my name)',
      "{figure}[^.;]{0,40} (?:has|had|have) (?:not|n't|yet to) (?:put (?:his|her|their) names?|added (?:his|her|their) names?|signed)",
      "{figure}[^.;]{0,60} (?:did not|didn't|never|has not|hasn't|had not|hadn't) sign(?:ed)?\\b",
      `{figure} (?:[^.;]{0,60}? )?(?:said|says|insisted|insists|told [^,.;]{1,40}?|added|revealed|confirmed|stressed|claimed|replied)(?: (?:that|on \\w+day))* (?:he|she|they|it|nobody|no one)(?: had)?(?: himself| herself)? ?${NOT} (?:yet |actually |personally |even |ever )*${done}`,
      `{figure} (?:has(?:n't| not| never)|had(?:n't| not| never)|did(?:n't| not)|was(?:n't| not)|is(?:n't| not)) (?:yet |himself |herself |actually |personally )*(?:signed?|(?:among|amongst|one of) (?:the|those)[^,.;]{0,40}?(?:sign|ink|who)\\w*|put (?:his|her) name)`,
      '{figure} (?:has |had |also |flatly |angrily |furiously )*(?:denied|denies|rejected (?:claims|reports|suggestions)(?: that)?)(?: that)? (?:having |he had |she had |he has |she has |he |she |writing |claims (?:that )?(?:he|she) )*(?:sign\\w*|writ\\w*|submitt\\w*|put\\w* (?:his|her) name)',
      '{figure} [^.;]{0,80}(?:nobody|no one|none)(?: had| has)? (?:offered|shown|given|handed|asked) (?:him|her) (?:to sign |with )?{letter}',
    ],
    said: [
      "(?:i'm|i am|he's|she's|he is|she is|i was|my name is|my name's) not (?:on (?:any|the|that|it|a)\\b|among (?:them|those)|one of (?:them|those)|(?:a|one of the) signator)",
      "(?:i've|i have|i had|i) (?:turned (?:it|them|that) down|refused|declined)(?: to sign)?",
      "(?:i|he|she)(?: have| has| had|'ve|'s|'d)? signed (?:nothing|no (?:such )?(?:letter|pledge|petition|paper))",
      "(?:i|he|she) (?:was|were|had been|have been|has been) (?:asked|invited|approached)(?: to sign)?[^.;]{0,40} (?:and|but) (?:i |he |she )?(?:refused|declined|said no|did not|didn't)",
      `(?:i|he|she|we)(?: |)${NOT} (?:yet |actually |personally |even |ever )*${done}`,
      "(?:nobody|no one)(?:'s| has| had)? (?:offered|shown|given|handed|asked) (?:me|him|her) (?:to sign |with )?{letter}",
      "(?:there's|there is|there was|there will be) no letter from me",
      "(?:it|{letter}) (?:hasn't|has not|had not|hadn't|never) (?:reached|crossed|been shown to|come to|got to) (?:me|him|her|my desk)",
      'passed (?:it|{letter}) (?:along|on)[^.;]{0,30} unsigned',
      '(?:i said|said) no(?:,)? thank you',
    ],
  },
  unless: ['hypothetical', 'question'],
  claim: (hit) =>
    isAgainstLeader(hit) && isPaper(hit.match[0], hit)
      ? { attrs: { signed: false }, weight: hit.statement ? 3 : 2 }
      : null,
  fires: [
    {
      text: 'Robert Finch said he had not signed the letter against Vale.',
      actor: 'Robert Finch',
      also: ['signature/signs'],
    },
    {
      text: '"I have not signed the letter against Vale," said Robert Finch.',
      actor: 'Robert Finch',
      quote: 'I have not signed the letter against Vale,',
      also: ['signature/answers-not-signed'],
    },
  ],
  staysSilent: [
    { text: 'Robert Finch said he had not signed the fisheries agreement.', because: 'Another paper.' },
    {
      text: 'Robert Finch would not say if he had signed the letter against Vale.',
      because: 'He does not say.',
    },
  ],
})

/** Whether the words speak of a paper, or follow others that do. */
function isPaper(
  words: string,
  {
    article,
    sentence,
    stretch,
  }: { article: import('../article.ts').Article; sentence: { index: number }; stretch: string },
): boolean {
  const paper = /\b(?:list|letters?|pledge|petition|document|paper|sheet|name|signatur|signator|sign)/
  if (/\b(?:would|will|won't|could|could)\b/.test(words) && !/\bsign(?:ed|ing)\b/.test(words)) return false
  if (paper.test(words) || paper.test(stretch)) return true
  for (let i = sentence.index - 3; i < sentence.index; i++) {
    if (paper.test(article.lineOf(i)?.text ?? '')) return true
  }
  return false
}
