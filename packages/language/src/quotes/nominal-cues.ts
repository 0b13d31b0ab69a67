/**
 * Nouns that name what is said or thought, where a clause or an infinitive follows. Sources: the attribution nouns of
 * Pareti 2015 (PARC 3), without those that are rarely anybody's words (`data`, `law`, `effort`).
 */
export const CUE_NOUNS: ReadonlySet<string> = new Set(
  (
    'accusation acknowledgment acknowledgement admission advice allegation announcement answer appeal argument assertion assessment assumption ' +
    'assurance belief bet boast call charge claim comment complaint concern conclusion confession confidence contention conviction criticism ' +
    'declaration demand denial desire doubt estimate expectation explanation fear feeling finding forecast guess hint hope idea implication ' +
    'indication insinuation insistence intention intent interest invitation joke lament message notion objection offer opinion order plan plea pledge ' +
    'position prediction promise proposal question reasoning recommendation refusal remark reply report request resolve response rumor rumour ' +
    'sense sentiment signal speculation statement stance suggestion suspicion testimony theory threat tweet view vow warning willingness wish worry'
  ).split(' '),
)

/** Those that stand for somebody's words also where nobody is named: `the allegation that he lied`. */
export const IMPERSONAL_NOUNS: ReadonlySet<string> = new Set(
  'accusation allegation belief charge claim concern criticism expectation fear hope idea notion perception rumor rumour speculation suspicion worry'.split(
    ' ',
  ),
)

/** States of mind: `is worried that`, `are eager to`. From VerbNet's amuse-31.1 participles and marvel-31.3. */
export const CUE_ADJECTIVES: ReadonlySet<string> = new Set(
  (
    'adamant afraid alarmed angry anxious ashamed aware certain clear committed concerned confident convinced determined disappointed doubtful eager ' +
    'excited fearful frustrated furious glad grateful happy hesitant hopeful interested keen mindful nervous optimistic pessimistic pleased positive prepared ' +
    'proud ready reluctant resolved sad satisfied shocked skeptical sorry supportive sure surprised thankful thrilled troubled uncertain unhappy ' +
    'unaware unconvinced unsure unwilling upset wary willing worried'
  ).split(' '),
)

/** Those that an infinitive follows: `eager to`; `happy to help` is a manner of doing. */
export const WILLING: ReadonlySet<string> = new Set(
  'afraid committed determined eager hesitant inclined keen prepared ready reluctant resolved unwilling willing'.split(
    ' ',
  ),
)

/** Verbs whose matter follows a preposition: `complained about the delay`, `warned of a shutdown`. */
export const MATTERS: ReadonlyMap<string, RegExp> = new Map([
  ['ask', /^(?:about|for)$/],
  ['talk', /^about$/],
  ['speak', /^(?:about|of|against)$/],
  ['complain', /^(?:about|of)$/],
  ['apologize', /^for$/],
  ['apologise', /^for$/],
  ['joke', /^about$/],
  ['boast', /^(?:about|of)$/],
  ['brag', /^about$/],
  ['warn', /^(?:of|about|against)$/],
  ['worry', /^about$/],
  ['think', /^(?:about|of)$/],
  ['argue', /^(?:for|against|about)$/],
  ['agree', /^(?:with|on)$/],
  ['disagree', /^with$/],
  ['object', /^to$/],
  ['comment', /^on$/],
  ['lie', /^about$/],
  ['tweet', /^about$/],
  ['hope', /^for$/],
  ['care', /^about$/],
  ['push', /^for$/],
  ['advocate', /^for$/],
  ['refer', /^to$/],
  ['allude', /^to$/],
  ['wonder', /^about$/],
  ['believe', /^in$/],
])

/** Passives whose speaker may stay unnamed: `is believed to`, `was accused of`. */
export const PASSIVES: ReadonlySet<string> = new Set(
  (
    'accuse allege assume believe blame call charge consider criticize describe estimate expect know praise predict presume regard report ' +
    'rumor say suspect think understand urge view warn'
  ).split(' '),
)
