/**
 * Procedures by which a party settles a leadership, as they are asked for.
 * Sources: the 1922 Committee's rules, the Reform Act 2014 (Canada), the Australian "spill" and the American conventions' open
 * ballot, in the parliamentary libraries' papers.
 */
export const voting = {
  vote: [
    "(?:a |an |the |any |secret |open |full |formal |binding |immediate |early |special |proper |caucus |party |members' |membership |all-member |floor )*(?:secret[- ]ballots?|leadership (?:vote|review|contest|ballot|election|spill|race|convention)|confidence (?:vote|ballot)|votes? of (?:no[- ])?confidence|(?:no[- ])?confidence (?:vote|motion|ballot)|vote on (?:L|his|her|the)(?:'s)? (?:leadership|future)|ballot on (?:L|his|her|the)(?:'s)? (?:leadership|future)|vote by secret ballot|open convention|open contest|spill(?: motion)?|review of (?:L|his|her|the)(?:'s)? leadership|vote(?: of| by| among) (?:caucus|the caucus|members|mps)|leadership question|special (?:convention|conference|general meeting)|mini[- ]primary)",
  ],
} as const
