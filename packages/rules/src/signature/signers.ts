import type { Actor } from '../actor.ts'
import type { Hit } from '../hit.ts'

/** Who signed, and whether; null where the sentence does not say it of anybody who is named. */
export interface Signers {
  readonly actors: readonly Actor[]
  readonly signed: boolean
}

/**
 * Words that may stand between a subject and its verb without taking the verb away from it: auxiliaries, adverbs, verbs of report with
 * their pronoun (`confirmed on Monday that he had`), and the ways to count somebody among others (`was the fifth MP to`, `is among
 * the 24 who`). Any other word in between ends the clause.
 */
const CLEAR = new Set(
  (
    "he she they it that who which had has have having 's 'd 've was is are were been being be did does do also too now already himself herself themselves since both all each " +
    'to the a an one of those among amongst mp mps member members lawmaker lawmakers senators deputies backbenchers backbencher minister colleagues others other more fellow person people first only latest last final ' +
    'become became becoming joined joining joins in by confirmed confirms confirming said says saying say revealed reveals revealing admitted admits admitting acknowledged acknowledges acknowledging ' +
    'announced announces announcing disclosed discloses disclosing told tells telling insisted insists insisting claimed claims claiming stressed added adds adding wrote writes tweeted posted stated conceded concedes declared declares ' +
    'boasted boasts recalled understood believed thought reported known publicly openly again once twice today yesterday on at least some and but then later so far with as this week morning night last monday tuesday wednesday thursday friday saturday sunday ' +
    'his her their own letter name senior junior former government backbench up about around nearly almost over than two three four five six seven eight nine ten dozen twenty himself herself decision group'
  ).split(' '),
)
const DENIES =
  /\b(?:not|n't|never|denie[sd]|deny(?:ing)?|refus(?:ed|es|ing)|declin(?:ed|es|ing)|yet to|nor|neither|without|rejected|reject(?:s|ing)?|resisted|failed to|opted not|chose not|turned down (?:an?|the|any|every) (?:request|invitation|plea|offer|chance)s?)\b|n't\b/
/** Before a name these make it no subject: `an ally of Finch signed`. */
const NO_SUBJECT =
  /\b(?:of|to|for|with|by|from|against|than|about|like|behind|under|after|before|urged|urging|asked|asking|told|called on|calling on|wants?|wanted|pressed|encouraged|helped|saw|watched) (?:the |a )?$/
/** "Finch said 20 MPs had signed": they are the subject. */
const OTHERS =
  /\b(?:mps?|members?|lawmakers?|senators|deputies|backbenchers?|colleagues|others|people|dozen|minister|person|\d+|two|three|four|five|six|seven|eight|nine|ten|twenty)(?: (?:has|had|have|also|already|now|\w+ly))*\s*$/
const PRONOUN = /^(?:he|she|they)$/

/** The people of a stretch of marked text, by the markers that stand in it. */
export function actorsIn({ article, offset }: Hit, from: number, text: string): Actor[] {
  const actors: Actor[] = []
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== 'P' && text[i] !== 'B') continue
    const actor = article.marked.markers.get(offset + from + i)?.actor
    if (actor && !actor.leader && actor.side === 'own') actors.push(actor)
  }
  return actors
}

/** What stands between a subject and its verb, with what is set off by commas, the one told, and times left out. */
function between(words: string): string {
  return words
    .replace(/ ?\([^)]{0,60}\)/g, ' ')
    .replace(/^,? (?:who|whose) [^,;]{1,70},/, ' ')
    .replace(/^, (?!and\b|but\b)[^,;]{2,90},(?! (?:and|but) )/, ' ')
    .replace(
      /\b(?:told|tells|telling|informed|assured|in an? \w+ (?:to|with)) [^,;]{1,60}? (?=(?:that|he|she|they|of)\b)/g,
      ' told ',
    )
    .replace(
      /\b(?:confirm|admit|reveal|disclos|acknowledg|announc|boast)(\w+) to [^,;]{1,40}? (?=(?:that|he|she|they|on)\b)/g,
      ' confirmed ',
    )
    .replace(
      /\b(?:in|on) (?:an?|the|his|her) (?:post|statement|video|tweet|interview|letter|radio \w+|\S+ show)\b/g,
      ' ',
    )
    .replace(/\b(?:would|will|could|did|does|do|has|have|had|is|was)(?:n't| not| never) say\b/g, ' whether ')
    .replace(/\b(?:will|would)(?:n't| not| never)\b|\bwon't\b/g, ' not ')
}

/** The people who are the subject of the verb at the end of `before`. */
export function signersBefore(hit: Hit, before: string): Signers | null {
  const { article, offset } = hit
  for (let i = before.length - 1; i >= 0 && before.length - i < 240; i--) {
    const char = before[i]!
    if (char !== 'P' && char !== 'B' && char !== 'L' && char !== 'X') continue
    if (char === 'L' || char === 'X') {
      // "Finch told Reyes that he had signed", "of the bid to oust Vale, he said": not the subject.
      if (/\b(?:told|tells|against|oust|of|in|to|for|on|from)(?: the)? $/.test(before.slice(0, i))) continue
      return null
    }
    const head = before.slice(0, i)
    if (/\b(?:if|unless|whether|should|did|has|have|had|once|when will|will) (?:the )?$/.test(head))
      return null
    if (NO_SUBJECT.test(head) && !/\b(?:with|including) (?:the )?$/.test(head)) {
      if (/\b(?:told|asked) (?:the |a )?$/.test(head)) continue
      return null
    }
    const words = between(before.slice(i + 1))
    const denied = DENIES.test(words)
    const plain = words.replace(new RegExp(DENIES, 'g'), ' ')
    const clear = plain
      .split(/[\s,:—]+/)
      .every(
        (word) =>
          word === '' || CLEAR.has(word) || /ly$|^\d+(?:st|nd|rd|th)?$|(?:th|first|second|third)$/.test(word),
      )
    if (!clear || /[.;?!]/.test(plain) || OTHERS.test(plain)) return null
    const list = /(?:[PB](?:,? and |, ))*$/.exec(head)?.[0] ?? ''
    const actors = actorsIn(hit, i - list.length, `${list}${char}`)
    return actors.length > 0 ? { actors, signed: !denied } : null
  }
  // "He had signed": whoever is spoken of before.
  const first = /(?:^|[;,] (?:and |but )?)(he|she)((?: [^\s,;.]+){0,8})$/.exec(before.trimEnd())
  if (!first || !PRONOUN.test(first[1]!)) return null
  const words = between(` ${first[2]!}`)
  const denied = DENIES.test(words)
  const plain = words.replace(new RegExp(DENIES, 'g'), ' ')
  if (!plain.split(/[\s,:—]+/).every((word) => word === '' || CLEAR.has(word) || /ly$|th$/.test(word)))
    return null
  const actor = article.pronoun(
    first[1]!,
    article.marked.at[offset + first.index + first[0].indexOf(first[1]!)]!,
    null,
  )
  return actor && !actor.leader && actor.side === 'own' ? { actors: [actor], signed: !denied } : null
}
