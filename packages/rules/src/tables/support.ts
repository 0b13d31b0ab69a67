/**
 * Ways in which people back a leader, or say that they no longer do.
 * Sources: as for the table of leaving; Safire's Political Dictionary for "four-square behind", "in lockstep", "has my back".
 */
export const support = {
  full: [
    '{few}(?:confidence|support|backing|trust|faith|loyalty|endorsement|allegiance|fealty|solidarity)(?! of the (?:country|public))',
  ],
} as const
