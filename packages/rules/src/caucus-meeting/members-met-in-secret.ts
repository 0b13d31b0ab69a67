import { defineRule } from '../rule.ts'

export const membersMetInSecret = defineRule({
  name: 'caucus-meeting/members-met-in-secret',
  emits: 'caucus-meeting',
  because: 'Members of the party who meet apart, in secret or in a group, hold an informal meeting.',
  when: {
    reported: [
      `(?:group|handful|dozen|band|number|clutch|knot|huddle|rump|cabal|faction|camp|score|couple of dozen) of (?:\\S+ ){0,4}?(?:{memberlings}|plotters|rebels|dissidents|malcontents)(?: \\S+){0,6}? (?:met|gathered|huddled|dined|shared|slipped|assembled|convened|held|got together|crowded)`,
      `(?:closed-door|secret|private|off-the-books|clandestine|hush-hush|unofficial) (?:huddle|supper|dinner|lunch|meeting|gathering|conclave|drinks|barbecue|talks|session|strategy \\w+)`,
      '(?:secret|private|covert|clandestine|breakaway|behind-closed-doors|unofficial|informal|series of) (?:\\S+ ){0,2}?(?:meetings?|gatherings?|caucus|dinners?|huddles?|get-?togethers?)',
      '(?:broke off|peeled off|(?:group|handful|dozen|band|number|clutch|knot) of (?:\\S+ ){1,4}?(?:met|gathered|huddled|dined)|met (?:separately|secretly|privately|in secret|behind)|convene and discuss|gathered (?:privately|secretly)|broke bread|dined together)',
      "plotters' (?:brunch|dinner|lunch|meeting|breakfast)",
    ],
  },
  unless: ['hypothetical', 'negated'],
  claim: (hit) => {
    const { stretch, article, sentence } = hit
    const near =
      [-3, -2, -1].map((back) => article.lineOf(sentence.index + back)?.text ?? '').join(' ') + stretch
    if (
      !/\b(?:mps|members|moderates|lawmakers|backbenchers|caucus|legislators|rebels|senators|democrats|colleagues|grumblers|plotters|deputies)\b|Y/.test(
        near,
      )
    )
      return null
    if (/\b(?:will|to be|plan(?:ned|s) to|would) (?:\S+ ){0,2}$/.test(hit.before)) return null
    return { attrs: { status: 'held', kind: 'informal' }, weight: 2, actor: null }
  },
  fires: [
    {
      text: 'MPs who want Vale out have held a series of covert meetings.',
      actor: null,
      attrs: { status: 'held', kind: 'informal' },
    },
    {
      text: 'A group of MPs broke off for what one called a secret caucus about Vale.',
      actor: null,
      attrs: { status: 'held', kind: 'informal' },
    },
  ],
  staysSilent: [
    { text: 'Vale held a private meeting with the ambassador.', because: 'No members met.' },
    { text: 'MPs met Vale’s ferry minister in public.', because: 'Nothing secret.' },
  ],
})
