import type { Document, Span } from '@whipcount/language'

/** A letter to the editor: what it says, and who signed it with what beside the name. */
export interface SignedLetter {
  readonly body: Span
  /** The first sentence of the body. */
  readonly sentence: number
  readonly name: string
  /** The lines under the letter: name, post, place. */
  readonly signature: string
}

const NAME =
  /^(?:\(?(?:Mrs?|Ms|Miss|Dr|Cllr|Coun|Councillor|Ald|Sir|Dame|Lord|Lady|Baroness|Rev|Prof|Sen|Senator|Rep|Hon|The Hon|Rt Hon)\.?\)? )*(\p{Lu}[\p{L}'’.-]*(?: (?:de |van |von |der |al-)?\p{Lu}[\p{L}'’.-]+){1,3})(?: ?[,(;–—-].*)?$/u
/** Words that make one who signs a figure of a party: a seat or post, and the bodies whose letters are theirs. */
const FIGURE =
  /\b(?:Cllr|Coun|Councillor|MP|MLA|MPP|TD|MSP|MEP|Senator|Sen|Rep|Representative|Member (?:of|for)|Minister|Premier|President|Governor|Mayor|Leader|Lords|Peers|Senate|House of|Whip|Chair(?:man|woman|person)?|Secretary|Treasurer|Convenor|Delegate|Committee|Association|Branch|Executive|Attorney|Speaker|Women|Youth|Party|Caucus|Council|Club|councillor|branch|association|committee|member (?:of|for)|minister|premier|chair(?:man|woman|person)?|president of|secretary of|mayor)\b/

/** A signature that stands at the end of the letter's last paragraph: "... by Christmas. — June Okafor, Saltmarsh". */
const AT_END = /[.!?”"]\s+[—–-]+\s*(\p{Lu}[^.!?\n]{4,90})\.?$/u
const CLOSING =
  /^(?:yours|sincerely|faithfully|regards|kind regards|with (?:best|every|warm)|respectfully)\b/i

/** The letters of a letters page that somebody signed. */
export function signedLetters({ paragraphs, sentences, text }: Document): SignedLetter[] {
  const letters: SignedLetter[] = []
  let first = -1
  let last = -1
  let lines: string[] = []
  const close = () => {
    const found = lines.map((line) => NAME.exec(line.trim())).find((match) => match !== null)
    const from = sentences[first]
    const to = sentences[last]
    if (found && from && to)
      letters.push({
        body: { start: from.start, end: to.end },
        sentence: from.index,
        name: found[1]!,
        signature: lines.join('\n'),
      })
    first = -1
    lines = []
  }
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'letter') continue
    const words = text.slice(paragraph.start, paragraph.end).trim()
    const short =
      /^(?:the writer|signed)\b/i.test(words) ||
      /^[—–-]\s*\p{Lu}/u.test(words) ||
      (words.split(/\s+/).length <= 12 && !/[.!?”"]$/.test(words))
    if (short) {
      if (first >= 0 && !CLOSING.test(words)) lines.push(...words.replace(/^[—–-]\s*/, '').split('\n'))
      continue
    }
    if (lines.length > 0) close()
    if (first < 0) first = paragraph.firstSentence
    last = paragraph.endSentence - 1
    const signed = AT_END.exec(words)
    if (signed) {
      lines.push(signed[1]!)
      close()
    }
  }
  close()
  return letters
}

/** Whether one who signs so is a figure of the party: by the words beside the name, or by what the letter says of its writer. */
export function isFigure({ signature }: SignedLetter, body: string, party: RegExp): boolean {
  party.lastIndex = 0
  return (
    FIGURE.test(signature) ||
    /\bas (?:the |a )?(?:former )?(?:leader|chair|mp|councillor|mayor|delegate|treasurer|secretary|president) of the\b/i.test(
      body,
    ) ||
    party.test(signature)
  )
}
