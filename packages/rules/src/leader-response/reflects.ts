import { defineRule } from '../rule.ts'

export const saysReflecting = defineRule({
  name: 'leader-response/says-reflecting',
  emits: 'leader-response',
  because: 'A leader who says that they will think their future over reflects.',
  when: {
    by: 'leader',
    said: [
      '(?:sit|sleep|live|wrestle) (?:with|on) (?:that|it|this|the)',
      '(?:take|taking) (?:stock|soundings|counsel|advice|it away|time)',
      "(?:i'll|i will|he'd|she'd|he would|she would|i'm going to) (?:pray|listen|go away|have a (?:\\S+ )*think|talk (?:to|with)|reflect|think|come back (?:to|with))",
      '(?:having|have|had) a (?:\\S+ ){0,3}think',
      'weigh(?:ing)? (?:up )?(?:whether|his|her|my|the|all)',
      '(?:mull|mulls|mulling|mulled)(?: over)? (?:his|her|my|the) (?:own )?(?:future|options|position)',
      "(?:i|he|she|L)(?:'ll| will|'m| am| is|'s| was|'d| would| needs?| need| want(?:ed|s)?| wish(?:es)?)*(?: going to| to| taking| planning to)* (?:take|have|taking|need|spend) (?:some |a little |a few |the |a |more |several |my )*(?:time|days?|weekend|holidays?|weeks?|break|summer|moment|look|think)[^.;]{0,60}(?:{mull}|think|reflect|look|decide|consider|family|future|home)",
      "(?:i|he|she|L)(?:'ll| will|'m| am| is|'s| was|'d| would| have| has| had| need to| needs to)*(?: going to| to| be)* (?:reflect(?:ing)?|think(?:ing)? (?:about|over|carefully|long)|ponder(?:ing)?|mull(?:ing)?(?: over)?|consider(?:ing)?|weigh(?:ing)?|contemplat(?:e|ing)|sleep(?:ing)? on|talk(?:ing)? (?:it over|to my family|with my family))(?: (?:on|about|over|carefully|deeply|all))* ?(?:it|that|this|my|his|her|what|the|them)(?: (?:own |political )*(?:future|options|position|i(?:'ve| have)? heard|(?:he|she)(?:'d| had)? heard|next steps|advice|message))?",
      'take (?:it|this|that|them) away with me',
      'sleep on (?:it|that)',
      '(?:talk|speak|consult) (?:to|with) my (?:family|wife|husband|kids|children)',
    ],
    told: [
      "{chief}[^.;]{0,60} (?:said|says|told|added|promised|announced)[^.;]{0,50}? (?:he|she) (?:would|will|'d|'ll|was|is|needed|wanted)(?: going)?(?: to)? (?:{mull}|take (?:some |a few |the |a little |until )*(?:time|days|weekend|week|break|moment)|consult|speak to (?:his|her) family|talk to (?:his|her) family|listen to|reflect(?:ing)?|consider(?:ing)?|think(?:ing)?|weigh(?:ing)?)(?: on| over| about| up)?(?: [^.;]{0,50})?(?:future|position|options|decid\\w+|family|whether|leadership|next steps|heard)",
      '{chief} (?:mulls?|mulled|ponders?|weighs?|considers?) (?:his|her) (?:own )?(?:future|options|position)',
      '{office}[^.;]{0,60} (?:taking stock|considering (?:his|her)|reflecting|weighing (?:whether|his|her))',
      '{chief} (?:is |was |are )?(?:taking|takes) (?:stock|soundings)',
      '{chief} (?:is |was |has been )(?:weighing|considering|pondering) whether (?:to|he|she)',
      '{chief} (?:is |was |has been |had been |said (?:he|she) (?:was|would|will|is) |going to |will |would )+(?:be )?(?:reflecting|reflect|mulling|considering|weighing|pondering|contemplating|thinking about|thinking over|think over|consider|mull) (?:on |over |about )?(?:his|her) (?:own |political )?(?:future|options|position|next steps|plans)',
    ],
  },
  unless: ['negated', 'question', 'hypothetical'],
  claim: ({ statement, after, match }) =>
    // "I will reflect on the budget" is about something else.
    /(?:reflect|think|consider|ponder|weigh)\w*(?: (?:on|about|over|up))?(?: the)?$/.test(match[0]) &&
    /(?:reflect|think|consider|ponder|weigh)\w* (?:on |about |over |up )?(?:the|a|an|new|more|how) (?!(?:results?|future|position|message|last|weekend|conversation|next|party|country|best|feedback|views)\b)/.test(
      match[0] + after,
    )
      ? null
      : { attrs: { stance: 'reflecting' }, weight: statement ? 3 : 1 },
  fires: [
    {
      text: '"I will take some time to reflect on what I have heard," the prime minister said.',
      actor: 'Anna Vale',
      quote: 'I will take some time to reflect on what I have heard,',
    },
    { text: 'Vale is considering her future.', actor: 'Anna Vale' },
  ],
  staysSilent: [
    { text: 'Vale is not considering her future.', because: 'negated' },
    { text: 'Robert Finch is considering his future.', because: 'Another thinks of his own.' },
  ],
})

