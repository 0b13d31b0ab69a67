/**
 * How a dodge is reported. Source: verbs of evasion and refusal in the Guardian and Canadian Press styles, and Clayman and
 * Heritage, "The News Interview" (Cambridge, 2002), chapter 7, on how interviewers report evasions.
 */
export const speech = {
  dodge: [
    '(?:side-?step(?:ped|s)?|dodg(?:ed|es)|duck(?:ed|s)|deflect(?:ed|s)|evad(?:ed|es)|skirt(?:ed|s)|brush(?:ed|es) (?:off|aside|past)|bat(?:ted|s) away|avoid(?:ed|s)|parr(?:ied|ies)|swerv(?:ed|es)|fend(?:ed|s) off|tip-?toe(?:d|s) around|wav(?:ed|es) (?:off|away)|bypass(?:ed|es)|danc(?:ed|es) around)',
  ],
  decline: [
    "(?:declin(?:ed|es)|refus(?:ed|es)|would(?:n't| not)|did(?:n't| not)|does(?:n't| not)|will not|won't|was (?:not|un)(?: prepared| willing|willing|able)|could(?:n't| not)|has(?:n't| not)|repeatedly (?:declined|refused)|twice (?:declined|refused)|again (?:declined|refused)|stopped short of|opted not|chose not|demurred)",
  ],
} as const
