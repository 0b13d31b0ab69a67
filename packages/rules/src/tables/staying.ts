/**
 * Ways in which a leader stays, goes or thinks it over, in their own words or a reporter's.
 * Sources: as for the table of leaving.
 */
export const staying = {
  /** Bare infinitive: what one who stays does. */
  stay: [
    '(?:stay|remain|continue|carry on|go on|soldier on|fight on|hang on|keep going|press on|plough on|keep fighting|see (?:it|this|that|the job|things|the (?:programme|program)) through|finish (?:the job|what|the work)|get on with|serve (?:out|the full|a full)|stick around|stand and fight|tough it out|ride it out)',
    '(?:lead|take|carry|steer|guide|captain)(?: (?:the|our|my|his|her|this))? ?(?:Y|party|us|country|team|ticket|government|campaign|them)?(?: party)?(?: (?:in|into|to|through|at))+ (?:the |an |another |our |that )?(?:next |coming |upcoming |federal |general |autumn |spring )*(?:election|campaign|vote|contest|polls|ballot)',
    'lead (?:the |our )?(?:Y|party)',
    '(?:be|stand|run|fight|compete|contest)(?: again)? (?:on the ballot|in the next|as (?:leader|prime minister)|the next (?:election|campaign)|for re-?election|for another term|for leader|the leader (?:in|at|into|through|when)|there (?:at|in|for)|on the ticket|the nominee|the candidate|leader)',
    'be (?:the )?(?:leader|prime minister|nominee|candidate|one)',
    'be (?:here|going nowhere|staying|sticking around|asking for|around)',
    'fight (?:the|this|on|it|any)',
    'win(?: the)? next',
  ],
  /** Of one's own departure: "no intention of ...". */
  going: [
    '(?:resigning|quitting|leaving|going(?: anywhere| away)?|stepping (?:down|aside|back)|standing (?:down|aside)|giving (?:up|in)|walking away|dropping out|withdrawing|backing (?:down|out)|ending (?:his|her|my) (?:campaign|candidacy|bid)|bowing out)',
  ],
  /** Taking time over one's future. */
  mull: [
    '(?:reflect|think|mull|consider|ponder|weigh|contemplate|sleep on|take stock|have a (?:good |hard |long )?(?:look|think)|look at|take (?:it|this|that) away|talk (?:it|this) over|consult)',
  ],
} as const
