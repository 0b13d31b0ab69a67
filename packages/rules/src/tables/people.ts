/**
 * Who is spoken of. In marked text `L` is the leader, `P` a party figure, `X` anybody else named.
 * `he` and `she` are read here as whoever the pattern wants; the engine then asks whether they may be.
 */
export const people = {
  leader: [
    '(?:the |our |my |their |this |that |current |embattled )*L',
    "(?:the|our|my|their|his|her) (?:current |embattled |party |party's |present )?(?:leader|boss|nominee|standard-bearer)(?! of)",
    'he',
    'she',
    'him',
    'her',
  ],
  /** The leader before a noun: "Vale's resignation", "his departure". */
  leaders: [
    "(?:the |our |my |their )?L'?s?'?(?: (?:own|own political|political))?",
    "(?:the|our|my|their|his|her) (?:party )?(?:leader|boss)'s",
    'his(?: own)?',
    'her(?: own)?',
    'the',
    'an immediate',
    'immediate',
    'a',
  ],
  /** As a subject of a narrative sentence. */
  figure: [
    '(?<who>(?:the )?[PB](?:(?: \\([^)]{0,40}\\))?(?:,? (?:and|as well as|along with|together with) |, |; )(?:(?:the |fellow |another |colleague |a |former )*)[PB])*)(?: ?\\([^)]{0,40}\\))?(?::(?: (?:the|a|an|one|party) [^,.;:]{2,60}?)?)?(?:,? (?:who|which|whose) [^,.]{1,70},|, [^,.\\d]{2,90}(?:, [^,.\\d]{2,60})?,|, \\d\\d,| of [^,.;]{2,30},?)?(?: (?:both|all|each|also|later|then|too|himself|herself|meanwhile|publicly|openly|privately|reportedly|on \\w+day|\\w+day|this week|last week|this morning|yesterday))*',
    '(?<pronoun>he|she|they)(?: (?:also|later|then|too|both|publicly|openly))*',
  ],
  named: ['(?<who>P)'],
  /** Several, as an object. */
  those: ['(?<who>[PB](?:(?:,? and |, )(?:(?:the |fellow |former )*)[PB])*)'],
  /** The leader as a subject. */
  chief: [
    '(?<who>L)(?:,? who [^,.]{1,70},|, [^,.\\d]{2,90},|, \\d\\d,)?(?: (?:himself|herself|also|later|then|meanwhile|on \\w+day|\\w+day|this week|yesterday|last night|again|has|had))*',
    '(?<pronoun>he|she)(?: (?:also|later|then|too|has|had|again))*',
  ],
  /** The leader's office. */
  office: [
    "(?:L's |the |his |her |pm's )(?:own )?(?:office|spokesman|spokeswoman|spokesperson|press secretary|director of communications|team|campaign|chief of staff|allies at)|(?:the )?pmo|downing street|number 10|no 10|the white house|(?:a|an|the) (?:\\S+ ){0,3}?(?:source|spokesman|spokeswoman|spokesperson)(?! for (?!L))|(?:(?:L's|his|her|the) )?(?:re-election )?(?:campaign (?:manager|chair\\w*|chief|director|spokes\\w+|memo|statement)|press secretary|communications (?:director|chief)|director of communications|chief of staff|top aide|official spokes\\w+|spokes(?:man|woman|person)(?= for L))(?:,? X)?(?: for L)?,?",
  ],
  /** Members of the leader's party in numbers. `Y` is the party's own name. */
  members: [
    "(?:of (?:the |her |his |its |their )?)?(?:Y |sitting |elected |backbench |rebel |dissident |disgruntled |disaffected |current |other |government |party |ruling party |house |federal |fellow |more |senior |junior |different |serving |caucus |swing-district |vulnerable |frontline |atlantic |regional |unhappy )*(?:mps|backbenchers|members of parliament|members of the house|members of congress|members of caucus|caucus members|parliamentarians|lawmakers|legislators|colleagues|house members|members|representatives|senators|deputies|rebels|members of the caucus|ministers|Y'?s?|assembly members|tds|mlas)",
  ],
} as const

/** Nouns for the paper or movement against a leader. */
export const letters = {
  letter: [
    "(?:\\S+'s )?(?:(?:the|a|an|that|this|any|my|her|his|their|such|its|second|own|internal|private|secret|formal|joint|open|so-called|anonymous|circulating|two-page|one-page|one-paragraph|three-page|short|brief|official|handwritten|public|signed|dissident|rebel|rebels'|caucus|backbench|no-confidence|no confidence) )*(?:letter|pledge|petition|document|statement|declaration|memo|memorandum|round robin|motion|appeal|manifesto|note|missive|ultimatum|resolution|requisition|roll|list|charter|paper|notice|request|submission|call|memorial|compact|covenant|sheet|roster|text|protest|demand|nomination)s?",
  ],
  noConfidenceLetter: [
    '(?:a|the|her|his|their|own|formal|signed|personal|such) (?:own |formal |signed )*letters? (?:of |expressing |declaring )?(?:no[- ]confidence)(?: in {leader})?',
    'letters? of no[- ]confidence',
  ],
} as const
