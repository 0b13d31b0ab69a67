/**
 * Words for the meetings of a parliamentary party.
 * Sources: the standing orders and websites of the parties in the parliaments of the United Kingdom, Ireland, Canada, Australia, New
 * Zealand, India and South Africa and in the Congress of the United States, for what each calls the meeting of its members; the
 * verbs of meeting in VerbNet 3.4, classes meet-36.3 and herd-47.5.2.
 */
export const meetings = {
  /** The body of all the party's members, or a part of it that is called a caucus. */
  assembly: [
    "(?:(?:the|a|an|his|her|L's|their|our|its|this|that|whole|entire|full|national|federal|Y|Y's|government|party|party's|parliamentary|house|senate|prime minister's|president's|governing|ruling|lower house|upper house|weekly|regular|next|last|\\S+day's|yesterday's|divided|restive|packed) )*(?:C|caucus|parliamentary party|party room|parliamentary (?:\\S+ )?(?:party|group|club|board|team|labour party|caucus)|legislature party|legislative (?:party|group|bloc|caucus)|(?:house|senate|assembly|congress|party's|Y|Y's) (?:group|bloc|club|delegation|faction|conference|wing|team)|party in parliament|house conference|conference of members|backbench committee|1922(?: committee)?|plp)(?: executive| officers)?",
    '(?:the )?(?:officers|executive|whole|rest)(?: and (?:officers|executive))? of (?:the )?(?:C|B|\\d{4}|caucus|parliamentary party)',
    "(?:the )?(?:full |whole |entire )?(?:committee|group|club|bloc|delegation|conference|faction|assembly)(?:'s (?:executive|officers))?",
  ],
  /** The members themselves. */
  memberlings: [
    "(?:(?:the|her|his|its|L's|their|our|all|Y|Y's|government|governing|ruling|party|party's|federal|backbench|disgruntled|dissident|rebel|rebellious|house|senate|unhappy|discontented|restive|anxious|worried|nervous|furious|those|many|some|several|elected|sitting|other|fellow|junior|senior|new|moderate|like-minded|about|around|nearly|roughly|more than|at least|over|up to|as many as|a (?:small |large |breakaway )?(?:group|number|handful|dozen|faction|score|clutch|knot|band|couple of dozen|half-dozen) of|half a dozen|dozens of|a dozen|two dozen|\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|seven|whole-of-party) )*(?:Y )?(?:mps|backbenchers|lawmakers|legislators|members of parliament|members of congress|members|deputies|parliamentarians|senators|rebels|grumblers|plotters|dissidents|malcontents|mutineers|colleagues|democrats|representatives|tds|mlas|msps|councillors|house members)(?: (?:from|of|representing) (?:the )?(?!L)\\S+(?: \\S+)?)?",
    '(?:the )?(?:mps|members(?: of parliament)?|lawmakers|legislators|senators|deputies|tds|mlas|representatives|parliamentarians) (?:of|from) (?:the |her |his |its )?(?:ruling |governing )?Y(?: \\([^)]{1,12}\\))?',
    '(?:the )?(?:house |senate |federal |parliamentary |backbench )?Y(?= (?:will|are|met|meet|gather|plan to|held|huddled|convened?))',
  ],
  /** A meeting, whatever it is called. */
  sitting: [
    '(?:(?:caucus|party room|party|group|emergency|crisis) )?(?:meetings?|sessions?|sittings?|gatherings?|lunch(?:eon)?s?|breakfasts?|dinners?|suppers?|brunch(?:es)?|conference calls?|video calls?|zoom calls?|calls?|conclaves?|retreats?|huddles?|summit|away ?days?|get-togethers?|talks|showdowns?|council of war|drinks|conference)',
  ],
} as const