/** What a question is about, when it is about the leader's future. */
const OF_FUTURE =
  /L|\b(?:leader\w*|future|resign\w*|revolt|letters?|rebel\w*|caucus|plot\w*|challenge\w*|calls?|vote|position|stay\w*|quit\w*|reports?|speculation|matters?|private|internal|meetings?|it|that|this|them|claims?|story|whether|what|pledge|petition|coup|her|him|his|fate|departure|succession|rumou?rs?|gossip|names?|conversations?|unrest)\b/

export const declinesComment = defineRule({
  name: 'leader-response/declines-comment',
  emits: 'leader-response',
  because: 'A leader who walks past the question, or an office that does not answer, declines to comment.',
  when: {
    by: 'leader',
    told: [
      '{office}[^.;]{0,80}(?:batted away|waved away|nothing for you|no remarks|nothing to (?:say|add|offer)|not (?:going to )?(?:comment|discuss)|would not (?:be drawn|comment|discuss|engage))',
      '{chief}[^.;]{0,60}(?:smiled|laughed|shrugged|nodded)?,? ?said nothing',
      '{chief}[^.;]{0,60} (?:was |were )?asked [^.;]{0,80}(?:smiled|walked|climbed|turned|said nothing|left|got into)',
      '(?:no comment|nothing to say|nothing more to say|nothing to add)[^.;]{0,50}(?:said|replied|answered) {chief}',
      "{chief}[^.;]{0,40}: (?:i'll|i will|i have|i've) (?:have )?(?:nothing|no comment)",
      '{chief} (?:also |again |pointedly |then |only |simply |briskly |hurriedly |on \\w+ )*(?:walked|strode|strolled|swept|brushed|breezed|marched|hurried|rushed|sailed|ducked) (?:past|by|away|through|off)[^.;]{0,80}(?:without (?:answering|speaking|stopping|comment|a word|taking)|reporters|questions|pretend|ignoring|shouted)',
      '{chief} (?:also |again |pointedly |then |repeatedly |on \\w+ )*(?:ignored|dodged|sidestepped|side-stepped|ducked|evaded|avoided|deflected) (?:[^.;]{0,30})?(?:questions?|reporters|journalists)',
      "{chief} (?:also |again |pointedly |repeatedly |on \\w+ )*(?:declined|refused|would not|wouldn't|did not|didn't|has declined|has refused) (?:to )?(?:comment|answer|respond|say|address|speak|be drawn|engage|discuss|take (?:any )?questions)(?: [^.;]{0,40})?(?:future|leadership|whether (?:he|she)|resign|stay|step|questions|reporters|letter|revolt|rebellion|calls|pledge|run again|next election|contest)",
      '{chief} (?:\\S+ )?(?:left|departed|exited|drove off|emerged)[^.;]{0,40} without (?:speaking|answering|stopping|taking|a word|comment)',
      '{chief} (?:said nothing|kept silent|remained silent|stayed silent|made no comment|has not commented|had no comment|gave no answer)',
      "{office}(?: has| have)?(?: also| again| repeatedly)? (?:declined|refused|would not|wouldn't|did not|didn't|won't|will not|had no|has not|hasn't|offered no|has told [^.;]{1,40}? it won't|had nothing|has nothing)(?: to| be)? ?(?:immediately |further |yet )?(?:comment\\w*|respond\\w*|answer\\w*|discuss\\w*|return|reply|replied|say|add|provide|be drawn|confirm)",
      "{office}[^.;]{0,40} said[^.;]{0,40}: (?:we|i) (?:don't|do not|won't|will not|never) (?:do|comment|discuss|give|engage|speculate)",
      "(?:L|he|she)[^.;]{0,60} (?:pretended not to hear|waved away (?:the )?questions?|did not (?:answer|stop)|didn't answer)[^.;]{0,60}(?:leader|resign|stay|future|question)",
    ],
  },
  unless: ['hypothetical'],
  claim: (hit) => {
    const { match, after } = hit
    if (
      !/(?:leader|future|resign|step|stay|quit|revolt|letter|pledge|caucus|rebell|internal|comment|oust|gossip|reporters|questions|cameras|election|contest)/.test(
        hit.stretch,
      )
    )
      return null
    const about =
      /\b(?:comment|questions?|discuss|respond|answer|drawn)\w*(?: [^.;]{0,16}?)? (?:on|about|to questions (?:on|about)) ([^.;]{3,60})/.exec(
        match[0] + after,
      )?.[1]
    if (about !== undefined && !OF_FUTURE.test(about)) return null
    // A spokesman who says that he has nothing to say vouches for it; a leader who walks past is seen to.
    const spoken = /\b(?:said|says|told|replied|answered)\b|:/.test(hit.match[0])
    return { attrs: { stance: 'declines-comment' }, weight: 1, attribution: spoken ? 'named' : 'outlet' }
  },
  fires: [
    {
      text: 'Vale walked past reporters without answering questions about her leadership.',
      actor: 'Anna Vale',
    },
    { text: 'Vale declined to say whether she would resign.', actor: 'Anna Vale' },
  ],
  staysSilent: [
    {
      text: 'Robert Finch walked past reporters without answering questions about Vale.',
      because: 'He is not the leader.',
    },
    { text: 'Vale walked past the bridge on Tuesday.', because: 'Nobody asked her.' },
  ],
})
