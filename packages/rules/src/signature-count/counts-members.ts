import type { Quantity } from '@whipcount/language'
import type { Hit } from '../hit.ts'
import { markedIndex } from '../marked.ts'
import { compile } from '../pattern.ts'
import { defineRule, type Made } from '../rule.ts'

type Counted = 'signed' | 'calling' | 'willing' | 'involved'

/**
 * What is counted: members, or their names and letters. Read straight after the number. What a caucus is called may be what its
 * members are called too: "31 House Democrats".
 */
const MEMBERS = compile(['(?:or so |-odd |of )?(?:[^\\s.,;:]+ ){0,4}?(?:{members}|C\\b)'])
const NAMES = compile([
  '(?:or so |other |more |such |signed |no[- ]confidence |of the )*(?:names?|signatures?|signatories|letters?|pledges?|signers|votes)',
])

/** The number of the hit's sentence, with the words that follow each. */
function numbersOf(hit: Hit): { quantity: Quantity; head: string; tail: string; far: string }[] {
  const { article, sentence } = hit
  const { marked } = article
  const line = article.lineOf(sentence.index)
  if (!line) return []
  return article
    .quantities()
    .filter((one) => one.sentence === sentence.index)
    .map((quantity) => {
      const from = markedIndex(marked, quantity.start)
      const to = markedIndex(marked, quantity.end)
      return {
        quantity,
        head: marked.text.slice(Math.max(line.from, from - 60), from),
        tail: marked.text.slice(to, Math.min(line.to, to + 80)).replace(/^ /, ''),
        far: marked.text.slice(to, line.to),
      }
    })
}

function begins(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0
  const match = pattern.exec(text)
  return match && match.index === 0 ? match[0].length : 0
}

const ELSE =
  /^(?:-|%| ?per ?cent| ?percent|points?\b|seats?\b|years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|a\.?m|p\.?m|million|billion|st\b|nd\b|rd\b|th\b|[.:,]\d|cabinet ministers? (?:pulled|resigned)|of (?:the )?\d(?!\d* (?:signatures|letters|names|votes)? ?(?:needed|required|necessary)))/
