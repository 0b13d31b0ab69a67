import type { Actor } from '../actor.ts'
import type { Hit } from '../hit.ts'
import { defineRule, type Made } from '../rule.ts'
import { isAgainstLeader, isPaperOfOthers, isTakenBack, speaksOfPaper } from './letter.ts'
import { actorsIn, signersBefore } from './signers.ts'

/** A list of people after a verb or a colon. */
const LIST =
  /^[^PB.;]{0,24}?((?:[PB](?: \([^)]{0,40}\))?(?:,? and (?:the |fellow |former )*|, (?:the |fellow |former )*)?)+)/

/** Claims for each of the signers of a hit. */
function claims(actors: readonly Actor[], signed: boolean): Made[] {
  return actors.map((of) => ({ attrs: { signed }, weight: 2, of }))
}

function claimOf(hit: Hit): Made[] | null {
  const { match, before, after, groups } = hit
  if (
    isPaperOfOthers(hit) ||
    !isAgainstLeader(hit) ||
    !(speaksOfPaper(match[0]) || speaksOfPaper(before + after) || speaksBefore(hit) || /^wr/.test(match[0]))
  )
    return null
  const from = match.index + match[0].length
  if (groups['by'] !== undefined) {
    if (/\b(?:not|n't|never|if|could|to be)\b/.test(before.slice(-20))) return null
    const list = LIST.exec(after)
    return list ? claims(actorsIn(hit, from + list[0].length - list[1]!.length, list[1]!), true) : null
  }
  if (groups['inverted'] !== undefined) {
    const list =
      /^[^.;]{0,90}? (?:is|are|was|were|include[sd]?|came) (?:the |also |both )*((?:[PB](?: \([^)]{0,40}\))?(?:,? and |, )?)+)/.exec(
        after,
      )
    if (list) return claims(actorsIn(hit, from + list[0].length - list[1]!.length, list[1]!), true)
  }
  if (groups['count'] !== undefined) {
    const who = /([PB])[^PBLX.;]*$|\b(he|she)\b[^PBLX.;]*$/.exec(before)
    if (!who) return null
    const found = who[1]
      ? actorsIn(hit, who.index, who[1])
      : [hit.article.pronoun(who[2]!, hit.article.marked.at[hit.offset + who.index]!, null)]
    return claims(
      found.filter((one): one is Actor => !!one && !one.leader && one.side === 'own'),
      true,
    )
  }
  if (groups['own'] !== undefined) {
    // "Finch's name is on the letter": the owner stands right before.
    const owner = /([PB](?:(?:,? and |, )[PB])*)'?s?'? ?$|([PB]),? whose $/.exec(before)
    if (!owner) return null
    const actors = actorsIn(hit, owner.index, owner[0])
    return claims(actors, !/\b(?:not|never)\b|n't/.test(match[0]))
  }
  if (/^ (?:nothing|no |none|neither)/.test(after)) return null
  const signers = signersBefore(hit, before)
  if (!signers) return null
  return claims(
    signers.actors,
    signers.signed && !isTakenBack(hit) && !/\b(?:not|never)\b|n't/.test(match[0]),
  )
}

/** Whether a sentence just before speaks of the paper: "He had signed." */
function speaksBefore({ article, sentence }: Hit): boolean {
  for (let i = sentence.index - 3; i < sentence.index; i++)
    if (speaksOfPaper(article.lineOf(i)?.text ?? '')) return true
  return false
}

export const signs = defineRule({
  name: 'signature/signs',
  emits: 'signature',
  because:
    'Whoever is the subject of signing or sending the letter against the leader, with nothing in between that takes the verb away, signed it; with a denial in between, did not.',
  when: {
    reported: [
      '(?:co-?)?sign(?:ed|ing|s)?(?<by> (?:by|including|among them))',
      '(?:signator(?:y|ies)|signers|names (?:on|at the foot of) {letter}|those who(?: have| had)? signed)(?: (?:of|to|on) {letter})?(?: [^.;]{1,70}?)? (?<by>(?:include[sd]?|are|were|was|is)(?! (?:not|on|among|to)))',
      '(?<inverted>(?:among|one of) (?:the|those|its|\\d+|\\w+) (?:\\S+ ){0,3}?(?:sign(?:ed|ing|atories|ers)|names on|whose names))',
      '(?:carries|bears|carried|bore|has|had|with) the (?:names?|signatures?) (?<by>of)',
      'signatures? (?<by>of)',
      "(?<own>(?:name|signature|letter)s?(?:,? too,?)? (?:is|was|are|were|appears?|appeared|features?|figures?|stands|sits)(?: also| still| clearly| the \\w+(?: name| one)?)*(?: not| never|n't)? (?:on|among|at|under|in|there))",
      '(?:co-?)?sign(?:ed|ing)?(?: up| on)?(?: to| onto)?(?: {letter}| it\\b| one\\b| them\\b)?',
      '(?:put|puts|putting|add(?:ed|s|ing)?|lent|lends|lending|affix(?:ed|es|ing)|append(?:ed|s|ing)|attach(?:ed|es|ing)) (?:his|her|their)(?: own)? (?:names?|signatures?|pens?|hands?)(?: down)?(?: to| on| under)?(?: {letter})?',
      'put(?:ting)? pen to paper',
      '(?<count>(?:signatures|letters|names),? (?:including )?(?:his|hers)(?: included| among them)?)',
      '(?:submit(?:ted|ting|s)?|sen[dt](?:ing|s)?|lodg(?:ed|ing|es)|hand(?:ed|ing|s)|deliver(?:ed|ing|s)|post(?:ed|ing|s)?|put(?:s|ting)?|fil(?:ed|ing|es)|wr(?:itten|ote|iting|ites)|drop(?:ped|ping|s)|pop(?:ped|ping|s)|slip(?:ped|ping|s)|bung(?:ed)?|shov(?:ed|ing)|chuck(?:ed)?|tim(?:ed)|fir(?:ed|ing|es)|penn?(?:ed|ing|s)?|tender(?:ed|ing|s)?)(?: (?:in|off))?(?: {noConfidenceLetter}| (?:his|her|their)(?: own)? letters?(?: of no[- ]confidence)?| (?:a|an|the) (?:formal |own )*letters? (?:of no|expressing|calling|demanding|seeking|requesting|asking|against|that|to the (?:chair|committee))| one\\b| a letter\\b| letters? of no)(?: in)?',
      'wr(?:itten|ote|iting) to (?:the )?(?:chair\\w*|committee|whips?|\\S+ (?:chair\\w*|committee)|X|P)[^.;]{0,40}? (?:to |and )?(?:express|call|seek|demand|request|ask|declar|trigger|say)\\w*[^.;]{0,24}? (?:no[- ]confidence|{vote}|had lost|lost confidence|to go|resign\\w*)',
      '(?:(?:a|an|one of the|another|the (?:\\S+ )?)(?: \\S+)? ?)?(?:co-?)?signator(?:y|ies) (?:to|of|on)',
    ],
  },
  unless: ['question'],
  claim: claimOf,
  fires: [
    {
      text: 'Robert Finch, a former whip, was the fifth MP to sign the petition to remove Vale.',
      actor: 'Robert Finch',
      attrs: { signed: true },
    },
    {
      text: 'Robert Finch has again refused to sign the petition to remove Vale.',
      actor: 'Robert Finch',
      attrs: { signed: false },
    },
  ],
  staysSilent: [
    {
      text: 'Robert Finch urged colleagues not to sign the letter against Vale.',
      because: 'Others are to sign.',
    },
    {
      text: 'A friend of Robert Finch signed the letter against Vale.',
      because: 'It is the friend who signed.',
    },
  ],
})
