import { defineRule } from '../rule.ts'

const GO =
  '(?:resign(?:ing|ed|s|ation)?(?! (?:itself|himself|herself))|quit(?:ting|s)?|step(?:ping|ped|s)? (?:down|aside|back)|stand(?:ing|s)? (?:down|aside)|stood (?:down|aside)|leav(?:e|ing) (?:office|the (?:job|race|stage|leadership)|as (?:leader|prime minister|president))|going(?= (?:anywhere|quietly))|go(?= (?:anywhere|quietly|soon|now|before|early)|$|[.,])|walk(?:ing|ed)? away|giv(?:e|ing) (?:up|in)|gave (?:up|in)|bow(?:ing|ed)? (?:out|to (?:calls|demands))|drop(?:ping|ped)? out|withdraw(?:ing|n)?(?: from the race)?|withdrew|mak(?:e|ing) way|made way|hand(?:ing|ed)? over|relinquish(?:ing|ed)?|end(?:ing|ed)? (?:his|her) (?:\\S+ )?(?:campaign|candidacy|bid|leadership)|suspend(?:ing|ed)? (?:his|her) (?:\\S+ )?campaign|abandon(?:ing|ed)? (?:the race|his campaign|her campaign)|be(?:ing)? (?:driven|forced|pushed|hounded|bullied|drummed) (?:out|from office))'
const STAY =
  '(?:{stay}|stay(?:ing)?(?: on| put)?|remain(?:ing|s|ed)?(?: (?:leader|in (?:office|post|the race|charge)|as \\S+))|carry(?:ing)? on|fight(?:ing)? on|soldier(?:ing)? on|see(?:ing)? out (?:his|her|the)|serv(?:e|ing) (?:out|a full|the full)|lead(?:ing)? (?:the |Y|her |his |them )+(?:party )?(?:in(?:to)?|to|through)|(?:contest(?:ing)?|fight(?:ing)?|defend(?:ing)?|win(?:ning)?|beat(?:ing)?|face down)(?: off)? (?:any|the|a|every) (?:leadership |confidence |no-confidence )*(?:vote|challenge|challenger|ballot|contest|spill|motion|rebels))'
/** Running again, which only a refusal makes an answer of leaving. */
const RUN =
  '(?:seek(?:ing)? (?:another|a (?:second|third|fourth|fifth|further|new)|re-?election)(?: term)?|(?:run|stand|contest|fight|running|standing)(?:ing)? (?:again|for re-?election|in the next|at the next)|be(?:ing)? (?:on the ballot|the nominee|a candidate)|lead(?:ing)? (?:the |Y|her |his )+(?:party )?(?:in|into|to) the next)'

const REFUSES =
  /\b(?:not|never|no (?:plans?|intention|desire|reason|wish|thought|question)|neither|nor|refus\w+|reject\w+|rul(?:ed|es|ing) out|den(?:y|ies|ied|ying)|dismiss\w+|resist\w+|brush\w+|shrug\w+|def(?:y|ies|ied|ying)|swat\w+|spurn\w+|rebuff\w*|scoff\w+|laugh\w+ off|far from|won't|wouldn't|isn't|wasn't|nothing to)\b|n't\b/
/** What others want of the leader, or what might be. */
const OTHERS_WISH =
  /[PXB]|\b(?:whether|if|unless|should|could|might|may|must|calls? (?:on|from)|pressure (?:on|to)|urged|asked|told to|expected|rumou?r\w*|rebels|mps|members|critics|allies|demand\w* (?:that|by)|had to|has to|ought|forced to|want\w* (?:him|her)|last|ministers?|to let|allow\w*|would have|in the event)\b/
const SAYS =
  /\b(?:said|says|told|tells|vow\w*|insist\w*|pledg\w*|promis\w*|declar\w*|announc\w*|confirm\w*|stress\w*|maintain\w*|repeat\w*|reiterat\w*|clear|signall?\w*|indicat\w*|intend\w*|plan\w*|determined|adamant|resolved|committed|decid\w*|agree[ds]?|refus\w+|reject\w+|dismiss\w+|rul(?:ed|es|ing)|brush\w+|shrug\w+|def(?:y|ies|ied|ying)|will|would|is|was|has|remain\w*|assur\w+|argu\w+|wrote|swore|bowed|conced\w+|acknowledg\w+)\b/

const FINITE =
  /^(?:quits?|resign(?:s|ed)|step(?:s|ped)|stands?|stood|bowed|drop(?:s|ped)|withdrew|ended|suspended|gave|made|handed|abandoned|walked)\b/
/** "Said the government would stay": another subject. */
const OF_OTHERS =
  /\b(?:the|a|an|its|their|this|these|our|all|no) (?!prime|leader|president|way|plans?|intention|reason|question|circumstances)\S+(?: \S+){0,3} (?:would|will|is|was|are|were|should|had|has)\b/
