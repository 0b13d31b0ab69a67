/**
 * Blows from outside, and the meetings of a parliamentary party.
 * Sources: the codebook's types `setback` and `caucus-meeting`; the House of Commons Library's briefings on by-elections and
 * confidence motions; election reports of the parliaments whose words they are.
 */
export const trouble = {
  byelection: ['by-?elections?', 'special elections?'],
  loss: [
    '(?:loss(?:es)?|defeats?|drubbings?|upsets?|thrashings?|humiliations?|routs?|wipe-?outs?|disasters?|setbacks?|shellackings?|hammerings?|trouncings?|snubs?|blows?|failures?|collapses?|debacles?|reversals?|beatings?|pummell?ings?|meltdowns?)',
  ],
  lost: [
    '(?:lost|losing|lose|dropped|was beaten|were beaten|beaten|defeated|suffered|surrendered|fell|fallen|turfed|ejected|ousted|wiped out|went to|was routed|placed third|finished (?:third|fourth|second)|came (?:third|fourth|second)|humbled|slipped|overturned|trounced|crushed|ceded)',
  ],
  elections: [
    '(?:local|council|municipal|regional|state|provincial|county|mayoral|midterm|mid-term|european|general|devolved|parliamentary|upper house|senate|house)(?: council| government| assembly)? elections?',
    'the locals',
    'midterms',
  ],
  pact: [
    '(?:(?:supply[- ]and[- ]confidence|confidence[- ]and[- ]supply|governing|coalition|working|parliamentary|cooperation|co-operation|support|power-sharing|minority|two-year|three-year|political|its|their|the|an?|that|this) )*(?:agreement|accord|pact|deal|coalition|alliance|arrangement|partnership)',
  ],
  ended: [
    '(?:end(?:ed|ing|s)?|collaps(?:ed|e|ing)|tore up|tear(?:ing)? up|torn up|ripp(?:ed|ing) up|rip up|walk(?:ed|ing) (?:away|out)|scrapp(?:ed|ing)|terminat(?:ed|ion|ing|e)|withdr(?:ew|awal|awing|awn)|pull(?:ed|ing) (?:out|the plug)|abandon(?:ed|ing)|broke off|breakdown|quit|loss|cancel(?:led|ing|lation)|dissol(?:ved|ution)|demise|unravell?ing|expir(?:ed|y))',
  ],
  caucus: [
    "(?:(?:the|a|an|his|her|L's|their|our|its|this|that|next|regular|weekly|national|full|whole|emergency|special|extraordinary|annual|retreat|upcoming|regularly scheduled|closed-door|tense|marathon|stormy|virtual|highly anticipated|all-member|urgent|party|Y|parliamentary|federal|backbench|monthly|scheduled|two-hour|three-hour|first|latest|government|house|in-person|crunch|critical|crucial|key|pivotal|entire|wednesday|tuesday|monday|thursday|friday|wednesday's|tuesday's|monday's|thursday's|friday's|sunday's|saturday's) )*(?:C|caucus|parliamentary party|party room|1922(?: committee)?|conference of members)(?:'s)?(?: (?:executive|officers|meeting|retreat|gathering|session))*",
  ],
  memberlings: [
    "(?:(?:the|her|his|its|L's|their|all|Y|government|party|federal|backbench|disgruntled|dissident|rebel|house|unhappy|discontented|restive|anxious|those|many|some|several|a (?:group|number|handful|dozen|faction) of|dozens of|Y'?s) )*(?:mps|backbenchers|lawmakers|legislators|members|deputies|parliamentarians|senators|rebels|grumblers|plotters|dissidents|colleagues|democrats|representatives|members of parliament)",
    '(?:house |senate |federal |parliamentary |backbench )?Y(?= (?:will|are|met|meet|gather|plan to|held|huddled|convened?))',
  ],
} as const
