/**
 * Blows from outside.
 * Sources: the codebook's type `setback`; the House of Commons Library's briefings on by-elections and
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
} as const
