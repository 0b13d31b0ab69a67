/**
 * How a dodge is reported. Source: verbs of evasion and refusal in the Guardian and Canadian Press styles, and Clayman and
 * Heritage, "The News Interview" (Cambridge, 2002), chapter 7, on how interviewers report evasions.
 */
export const speech = {
  dodge: [
    '(?:side-?step(?:ped|s)?|dodg(?:ed|es)|duck(?:ed|s)|deflect(?:ed|s)|evad(?:ed|es)|skirt(?:ed|s)|brush(?:ed|es) (?:off|aside|past)|bat(?:ted|s) away|avoid(?:ed|s)|parr(?:ied|ies)|swerv(?:ed|es)|fend(?:ed|s) off|tip-?toe(?:d|s) around|wav(?:ed|es) (?:off|away)|bypass(?:ed|es)|danc(?:ed|es) around)',
  ],
} as const
