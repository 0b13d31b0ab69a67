/**
 * Ways in which people back a leader, or say that they no longer do.
 * Sources: as for the table of leaving; Safire's Political Dictionary for "four-square behind", "in lockstep", "has my back".
 */
export const support = {
  firmly: [
    '(?:(?:absolutely|fully|completely|totally|wholeheartedly|whole-heartedly|firmly|squarely|solidly|strongly|staunchly|proudly|publicly|personally|still|certainly|obviously|always|continue to|very much|unequivocally|unreservedly|entirely|100 per ?cent|100%|one hundred per ?cent|a hundred per ?cent|a thousand per ?cent|right|four-?square|foursquare|steadfastly|unconditionally|enthusiastically|really|definitely|clearly|just|of course|will|would|do|also|loyally|openly|quite|all|now|remain|still do|one hundred percent|100 percent|have always|ve always|\\w+ly) )*',
  ],
  full: [
    '{few}(?:confidence|support|backing|trust|faith|loyalty|endorsement|allegiance|fealty|solidarity)(?! of the (?:country|public))',
  ],
  lose: [
    '(?:lost|losing|lose|loses)',
    'no longer (?:has|have|had|enjoy|enjoys|enjoyed|commands?|commanded|retains?|holds?)',
    '(?:has|have|had) no',
    "(?:does|do|did)(?:n't| not) have",
    'withdr(?:ew|awn|aws|awing|aw)',
    '(?:has|have) run out of',
    'rescind(?:ed|s)?',
    'revok(?:ed|es|ing)',
    'pull(?:ed|s|ing)',
  ],
} as const