const TOTAL =
  /(?:\bparty's|\bout of(?: a (?:caucus|total) of| the)?|\bof (?:the|its|their|her|his|a|charter's|L's)(?: caucus of| total of| party's| \S+'s)?|\bY's|\bcaucus of|\bhold|\bholds|\btotal of|\bneed(?:s|ed)?|\btakes?|\bwould take|\bopposition's?(?: \S+)?|\brequire[sd]?|\bif|\bunder party rules|\bthreshold (?:of|is|stands at)|\btarget (?:of|is)|\bmajority of|\btook|\baged?|\bmore than the|\bbar at) $/

/** The counts of a sentence that a context tells of. */
function counts(hit: Hit, counted: Counted, accepts: 'members' | 'names' | 'either'): Made[] | null {
  const made: Made[] = []
  for (const { quantity, head, tail, far } of numbersOf(hit)) {
    const { low, high, hedge } = quantity
    const least = low ?? high ?? 0
    if (least < 2 || least > 400 || ELSE.test(tail) || TOTAL.test(head)) continue
    const members = accepts === 'names' ? 0 : begins(MEMBERS, tail)
    const partOf = /^of (?:the )?\d+ (?:signatures|letters|names|votes)? ?(?:needed|required|necessary)/.test(
      tail,
    )
    const names = accepts !== 'members' && partOf ? 1 : accepts === 'members' ? 0 : begins(NAMES, tail)
    // "Eighteen had signed", "30 to 40 could join": the number stands alone before its verb.
    const alone =
      /^(?:have|had|has|could|would|might|may|will|are|were|now|signed|people|in all|as of|of them|said they)\b/.test(
        tail,
      )
    const stated =
      /(?:\b(?:number|total|figure|count|tally|sum)(?: \S+){0,6}|\bwe are at|\b(?:pledges|letters|names|signatures)(?: \S+){0,3}|\btold|\b(?:rose|risen|grew|grown|climbed|swelled|stood|stands|jumped|rises|climbs|grows|reach(?:ed|es)|hit|topped|passed)(?: at| to)?|\bit's|\bto) $/.test(
        head,
      )
    // "Two MPs who keep count put the number at 15": those two are the source.
    if (
      counted !== 'calling' &&
      members > 0 &&
      /^ (?:who (?!have|had|signed|want|are)|told|said|say|put|believe|claim|close to|familiar|following|involved in (?:gathering|organi))/.test(
        tail.slice(members),
      )
    )
      continue
    if (!members && !names && !alone && !(stated && /^(?:$|[.,;—]| on paper| and | could| in )/.test(tail)))
      continue
    // Those of another party, those who leave a post, those who sign for the leader.
    if (
      /^(?:\S+ ){0,2}?(?!(?:governing|ruling|her|his|the|own) )\S+ (?:party|alliance) (?:mps|members|lawmakers|senators|deputies)/.test(
        tail,
      ) &&
      !/^(?:\S+ ){0,2}?(?:governing|ruling|Y)/.test(tail)
    )
      continue
    if (
      /^(?:\S+ ){0,2}?(?:ministers?|secretaries) (?:have |had |has )?(?:resigned|quit|left|walked|were sacked)/.test(
        tail,
      )
    )
      continue
    if (/\b(?:supporting|in support of|backing|thanking|praising|defending) L/.test(far)) continue
    if (/^[^.;]{0,40}\b(?:voted against (?:it|the bill)|abstained|voted for the)\b/.test(far)) continue
    made.push({ attrs: { low, high, counted, hedge }, weight: 1 + (members || names ? 1 : 0) })
  }
  return made.length > 0 ? made : null
}

export const membersSigned = defineRule({
  name: 'signature-count/members-signed',
  emits: 'signature-count',
  because: 'A number of members, names or letters on or in against the leader is a count of signatures.',
  when: {
    reported: [
      '(?:sign(?:ed|ing|atures?|atories)?|put(?:ting)? their names?|affixed their names|added their names|submitted|inked|names? (?:on|were|are)|letters? (?:in|of|have|had)|letters|names|joined|their names)',
    ],
  },
  unless: [],
  claim: (hit) => (concernsLeader(hit) && once(hit) ? counts(hit, 'signed', 'either') : null),
  fires: [
    {
      text: 'At least 20 MPs have signed the letter asking Vale to resign, sources said.',
      actor: null,
      attrs: { low: 20, high: null, counted: 'signed', hedge: 'at-least' },
    },
    {
      text: 'There are now 41 letters of no confidence in Vale, plotters claim.',
      actor: null,
      attrs: { low: 41, high: 41, counted: 'signed', hedge: 'exact' },
    },
  ],
  staysSilent: [
    { text: 'More than 20 MPs signed a card for the speaker.', because: 'A card.' },
    { text: 'The letter against Vale runs to 20 pages.', because: 'Pages are counted.' },
  ],
})

export const membersCall = defineRule({
  name: 'signature-count/members-call',
  emits: 'signature-count',
  because: 'A number of members who ask the leader to go, or vote against the leader, is a count of calls.',
  when: {
    reported: [
      '(?:call(?:ed|ing|s)? (?:on|for)|want(?:ed|s|ing)?|ask(?:ed|ing|s)?|urg(?:ed|ing|es)|demand(?:ed|ing|s)?|said|say|told [^.;]{1,60}?|that)(?: in public| publicly| openly| on the record| on record)? (?:that )?(?:publicly )?(?:{leader} (?:to |should |must |needs to |has to |ought to ){leave}|{leaders} {departure}|{change})',
      '(?:publicly )?call(?:ed|ing) (?:on|for) {leader} to',
      'voted (?:against {leader}|that they had no confidence|(?:no confidence|to remove))',
      '(?:turned|are|come out|came out|voted) against {leader}',
      'no (?:longer )?(?:have |had )?confidence in (?:{leader}|their leader)',
      'support {leader} re-?considering',
      '{leader} must (?:go|resign|quit),? say',
      '(?:for|calling for|demanding|wanting) {leader} to {leave}',
      '(?:told|telling|tell) {leader} to {leave}',
      '(?:said|say|saying|declared)(?: openly| publicly)? (?:that )?{leaders} (?:number|time|game) (?:was|is) up',
      '(?:turn(?:ed|ing)?|gone|come out|moved|ranged|lined up|arrayed) against (?:{leader}|their leader)',
      '(?:want|wants|wanted|wanting) {leader} (?:out|gone|off the ticket|off the ballot|replaced|to go)',
      'would support L re',
      'on (?:the )?record (?:against|as (?:wanting|opposing)|calling)',
    ],
  },
  unless: [],
  claim: (hit) =>
    once(hit) && !/\bX\b[^.]{0,60}\b(?:called|demanded)/.test(hit.before) && !hitIsSigned(hit)
      ? counts(hit, 'calling', 'members')
      : null,
  fires: [
    {
      text: 'Four MPs told the paper that Vale should resign.',
      actor: null,
      attrs: { low: 4, high: 4, counted: 'calling', hedge: 'exact' },
    },
    {
      text: 'More than 30 lawmakers have called on Vale to step down.',
      actor: null,
      attrs: { low: 30, high: null, counted: 'calling', hedge: 'at-least' },
    },
  ],
  staysSilent: [
    { text: 'Polls say 58 per cent of voters want Vale to quit.', because: 'Voters.' },
    { text: 'Some MPs want Vale to resign.', because: 'No number.' },
  ],
})

export const membersInvolved = defineRule({
  name: 'signature-count/members-involved',
  emits: 'signature-count',
  because: 'A number of members in the effort, or ready to join it, is a count too.',
  when: {
    reported: [
      '(?:part of|involved in|behind|taking part in|backing|supporting|support|join(?:ed|ing)?|in favou?r of) (?:the |a |this |that |an )?(?:\\S+ )?(?:effort|push|plot|revolt|rebellion|group|move|attempt|bid|campaign|putsch|coup|call|plan|insurrection|mutiny|rebels)',
      '(?:effort|push|plot|revolt|rebellion|bid|campaign) to (?:oust|remove|topple|unseat|encourage|force|persuade|dump|replace|push)',
      '(?:could|would|might|may|ready to|willing to|prepared to|set to|expected to) (?:also |soon )?(?:join|sign|follow|call|back|say|speak|come out|go public|vote|put|support the call)',
      '(?:minded|inclined|tempted|poised|on the brink) (?:to|of)',
      '(?:tally|total|number|count|figure|list|ranks|camp|group|faction)(?: of [^.;]{1,50})? (?:now )?(?:stands?|stood|is|was|has|had|numbers?|rose|risen|grew|grown|climbed|swelled|reached|passed|put) ?(?:at|to|is)?',
      '(?:put|puts|putting|placed|pegged|pegs|estimated?) (?:the |its |their |his |her )?(?:figure|number|total|tally|count|strength)(?: \\S+){0,6}? at',
      '(?:claim(?:s|ed)?|boast(?:s|ed)?|has|have|had|enjoy\\w*|win\\w*|with) the (?:support|backing|signatures?) of',
      '(?:rebels|plotters|organi[sz]ers|grumblers|dissidents|dissident members)',
    ],
  },
  unless: [],
  claim: (hit) => {
    if (!concernsLeader(hit) || hitIsSigned(hit) || !once(hit)) return null
    const willing = /\b(?:could|would|might|may|ready|willing|prepared|set|expected) /.test(hit.match[0])
    return counts(hit, willing ? 'willing' : 'involved', 'members')
  },
  fires: [
    {
      text: 'As many as 30 backbenchers are involved in the effort to oust Vale.',
      actor: null,
      attrs: { low: null, high: 30, counted: 'involved', hedge: 'up-to' },
    },
    {
      text: 'Some say 30 to 40 MPs could join the revolt against Vale.',
      actor: null,
      attrs: { low: 30, high: 40, counted: 'willing', hedge: 'range' },
    },
  ],
  staysSilent: [
    { text: 'A group of MPs is part of the effort to oust Vale.', because: 'No number.' },
    { text: '30 MPs are part of the effort to build a bridge.', because: 'Another effort.' },
  ],
})

const SIGNED =
  /\b(?:sign(?:ed|ing|atures?|atories)?|put(?:ting)? their names?|affixed their names|added their names|submitted|inked|names? (?:on|were|are)|letters? (?:in|of|have|had)|letters|names|joined|their names)\b/

/** Whether the sentence tells of signatures, which another rule counts. */
function hitIsSigned({ stretch }: Hit): boolean {
  return SIGNED.test(stretch)
}

/** Counts are made once for each sentence, whatever the number of words that tell of them. */
function once({ match, stretch }: Hit): boolean {
  return !stretch.slice(0, match.index).includes(match[0])
}

/** Whether the sentence, or those just before it, are about the leader's going. */
function concernsLeader({ stretch, article, sentence }: Hit): boolean {
  const about =
    /(?:\bL\b|\bletter\b|\bpetition\b|\bleader(?:ship)?\b|\bresign|\bstep (?:down|aside)|\boust|\bno[- ]confidence|\bconfidence vote|\bpledge\b|\brebel|\bplot|\brevolt|\bthreshold\b|\bletters\b)/
  const letter =
    /(?:\bresign|\bstep (?:down|aside)|\boust|\bno[- ]confidence|\bconfidence\b|\bpledge\b|\brebel|\bplot|\brevolt|\bletters?\b|\bcoup\b|\bleader(?:ship)?\b|\btopple|\bpetition\b|\bspill\b|\bquit\b|\bremov|\breplac|\bunseat)/
  if (/\b(?:fares?|bill|amendment|card)\b/.test(stretch) && !/\bleader/.test(stretch)) return false
  let before = stretch
  for (let i = sentence.index - 4; i < sentence.index; i++) before += ` ${article.lineOf(i)?.text ?? ''}`
  return about.test(before) && letter.test(before)
}