/** The leader is spoken of by others: "Finch said Vale would", "allies of Vale". */
const NO_SUBJECT =
  /\b(?:belief|view|sense|feeling|of|said|says|say|that|believes?|believed|thinks?|thought|expects?|hopes?|hoped|for|against|to|from|by|with|insist\w*|claim\w*|told \S+|if|whether|want\w*|predict\w*|suggest\w*|convinced|sure|certain|demand\w*|urg\w+) (?:the |our )?$/

export const tellsFuture = defineRule({
  name: 'leader-response/tells-future',
  emits: 'leader-response',
  because:
    'The leader is the subject of staying or going, with what the leader says, vows or refuses in between.',
  when: {
    by: 'leader',
    told: [`{chief}(?<frame>[^.;]{0,90}?) (?:(?<run>${RUN})|(?<go>${GO})|(?<stay>${STAY}))`],
  },
  unless: ['question'],
  claim: (hit) => {
    const { groups, match, after, before, stretch } = hit
    // Inside a quotation it is somebody else who speaks of the leader.
    if (hit.article.quotationsIn(hit.start, hit.start + 1).some((one) => !one.scare && one.start < hit.start))
      return null
    if (
      match.groups?.['pronoun'] !== undefined &&
      /\b(?:believe|think|hope|expect|say|insist|claim|predict)\w* $/.test(before)
    )
      return null
    const frame = groups['frame'] ?? ''
    // What others call for: "calls to resign" is no wish of the leader's, "rejected calls to resign" an answer.
    const own = frame
      .replace(/\bbowed to (?:pressure|reality|the inevitable|calls|demands)[^;]{0,30}? and$/, ' bowed')
      .replace(
        /\b(?:growing |mounting |renewed |any |all |more |fresh |further |repeated )*(?:calls?|demands?|pressure|pleas?|suggestions?|speculation|talk|appeals?)(?: (?:from|by|of|within) [^,.;]{1,40}?)? (?:for (?:him|her|his|her) ?|to|that (?:he|she) (?:should|might|would|could|must)|(?:he|she) (?:should|might|would|could))$/,
        '',
      )
    const finite =
      FINITE.test(groups['go'] ?? '') &&
      /^(?: (?:today|finally|tearfully|formally|has|had|on \S+day|\S+day|yesterday|last night|this morning|dramatically|abruptly|suddenly))*$/.test(
        own,
      )
    if (
      OTHERS_WISH.test(own) ||
      !(SAYS.test(own) || finite) ||
      OF_OTHERS.test(own) ||
      NO_SUBJECT.test(before)
    )
      return null
    if (/^ (?:of|by|as) [PX]/.test(after)) return null
    if (
      /\b(?:if|whether|should|could|after|before|until|unless|would|rumou?rs? that|rumou?red)(?: \S+)?$/.test(
        before.trimEnd(),
      )
    )
      return null
    if (/^ (?:if|unless|when (?:asked|he|she)|only if)\b/.test(after)) return null
    if (/'s (?:resignation|future)/.test(match[0])) return null
    const refuses = REFUSES.test(own)
    const calls = own !== frame && !/\bbowed\b/.test(frame)
    if (calls && !refuses) return null
    if (groups['stay'] !== undefined) {
      // "vowed to fight inflation", "would stay the course on ferries".
      if (
        /\bfight(?:ing)?$/.test(match[0]) &&
        !/^(?: (?:on|back|any|the (?:challenge|vote|motion|rebels)|to (?:stay|keep|remain|the end))\b|$|[.,])/.test(
          after,
        )
      )
        return null
      const until =
        /^ (?:on )?(?:[^,.;]{0,30} )?until (?:a|his|her|the party) (?:\S+ )?(?:successor|replacement|new leader|has)/.test(
          after,
        )
      return { attrs: { stance: refuses !== until ? 'leaving' : 'staying' }, weight: refuses ? 1 : 2 }
    }
    if (groups['run'] !== undefined)
      return refuses
        ? { attrs: { stance: 'leaving' }, weight: 2 }
        : /\b(?:will|would|intends?|plans?|going)\b/.test(own)
          ? { attrs: { stance: 'staying' }, weight: 2 }
          : null
    if (refuses) return { attrs: { stance: 'staying' }, weight: 2 }
    // Going needs more than an infinitive: what the leader does, is to do, or says will be done.
    const infinitive =
      / to$/.test(own) &&
      !/\b(?:is|was|decid\w*|plan\w*|intend\w*|agree[ds]?|going|announc\w*|set|about)(?: [^.;]{0,12})? to$/.test(
        own,
      )
    if (infinitive || /\b(?:denied|false|wrong|speculation)\b/.test(stretch)) return null
    return { attrs: { stance: 'leaving' }, weight: 2 }
  },
  fires: [
    { text: 'Vale is refusing to quit.', actor: 'Anna Vale', attrs: { stance: 'staying' } },
    {
      text: 'Vale made clear on Tuesday that she would not seek another term.',
      actor: 'Anna Vale',
      attrs: { stance: 'leaving' },
    },
  ],
  staysSilent: [
    { text: 'Vale is under pressure to resign.', because: 'Others press her.' },
    { text: 'Vale has not said whether she will resign.', because: 'She does not say.' },
  ],
})
