import type { Hit } from '../hit.ts'
import { defineRule, type Rule } from '../rule.ts'
import { speaksOfPaperAgainstLeader } from './letter.ts'

const ASKED = /(?:\?|\basked\b|\bwhether\b|\bas for\b|\bon the (?:letter|petition|pledge)\b)/
const SIGNED =
  /\b(?:sign(?:ed|ing)?|signator\w+|letters?|pledge|petition|written to|put (?:your|his|her) name|on it)\b/

/** Whether the words answer a question about signing: in their own sentence or just before it. */
function answersSigning({ article, sentence, statement }: Hit): boolean {
  for (let i = sentence.index; i > sentence.index - 3; i--) {
    const line = article.lineOf(i)
    if (!line) continue
    const cued = statement?.sentence === i
    if (SIGNED.test(line.text) && (ASKED.test(line.text) || cued) && (i < sentence.index || cued)) return true
  }
  return false
}

function answer(signed: boolean, patterns: readonly string[]): Parameters<typeof defineRule>[0] {
  return {
    name: signed ? 'signature/answers-yes' : 'signature/answers-not-signed',
    emits: 'signature',
    because: 'A short answer to the question whether somebody signed says it as well as a sentence.',
    when: { by: 'figure', said: patterns },
    unless: [],
    claim: (hit) =>
      hit.match.index === 0 && answersSigning(hit) && speaksOfPaperAgainstLeader(hit)
        ? { attrs: { signed }, weight: 2 }
        : null,
    fires: [],
    staysSilent: [],
  }
}

export const answersYes: Rule = defineRule({
  ...answer(true, [
    "(?:yes|yeah|yep|yup|aye|i did(?! not)|i have(?!,? (?:not|never|no|yet|always|to|been|heard|seen|a))|i sure did|sure|guilty|guilty as charged|of course|absolutely|correct|proudly|happily|damn right|you bet|it's there|i'm on it)",
  ]),
  fires: [
    {
      text: 'Asked on Monday about signing the letter against Vale, Robert Finch did not hesitate. "Guilty as charged," said Robert Finch.',
      actor: 'Robert Finch',
      evidence: '"Guilty as charged," said Robert Finch.',
    },
    {
      text: 'TOUR: Did you sign the letter against Anna Vale?\n\nROBERT FINCH: Proudly.\n\nTOUR: When?\n\nROBERT FINCH: On Monday.',
      actor: 'ROBERT FINCH',
      evidence: 'ROBERT FINCH: Proudly.',
    },
  ],
  staysSilent: [
    {
      text: '"Yes," said Robert Finch of the ferries. The letter against Vale lay on a desk.',
      because: 'He was not asked about it.',
    },
    {
      text: 'Was the letter against Vale long? "Of course it is hot," said Tom Hill, a farmer.',
      because: 'He is nobody of the party.',
    },
  ],
})

export const answersNotSigned: Rule = defineRule({
  ...answer(false, [
    "(?:no(?! (?:comment|idea|secret|doubt))|nope|never|not me|not i|not yet|not a chance|i have not|i haven't|i did not|i didn't|certainly not|absolutely not|of course not|heavens,? no|god,? no|no way|not guilty)",
  ]),
  fires: [
    {
      text: 'TOUR: Did you sign the letter against Anna Vale?\n\nROBERT FINCH: Heavens, no.',
      actor: 'ROBERT FINCH',
      evidence: 'ROBERT FINCH: Heavens, no.',
    },
    {
      text: 'Had he signed the letter against Vale? "Not me," said Robert Finch.',
      actor: 'Robert Finch',
      evidence: '"Not me," said Robert Finch.',
    },
  ],
  staysSilent: [
    {
      text: 'The letter against Vale is long. "No," said Robert Finch of the ferries.',
      because: 'He was not asked about it.',
    },
    {
      text: 'Will Vale read the letter against her? "No comment," said Robert Finch.',
      because: 'He does not say.',
    },
  ],
})
