/** A word of a text, as far as names need it. */
export interface Word {
  readonly text: string
  /** Lower case, straight apostrophes, without the possessive. */
  readonly lower: string
  readonly start: number
  /** After the word, without its possessive. */
  readonly end: number
  readonly capital: boolean
  readonly possessive: boolean
  /** Only spaces stand between the word before and this one. */
  readonly joined: boolean
  readonly opensSentence: boolean
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’\-‐‑]|(?<=(?<!\p{L})\p{Lu})\.(?=\p{Lu}))*/gu
const ABBREVIATION =
  /^(?:dr|mr|mrs|ms|st|ste|rep|reps|sen|sens|gov|hon|prof|jr|sr|lt|col|gen|capt|rev|\p{L}|\p{Lu}(?:\.\p{Lu})+)$/iu

/** The words of a text in order. A full stop belongs to a word that it abbreviates (`Sen.`, `D.J.`). */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let last = 0
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    let word = match[0]
    let end = start + word.length
    while (/['’\-‐‑]/.test(word.at(-1)!)) {
      word = word.slice(0, -1)
      end--
    }
    const possessive = /['’]s$/i.test(word)
    if (possessive) {
      word = word.slice(0, -2)
      end -= 2
    }
    if (word === '') continue
    const gap = text.slice(last, start)
    const first = word.charAt(0)
    let after = end
    if (text[end] === '.' && ABBREVIATION.test(word)) after = end + 1
    words.push({
      text: word,
      lower: word.replace(/’/g, "'").toLowerCase(),
      start,
      end: word.length === 1 ? after : end,
      // "al-Hashemi" is a name in spite of its article.
      capital:
        (first !== first.toLowerCase() && !/^I['’](?:m|ve|d|ll)$/.test(word)) ||
        /^(?:al|el|ad|as|ash|at|ar|an|bin|d'|d’|l'|l’)[-‐]?\p{Lu}/u.test(word),
      possessive,
      joined: gap !== '' && gap.length <= 3 && /^[ \u00a0]+$/.test(gap),
      opensSentence: words.length === 0 || /[.!?:\n“"]|^\s*[-–—•*]/.test(gap),
    })
    last = possessive ? end + 2 : after
  }
  return words
}
